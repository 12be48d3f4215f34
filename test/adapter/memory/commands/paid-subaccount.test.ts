import { expect } from 'chai';
import type { Subaccount } from '../../../../src/domain/index.ts';
import { clickmeetingAccount } from '../../../../src/mock/clickmeeting-account.ts';
import { DAY, NOW, problemOf, setup } from '../setup.ts';

const sub = (id: string) => ({ kind: 'subaccount', id }) as const;
const paid = () => setup(clickmeetingAccount({ now: NOW, freeSlots: 1 }));

describe('paid sub-accounts of the memory backend', () => {
  it('CM-12 are bought pro rata until the period ends, and charged in full from then on', async () => {
    const { backend } = paid();
    const command = { id: 'b', action: 'subaccount.buy', change: { count: 2, values: { size: '100' } } }; // prettier-ignore
    const { cost } = await backend.preview([command]);
    // Ten and a half of the thirty days of November are left.
    expect(cost).to.deep.equal({
      amount: Math.round((9000 * 10.5) / 30),
      currency: 'EUR',
      proratedUntil: '2026-12-01T00:00:00.000Z',
      nextCharge: {
        amount: 9000,
        currency: 'EUR',
        at: '2026-12-01T00:00:00.000Z',
        every: 'month',
      },
    });
  });

  it('CM-12 use up the slots in the order in which they were bought, with their sizes', async () => {
    const { backend, run } = paid();
    await run('subaccount.buy', undefined, { count: 1, values: { size: '200' } });
    const make = (pageName: string) =>
      run('subaccount.create', undefined, {
        values: { pageName, userName: 'Ada', email: `${pageName}@a.example` },
      });
    expect(await make('one')).to.include({
      name: 'one',
      size: '50',
      status: 'awaiting-activation',
    });
    expect(await make('two')).to.include({ name: 'two', size: '200' });
    expect(await problemOf(make('three'))).to.include({ kind: 'quota' });
    expect(backend.dump().slots).to.deep.equal([]);
  });

  it('CM-12 are not sold at another price than the one that was shown', async () => {
    const { backend } = paid();
    const command = { id: 'b', action: 'subaccount.buy', change: { count: 1, values: { size: '25' } } }; // prettier-ignore
    const { token = '' } = await backend.preview([command]);
    backend.set({ prices: { subaccount: { '25': { amount: 9900, currency: 'EUR' } } } });
    const withToken = { ...command, change: { ...command.change, token } };
    expect(await problemOf(backend.run(withToken))).to.include({
      kind: 'conflict',
      code: 'price-changed',
    });
    const again = await backend.preview([command]);
    expect(again.cost?.nextCharge?.amount).to.equal(9900);
    await backend.run({ ...command, change: { ...command.change, token: again.token ?? '' } });
    expect(backend.dump().pools).to.include({ subaccount: 8 });
  });

  it('CM-12 come in the sizes that are on sale, and take the fields that were told', async () => {
    const { refusal } = paid();
    const buying = await refusal('subaccount.buy', undefined, { count: 1, values: { size: '7' } });
    expect(buying.fields?.[0]).to.deep.equal({ pointer: '/change/values/size', code: 'unknown' });
    const making = await refusal('subaccount.create', undefined, {
      values: { pageName: 'x', name: 'y' },
    });
    expect(making.fields?.[0]?.pointer).to.equal('/change/values/name');
  });

  it('CM-13 are billed no more once they have ended, and leave no slot behind', async () => {
    const { backend, run, refusal } = paid();
    const slots = async () => (await backend.account()).facts.seats?.['subaccount'];
    expect(await slots()).to.deep.equal({ total: 6, used: 5, pending: 0 });
    await run('subaccount.cancel', sub('sub_atelier-lyon'));
    backend.clock.advance(11 * DAY);
    expect(await slots()).to.deep.equal({ total: 5, used: 4, pending: 0 });
    expect(await refusal('subaccount.edit', sub('sub_atelier-lyon'), { values: { pageName: 'x' } })).to.include({ kind: 'conflict', code: 'has-ended' }); // prettier-ignore
    await run('subaccount.delete', sub('sub_atelier-lyon'));
    expect(await slots()).to.deep.equal({ total: 5, used: 4, pending: 0 });
    await run('subaccount.delete', sub('sub_support-emea'));
    expect(await slots()).to.deep.equal({ total: 5, used: 3, pending: 0 });
    expect(backend.dump().slots).to.deep.equal(['50', '200']);
  });

  it('CM-13 tell until when one lives before it is cancelled', async () => {
    const { backend } = paid();
    const { perTarget } = await backend.preview([
      { id: 'c', action: 'subaccount.cancel', target: sub('sub_atelier-lyon') },
    ]);
    expect(perTarget[0]?.effects).to.deep.equal([
      { code: 'ends-at-period', params: { until: '2026-12-01T00:00:00.000Z' } },
    ]);
  });

  it('CM-18 cost the difference when they get larger, and nothing when smaller', async () => {
    const { backend } = paid();
    const cost = async (size: string) =>
      (await backend.preview([{ id: 'r', action: 'subaccount.resize', target: sub('sub_atelier-lyon'), change: { values: { size } } }])).cost; // prettier-ignore
    expect(await cost('200')).to.deep.include({ amount: Math.round((4400 * 10.5) / 30) });
    expect((await cost('200'))?.nextCharge?.amount).to.equal(7900);
    expect(await cost('25')).to.deep.include({ amount: 0 });
    expect((await cost('25'))?.nextCharge?.amount).to.equal(2500);
    expect(await cost('50'), 'nothing changes').to.equal(undefined);
  });

  it('CM-19 go to the next person with their name and address', async () => {
    const { backend, run } = paid();
    const next = (await run('subaccount.reassign', sub('sub_atelier-lyon'), {
      people: [{ email: 'neu@a.example' }],
      values: { userName: 'Neu' },
    })) as Subaccount;
    expect(next).to.include({ email: 'neu@a.example', userName: 'Neu', name: 'atelier-lyon' });
    expect(backend.mails.at(-1)).to.include({ to: 'neu@a.example', kind: 'activation' });
  });
});
