import { html, nothing, type TemplateResult } from 'lit';
import type { Said } from '../../i18n/index.ts';
import { icon, type IconName } from '../../views/icons.ts';

export interface StateView {
  /** Names the state for styling: `empty`, `no-match`, … */
  readonly name: string;
  readonly icon: IconName;
  readonly title: string;
  readonly said?: Partial<Said> | undefined;
  /** Words for developers: what was wrong and where. */
  readonly detail?: string | undefined;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

/** What fills the table's place when there are no rows to show. */
export function stateView({
  name,
  icon: drawing,
  title,
  said,
  detail,
  action,
}: StateView): TemplateResult {
  return html`<div class="state is-${name}" part="state state-${name}" tabindex="-1">
    <span class="state-icon">${icon(drawing)}</span>
    <h2 class="state-title" dir="auto">${title}</h2>
    ${said?.reason ? html`<p dir="auto">${said.reason}</p>` : nothing} ${said?.remedy ? html`<p dir="auto">${said.remedy}</p>` : nothing}
    ${detail ? html`<p class="state-detail" dir="ltr">${detail}</p>` : nothing}
    ${action ? html`<button type="button" class="button" @click=${action.run}>${action.label}</button>` : nothing}
  </div>`;
}
