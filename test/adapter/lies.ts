import { AdapterError, type AccountAdapter } from '../../src/adapter/index.ts';
import { type PageRequest } from '../../src/domain/index.ts';

/** A way for an adapter to be wrong, and the check that has to notice. */
export interface Lie {
  readonly what: string;
  readonly check: string;
  tell(honest: AccountAdapter): Partial<AccountAdapter>;
}

const offsetOf = ({ at }: PageRequest) => (typeof at === 'object' ? at.offset : undefined);

/** Ways of being wrong about what is read, and about what can be done at all. */
export const LIES_READING: readonly Lie[] = [
  {
    what: 'lists events of a standing that nobody knows',
    check: 'events-are-told',
    tell: (honest) => ({
      events: async (request, call) => {
        const page = await honest.events!(request, call);
        return {
          ...page,
          items: page.items.map((one) => ({ ...one, status: 'live' as 'running' })),
        };
      },
    }),
  },
  {
    what: 'lists addresses of links',
    check: 'links-keep-their-address',
    tell: (honest) => ({
      links: async (request, call) => {
        const page = await honest.links!(request, call);
        return {
          ...page,
          items: page.items.map((one) => ({ ...one, label: `https://e.example/${one.id}` })),
        };
      },
    }),
  },
  {
    what: 'answers the links of all events for those of one',
    check: 'links-keep-their-address',
    tell: (honest) => ({ links: (_, call) => honest.links!({}, call) }),
  },
  {
    what: 'advertises a command and answers unsupported',
    check: 'advertised-commands-are-done',
    tell: (honest) => ({
      run: (command, call) =>
        command.action === 'user.suspend'
          ? Promise.reject(new AdapterError({ kind: 'unsupported', title: 'Not yet' }))
          : honest.run(command, call),
    }),
  },
  {
    what: 'does a command that it does not advertise',
    check: 'unadvertised-commands-are-unsupported',
    tell: (honest) => ({
      capabilities: async (call) => {
        const all = await honest.capabilities(call);
        const { 'user.suspend': _hidden, ...commands } = all.commands;
        return { ...all, commands };
      },
    }),
  },
  {
    what: 'drops a row between pages',
    check: 'pages-lose-nobody',
    tell: (honest) => ({
      people: async (request, call) => {
        const page = await honest.people(request, call);
        return typeof request.at === 'string' ? { ...page, items: page.items.slice(1) } : page;
      },
    }),
  },
  {
    what: 'repeats the last row of a page on the next',
    check: 'pages-lose-nobody',
    tell: (honest) => {
      let last: Awaited<ReturnType<AccountAdapter['person']>> | undefined;
      return {
        people: async (request, call) => {
          const page = await honest.people(request, call);
          const items =
            typeof request.at === 'string' && last ? [last, ...page.items.slice(1)] : page.items;
          last = page.items.at(-1);
          return { ...page, items };
        },
      };
    },
  },
  {
    what: 'counts one too many',
    check: 'pages-lose-nobody',
    tell: (honest) => ({
      people: async (request, call) => {
        const page = await honest.people(request, call);
        return { ...page, total: (page.total ?? 0) + 1 };
      },
    }),
  },
  {
    what: 'repeats the first page past the end',
    check: 'past-the-end-is-empty',
    tell: (honest) => ({
      people: async (request, call) => {
        const page = await honest.people(request, call);
        const isPast = (offsetOf(request) ?? 0) >= (page.total ?? 0);
        return isPast ? honest.people({ ...request, at: { offset: 0 } }, call) : page;
      },
    }),
  },
  {
    what: 'counts offsets from one',
    check: 'jumps-land-where-they-should',
    tell: (honest) => ({
      people: (request, call) => {
        const offset = offsetOf(request);
        return honest.people(offset ? { ...request, at: { offset: offset - 1 } } : request, call);
      },
    }),
  },
  {
    what: 'gives more rows than asked for',
    check: 'pages-are-no-larger-than-asked',
    tell: (honest) => ({
      people: (request, call) => honest.people({ ...request, size: 20 }, call),
    }),
  },
  {
    what: 'ignores which way to sort',
    check: 'sorts-by-what-it-advertises',
    tell: (honest) => ({
      people: (request, call) =>
        honest.people(
          { ...request, sort: (request.sort ?? []).map(({ field }) => ({ field })) },
          call,
        ),
    }),
  },
  {
    what: 'sorts another field than asked for',
    check: 'sorts-by-what-it-advertises',
    tell: (honest) => ({
      people: (request, call) => {
        const sort = (request.sort ?? []).map((key) =>
          key.field === 'department' ? { ...key, field: 'email' as const } : key,
        );
        return honest.people({ ...request, sort }, call);
      },
    }),
  },
  {
    what: 'sorts by code unit instead of collation',
    check: 'sorts-by-what-it-advertises',
    tell: (honest) => ({
      people: async (request, call) => {
        if (request.sort?.[0]?.field !== 'jobTitle') return honest.people(request, call);
        const page = await honest.people({ ...request, size: 1000 }, call);
        const key = ({ jobTitle = '\uffff' }) => jobTitle.replace('Senior', 'senior');
        return { ...page, items: [...page.items].sort((a, b) => (key(a) < key(b) ? -1 : 1)) };
      },
    }),
  },
  {
    what: 'ignores a filter',
    check: 'filters-by-what-it-advertises',
    tell: (honest) => ({
      people: (request, call) => {
        const { filter, ...rest } = request;
        const isIgnored = filter && 'field' in filter && filter.field === 'location';
        return honest.people(isIgnored ? rest : request, call);
      },
    }),
  },
  {
    what: 'takes `or` for `and`',
    check: 'filters-by-any-tree',
    tell: (honest) => ({
      people: (request, call) => {
        const { filter } = request;
        return honest.people(
          filter && 'or' in filter ? { ...request, filter: { and: filter.or } } : request,
          call,
        );
      },
    }),
  },
  {
    what: 'ignores a sort field that it does not know',
    check: 'refuses-fields-it-does-not-know',
    tell: (honest) => ({
      people: (request, call) =>
        honest.people(request, call).catch((thrown: unknown) => {
          if (request.sort) return honest.people({}, call);
          throw thrown;
        }),
    }),
  },
  {
    what: 'minds accents when searching',
    check: 'search-finds-who-matches',
    tell: (honest) => ({
      people: async (request, call) => {
        const page = await honest.people(request, call);
        const { search } = request;
        if (!search) return page;
        return { ...page, items: page.items.filter((one) => JSON.stringify(one).includes(search)) };
      },
    }),
  },
  {
    what: 'swallows errors',
    check: 'missing-people-are-not-found',
    tell: (honest) => ({
      person: (id, call) =>
        honest
          .person(id, call)
          .catch(() => ({ id, email: 'a@b.example', roleId: 'x', status: 'active' as const })),
    }),
  },
  {
    what: 'swallows the refusal of a command',
    check: 'missing-people-are-not-found',
    tell: (honest) => ({ run: (command, call) => honest.run(command, call).catch(() => null) }),
  },
  {
    what: 'rejects with errors of its own',
    check: 'missing-people-are-not-found',
    tell: (honest) => ({
      person: (id, call) => honest.person(id, call).catch(() => Promise.reject(new Error('404'))),
    }),
  },
  {
    what: 'does not listen to an abort',
    check: 'aborted-calls-end-as-aborted',
    tell: (honest) => ({ people: (request) => honest.people(request) }),
  },
  {
    what: 'gives numbers for ids',
    check: 'records-are-whole',
    tell: (honest) => ({
      people: async (request, call) => {
        const page = await honest.people(request, call);
        return {
          ...page,
          items: page.items.map((one, i) => ({ ...one, id: i as unknown as string })),
        };
      },
    }),
  },
  {
    what: 'hands out what it holds',
    check: 'answers-are-copies',
    tell: (honest) => {
      const held = new Map<string, object>();
      const own = <T extends { readonly id: string }>(record: T): T => {
        if (!held.has(record.id)) held.set(record.id, { ...record });
        return held.get(record.id) as T;
      };
      return {
        people: async (request, call) => {
          const page = await honest.people(request, call);
          return { ...page, items: page.items.map(own) };
        },
      };
    },
  },
  {
    what: 'drops a sub-account between pages',
    check: 'sub-accounts-are-all-listed',
    tell: (honest) => ({
      subaccounts: async (request, call) => {
        const page = await honest.subaccounts!(request, call);
        return request.at === undefined ? page : { ...page, items: page.items.slice(1) };
      },
    }),
  },
  {
    what: 'ignores what sub-accounts are searched for',
    check: 'sub-accounts-are-found-by-name',
    tell: (honest) => ({
      subaccounts: ({ search: _ignored, ...request }, call) => honest.subaccounts!(request, call),
    }),
  },
  {
    what: 'does not listen to an abort of another list',
    check: 'other-lists-heed-an-abort',
    tell: (honest) => ({ groups: () => honest.groups!() }),
  },
  {
    what: 'keeps a group to itself that people are in',
    check: 'groups-are-those-people-are-in',
    tell: () => ({ groups: async () => [] }),
  },
];
