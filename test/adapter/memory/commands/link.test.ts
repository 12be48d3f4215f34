import { expect } from 'chai';
import type { EventLink, Ref } from '../../../../src/domain/index.ts';
import clickmeeting from '../../../../src/policy/presets/clickmeeting.ts';
import type { MemoryOptions } from '../../../../src/adapter/memory/index.ts';
import { person, problemOf, setup } from '../setup.ts';

const EVENTS = [
  { id: 'e1', name: 'Product tour', organiserId: 'hana', startsAt: '2026-11-21T10:00:00Z' },
  { id: 'e2', name: 'Onboarding', organiserId: 'ben', startsAt: '2026-11-20T14:00:00Z' },
];
const e1: Ref = { kind: 'event', id: 'e1' };
const e2: Ref = { kind: 'event', id: 'e2' };

const room = (more: Partial<MemoryOptions> = {}) =>
  setup({
    people: [person('hana', { roleId: 'host' }), person('ben', { roleId: 'multi-user' })],
    policy: clickmeeting,
    events: EVENTS,
    pools: { presenter: 3 },
    features: [],
    ...more,
  });

const linkIn = (value: unknown): EventLink => value as EventLink;
const at = ({ id }: EventLink): Ref => ({ kind: 'link', id });

describe('links into events', () => {
  it('CM-7 takes a presenter seat from the moment the link is created, CM-11 and frees it when it is revoked', async () => {
    const { backend, run, refusal } = room();
    const used = async () => (await backend.account()).facts.seats?.['presenter']?.used;
    const first = linkIn(await run('link.create', e1, { roleId: 'presenter' }));
    expect(await used()).to.equal(1);
    await run('link.create', e1, { roleId: 'speaker' });
    await run('link.create', e2, { roleId: 'moderator' });
    expect(await used()).to.equal(3);
    expect(await refusal('link.create', e1, { roleId: 'speaker' })).to.include({ kind: 'quota' });
    await run('link.revoke', at(first));
    expect(await used()).to.equal(2);
    expect(await refusal('link.revoke', at(first))).to.include({ kind: 'not-found' });
  });

  it('lists them by event, oldest first, and tells the address of one alone', async () => {
    const { backend, run } = room();
    const made = linkIn(
      await run('link.create', e1, { roleId: 'presenter', values: { label: 'Ada' } }),
    );
    await run('link.create', e2, { roleId: 'speaker' });
    const { items } = await backend.links({ eventIds: ['e1'] });
    expect(items).to.deep.equal([made]);
    expect(made).to.include({ roleId: 'presenter', eventId: 'e1', label: 'Ada' });
    expect((await backend.links({})).items).to.have.length(2);
    const address = await backend.linkAddress(made.id);
    expect(address).to.match(/^https:\/\//);
    expect(JSON.stringify([items, made, backend.trail])).not.to.include(address);
    expect(await problemOf(backend.linkAddress('gone'))).to.include({ kind: 'not-found' });
  });

  it('CM-7 lets whoever holds it run the event without an account, and nobody see what is not theirs', async () => {
    const { backend, run, refusal } = room();
    const made = linkIn(await run('link.create', e1, { roleId: 'presenter' }));
    await run('link.create', e1, { roleId: 'speaker' });
    backend.actAs(made.id);
    expect((await backend.account()).actor).to.include({ id: made.id, roleId: 'presenter' });
    expect((await backend.events({})).items.map(({ id }) => id)).to.deep.equal(['e1']);
    expect((await backend.links({})).items).to.deep.equal([]);
    expect(await problemOf(backend.people({}))).to.include({ kind: 'forbidden' });
    await run('event.start', e1);
    await run('event.end', e1);
    expect(await refusal('event.start', e2)).to.include({ kind: 'not-found' });
  });

  it('is closed at once when it is revoked', async () => {
    const { backend, run } = room();
    const made = linkIn(await run('link.create', e1, { roleId: 'presenter' }));
    backend.set({ links: [] });
    backend.actAs(made.id);
    expect(await problemOf(backend.account())).to.include({ kind: 'unauthenticated' });
  });

  it('CM-8 takes single rights from whoever holds one link, and gives them back', async () => {
    const { backend, run, refusal } = room();
    const made = linkIn(await run('link.create', e1, { roleId: 'presenter' }));
    const narrowed = linkIn(await run('role.restrict', at(made), { rights: ['event.start'] }));
    expect(narrowed).to.include({ id: made.id });
    expect(narrowed.restricted).to.deep.equal(['event.start']);
    expect(narrowed.version).not.to.equal(made.version);
    backend.actAs(made.id);
    expect(await refusal('event.start', e1)).to.include({ kind: 'forbidden' });
    backend.actAs('hana');
    await run('role.unrestrict', at(made), { rights: ['event.start'] });
    backend.actAs(made.id);
    await run('event.start', e1);
    backend.actAs('hana');
    expect(await refusal('role.restrict', at(made), { rights: ['event.record'] })).to.include({
      code: 'clickmeeting/rights-by-support',
    });
    const speaker = linkIn(await run('link.create', e1, { roleId: 'speaker' }));
    expect(await refusal('role.restrict', at(speaker), { rights: ['event.start'] })).to.include({
      code: 'clickmeeting/rights-of-presenters',
    });
  });

  it('CM-6 runs one event at a time unless the add-on is there, CM-5 and a multi-user only their own', async () => {
    const { backend, run, refusal } = room();
    await run('event.start', e1);
    expect(await refusal('event.start', e1)).to.include({ kind: 'conflict' });
    backend.actAs('ben');
    expect(await refusal('event.start', e2)).to.include({ code: 'another-event-runs' });
    expect(await refusal('event.start-parallel', e2)).to.include({
      code: 'clickmeeting/parallel-events',
    });
    expect(await refusal('event.end', e1)).to.include({ code: 'clickmeeting/own-events' });
    backend.set({ features: ['parallel-events'] });
    await run('event.start-parallel', e2);
    expect((await backend.events({})).items.map(({ status }) => status)).to.deep.equal([
      'running',
      'running',
    ]);
    await run('event.end', e2);
    expect(await refusal('event.end', e2)).to.include({ code: 'not-running' });
  });

  it('knows no event that is not there, and tells who watches of links and events', async () => {
    const { backend, refusal } = room();
    expect(
      await refusal('link.create', { kind: 'event', id: 'e9' }, { roleId: 'presenter' }),
    ).to.include({ kind: 'not-found' });
    const topics: string[] = [];
    const { signal } = new AbortController();
    backend.watch(({ topic }) => topics.push(topic), { signal });
    backend.set({ links: [], events: [] });
    expect(topics).to.include.members(['links', 'events']);
  });

  it('offers neither where the account has no events and no such roles', async () => {
    const { backend } = setup();
    const { commands, links, events } = await backend.capabilities();
    expect({ links, events }).to.deep.equal({ links: undefined, events: undefined });
    expect(Object.keys(commands).filter((action) => /^(link|event)\./.test(action))).to.deep.equal(
      [],
    );
  });
});
