import { expect } from 'chai';
import type { WatchEvent } from '../../../src/adapter/index.ts';
import { DAY, NOW, person, PEOPLE, setup } from './setup.ts';

describe('controls of the memory backend', () => {
  it('change people behind the back of whoever looks, who is told', async () => {
    const { backend } = setup();
    const events: WatchEvent[] = [];
    const controller = new AbortController();
    backend.watch((event) => events.push(event), { signal: controller.signal });
    const { version } = await backend.person('mia');
    backend.edit('mia', { roleId: 'admin', department: undefined });
    const mia = await backend.person('mia');
    expect(mia).to.include({ roleId: 'admin' }).and.not.to.have.property('department');
    expect(mia.version).not.to.equal(version);
    backend.edit('max', null);
    backend.add(person('neu', { roleId: 'admin' }), person('mia', { firstName: 'Other' }));
    backend.set({ plan: 'pro' });
    backend.actAs('adam');
    expect(events).to.deep.equal([
      { topic: 'people', ids: ['mia'] },
      { topic: 'people', ids: ['max'] },
      { topic: 'people', ids: ['neu', 'mia'] },
      { topic: 'account' },
      { topic: 'account' },
    ]);
    expect((await backend.people({})).items.map(({ id }) => id)).to.deep.equal([
      'olga',
      'adam',
      'mia',
      'pia',
      'stan',
      'neu',
    ]);
    controller.abort();
    backend.edit('mia', {});
    expect(events).to.have.length(5);
    expect(backend.trail, 'nobody did it').to.have.length(0);
  });

  it('survive a refused command after them', async () => {
    const { backend, refusal } = setup();
    backend.edit('mia', { lastName: 'Kept' });
    await refusal('user.edit', 'mia', { values: { email: 'x' } });
    expect((await backend.person('mia')).lastName).to.equal('Kept');
  });

  it('sign someone else in', async () => {
    const { backend } = setup();
    backend.actAs('adam');
    expect((await backend.account()).actor.id).to.equal('adam');
  });

  it('move the clock, over the one that was given', async () => {
    let real = NOW;
    const { backend } = setup({ now: () => new Date(real) });
    backend.clock.advance(DAY);
    expect((await backend.account()).now).to.equal(new Date(NOW + DAY).toISOString());
    real += DAY;
    expect(backend.clock.now()).to.equal(NOW + 2 * DAY);
  });

  it('change what the account has, part by part', async () => {
    const { backend } = setup({ pools: { licensed: 5, webinar: 1 }, plan: 'pro' });
    backend.set({ pools: { licensed: 9 } });
    const { facts } = await backend.account();
    expect(facts.plan).to.equal('pro');
    expect(facts.seats).to.deep.equal({
      licensed: { total: 9, used: 4, pending: 1 },
      webinar: { total: 1, used: 1, pending: 0 },
    });
    backend.set({ state: 'cancelled', runningExports: 1 });
    expect((await backend.account()).facts).to.include({ state: 'cancelled', runningExports: 1 });
  });

  it('give out everything as it is, and nothing that could be changed', async () => {
    const { backend, run } = setup();
    await run('user.delete', 'stan');
    const dump = backend.dump();
    expect(dump.people.map(({ id }) => id)).to.deep.equal(
      PEOPLE.map(({ id }) => id).filter((id) => id !== 'stan'),
    );
    expect(dump.trail).to.deep.equal(backend.trail);
    expect(Object.isFrozen(dump.people) && Object.isFrozen(dump)).to.equal(true);
    await run('user.delete', 'max');
    expect(dump.people).to.have.length(5);
  });

  it('let a call take its time, or several of them times of their own', async () => {
    const waits = [80, 5];
    const { backend } = setup({ latency: () => waits.shift() ?? 0 });
    const order: string[] = [];
    await Promise.all([
      backend.people({}).then(() => order.push('first')),
      backend.people({}).then(() => order.push('second')),
    ]);
    expect(order).to.deep.equal(['second', 'first']);
  });
});
