import { expect } from 'chai';
import * as z from 'zod/mini';
import { PROBLEM_KINDS } from '../../../src/adapter/index.ts';
import { createMemoryAdapter } from '../../../src/adapter/memory/index.ts';
import type { Filter } from '../../../src/domain/index.ts';
import * as schemas from '../../../src/domain/schemas/index.ts';
import { zoomAccount } from '../../../src/mock/zoom-account.ts';
import { MALFORMED, shapesFor } from '../../adapter/malformed.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const backend = () =>
  createMemoryAdapter({
    ...zoomAccount({ count: 80, now: NOW }),
    subaccounts: [{ id: 's', name: 'S' }],
    events: [{ id: 'e', name: 'E', status: 'running', startsAt: '2026-11-20T12:00:00Z' }],
    roles: [{ id: 'presenter', permissions: [], scope: 'event' }],
    links: [{ id: 'l', roleId: 'presenter', eventId: 'e', restricted: ['event.end'] }],
  });

/** Paths of what is wrong, as texts. */
function wrong(schema: z.ZodMiniType, value: unknown): string[] {
  return (z.safeParse(schema, value).error?.issues ?? []).map(({ path }) => path.join('/'));
}

const PERSON = { id: 'a', email: 'a@b.example', roleId: 'member', status: 'active' };

describe('schemas', () => {
  it('let everything pass that the memory backend answers, and change none of it', async () => {
    const adapter = backend();
    const page = await adapter.people({ size: 100 });
    await adapter.run({
      id: 'k',
      action: 'user.edit',
      target: { kind: 'person', id: page.items[3]?.id ?? '' },
      change: { values: { location: 'Lyon' } },
    });
    for (const [schema, answer] of [
      [schemas.page(schemas.personRecord), page],
      [schemas.personRecord, page.items[0]],
      [schemas.accountSnapshot, await adapter.account()],
      [z.array(schemas.choice), await adapter.roles()],
      [z.array(schemas.group), await adapter.groups()],
      [schemas.page(schemas.subaccount), await adapter.subaccounts({})],
      [schemas.page(schemas.eventRecord), await adapter.events({})],
      [schemas.page(schemas.eventLink), await adapter.links({})],
      [schemas.linkAddress, { address: await adapter.linkAddress('l') }],
      [schemas.page(schemas.auditEntry), await adapter.audit({})],
    ] as const) {
      expect(z.parse(schema, answer)).to.deep.equal(answer);
    }
  });

  it('keep fields that they do not know, at every depth', () => {
    const person = { ...PERSON, badge: 7, 'x-host': { floor: 3 } };
    expect(
      z.parse(schemas.page(schemas.personRecord), { items: [person], cursorVersion: 2 }),
    ).to.deep.equal({ items: [person], cursorVersion: 2 });
  });

  for (const [what, value, path] of [
    ['a number for an id', { ...PERSON, id: 2 ** 53 }, 'id'],
    ['an empty id', { ...PERSON, id: '' }, 'id'],
    ['no address', { ...PERSON, email: undefined }, 'email'],
    ['a standing that is none', { ...PERSON, status: 'expired' }, 'status'],
    ['a list with a hole', { ...PERSON, addons: ['a', null] }, 'addons/1'],
    ['null where something is absent', { ...PERSON, department: null }, 'department'],
  ] as const) {
    it(`refuse a person with ${what}`, () =>
      expect(wrong(schemas.personRecord, value)).to.deep.equal([path]));
  }

  it('refuse every malformed page', async () => {
    const page = await backend().people({ size: 5 });
    for (const shape of shapesFor('people')) {
      expect(
        wrong(schemas.page(schemas.personRecord), MALFORMED[shape](page)),
        shape,
      ).not.to.deep.equal([]);
    }
  });

  it('know every kind of problem', () => {
    for (const kind of PROBLEM_KINDS)
      expect(wrong(schemas.problem, { kind, title: 'x', retryable: false })).to.deep.equal([]);
    expect(wrong(schemas.problem, { kind: 'teapot', title: 'x' })).to.deep.equal([
      'kind',
      'retryable',
    ]);
  });

  const filters: readonly [Filter | object, boolean][] = [
    [{ field: 'role', op: 'eq', value: 'admin' }, true],
    [{ and: [{ or: [] }, { field: 'x-desk', op: 'in', value: ['a'] }] }, true],
    [{ field: 'x-desk', op: 'exists' }, true],
    [{ field: 'shoe size', op: 'eq', value: 1 }, false],
    [{ field: 'role', op: 'like', value: 'a' }, false],
    [{ and: [{ or: [{ field: 'role' }] }] }, false],
    [{ not: [] }, false],
  ];
  for (const [filter, isFilter] of filters) {
    it(`${isFilter ? 'know' : 'refuse'} the filter ${JSON.stringify(filter)}`, () => {
      expect(z.safeParse(schemas.filter, filter).success).to.equal(isFilter);
    });
  }

  it('know both kinds of target, and what a change may hold', () => {
    const command = {
      id: 'k',
      action: 'user.edit',
      change: { values: { lastName: null }, people: [{ email: 'a@b.example' }] },
    };
    for (const target of [
      { kind: 'person', id: 'a' },
      { query: { sort: [{ field: 'name' }] }, except: [] },
    ]) {
      expect(wrong(schemas.command, { ...command, target })).to.deep.equal([]);
    }
    expect(
      wrong(schemas.command, { ...command, target: { kind: 'planet', id: 'a' } }),
    ).to.deep.equal(['target']);
    expect(wrong(schemas.command, { ...command, change: { addons: 'webinar' } })).to.deep.equal([
      'change/addons',
    ]);
  });
});
