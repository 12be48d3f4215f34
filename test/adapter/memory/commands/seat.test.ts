import { expect } from 'chai';
import type { EventLink } from '../../../../src/domain/index.ts';
import { POLICY, setup } from '../setup.ts';

describe('links and seats of the memory backend', () => {
  const policy = {
    ...POLICY,
    roles: [
      ...POLICY.roles,
      { id: 'presenter', scope: 'event' as const, permissions: ['event.*'] as const },
    ],
    seats: [
      {
        id: 'acme/presenter',
        actions: ['link.create'],
        pool: { name: 'presenter' },
        roles: ['presenter'],
      },
    ],
  };

  it('CM-7 CM-11 take a presenter seat from when the link is made until it is revoked', async () => {
    const { backend, run, refusal } = setup({ policy, pools: { presenter: 1 } });
    const link = (await run(
      'link.create',
      { kind: 'event', id: 'e' },
      { roleId: 'presenter' },
    )) as EventLink;
    expect(await backend.linkAddress(link.id)).to.match(/^https:/);
    const { seats, roleCounts } = (await backend.account()).facts;
    expect(seats).to.deep.equal({ presenter: { total: 1, used: 1, pending: 0 } });
    expect(roleCounts).to.deep.include({ presenter: 1 });
    expect(await refusal('link.create', undefined, { roleId: 'presenter' })).to.include({
      kind: 'quota',
      code: 'acme/presenter',
    });
    await run('link.revoke', { kind: 'link', id: link.id });
    await run('link.create', undefined, { roleId: 'presenter' });
    expect(await refusal('link.revoke', { kind: 'link', id: link.id })).to.include({
      kind: 'not-found',
    });
  });

  it('LM-4 are bought, by whichever name a change gives the pool', async () => {
    const { backend, run, refusal } = setup({ pools: { licensed: 1 } });
    await run('license.add', undefined, { userType: 'licensed', count: 4 });
    await run('license.add', undefined, { addons: ['webinar'] });
    await run('seat.buy', undefined, { products: ['a', 'b'], count: 2 });
    await run('seat.buy', undefined, { values: { pool: 'presenter' }, count: 3 });
    expect(backend.dump().pools).to.deep.equal({
      licensed: 5,
      webinar: 1,
      a: 2,
      b: 2,
      presenter: 3,
    });
    expect(await refusal('license.add', undefined, { count: 4 })).to.include({ kind: 'invalid' });
  });
});
