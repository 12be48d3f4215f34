import { ACTION_SHAPES, heldRoles, type Action, type EventRecord } from '../../domain/index.ts';
import type { AccountScope } from '../../state/index.ts';

/** Somebody who is nobody in particular, to ask what a role may do. */
const SOMEBODY = 'somebody';
const SOMEBODY_ELSE = 'somebody-else';

/** Whatever may be done in a room, in the order in which it is told. */
const IN_THE_ROOM: readonly Action[] = Object.keys(ACTION_SHAPES).filter((action) =>
  action.startsWith('event.'),
);

/** The roles that somebody holds through a link: those that are of an event, by the policy or the backend's word for it. */
export function linkRoles(scope: AccountScope): readonly string[] {
  const { account, policy } = scope;
  if (policy) return policy.roles.filter((role) => role.scope === 'event').map(({ id }) => id);
  return account.status === 'ready' ? account.roles.map(({ id }) => id) : [];
}

/** What somebody with a role may do in an event of another's, by the policy; nothing is known without one. */
function may(scope: AccountScope, roleId: string, action: Action, organiserId: string): boolean {
  const { account, policy } = scope;
  const decision = policy?.decide({
    action,
    actor: { id: SOMEBODY, roleId, status: 'active' },
    target: { id: 'event', organiserId },
    ...(account.status === 'ready' && { account: account.facts }),
    draft: true,
  });
  return decision !== undefined && decision.effect !== 'deny';
}

/** What whoever holds a role through a link may do in the room, and what not. */
export function abilitiesOf(
  scope: AccountScope,
  roleId: string,
): { readonly may: readonly Action[]; readonly mayNot: readonly Action[] } {
  if (!scope.policy) return { may: [], mayNot: [] };
  const all = IN_THE_ROOM.map((action) => ({
    action,
    isOpen: may(scope, roleId, action, SOMEBODY_ELSE),
  }));
  const some = (isOpen: boolean) => all.flatMap((one) => (one.isOpen === isOpen ? one.action : []));
  return { may: some(true), mayNot: some(false) };
}

/** The roles of the account whose holders have a place in everybody's event, without a link (CM-2). */
export function keptRoles(scope: AccountScope): readonly string[] {
  return (scope.policy?.roles ?? [])
    .filter(({ id, scope: of }) => of !== 'event' && may(scope, id, 'event.run', SOMEBODY_ELSE))
    .map(({ id }) => id);
}

/** Whether the signed-in person holds a role. */
export function isMine(scope: AccountScope, roleId: string): boolean {
  const { account } = scope;
  return account.status === 'ready' && heldRoles(account.actor).includes(roleId);
}

/** Whether an event is the signed-in person's own. */
export function isOwn(scope: AccountScope, { organiserId }: EventRecord): boolean {
  const { account } = scope;
  return account.status === 'ready' && account.actor.id === organiserId;
}

/** The pool that links take their seats from, by the policy (CM-11). */
export function poolOfLinks({ policy }: AccountScope): string | undefined {
  for (const { actions, pool } of policy?.document.seats ?? [])
    if (actions.includes('link.create') && typeof pool === 'object') return pool.name;
  return undefined;
}
