import { html, nothing, type TemplateResult } from 'lit';
import type { Said } from '../i18n/index.ts';
import { laterIcon, type LaterIconName } from './icons-later.ts';
import { icon } from './icons.ts';

/** One entry of a menu. */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** Its `part`, for a host's style sheet. */
  readonly part: string;
  readonly mark?: LaterIconName | undefined;
  /** It takes something away. */
  readonly danger?: boolean | undefined;
  /** Why it cannot be taken and what to do about it. Absent: it can. */
  readonly closed?: Said | undefined;
  readonly take: () => void;
}

/**
 * An entry of a menu (ARIA menu pattern; styles: `menus`). A closed one takes the focus like the others, is `aria-disabled`, and
 * says why: the words are part of its name, so that they are heard at once.
 */
export function menuItem({
  id,
  label,
  part,
  mark,
  danger,
  closed,
  take,
}: MenuItem): TemplateResult {
  return html`<button
    type="button"
    class="item ${danger && !closed ? 'danger' : ''}"
    part=${part}
    role="menuitem"
    tabindex="-1"
    data-label=${label}
    data-value=${id}
    aria-disabled=${closed ? 'true' : nothing}
    @click=${() => !closed && take()}
  >
    ${closed ? icon('lock') : mark ? laterIcon(mark) : nothing}
    <span class="label">
      <span dir="auto">${label}</span>
      ${closed ? html`<span class="description"><span class="why">${closed.reason}</span> ${closed.remedy ? html`<span class="remedy">${closed.remedy}</span>` : nothing}</span>` : nothing}
    </span>
  </button>`;
}
