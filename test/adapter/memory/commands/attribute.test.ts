import { expect } from 'chai';
import type { Choice } from '../../../../src/domain/index.ts';
import { setup } from '../setup.ts';

describe('attributes of the memory backend', () => {
  it('ZM-28 are columns from when they are made until they are gone', async () => {
    const { backend, run, refusal, now } = setup({ attributes: [] });
    const { id } = (await run('attribute.create', undefined, {
      values: { id: 'desk', label: 'Desk' },
    })) as Choice;
    expect((await backend.capabilities()).people.sort).to.include('x-desk');
    expect((await backend.account()).facts.customAttributes).to.equal(1);
    await run('user.edit', 'mia', { values: { 'x-desk': '7' } });
    expect(
      (await backend.people({ filter: { field: 'x-desk', op: 'eq', value: '7' } })).total,
    ).to.equal(1);
    await run('attribute.edit', undefined, { values: { id, label: 'Bureau' } });
    expect(backend.dump().attributes).to.deep.equal([{ id: 'desk', label: 'Bureau' }]);
    await run('attribute.delete', undefined, { values: { id } });
    expect(now('mia')?.attributes).to.deep.equal({});
    expect((await backend.capabilities()).people.sort).not.to.include('x-desk');
    expect(await refusal('attribute.delete', undefined, { values: { id } })).to.include({
      kind: 'invalid',
    });
  });
});
