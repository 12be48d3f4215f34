import type { Choice } from '../../domain/index.ts';
import { createAdapter, type AdapterSource, type CreatedAdapter } from '../create-adapter/index.ts';
import { found } from '../create-adapter/found.ts';
import { guardOf } from '../create-adapter/problems.ts';
import { fail } from '../fail.ts';
import type { AccountAdapter, Call } from '../port.ts';
import { bulkOf, outcomeOf } from './bulk.ts';
import { createClient, pathOf, type Client } from './client.ts';
import { commandsOf } from './commands.ts';
import { Groups } from './groups.ts';
import type { ScimOptions } from './options.ts';
import { peopleOf } from './people.ts';
import { personOf, roleNames, rolesOf, type RoleNames } from './person.ts';
import { problemOf } from './problems.ts';
import { ifDone, probe, type Abilities } from './probe.ts';
import { userOf, type ScimUser } from './resources.ts';
import { allRows } from './rows.ts';

const ID = 'scim';

/** An adapter of `createScimAdapter`. */
export type ScimAdapter = AccountAdapter & Required<Pick<AccountAdapter, 'batch' | 'groups'>>;

/**
 * The way to a SCIM 2.0 server (RFC 7643, RFC 7644), rich or lean. What it can do is found out by trying it, at the first call;
 * what it cannot is done here. Its token may do anything to anybody: in a page leave it to your own proxy.
 *
 * ```ts
 * const adapter = createScimAdapter({ baseUrl: '/scim', actor: { id: 'u1', roleId: 'admin' } });
 * ```
 */
export function createScimAdapter(options: ScimOptions): ScimAdapter {
  const client = createClient(options);
  const guard = guardOf({ id: ID, toProblem: problemOf });
  const made = found(async () => createAdapter(await sourceOf(client, options)));
  const ready = (what: string, call: Call | undefined, isWrite = false): Promise<CreatedAdapter> =>
    guard(what, call, () => made(), isWrite);
  return {
    id: ID,
    capabilities: async (call) => (await ready('capabilities', call)).capabilities(call),
    account: async (call) => (await ready('account', call)).account(call),
    people: async (request, call) => (await ready('people', call)).people(request, call),
    person: async (id, call) => (await ready('person', call)).person(id, call),
    roles: async (call) => (await ready('roles', call)).roles(call),
    groups: async (call) => (await ready('groups', call)).groups?.(call) ?? [],
    run: async (command, call) => (await ready(command.action, call)).run(command, call),
    batch: async (commands, call) => (await ready('batch', call)).batch(commands, call),
  };
}

/** What this server does, in the words of `createAdapter`. */
async function sourceOf(client: Client, options: ScimOptions): Promise<AdapterSource> {
  const names = roleNames(options.roleValues, options.defaultRole);
  const abilities = await probe(client, options, names);
  const groups = new Groups(client, abilities);
  const commands = commandsOf(client, groups, names, abilities, options.create === true);
  const { bulk } = abilities;
  return {
    id: ID,
    commands,
    people: peopleOf(client, groups, names, abilities),
    person: async (id, call) => {
      const user = userOf(await client.ask(pathOf('Users', id), {}, call));
      return personOf(user, names, (await groups.reader())(user));
    },
    account: async (call) => ({ actor: await actorOf(client, options, names, call) }),
    // Counting the holders of roles means reading everybody.
    facts: abilities.isLarge ? [] : ['roleCounts', 'pendingRoleCounts'],
    roles: options.roles ?? (() => rolesHeld(client, names, abilities, options)),
    manyRoles: true,
    groups: () => groups.list(),
    ...(bulk && {
      batch: bulkOf(client, bulk, names, (asked, call) => {
        const command = commands[asked.action];
        const run = typeof command === 'object' ? command.run : command;
        return outcomeOf(async () => run?.(asked, call) ?? fail('unsupported'));
      }),
    }),
    toProblem: problemOf,
  };
}

/** SCIM knows who provisions, not who sits before the page; few servers say even that. */
async function actorOf(
  client: Client,
  { actor }: Pick<ScimOptions, 'actor'>,
  names: RoleNames,
  call: Call,
) {
  if (actor) return typeof actor === 'function' ? actor() : actor;
  const me = await ifDone(client.ask('/Me', {}, call));
  if (!me)
    return fail('unsupported', 'no-actor', {
      title: 'The server has no /Me: tell createScimAdapter who is signed in (`actor`)',
    });
  const user = userOf(me);
  const [roleId = names.defaultRole, ...more] = rolesOf(user, names);
  return {
    id: user.id,
    roleId,
    ...(more.length > 0 && { roleIds: [roleId, ...more] }),
    status: user.active === false ? ('suspended' as const) : ('active' as const),
  };
}

/** SCIM lists no roles: there are those that somebody holds, and the one of everyone else. */
async function rolesHeld(
  client: Client,
  names: RoleNames,
  { maxSize }: Pick<Abilities, 'maxSize'>,
  { readWhole = 1000 }: Pick<ScimOptions, 'readWhole'>,
): Promise<readonly Choice[]> {
  const users = await allRows<ScimUser>(client, '/Users', {
    limit: Math.max(readWhole, maxSize),
    size: maxSize,
    query: { attributes: 'roles' },
  });
  const labels = new Map<string, string | undefined>([[names.defaultRole, undefined]]);
  for (const user of users) {
    for (const { value, display } of user.roles ?? [])
      if (value) labels.set(names.idOf(value), labels.get(names.idOf(value)) ?? display);
  }
  return [...labels].map(([id, label]) => ({ id, ...(label && { label }) }));
}
