import { actionShapes, type PeopleField } from '../../domain/index.ts';
import type { RoleDef } from '../../policy/index.ts';
import type { AccountFact, Capabilities } from '../capabilities.ts';
import type { AccountData } from './account-data.ts';
import { DOABLE } from './doable.ts';
import type { Field } from '../list/fields.ts';
import type { MemoryOptions } from './options.ts';
import { MAX_SIZE } from '../list/paging.ts';

/** Commands at most in one batch. */
export const MAX_BATCH = 1000;

/** Parts of the account that an action is about; without them there is nothing it could be done to. */
const NEEDS: readonly [pattern: RegExp, ...anyOf: (keyof AccountData)[]][] = [
  [/^subaccount\.|^inbox\.|^user\.assign-subaccounts$/, 'subaccounts'],
  [/^group\.|^user\.assign-group$|^account\.(set-default|move)-group$/, 'groups', 'chatGroups'],
  [/^license\.|^seat\.|^subaccount\.buy$|^user\.transfer-seat$/, 'pools'],
  [/^attribute\./, 'attributes'],
  [/^event\./, 'events'],
];

/** The actions that an account has a use for. What is left out is neither advertised nor done. */
export function offeredBy(
  account: AccountData,
  { policy, without = [] }: MemoryOptions,
  roles: readonly RoleDef[],
): readonly string[] {
  // Roles and rights mean nothing where nothing enforces them, and links hold the roles of events.
  const idle = [
    ...(policy ? [] : ['role.']),
    ...(roles.some(({ scope }) => scope === 'event') ? [] : ['link.']),
  ];
  return DOABLE.filter(
    (action) =>
      !without.includes(action) &&
      !idle.some((noun) => action.startsWith(noun)) &&
      NEEDS.every(
        ([pattern, ...parts]) =>
          !pattern.test(action) || parts.some((part) => account[part] !== undefined),
      ),
  );
}

/** What the backend says it can do: exactly what it has a use, a field or a fact for. */
export function capabilitiesOf(
  offered: readonly string[],
  account: AccountData,
  fields: ReadonlyMap<PeopleField, Field>,
  userTypes: readonly string[],
  { actions, limits = {} }: MemoryOptions,
): Capabilities {
  const facts: AccountFact[] = [
    'roleCounts',
    'pendingRoleCounts',
    'customAttributes',
    'state',
    'runningExports',
  ];
  if (account.pools) facts.push('seats');
  if (account.features) facts.push('features');
  if (account.plan !== undefined) facts.push('plan');
  if (account.deletionAt !== undefined) facts.push('deletionAt');
  return {
    commands: Object.fromEntries(offered.map((action) => [action, limits[action] ?? true])),
    people: {
      search: 'server',
      sort: [...fields.keys()],
      filter: Object.fromEntries([...fields].map(([id, { operators }]) => [id, operators])),
      values: { userType: userTypes },
      boolean: 'nested',
      jump: true,
      totals: 'exact',
      maxSize: MAX_SIZE,
      invitations: 'merged',
    },
    ...(account.subaccounts && {
      subaccounts: { jump: true, totals: 'exact' as const, maxSize: MAX_SIZE },
    }),
    ...(account.events && { events: { jump: true, totals: 'exact' as const, maxSize: MAX_SIZE } }),
    ...(offered.includes('link.revoke') && {
      links: { jump: true, totals: 'exact' as const, maxSize: MAX_SIZE },
    }),
    facts,
    roles: { many: false, editable: offered.includes('role.create') },
    batch: { max: MAX_BATCH, native: true },
    concurrency: 'version',
    idempotency: true,
    live: 'push',
    preview: offered.filter((action) => actionShapes(actions)[action]?.access === 'write'),
    audit: true,
  };
}
