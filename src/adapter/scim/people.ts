import type { PeopleField } from '../../domain/index.ts';
import type { PeopleSource } from '../create-adapter/index.ts';
import { fail } from '../fail.ts';
import { HttpRefusal } from '../http/fetch-json.ts';
import type { Client } from './client.ts';
import { filterOf } from './filter.ts';
import type { Groups } from './groups.ts';
import { personOf, type RoleNames } from './person.ts';
import type { Abilities } from './probe.ts';
import type { ScimUser } from './resources.ts';
import { rowsOf } from './rows.ts';

/** What records hold, whatever the server can do with it. */
const FIELDS: readonly PeopleField[] = [
  'name', 'email', 'role', 'status', 'department', 'jobTitle', 'location', 'manager', 'addon', 'createdAt',
]; // prettier-ignore

/** How the people are asked for on this server. */
export function peopleOf(
  client: Client,
  groups: Groups,
  names: RoleNames,
  abilities: Abilities,
): PeopleSource {
  return {
    paging: 'offset',
    totals: 'exact',
    maxSize: abilities.maxSize,
    search: abilities.search ? 'server' : 'client',
    sort: [...abilities.sort.keys()],
    sortKeys: 1,
    filter: abilities.filter,
    fields: abilities.groups === 'none' ? FIELDS : [...FIELDS, 'group'],
    invitations: 'none',
    read: async ({ offset, size, search, tests, sort }, call) => {
      const filter = filterOf({ search, tests }, names, abilities.heedsCase);
      if (filter === false) return { items: [], total: 0 };
      const [key] = sort;
      const sortBy = key && abilities.sort.get(key.field);
      const query = {
        ...(filter && { filter }),
        ...(sortBy && { sortBy, sortOrder: key.desc ? 'descending' : 'ascending' }),
      };
      const isPlain = !filter && !sortBy;
      const rows = rowsOf<ScimUser>(client, '/Users', { offset, size, query }, call);
      const [{ items, total }, groupIds] = await Promise.all([
        rows.catch((thrown: unknown) => refused(thrown, isPlain)),
        groups.reader(),
      ]);
      return { items: items.map((user) => personOf(user, names, groupIds(user))), total };
    },
  };
}

/** One record with gaps is enough for some to refuse a filter that they else understand: then people are looked through here. */
function refused(thrown: unknown, isPlain: boolean): never {
  if (!isPlain && thrown instanceof HttpRefusal && [400, 403, 501].includes(thrown.status))
    fail('unsupported', 'filter', {
      title: 'The server refused the filter',
      status: thrown.status,
    });
  throw thrown;
}
