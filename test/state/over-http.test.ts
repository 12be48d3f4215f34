import { expect } from 'chai';
import { getResponse } from 'msw';
import { createRestAdapter } from '../../src/adapter/rest/index.ts';
import { createMockBackend, handlers } from '../../src/mock/index.ts';
import { createRandom } from '../../src/mock/random.ts';
import zoom from '../../src/policy/presets/zoom.ts';
import { createScope, type Outcome } from '../../src/state/index.ts';
import { ManualClock, turn } from './manual-clock.ts';

const NOW = Date.parse('2026-11-21T09:00:00Z');
const BASE = 'https://mock.example/api';

/** Edits of several people on a bad line, one after the other and at once; resolves with what became of each. */
async function edits(seed: number) {
  const backend = createMockBackend({ seed, count: 20, now: NOW });
  const answerers = handlers(backend, { baseUrl: BASE });
  const adapter = createRestAdapter({
    baseUrl: BASE,
    fetch: async (url, init) => {
      const response = await getResponse(answerers, new Request(url, init));
      if (!response || response.type === 'error') throw new TypeError('Failed to fetch');
      return response;
    },
  });
  const clock = new ManualClock(NOW);
  const scope = createScope({ adapter, policy: zoom, clock });
  const { people } = backend.memory.dump();
  const random = createRandom(seed);
  const editable = people.filter(({ ownedFields, status }) => !ownedFields && status === 'active');
  const targets = Array.from({ length: 8 }, () => random.pick(editable.slice(1)));
  while (scope.account.status === 'loading') await turn();
  backend.conditions.failureRate = 0.35;

  const sent = targets.map(({ id }, nth) =>
    scope.run({
      action: 'user.edit',
      target: { kind: 'person', id },
      change: { values: { jobTitle: `Title ${nth}` } },
    }),
  );
  let outcomes: readonly Outcome[] | undefined;
  void Promise.all(sent).then((all) => (outcomes = all));
  while (!outcomes) {
    await clock.advance(1000);
    await turn();
  }
  scope.close();
  return { backend, outcomes };
}

describe('a scope on the rest adapter, on a bad line', () => {
  for (let seed = 1; seed <= 25; seed++) {
    it(`says of every change what became of it, and does none twice (seed ${seed})`, async () => {
      const { backend, outcomes } = await edits(seed);
      const { trail, dump } = backend.memory;
      const made = new Map<string, number>();
      for (const { targetId = '', action } of trail)
        if (action === 'user.edit') made.set(targetId, (made.get(targetId) ?? 0) + 1);
      const sure = new Map<string, number>();
      const unsure = new Map<string, number>();
      for (const { command, status } of outcomes) {
        const id = (command.target as { readonly id: string }).id;
        if (status === 'done') sure.set(id, (sure.get(id) ?? 0) + 1);
        if (status === 'uncertain') unsure.set(id, (unsure.get(id) ?? 0) + 1);
      }
      for (const { id } of dump().people) {
        const least = sure.get(id) ?? 0;
        expect(made.get(id) ?? 0, id).to.be.within(least, least + (unsure.get(id) ?? 0));
      }
    });
  }
});
