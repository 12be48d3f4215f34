import {
  AdapterError,
  type AdapterSource,
  type PeopleSource,
  type SourcePerson,
} from '../../../src/adapter/index.ts';
import type { FilterTest } from '../../../src/domain/index.ts';
import { generatePeople } from '../../../src/mock/people.ts';

type Kept = { -readonly [K in keyof SourcePerson]: SourcePerson[K] };

/** What a source was asked for, in the order in which it was. */
export interface Crew {
  readonly source: AdapterSource;
  readonly people: Kept[];
  readonly asked: Parameters<PeopleSource['read']>[0][];
}

/** A plain backend over an array, that pages and does nothing else unless told. */
export function crew(
  own: Partial<PeopleSource> = {},
  more: Partial<AdapterSource> = {},
  count = 47,
): Crew {
  const people: Kept[] = generatePeople({ count, now: Date.parse('2026-11-20T10:00:00Z') }).map(
    (person) => ({ ...person, status: person.status ?? 'active' }),
  );
  const asked: Crew['asked'] = [];
  const paging = own.paging ?? 'offset';
  const find = (id: string) => {
    const person = people.find((one) => one.id === id);
    if (!person) throw new AdapterError({ kind: 'not-found', title: 'Nobody' });
    return person;
  };
  const source: AdapterSource = {
    id: 'crew',
    people: {
      fields: [
        'name',
        'email',
        'role',
        'status',
        'department',
        'jobTitle',
        'createdAt',
        'userType',
      ],
      read: (request) => {
        asked.push(request);
        const { size, page, offset, cursor = '0', tests, search } = request;
        const found = people.filter(
          (person) =>
            tests.every((test) => holds(test, person)) &&
            JSON.stringify(person).toLowerCase().includes(search.toLowerCase()),
        );
        const start = { page: (page - 1) * size, offset, cursor: Number(cursor), whole: 0 }[paging];
        const end = paging === 'whole' ? found.length : start + size;
        return {
          items: found.slice(start, end),
          total: found.length,
          ...(paging === 'cursor' && { next: end < found.length ? String(end) : null }),
        };
      },
      ...own,
      paging,
    },
    account: () => {
      const [first] = people;
      const { id, roleId, status } = find(String(first?.id));
      return { actor: { id, roleId, status } };
    },
    roles: [...new Set(people.map(({ roleId }) => String(roleId)))].map((id) => ({ id })),
    commands: {
      'user.edit': {
        fields: ['jobTitle', 'lastName'],
        run: ({ targetId, change }) => Object.assign(find(targetId), change.values),
      },
      'user.change-role': ({ targetId, change: { roleId } }) => {
        find(targetId).roleId = roleId ?? '';
      },
      'user.suspend': ({ targetId }) => {
        find(targetId).status = 'suspended';
        return new Response(null, { status: 204 });
      },
      'user.reactivate': ({ targetId }) => {
        find(targetId).status = 'active';
      },
      'user.delete': ({ targetId }) => {
        people.splice(people.indexOf(find(targetId)), 1);
      },
    },
    ...more,
  };
  return { source, people, asked };
}

function holds({ field, op, value }: FilterTest, person: SourcePerson): boolean {
  const has = field === 'role' ? String(person.roleId) : person[field as 'status'];
  return op === 'in' ? [value].flat().includes(has) : has === value;
}
