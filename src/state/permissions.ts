import { ACTION_SHAPES, actionShapes, type KitAction } from '../domain/actions.ts';
import type { AccountFacts, Change, Person } from '../domain/index.ts';
import type { Area, Level, Reach } from '../domain/reach.ts';
import type { Decision, Policy, Target } from '../policy/index.ts';

/** What people ask of a role, with the actions that the answer is made of (RI-17). */
export const AREAS = {
  settings: [
    'settings.open', 'organization.view', 'organization.edit', 'organization.delete', 'subscription.cancel',
  ],
  people: [
    'user.list', 'user.view', 'user.invite', 'user.edit', 'user.change-role', 'user.assign-subaccounts', 'user.delete',
    'invitation.resend', 'invitation.revoke',
  ],
  subaccounts: [
    'subaccount.list', 'subaccount.view-data', 'subaccount.enter', 'subaccount.create', 'subaccount.edit',
  ],
  billing: ['billing.view', 'billing.manage', 'subscription.manage', 'plan.change'],
} as const satisfies Readonly<Record<Area, readonly KitAction[]>>; // prettier-ignore

const OWN = 'own-place';
const OTHER = 'other-place';
const ROOM = { total: 1000, used: 10 };

/** An account on which nothing is used up, so that what is refused is refused to the role. */
export function ampleFacts({ document }: Policy): AccountFacts {
  const pools = [
    ...['licensed', 'large-meeting', 'webinar', 'presenter', 'subaccount', 'meeting', 'training'],
    ...(document.seats ?? []).flatMap(({ pool, among = [] }) =>
      typeof pool === 'object' ? [pool.name] : among,
    ),
  ];
  return {
    roleCounts: Object.fromEntries(
      document.roles.map(({ id, max }) => [id, max === undefined ? 5 : max - 1]),
    ),
    pendingRoleCounts: {},
    seats: Object.fromEntries(pools.map((pool) => [pool, ROOM])),
    features: ['groups', 'chat-groups', 'meeting-connector', 'card-on-file', 'parallel-events'],
    plan: 'business',
    state: 'active',
    customAttributes: 1,
    runningExports: 0,
  };
}

/** Somebody of a role, in the sub-account of whoever asks unless another is named. */
export function someoneOf(roleId: string, place = OWN, id = 'other'): Person {
  return { id, roleId, status: 'active', subaccountIds: [place], userType: 'basic' };
}

/** What an action is about: this person, their sub-account, an event of the one who asks. */
export function targetOf(action: string, person: Person): Target | undefined {
  switch (actionShapes()[action]?.on) {
    case undefined:
      return undefined;
    case 'person':
      return action.startsWith('invitation.') ? { ...person, status: 'pending' } : person;
    case 'subaccount':
      return { id: person.subaccountIds?.[0] ?? OWN, parentId: null, status: 'active' };
    case 'event':
      return { id: 'event-1', organiserId: 'actor' };
    default:
      return { id: 'thing-1' };
  }
}

/** The policy's word on somebody of a role who does this to a person, or to where that person belongs. */
export function askAs(
  policy: Policy,
  roleId: string,
  action: string,
  person: Person,
  change?: Change,
): Decision {
  const target = targetOf(action, person);
  return policy.decide({
    action,
    actor: someoneOf(roleId, OWN, 'actor'),
    account: ampleFacts(policy),
    draft: true,
    ...(target && { target }),
    ...(change && { change }),
  });
}

/** The roles of people on the account; those that are held through an event only are left out. */
export function accountRoles({ roles }: Policy): readonly string[] {
  return roles.filter(({ scope }) => scope !== 'event').map(({ id }) => id);
}

/**
 * How far each role reaches in each area, found out by asking the policy: about somebody of the lowest role close by, and
 * somebody of the highest elsewhere. `full` is all that any role can do there.
 */
export function reachOf(policy: Policy): ReadonlyMap<string, Reach> {
  const roles = accountRoles(policy);
  const cases = casesOf(roles);
  const may = (roleId: string, action: KitAction): readonly boolean[] =>
    cases.map(([person, given]) => {
      const change = action === 'user.invite' ? { roleId: given, subaccountIds: [OWN] } : undefined;
      return askAs(policy, roleId, action, person, change).effect === 'allow';
    });
  const answers = new Map(
    roles.map((roleId) => [
      roleId,
      mapAreas((actions) => actions.map((action) => may(roleId, action))),
    ]),
  );
  return new Map(
    [...answers].map(([roleId, own]) => [
      roleId,
      mapAreas((actions, area) => {
        const all = [...answers.values()].map((each) => each[area]);
        return levelOf(actions, own[area], all);
      }),
    ]),
  );
}

/** The areas in which any role can do anything: of what a product does not have, nothing is said. */
export function areasOf(reach: ReadonlyMap<string, Reach>): readonly Area[] {
  return (Object.keys(AREAS) as Area[]).filter((area) =>
    [...reach.values()].some((levels) => levels[area] !== 'none'),
  );
}

/** Whom things are done to, and which role is given: least and most. */
function casesOf(roles: readonly string[]): readonly (readonly [Person, string])[] {
  const [highest = '', lowest = highest] = [roles[0], roles.at(-1)];
  return [
    [someoneOf(lowest), lowest],
    [someoneOf(highest, OTHER), highest],
  ];
}

function mapAreas<T>(of: (actions: readonly KitAction[], area: Area) => T): Record<Area, T> {
  const entries = (Object.keys(AREAS) as Area[]).map((area) => [area, of(AREAS[area], area)]);
  return Object.fromEntries(entries) as Record<Area, T>;
}

type Answers = readonly (readonly boolean[])[];

function levelOf(actions: readonly KitAction[], own: Answers, all: readonly Answers[]): Level {
  /** Somebody may do this in this case at all. */
  const isPossible = (action: number, at: number): boolean =>
    all.some((each) => each[action]?.[at] ?? false);
  const isWhole = (answers: readonly boolean[], action: number): boolean =>
    answers.every((may, at) => may || !isPossible(action, at));
  const allowed = own.flatMap((answers, action) => (answers.includes(true) ? [action] : []));
  if (allowed.length === 0) return 'none';
  if (own.every(isWhole)) return 'full';
  const isRead = (action: number): boolean =>
    ACTION_SHAPES[actions[action] as KitAction].access === 'read';
  const looksOn = allowed.every((action) => isRead(action) && isWhole(own[action] ?? [], action));
  return looksOn ? 'view' : 'limited';
}
