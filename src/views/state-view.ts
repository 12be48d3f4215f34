import { html, nothing, type TemplateResult } from 'lit';
import type { Said } from '../i18n/index.ts';
import { icon, type IconName } from './icons.ts';

export interface StateView {
  /** Names the state for styling: `empty`, `no-match`, … */
  readonly name: string;
  readonly icon: IconName;
  readonly title: string;
  readonly said?: Partial<Said> | undefined;
  readonly action?: TemplateResult | typeof nothing;
}

/** What stands in place of the list. */
export function stateView({ name, icon: drawing, title, said, action }: StateView): TemplateResult {
  return html`<div class="state is-${name}" part="state state-${name}" tabindex="-1">
    <span class="state-icon">${icon(drawing)}</span>
    <h2 class="state-title" dir="auto">${title}</h2>
    ${said?.reason ? html`<p dir="auto">${said.reason}</p>` : nothing}
    ${said?.remedy ? html`<p dir="auto">${said.remedy}</p>` : nothing} ${action ?? nothing}
  </div>`;
}
