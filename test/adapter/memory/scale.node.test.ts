import { expect } from 'chai';
import { createMemoryAdapter } from '../../../src/adapter/memory/index.ts';
import { zoomAccount } from '../../../src/mock/zoom-account.ts';
import { NOW } from './setup.ts';

/** Generous, since a build server may be slow; what is wrong by its order of magnitude still shows. */
const SLOW = 6;

async function took(call: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await call();
  return performance.now() - start;
}

describe('the memory backend with 100,000 people', function () {
  this.timeout(60_000);
  const backend = createMemoryAdapter(zoomAccount({ count: 100_000, now: NOW }));
  const query = { sort: [{ field: 'name' }], locale: 'fr', size: 100 } as const;

  it('sorts them once, and then gives a page without sorting', async () => {
    const first = await took(() => backend.people(query));
    expect(first).to.be.below(1000 * SLOW);
    const pages = await took(async () => {
      for (let offset = 0; offset < 100_000; offset += 1000)
        await backend.people({ ...query, at: { offset } });
    });
    expect(pages).to.be.below(100 * SLOW);
  });

  it('mends its lists after a change', async () => {
    const [person] = (await backend.people(query)).items;
    const target = { kind: 'person', id: person?.id ?? '' } as const;
    const edit = await took(() =>
      backend.run({ id: 'e', action: 'user.edit', target, change: { values: { lastName: 'Zz' } } }),
    );
    expect(edit).to.be.below(20 * SLOW);
    expect(await took(() => backend.people(query))).to.be.below(200 * SLOW);
  });

  it('finds by text and by filter in the time of a breath', async () => {
    await backend.people({ search: 'a' });
    expect(await took(() => backend.people({ ...query, search: 'elodie' }))).to.be.below(
      150 * SLOW,
    );
    expect(
      await took(() =>
        backend.people({ filter: { field: 'department', op: 'eq', value: 'Finance' } }),
      ),
    ).to.be.below(150 * SLOW);
  });

  it('changes a thousand of them in one batch', async () => {
    const ids = backend
      .dump()
      .people.filter(({ roleId }) => roleId === 'member')
      .slice(0, 1000);
    const commands = ids.map(
      ({ id }) =>
        ({
          id,
          action: 'user.edit',
          target: { kind: 'person', id },
          change: { values: { location: 'Lyon' } },
        }) as const,
    );
    const time = await took(async () => {
      const results = await backend.batch(commands);
      expect(results.every(({ ok }) => ok)).to.equal(true);
    });
    expect(time).to.be.below(500 * SLOW);
  });
});
