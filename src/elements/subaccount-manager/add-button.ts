import { html, nothing, type TemplateResult } from 'lit';
import { sayDecision, type Said } from '../../i18n/index.ts';
import { icon } from '../../views/icons.ts';
import type { Decision } from '../../policy/index.ts';
import type { AccountScope } from '../../state/index.ts';
import type { ManagerContext } from './manager-context.ts';
import { fieldsTold, isOpen } from './row-actions.ts';

export interface AddButton {
  /** Its form is open. */
  readonly isOpen: boolean;
  readonly add: (event: Event) => void;
}

/** What the policy says of adding one. */
export function addingDecision(scope: AccountScope): Decision {
  const fields = fieldsTold(scope, 'subaccount.create') ?? ['name'];
  return scope.decide({ action: 'subaccount.create', change: { fields }, draft: true });
}

/** Whether the way out of a refusal is to buy, and this person can: then the form offers it (CM-12). */
export function canBuyFor(decision: Decision, scope: AccountScope): boolean {
  return decision.effect === 'deny' && decision.remedy?.kind === 'buy' && canBuy(scope);
}

/** Whether slots are on sale here, for this person. */
export function canBuy(scope: AccountScope): boolean {
  return (
    scope.offers('subaccount.buy') &&
    isOpen(scope, scope.decide({ action: 'subaccount.buy', draft: true }))
  );
}

/** Why none can be added here by whoever is signed in; `undefined`: they can, or nobody can anywhere. */
export function addingClosed({ t, scope, say, readonly }: ManagerContext): Said | undefined {
  if (readonly || !scope.offers('subaccount.create')) return undefined;
  const decision = addingDecision(scope);
  return isOpen(scope, decision) || canBuyFor(decision, scope)
    ? undefined
    : sayDecision(t, decision, { ...say, waiting: scope.standing(decision) === 'pending' });
}

/** The way to more slots, where some are sold (CM-12). */
export function buySlotsButton({
  t,
  scope,
  readonly,
  menu,
}: ManagerContext): TemplateResult | typeof nothing {
  if (readonly || !canBuy(scope)) return nothing;
  return html`<button
    type="button"
    class="button buy-slots"
    part="buy"
    aria-haspopup="dialog"
    @click=${(event: Event) => menu.toggle({ kind: 'buy' }, event.currentTarget as HTMLElement)}
  >
    ${t('manager.buy')}
  </button>`;
}

/** The way to add one, also closed: then it says why. What the backend cannot do is not drawn. */
export function addButton(
  { isOpen: isExpanded, add }: AddButton,
  manager: ManagerContext,
): TemplateResult | typeof nothing {
  const { t, scope, readonly } = manager;
  if (readonly || !scope.offers('subaccount.create')) return nothing;
  const closed = addingClosed(manager);
  const isDialog = fieldsTold(scope, 'subaccount.create') !== undefined;
  return html`<button
    type="button"
    class="button add ${isExpanded ? '' : 'primary'}"
    part="add"
    aria-haspopup=${isDialog && !closed ? 'dialog' : nothing}
    aria-expanded=${closed || isDialog ? nothing : isExpanded ? 'true' : 'false'}
    aria-disabled=${closed ? 'true' : nothing}
    aria-describedby=${closed ? 'why-add' : nothing}
    @click=${add}
  >
    ${icon(closed ? 'lock' : 'plus')}${t('manager.add')}
  </button>`;
}
