import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { isRef, type Command } from '../../../src/domain/index.ts';
import { isPending } from '../../../src/state/index.ts';
import { engine } from '../../tools/commands.ts';
import { until } from '../people-page.ts';
import { choose, expectRowsOf, lies, rowOf, withPeople, type FaultyPage } from './faulty-page.ts';
import { comeToRest, step, take, typed, type Step } from './random-person.ts';

/** From `SEQUENCES` and `SEED` of the run; see web-test-runner.config.mjs. */
const { sequences, seed } = (
  globalThis as unknown as { RANDOM: { sequences: number; seed: number } }
).RANDOM;
// One engine walks the whole way, the others see that it is there.
const RUNS = engine === 'chromium' ? sequences : Math.ceil(sequences / 30);

/** What the backend did, by command. */
function expectDoneOnce({ line, backend }: FaultyPage): void {
  const tries = line.calls.flatMap(({ kind, asked }) =>
    kind === 'run'
      ? [asked as Command]
      : kind === 'batch'
        ? [...(asked as readonly Command[])]
        : [],
  );
  const ids = new Set(tries.map(({ id }) => id));
  const done = backend.trail.filter(({ action }) => action === 'user.change-role');
  expect(done.length, 'nothing is done twice').to.be.at.most(ids.size);
  for (const { target } of tries) expect(isRef(target)).to.equal(true);
}

describe(`<user-table> at the hands of a random person, on a bad line (SEED=${seed})`, function () {
  this.timeout(600_000);

  before('what is fetched on demand is there', async () => {
    const page = await withPeople({ count: 30 });
    await choose(page, rowOf(page, 'member'), 'Admin');
    await until(() => page.done() === 1, 'a role was changed');
    await until(() => !page.scope.activities.some(isPending), 'and that is known');
  });

  it(`says what the backend holds, loses nothing typed and does nothing twice: ${RUNS} times`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 3, maxLength: 12 }),
        async (steps: readonly Step[]) => {
          const page = await withPeople({ count: 30 });
          try {
            for (const one of steps) await take(page, one);
            const search = steps.findLast((one) => one.do === 'search');
            await comeToRest(page);
            expect(
              page.scope.activities
                .filter(isPending)
                .map(({ phase, command }) => `${phase} ${command.action}`),
              'nothing hangs',
            ).to.deep.equal([]);
            expect(typed(page), 'what was typed').to.equal(search?.text ?? '');
            expect(lies(page), 'what is shown and not held').to.deep.equal([]);
            await expectRowsOf(page);
            expectDoneOnce(page);
            expect(page.log, 'errors that nobody was told of').to.deep.equal([]);
          } finally {
            page.scope.close();
            page.host.remove();
          }
        },
      ),
      {
        numRuns: RUNS,
        seed,
        asyncReporter: (out) => {
          if (!out.failed) return Promise.resolve();
          const why = out.errorInstance instanceof Error ? out.errorInstance.message : '';
          throw new Error(`${why}\n${String(fc.defaultReportMessage(out))}`);
        },
      },
    );
  });
});
