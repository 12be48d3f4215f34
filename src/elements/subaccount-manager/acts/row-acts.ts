import type { Action, Subaccount } from '../../../domain/index.ts';
import type { Decision } from '../../../policy/index.ts';
import type { AccountScope } from '../../../state/index.ts';
import type { LaterIconName } from '../../../views/icons-later.ts';
import { fieldsTold } from '../row-actions.ts';

type Standing = NonNullable<Subaccount['status']>;

/** Something that is done to one sub-account from its menu. */
export interface RowAct {
  readonly action: Action;
  readonly icon: LaterIconName;
  /** For those that stand so that it makes sense at all; whether it is allowed is the policy's word. */
  readonly when: readonly Standing[];
  /** It takes something away. */
  readonly danger?: true;
}

const LIVING: readonly Standing[] = ['awaiting-activation', 'active', 'ending'];
const LASTING: readonly Standing[] = ['awaiting-activation', 'active'];

/** In the order of the menu (CM-13, CM-17, CM-18, CM-19). */
const ROW_ACTS: readonly RowAct[] = [
  { action: 'subaccount.enter', icon: 'enter', when: LIVING },
  { action: 'subaccount.resend-activation', icon: 'mail', when: ['awaiting-activation'] },
  { action: 'subaccount.edit', icon: 'pencil', when: LIVING },
  { action: 'subaccount.resize', icon: 'resize', when: LASTING },
  { action: 'subaccount.reassign', icon: 'swap', when: LASTING, danger: true },
  { action: 'subaccount.cancel', icon: 'block', when: LASTING, danger: true },
  { action: 'subaccount.delete', icon: 'trash', when: [...LIVING, 'ended'], danger: true },
];

export interface OfferedAct extends RowAct {
  readonly decision: Decision;
}

/** What the backend can do to this one, each with the policy's word. */
export function actsOn(one: Subaccount, scope: AccountScope): readonly OfferedAct[] {
  return ROW_ACTS.filter(
    ({ action, when }) =>
      when.includes(one.status ?? 'active') &&
      scope.offers(action) &&
      // A name alone is changed in its place.
      (action !== 'subaccount.edit' || fieldsTold(scope, action) !== undefined),
  ).map((act) => ({
    ...act,
    decision: scope.decide({ action: act.action, target: one, draft: true }),
  }));
}
