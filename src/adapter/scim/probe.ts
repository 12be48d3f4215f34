import type { FilterOperator, PeopleField } from '../../domain/index.ts';
import { HttpRefusal } from '../http/fetch-json.ts';
import type { Client } from './client.ts';
import { filterOf, quoted } from './filter.ts';
import type { ScimOptions } from './options.ts';
import { personOf, valuesOf, type RoleNames } from './person.ts';
import { isObject, listOf, userOf, type ScimGroup, type ScimUser } from './resources.ts';

/** What a server does, as it was seen to. */
export interface Abilities {
  /** Rows in one answer at most. */
  readonly maxSize: number;
  readonly bulk: { readonly maxOperations: number; readonly maxPayloadSize: number } | undefined;
  /** More people than are read whole: what the server can do, it has to. */
  readonly isLarge: boolean;
  readonly search: boolean;
  /** To it, `Ann` is not `ann`, although the schema says so. */
  readonly heedsCase: boolean;
  /** Attributes that it sorts by, by the field that they are. */
  readonly sort: ReadonlyMap<PeopleField, string>;
  readonly filter: Readonly<Partial<Record<PeopleField, readonly FilterOperator[]>>>;
  /** `told`: users come with their groups, as they should; `members`: only groups tell. */
  readonly groups: 'none' | 'told' | 'members';
}

const MOST_ROWS = 200;
const FEWEST_ROWS = 100;
/** Nobody is called this. */
const NOBODY = 'qzxjvkwqzxjvkw';
const BIG_BANG = '1970-01-01T00:00:00Z';
const REFUSED: readonly number[] = [400, 403, 404, 405, 501];

/** `undefined` where a server does not do what it was asked for; everything else that goes wrong is told. */
export async function ifDone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (thrown) {
    if (thrown instanceof HttpRefusal && REFUSED.includes(thrown.status)) return undefined;
    throw thrown;
  }
}

/**
 * Finds out what a server does by trying it: `ServiceProviderConfig` says no more than that there are filters. Each ability is
 * proven by two questions whose answers differ: one that somebody must match, one that nobody can.
 */
export async function probe(
  client: Client,
  { groups, readWhole = 1000 }: Pick<ScimOptions, 'groups' | 'readWhole'>,
  names: RoleNames,
): Promise<Abilities> {
  const one = { query: { startIndex: 1, count: 1 } };
  const [config, users, group] = await Promise.all([
    ifDone(client.ask('/ServiceProviderConfig')),
    client.ask('/Users', one).then((answer) => listOf<ScimUser>(answer, '/Users')),
    groups === false
      ? undefined
      : ifDone(client.ask('/Groups', one).then((answer) => listOf<ScimGroup>(answer, '/Groups'))),
  ]);
  const isLarge = users.totalResults > readWhole;
  const [sample] = users.items;
  const { filter, bulk } = isObject(config) ? config : {};
  const most = numberOf(filter, 'maxResults') ?? FEWEST_ROWS;
  const probed =
    isLarge && sample ? await probeList(client, sample, users.totalResults, names) : NOTHING;
  return {
    ...probed,
    maxSize: Math.min(most, MOST_ROWS),
    isLarge,
    bulk:
      isObject(bulk) && bulk['supported'] === true
        ? {
            maxOperations: numberOf(bulk, 'maxOperations') ?? FEWEST_ROWS,
            maxPayloadSize: numberOf(bulk, 'maxPayloadSize') ?? 2 ** 20,
          }
        : undefined,
    groups: group ? await howGroupsAreTold(client, group.items[0]) : 'none',
  };
}

const NOTHING = {
  search: false,
  heedsCase: false,
  sort: new Map<PeopleField, string>(),
  filter: {},
};

function numberOf(from: unknown, key: string): number | undefined {
  const value = isObject(from) ? from[key] : undefined;
  return Number.isInteger(value) && Number(value) > 0 ? Number(value) : undefined;
}

/** What it does to the list of users: three abilities, none of which another one says anything about. */
async function probeList(client: Client, sample: ScimUser, total: number, names: RoleNames) {
  /** How many match; `undefined` where the question is refused. */
  const count = async (filter: string): Promise<number | undefined> => {
    const answer = await ifDone(client.ask('/Users', { query: { filter, count: 0 } }));
    return answer === undefined ? undefined : listOf(answer, '/Users').totalResults;
  };
  const tells = async (of: (value: string) => string, value: string | undefined) => {
    if (!value || /["\\]/.test(value)) return false;
    const [none, some = 0] = [await count(of(NOBODY)), await count(of(value))];
    return none === 0 && some > 0;
  };
  const searching = (text: string) => String(filterOf({ search: text, tests: [] }, names));
  const letters = /[a-z]{3,6}/i.exec(sample.userName ?? '')?.[0];
  const search = await tells(searching, letters);
  const heedsCase =
    search &&
    (await count(searching(String(letters).toUpperCase()))) !==
      (await count(searching(String(letters).toLowerCase())));
  const filter: Partial<Record<PeopleField, readonly FilterOperator[]>> = {};
  if (await tells((value) => `roles.value eq ${quoted(value)}`, valuesOf(sample.roles)[0]))
    filter.role = ['eq', 'in'];
  const [on = 0, off = 0] = [await count('active eq true'), await count('active eq false')];
  // Whoever has no `active` is neither, and counts as active here.
  if (on + off === total && on > 0) filter.status = ['eq', 'in'];
  const created = (op: string) => count(`meta.created ${op} ${quoted(BIG_BANG)}`);
  if ((await created('gt')) === total && (await created('lt')) === 0)
    filter.createdAt = ['lt', 'gt'];
  const isAddress = personOf(sample, names, undefined).email === sample.userName;
  const sort = new Map<PeopleField, string>();
  for (const [field, attribute] of [
    ['name', 'displayName'],
    ...(isAddress ? [['email', 'userName'] as const] : []),
    ['createdAt', 'meta.created'],
  ] as const)
    if (await isSorted(client, attribute)) sort.set(field, attribute);
  return { search, heedsCase, sort, filter };
}

/** Whoever comes first in one direction comes last in the other; where both are the same, nothing was sorted. */
async function isSorted(client: Client, sortBy: string): Promise<boolean> {
  const first = async (sortOrder: string) => {
    const answer = await ifDone(
      client.ask('/Users', { query: { startIndex: 1, count: 1, sortBy, sortOrder } }),
    );
    return answer && listOf<ScimUser>(answer, '/Users').items[0]?.id;
  };
  const [up, down] = [await first('ascending'), await first('descending')];
  return up !== undefined && down !== undefined && up !== down;
}

/** A member is asked whether they know of their group; many servers leave that to whoever keeps their data. */
async function howGroupsAreTold(
  client: Client,
  group: ScimGroup | undefined,
): Promise<'told' | 'members'> {
  for (const { value } of group?.members?.slice(0, 3) ?? []) {
    if (!value) continue;
    // Of somebody deleted, a reference may have been left.
    const answer = await ifDone(client.ask(`/Users/${encodeURIComponent(value)}`));
    if (answer !== undefined)
      return valuesOf(userOf(answer).groups).length > 0 ? 'told' : 'members';
  }
  return 'members';
}
