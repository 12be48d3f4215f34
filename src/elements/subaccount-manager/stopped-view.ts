import { html, nothing, type TemplateResult } from 'lit';
import { roleLabels } from '../../controllers/role-labels.ts';
import { sayDecision, sayProblem, type Said, type Translator } from '../../i18n/index.ts';
import type { AccountScope } from '../../state/index.ts';
import type { ManagerStanding } from './standing.ts';
import { stateView } from '../../views/state-view.ts';

/** What stands in place of all there is, where the list cannot be shown. */
export function stoppedView(
  standing: ManagerStanding,
  scope: AccountScope | undefined,
  t: Translator,
): TemplateResult | typeof nothing {
  switch (standing.status) {
    case 'failed':
      return failedView(sayProblem(t, standing.problem), () => void scope?.refresh(), t);
    case 'no-access':
      return stateView({
        name: 'no-access',
        icon: 'lock',
        title: t('manager.noAccess'),
        said: sayDecision(t, standing.decision, { roleLabel: roleLabels(scope) }),
      });
    case 'no-scope':
      return stateView({
        name: 'no-scope',
        icon: 'alert',
        title: t('people.noScope'),
        said: { reason: t('people.noScope.next') },
      });
    default:
      return nothing;
  }
}

/** The list could not be read. */
export function failedView(
  said: Said | undefined,
  retry: () => void,
  t: Translator,
): TemplateResult {
  return stateView({
    name: 'failed',
    icon: 'alert',
    title: t('manager.failed'),
    said,
    action: html`<button type="button" class="button" @click=${retry}>${t('change.retry')}</button>`,
  });
}

/** Nothing was found. */
export function noMatchView(text: string, clear: () => void, t: Translator): TemplateResult {
  return stateView({
    name: 'no-match',
    icon: 'search',
    title: t('manager.noMatch', { text }),
    said: { reason: t('manager.noMatch.next') },
    action: html`<button type="button" class="button" @click=${clear}>${t('search.clear')}</button>`,
  });
}
