import { html, nothing, type TemplateResult } from 'lit';
import { sayProblem, type Said, type Translator } from '../../i18n/index.ts';
import type { FieldValue } from '../../state/index.ts';
import { icon, type IconName } from '../../views/icons.ts';
import type { PanelState } from './panel-state.ts';

export interface StatesContext {
  readonly t: Translator;
  readonly state: PanelState;
  /** Why the person cannot be seen, in words. */
  readonly said: Said | undefined;
  /** What was typed and not saved, by the name of its field: to be copied, where the person is gone. */
  readonly typed: readonly (readonly [label: string, value: FieldValue, said: string])[];
  readonly retry: () => void;
  readonly close: () => void;
}

/** What stands in place of a person's page. */
export function statesView(context: StatesContext): TemplateResult | typeof nothing {
  const { close, retry, said, state, t, typed } = context;
  const back = { label: t('panel.back'), run: close };
  switch (state.status) {
    case 'open':
      return nothing;
    case 'loading':
      return skeleton();
    case 'nobody':
      return view('nobody', 'user', t('panel.nobody'), { reason: t('panel.nobody.next') });
    case 'no-scope':
      return view('config', 'alert', t('panel.noScope'), { reason: t('panel.noScope.next') });
    case 'missing':
      return view('missing', 'user', t('panel.missing'), { reason: t('panel.missing.next') }, back);
    case 'no-access':
      return view('no-access', 'lock', t('panel.noAccess'), said, back);
    case 'failed': {
      const { problem } = state;
      const drawing = problem.kind === 'network' ? 'offline' : 'alert';
      const again = { label: t('change.retry'), run: retry };
      return view('failed', drawing, t('panel.failedToLoad'), sayProblem(t, problem), again);
    }
    case 'elsewhere':
      return view(
        'elsewhere',
        'user',
        t('panel.elsewhere'),
        { reason: t('panel.elsewhere.next') },
        back,
      );
    case 'gone':
      return html`${view(
        'gone',
        'user',
        t(state.isHidden ? 'panel.gone.hidden' : 'panel.gone'),
        typed.length > 0 ? { reason: t('panel.gone.typed') } : undefined,
        back,
      )}
      ${
        typed.length > 0
          ? html`<dl class="typed-values" tabindex="0" aria-label=${t('panel.unsaved')}>
              ${typed.map(([label, , words]) => html`<div class="row"><dt class="label">${label}</dt><dd class="value plain" dir="auto">${words || t('panel.empty')}</dd></div>`)}
            </dl>`
          : nothing
      }`;
  }
}

function view(
  name: string,
  drawing: IconName,
  title: string,
  said: Said | undefined,
  action?: { readonly label: string; readonly run: () => void },
): TemplateResult {
  return html`<div class="state is-${name}" part="state state-${name}">
    <span class="state-icon">${icon(drawing)}</span>
    <h2 class="state-title" id="title" tabindex="-1">${title}</h2>
    ${said ? html`<p dir="auto">${said.reason}</p>` : nothing} ${said?.remedy ? html`<p dir="auto">${said.remedy}</p>` : nothing}
    ${action ? html`<button type="button" class="button" @click=${action.run}>${action.label}</button>` : nothing}
  </div>`;
}

/** As much as will be there, so that nothing jumps when it comes. */
function skeleton(): TemplateResult {
  const row = html`<div class="row"><span class="label"><span class="skeleton"></span></span><span class="value plain"><span class="skeleton"></span></span></div>`;
  const section = (rows: number) =>
    html`<div class="section">
      <p class="section-title"><span class="skeleton"></span></p>
      ${Array.from({ length: rows }, () => row)}
    </div>`;
  return html`<div class="loading" part="state state-loading" aria-hidden="true">${section(8)} ${section(3)}</div>`;
}

/** The same for who it is. */
export function headSkeleton(t: Translator): TemplateResult {
  return html`<div class="who loading">
    <span class="skeleton round avatar"></span>
    <div class="who-text">
      <h2 class="name" id="title" tabindex="-1"><span class="visually-hidden">${t('panel.loading')}</span><span class="skeleton"></span></h2>
      <p class="who-line"><span class="skeleton"></span></p>
    </div>
  </div>`;
}
