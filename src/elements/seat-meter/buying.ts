import type { Action, Change } from '../../domain/index.ts';
import type { Decision } from '../../policy/index.ts';
import type { AccountScope } from '../../state/index.ts';

/** What adds seats, whichever of them a product has. */
const BUYING: readonly Action[] = ['license.add', 'seat.buy'];

/** Whether the signed-in person may buy seats; `undefined` where the product has no such thing. */
export function buyingDecision(scope: AccountScope): Decision | undefined {
  const action = BUYING.find((each) => scope.offers(each));
  const decision = action && scope.decide({ action, draft: true });
  return decision?.effect === 'deny' && decision.reason.key === 'notOffered' ? undefined : decision;
}

/** What is chosen for somebody who gets something out of this pool: a user type, or an add-on. */
function choiceOf(pool: string, scope: AccountScope): Change {
  const { account } = scope;
  const types = account.status === 'ready' ? account.capabilities.people.values?.userType : [];
  return types?.includes(pool) ? { userType: pool } : { addons: [pool] };
}

/**
 * What the policy says of giving this to somebody new, where it needs no seat: `on-prem` needs the meeting connector
 * (ZM-9). `undefined`: it does come out of a pool.
 */
export function withoutSeat(pool: string, scope: AccountScope): Decision | undefined {
  const { account } = scope;
  if (account.status !== 'ready' || Object.hasOwn(account.facts.seats ?? {}, pool))
    return undefined;
  const change = choiceOf(pool, scope);
  if (!change.userType) return undefined;
  const decision = scope.decide({ action: 'user.invite', change, draft: true });
  const needsSeat = decision.effect === 'deny' && decision.reason.key === 'noSeat';
  return needsSeat ? undefined : decision;
}
