import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { statusName } from '../i18n/index.ts';
import type { Translator } from '../i18n/index.ts';

/** How a status feels; the word says what it is. */
export type Tone = 'success' | 'warning' | 'danger' | 'accent' | 'neutral';

const TONES: Readonly<Record<string, Tone>> = {
  active: 'success',
  pending: 'warning',
  suspended: 'danger',
  deactivated: 'neutral',
  expired: 'neutral',
};

/** A mark and a word. The mark differs by shape as well as by colour. */
export function badge(text: string, tone: Tone = 'neutral'): TemplateResult {
  return html`<span class="badge ${tone}"><span class="mark"></span>${text}</span>`;
}

/** A person's status; `expired` is an invitation past its date. */
export function statusBadge(t: Translator, status: string): TemplateResult {
  return badge(statusName(t, status), Object.hasOwn(TONES, status) ? TONES[status] : 'neutral');
}

export const badgeStyles = css`
  .badge {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    vertical-align: bottom;
    white-space: nowrap;
  }
  .badge > .mark {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border: 2px solid var(--_mark, var(--_border-strong));
    border-radius: 50%;
  }
  .badge.success > .mark {
    --_mark: light-dark(oklch(0.62 0.15 152), oklch(0.76 0.16 154));
    background: var(--_mark);
  }
  .badge.accent > .mark {
    --_mark: var(--_accent-ink);
    background: var(--_mark);
  }
  .badge.warning > .mark {
    --_mark: light-dark(oklch(0.66 0.14 66), oklch(0.8 0.14 80));
    background: linear-gradient(to top, var(--_mark) 50%, transparent 50%);
  }
  .badge.danger > .mark {
    --_mark: light-dark(oklch(0.57 0.2 26), oklch(0.72 0.17 25));
    border-radius: 2px;
    background: var(--_mark);
  }
  @media (forced-colors: active) {
    .badge > .mark.mark {
      --_mark: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
