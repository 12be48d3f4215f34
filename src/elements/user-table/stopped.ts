import { html, type TemplateResult } from 'lit';
import type { Problem } from '../../adapter/problem.ts';
import { sayDecision, sayProblem, type Translator } from '../../i18n/index.ts';
import { isFiltered, withoutFilters, type PeopleWindow } from '../../state/index.ts';
import type { TableStanding } from './standing.ts';
import { stateView } from './states.ts';
import type { TableContext } from './table-context.ts';

/** The list cannot be shown. */
export type Stopped = Extract<TableStanding, { status: 'stopped' }>;

/** What stands in place of everything: no account, no right, or a mistake in the set-up. */
export function stoppedView(
  standing: Stopped,
  t: Translator,
  roleLabel: (id: string) => string | undefined,
  refresh: () => void,
): TemplateResult {
  switch (standing.why) {
    case 'no-scope':
      return stateView({
        name: 'config',
        icon: 'alert',
        title: t('people.noScope'),
        said: { remedy: t('people.noScope.next') },
      });
    case 'mistake':
      return stateView({
        name: 'config',
        icon: 'alert',
        title: t('people.config'),
        detail: standing.detail,
      });
    case 'failed':
      return failed(standing.problem, t, refresh);
    case 'no-access':
      return html`<div class="state-box">
        ${stateView({ name: 'no-access', icon: 'lock', title: t('people.noAccess'), said: sayDecision(t, standing.decision, { roleLabel }) })}
        <slot name="no-access"></slot>
      </div>`;
  }
}

/** What stands in place of the rows, if there are none to show. */
export function listState(
  window: PeopleWindow | undefined,
  { t, view, setView }: TableContext,
): TemplateResult | undefined {
  if (window?.status === 'failed') return failed(window.problem, t, () => window.retry());
  if (window?.status !== 'ready' || window.length > 0) return undefined;
  if (isFiltered(view.query)) {
    return stateView({
      name: 'no-match',
      icon: 'search',
      title: t('people.noMatch'),
      said: { remedy: t('people.noMatch.next') },
      action: {
        label: t('filter.clear'),
        run: () => setView({ ...view, query: withoutFilters(view.query) }),
      },
    });
  }
  const title = t(view.list === 'pending' ? 'list.pending.empty' : 'people.empty');
  return html`<div class="state-box">
    ${stateView({ name: 'empty', icon: 'users', title, said: { remedy: t('people.empty.next') } })}
    <slot name="empty"></slot>
  </div>`;
}

/** The list or the account could not be read. Words meant for developers only where there are no better ones. */
function failed(problem: Problem | undefined, t: Translator, retry: () => void): TemplateResult {
  return stateView({
    name: 'failed',
    icon: problem?.kind === 'network' ? 'offline' : 'alert',
    title: t('people.failed'),
    said: problem && sayProblem(t, problem),
    detail: problem?.kind === 'unknown' ? problem.title : undefined,
    action: { label: t('change.retry'), run: retry },
  });
}
