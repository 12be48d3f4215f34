import { expect } from 'chai';
import fc from 'fast-check';
import { isRef, type Command } from '../../src/domain/index.ts';
import type { Outcome } from '../../src/state/index.ts';
import { isPending } from '../../src/state/index.ts';
import { faulty, held, rows, type Faulty } from './faulty.ts';
import { PEOPLE, step, take, type Step } from './random-steps.ts';
import { turn } from './manual-clock.ts';
import { quietConsole } from './quiet.ts';
import { runs, SEED } from './seed.ts';
import { noUnhandledRejections } from './unhandled.ts';

/** After everything has come to an end, what the page says is what is true. */
async function expectTruth(
  all: Faulty,
  steps: readonly Step[],
  running: readonly Promise<unknown>[],
  isForgetful: boolean,
): Promise<void> {
  const { acts, asked, executed, memory, scope, window } = all;
  await Promise.all(running);
  expect(scope.activities.filter(isPending)).to.deep.equal([]);
  expect(window.refreshing).to.equal(false);

  // Everything asked for came to an end and was done at most once. What was tried again has more than one ending;
  // an act of many is told when the last of it has ended, so these do not come in their order.
  const endings = new Map<string, Outcome[]>();
  for (const outcome of acts.flat())
    endings.set(outcome.command.id, [...(endings.get(outcome.command.id) ?? []), outcome]);
  for (const id of new Set(executed)) {
    const statuses = endings.get(id)?.map(({ status }) => status) ?? [];
    const unsure = statuses.filter((status) => status === 'uncertain').length;
    expect(statuses.includes('done') || unsure > 0).to.equal(true);
    // Twice only by the hand of who saw that it was uncertain, where the backend forgets and the record has changed since.
    const often = executed.filter((one) => one === id).length;
    expect(often).to.be.at.most(isForgetful ? 1 + unsure : 1);
  }
  for (const [id, outcomes] of endings) {
    const done = outcomes.find(({ status }) => status === 'done');
    if (done && !executed.includes(id)) expect(wasSoAnyway(done, all)).to.equal(true);
    // Nobody is asked without being told.
    expect(asked.flat().filter((one) => one === id).length).to.be.at.most(outcomes.length);
  }
  for (const { id, state } of scope.recent) {
    expect(state).to.be.oneOf(['open', 'undone', 'closed']);
    expect(endings.get(id)?.some(({ status }) => status === 'done')).to.equal(true);
  }

  // Acts on many have an ending for each, and count them.
  for (const run of all.runs) {
    const { total, ...counts } = run.progress;
    expect(run.status).to.equal('ended');
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).to.equal(total);
    for (const { command, status } of run.outcomes)
      expect(endings.get(command.id)?.some((one) => one.status === status)).to.equal(true);
  }
  expect(scope.bulkRuns).to.deep.equal([]);

  // And the page shows what the backend holds: of what was done here without being asked again, ...
  const people = held(memory);
  const isOnlyUs = !steps.some((one) => one.do.endsWith('elsewhere'));
  const unsure = new Set(
    acts
      .flat()
      .flatMap(({ status, command }) => (status === 'uncertain' ? [targetOf(command)] : [])),
  );
  if (isOnlyUs && !window.problem) {
    const shown = steps.findLast((one) => one.do === 'show')?.row ?? 0;
    for (let n = shown; n <= Math.min(shown + 15, window.length - 1); n++) {
      const row = window.at(n);
      if (!row || !unsure.has(row.id)) expect(row).to.deep.equal(people.get(row?.id ?? ''));
    }
  }

  // ... and all of it when it is.
  await scope.refresh();
  for (let row = 0; row < PEOPLE; row += 100) {
    window.show(row, row + 100);
    await turn();
  }
  expect(window.problem).to.equal(undefined);
  expect(window.length).to.equal(people.size);
  expect(rows(window)).to.deep.equal([...people.values()]);
  if (scope.account.status !== 'ready') throw new Error('The account is not known');
  expect(scope.account.actor).to.deep.equal(people.get('p0'));
}

function targetOf({ target }: Command): string {
  return isRef(target) ? target.id : '';
}

/** Not done by this, yet so: someone else was faster, here or elsewhere. */
function wasSoAnyway({ command }: Outcome, { was }: Faulty): boolean {
  const id = targetOf(command);
  const { roleId } = command.change ?? {};
  const wanted = roleId !== undefined ? [roleId] : ['gone', 'suspended', 'active'];
  return wanted.some((state) => was.has(`${id} ${state}`));
}

const BACKENDS = {
  'knows what it did': { forgetful: false, blind: false },
  'forgets what it did': { forgetful: true, blind: false },
  'forgets, and knows no versions': { forgetful: true, blind: true },
};

for (const [name, backend] of Object.entries(BACKENDS)) {
  describe(`anything that may happen, on a backend that ${name} (SEED=${SEED})`, () => {
    quietConsole();
    noUnhandledRejections();

    it('ends with the truth on the page, nothing done twice, and nobody left waiting', async function () {
      this.timeout(0);
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { minLength: 5, maxLength: 40 }),
          fc.nat(),
          fc.constantFrom(0, 0.1, 0.3, 0.6),
          async (steps, faults, rate) => {
            const all = await faulty({ people: PEOPLE, ...backend, plan: { seed: faults, rate } });
            const running: Promise<unknown>[] = [];
            for (const one of steps) await take(all, one, running);
            await all.calmDown();
            await expectTruth(all, steps, running, backend.forgetful);
          },
        ),
        { seed: SEED, numRuns: runs(200) },
      );
    });
  });
}
