import { PERSON_STATUSES } from '../../../domain/index.ts';
import type { Check } from '../check.ts';
import { ensure, skip } from '../ensure.ts';

/** An id that no backend has given anyone. */
export const NOBODY = 'conformance-nobody-7f3a';

export const recordChecks: readonly Check[] = [
  {
    name: 'records-are-whole',
    promise: 'gives every person an opaque id, an address, a role and a standing',
    run: async (subject) => {
      for (const { id, email, roleId, roleIds, status } of await subject.everyone()) {
        ensure(
          typeof id === 'string' && id,
          `an id is ${JSON.stringify(id)}; ids are texts, also where a backend counts`,
        );
        ensure(typeof email === 'string' && email, `${id} has no address`);
        ensure(typeof roleId === 'string' && roleId, `${id} has no role`);
        ensure(
          !roleIds || roleIds[0] === roleId,
          `${id} has roleIds that do not start with roleId`,
        );
        ensure(
          (PERSON_STATUSES as readonly string[]).includes(status),
          `${id} has the status ${status}`,
        );
      }
    },
  },
  {
    name: 'one-person-is-their-row',
    promise: 'gives for an id the same person as the list does',
    run: async (subject) => {
      const people = await subject.everyone();
      if (people.length === 0) skip('there are no people');
      for (const row of [people[0], people[people.length >> 1], people.at(-1)]) {
        if (!row) continue;
        const { id, email, roleId, status } = await subject.adapter.person(row.id);
        ensure(
          id === row.id && email === row.email && roleId === row.roleId && status === row.status,
          `person(${row.id}) is not the row of that id`,
        );
      }
    },
  },
  {
    name: 'missing-people-are-not-found',
    promise: 'answers not-found for an id that nobody has, whether read or written to',
    run: async (subject) => {
      const { adapter } = subject;
      await subject.refused('person()', ['not-found'], () => adapter.person(NOBODY));
      if (!subject.offers('user.edit')) return;
      const command = subject.command(
        'user.edit',
        { kind: 'person', id: NOBODY },
        { values: { lastName: 'Nobody' } },
      );
      await subject.refused('user.edit', ['not-found', 'forbidden', 'rule'], () =>
        adapter.run(command),
      );
    },
  },
  {
    name: 'roles-are-those-people-hold',
    promise: 'lists every role once, among them all that people hold',
    run: async (subject) => {
      const roles = (await subject.adapter.roles()).map(({ id }) => id);
      ensure(new Set(roles).size === roles.length, 'a role is listed twice');
      for (const { id, roleId } of await subject.everyone()) {
        ensure(roles.includes(roleId), `${id} holds ${roleId}, which roles() does not list`);
      }
    },
  },
  {
    name: 'answers-are-copies',
    promise: 'gives out nothing through which a caller could change what the next one reads',
    run: async (subject) => {
      const { adapter } = subject;
      const page = await adapter.people({ size: 1 });
      const [row] = page.items;
      if (!row) return skip('there are no people');
      const before = JSON.stringify(row);
      for (const held of [row, await adapter.person(row.id)]) {
        tamper(held, 'email', 'tampered@conformance.example');
        tamper(held, 'roleId', 'tampered');
        for (const list of Object.values(held))
          if (Array.isArray(list)) tamper(list, '0', 'tampered');
      }
      tamper(page.items, '0', { id: 'tampered' });
      const { items } = await adapter.people({ size: 1 });
      ensure(
        JSON.stringify(items[0]) === before,
        'what a caller did to a row came back with the next page',
      );
    },
  },
  {
    name: 'requests-are-left-alone',
    promise: 'takes frozen requests, and does not write into them',
    run: async ({ adapter, capabilities }) => {
      const search = capabilities.people.search ? { search: 'a' } : {};
      const request = Object.freeze({ ...search, sort: Object.freeze([]), size: 1 });
      await adapter.people(request, Object.freeze({}));
    },
  },
];

/** Writes where a caller should not be able to; a frozen record throws, and that is well. */
function tamper(object: object, key: string, value: unknown): void {
  try {
    (object as Record<string, unknown>)[key] = value;
  } catch {
    // Frozen: nothing was changed.
  }
}
