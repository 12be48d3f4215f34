import { html, nothing, type TemplateResult } from 'lit';
import { sayDecision, type Said } from '../../i18n/index.ts';
import { icon } from '../../views/icons.ts';
import type { ManagerContext } from './manager-context.ts';
import { isOpen } from './row-actions.ts';

export interface AddButton {
  /** Its form is open. */
  readonly isOpen: boolean;
  readonly add: () => void;
}

/** Why none can be added here by whoever is signed in; `undefined`: they can, or nobody can anywhere. */
export function addingClosed({ t, scope, say, readonly }: ManagerContext): Said | undefined {
  if (readonly || !scope.offers('subaccount.create')) return undefined;
  const decision = scope.decide({
    action: 'subaccount.create',
    change: { fields: ['name'] },
    draft: true,
  });
  return isOpen(scope, decision)
    ? undefined
    : sayDecision(t, decision, { ...say, waiting: scope.standing(decision) === 'pending' });
}

/** The way to add one, also closed: then it says why. What the backend cannot do is not drawn. */
export function addButton(
  { isOpen: isExpanded, add }: AddButton,
  manager: ManagerContext,
): TemplateResult | typeof nothing {
  const { t, scope, readonly } = manager;
  if (readonly || !scope.offers('subaccount.create')) return nothing;
  const closed = addingClosed(manager);
  return html`<button
    type="button"
    class="button add ${isExpanded ? '' : 'primary'}"
    part="add"
    aria-expanded=${closed ? nothing : isExpanded ? 'true' : 'false'}
    aria-disabled=${closed ? 'true' : nothing}
    aria-describedby=${closed ? 'why-add' : nothing}
    @click=${add}
  >
    ${icon(closed ? 'lock' : 'plus')}${t('manager.add')}
  </button>`;
}
