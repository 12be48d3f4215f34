import { html, nothing, type TemplateResult } from 'lit';
import type { Subaccount } from '../../../domain/index.ts';
import { sayDecision } from '../../../i18n/index.ts';
import { icon } from '../../../views/icons.ts';
import type { ManagerContext } from '../manager-context.ts';

/** What somebody may look for in the details of a sub-account, and where the rules of a product may say that it is not to be had. */
const LIMITS = [
  { action: 'subaccount.buy-addon', key: 'action.subaccount.buy-addon' },
  { action: 'subaccount.change-plan', key: 'action.subaccount.change-plan' },
  { action: 'subaccount.create', key: 'acts.nested' },
] as const;

/** What the actor's role lacks says nothing of the thing itself. */
const OF_ACTOR: readonly string[] = ['noPermission', 'notOffered', 'unknownAction'];

/** What this one cannot have, with the reason that the policy gives (CM-14, CM-16); nothing where it says nothing of that. */
export function limitsView(
  one: Subaccount | undefined,
  { t, scope, say }: ManagerContext,
): TemplateResult | typeof nothing {
  if (!one) return nothing;
  const said = LIMITS.flatMap(({ action, key }) => {
    const decision = scope.decide({ action, target: one, draft: true });
    if (decision.effect !== 'deny' || OF_ACTOR.includes(decision.reason.key)) return [];
    const reason = sayDecision(t, decision, say)?.reason;
    return reason === undefined ? [] : [{ what: t(key), reason }];
  });
  if (said.length === 0) return nothing;
  return html`<div class="limits">
    <h3>${icon('lock')}${t('acts.limits')}</h3>
    <dl>
      ${said.map(({ what, reason }) => html`<div><dt>${what}</dt> <dd>${reason}</dd></div> `)}
    </dl>
  </div>`;
}
