import type { Subaccount } from '../../../domain/index.ts';
import type { Check } from '../check.ts';
import { ensure, ensureSameIds, skip } from '../ensure.ts';
import type { Subject } from '../subject.ts';
import { plain } from './search.ts';

/** How a list of sub-accounts is read, where there is one. */
function listOf({ adapter, capabilities }: Subject) {
  if (!adapter.subaccounts || !capabilities.subaccounts) return skip('there are no sub-accounts');
  return adapter.subaccounts.bind(adapter);
}

async function everyOne(subject: Subject, size?: number, search?: string): Promise<readonly Subaccount[]> {
  const list = listOf(subject);
  const found: Subaccount[] = [];
  const seen = new Set<string>();
  for (let at: string | undefined; ;) {
    const { items, next } = await list({
      ...(size !== undefined && { size }),
      ...(search !== undefined && { search }),
      ...(at !== undefined && { at }),
    });
    found.push(...items);
    if (next === undefined) return found;
    ensure(!seen.has(next), 'the pages of sub-accounts never end');
    if (found.length > subject.options.maxPeople) skip('too many sub-accounts');
    seen.add((at = next));
  }
} // prettier-ignore

export const subaccountChecks: readonly Check[] = [
  {
    name: 'sub-accounts-are-all-listed',
    promise: 'pages through the sub-accounts: none twice, none lost, each with an id and a name',
    run: async (subject) => {
      const all = await everyOne(subject);
      for (const { id, name } of all) {
        ensure(typeof id === 'string' && id, `the id of a sub-account is ${JSON.stringify(id)}`);
        ensure(typeof name === 'string' && name, `the sub-account ${id} has no name`);
      }
      const ids = all.map(({ id }) => id);
      ensure(new Set(ids).size === ids.length, 'a sub-account is listed twice');
      const parts = await everyOne(subject, Math.max(1, Math.ceil(all.length / 3)));
      ensureSameIds(
        parts.map(({ id }) => id),
        ids,
        'the sub-accounts in pages',
      );
    },
  },
  {
    name: 'sub-accounts-are-found-by-name',
    promise: 'finds the sub-accounts whose names hold the text, and no others',
    run: async (subject) => {
      const all = await everyOne(subject);
      const [first] = all;
      if (!first) return skip('there are no sub-accounts');
      const search = first.name.slice(0, 4).trim();
      const found = await everyOne(subject, undefined, search);
      const expected = all.filter(({ name }) => plain(name).includes(plain(search)));
      const ids = (list: readonly Subaccount[]) => list.map(({ id }) => id);
      ensureSameIds(ids(found), ids(expected), `searching ${search}`, true);
      const nothing = await everyOne(subject, undefined, 'qzxjvkwqzxjvkw');
      ensure(nothing.length === 0, 'a name that none has finds some');
    },
  },
  {
    name: 'other-lists-heed-an-abort',
    promise: 'ends a list of sub-accounts, groups or the trail as aborted when its signal was aborted',
    run: async (subject) => {
      const { adapter, capabilities } = subject;
      const call = { signal: AbortSignal.abort() };
      const lists: (readonly [string, () => Promise<unknown>])[] = [];
      if (capabilities.subaccounts && adapter.subaccounts)
        lists.push(['subaccounts', () => listOf(subject)({}, call)]);
      if (adapter.groups) lists.push(['groups', adapter.groups.bind(adapter, call)]);
      if (capabilities.audit && adapter.audit)
        lists.push(['audit', adapter.audit.bind(adapter, {}, call)]);
      if (lists.length === 0) skip('there are no other lists');
      for (const [name, list] of lists) await subject.refused(`${name}() aborted`, ['aborted'], list);
    },
  },
  {
    name: 'groups-are-those-people-are-in',
    promise: 'lists every group once, among them all that people are in',
    run: async (subject) => {
      const { adapter } = subject;
      if (!adapter.groups) return skip('there are no groups');
      const groups = (await adapter.groups()).map(({ id }) => id);
      ensure(groups.every((id) => typeof id === 'string' && id), 'a group has no id'); // prettier-ignore
      ensure(new Set(groups).size === groups.length, 'a group is listed twice');
      for (const { id, groupIds = [] } of await subject.everyone())
        for (const group of groupIds)
          ensure(groups.includes(group), `${id} is in ${group}, which groups() does not list`);
    },
  },
]; // prettier-ignore
