import type { Subaccount } from '../../domain/index.ts';
import type { Translator } from '../../i18n/index.ts';
import type { Decision } from '../../policy/index.ts';
import type { AccountScope } from '../../state/index.ts';

/** Something that can be done to one sub-account in the list. */
export interface RowAction {
  readonly action: string;
  /** What stands on its button. */
  readonly label: string;
  /** The same with the name of what it is done to. */
  readonly title: string;
  readonly decision: Decision;
}

/** What a row offers, in order; what the backend cannot do is left out. A further action is a further line. */
export function rowActions(
  scope: AccountScope,
  one: Subaccount,
  t: Translator,
): readonly RowAction[] {
  const offers = [
    {
      action: 'subaccount.edit',
      label: t('subaccount.rename'),
      title: t('subaccount.renameOf', { name: one.name }),
    },
  ];
  return offers
    .filter(({ action }) => scope.offers(action))
    .map((offer) => ({
      ...offer,
      decision: scope.decide({
        action: offer.action,
        target: one,
        change: { fields: ['name'] },
        draft: true,
      }),
    }));
}
