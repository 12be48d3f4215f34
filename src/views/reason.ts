import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Said } from '../i18n/index.ts';
import { icon } from './icons.ts';
import type { IconName } from './icons.ts';

export interface ReasonOptions {
  /** For `aria-describedby` of the control that it explains. */
  readonly id?: string;
  /** `refusal`: it is closed. `problem`: it went wrong. `waiting`: it is not known yet. */
  readonly tone?: 'refusal' | 'problem' | 'waiting';
}

const ICON = { refusal: 'lock', problem: 'alert', waiting: 'clock' } as const satisfies Record<
  string,
  IconName
>;

/** Why something is closed or failed, and on the next line what can be done. */
export function reasonView(
  said: Said,
  { id, tone = 'refusal' }: ReasonOptions = {},
): TemplateResult {
  return html`<span class="reason ${tone}" part="reason" id=${id ?? nothing}
    >${icon(ICON[tone])}<span
      ><span class="why">${said.reason}</span>${said.remedy ? html` ${remedy(said.remedy, said.href)}` : nothing}</span
    ></span
  >`;
}

function remedy(text: string, href: string | undefined): TemplateResult {
  const link = href === undefined ? undefined : safeLink(href);
  return html`<span class="remedy"
    >${link === undefined ? text : html`<a class="link" part="link" href=${link}>${text}</a>`}</span
  >`;
}

/** A policy may come from a server; it may link, but not run anything. */
function safeLink(href: string): string | undefined {
  try {
    const { protocol } = new URL(href, document.baseURI);
    return /^(https?|mailto|tel):$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

export const reasonStyles = css`
  .reason {
    display: flex;
    align-items: flex-start;
    gap: calc(var(--_space) * 1.5);
    color: var(--_text-muted);
    font-size: var(--_size-small);
    font-weight: 400;
    line-height: 1.4;
    text-wrap: pretty;
  }
  .reason > .icon {
    inline-size: 14px;
    block-size: 14px;
    margin-block-start: 0.1em;
  }
  .reason .remedy {
    display: block;
  }
  .reason.problem {
    color: var(--_danger);
  }
  .reason.problem .remedy {
    color: var(--_text);
  }
`;
