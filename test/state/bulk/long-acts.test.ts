import { expect } from 'chai';
import { createMemoryAdapter } from '../../../src/adapter/memory/index.ts';
import { loadWriting } from '../../../src/adapter/memory/writing.ts';
import type { ChangeData } from '../../../src/domain/index.ts';
import { createScope, type NewCommand } from '../../../src/state/index.ts';
import '../chunk.ts';
import { turn } from '../manual-clock.ts';
import { POLICY } from '../setup.ts';
import { staff } from './people.ts';

/** Invites so many on a page that asks after every change for seats and what can be undone; counts how often their changes were looked at. */
async function looksAt(count: number): Promise<number> {
  const adapter = createMemoryAdapter({
    people: staff(2),
    policy: POLICY,
    actor: 'p0',
    pools: { licensed: 2 * count },
  });
  const scope = createScope({ adapter, policy: POLICY });
  let looks = 0;
  scope.subscribe(() => {
    scope.seats('licensed');
    scope.decide({ action: 'user.invite', draft: true });
  });
  const commands = Array.from({ length: count }, (_, n): NewCommand => {
    const change: ChangeData = {
      people: [{ email: `new${n}@acme.example` }],
      roleId: 'member',
      userType: 'licensed',
    };
    const counted = new Proxy(change, {
      get: (whole, part) => (looks++, Reflect.get(whole, part) as unknown),
    });
    return { action: 'user.invite', change: counted };
  });
  const outcomes = await scope.run(commands);
  expect(outcomes.every(({ status }) => status === 'done')).to.equal(true);
  expect(scope.seats('licensed')).to.include({ used: count, reserved: 0, free: count });
  scope.close();
  return looks;
}

describe('a long act', () => {
  before(loadWriting);

  it('costs twice as much where it is twice as long, with a page that watches every step', async () => {
    const [short, long] = [await looksAt(150), await looksAt(300)];
    expect(long / short).to.be.lessThan(2.5);
  });

  it('lets the page have its turn between batches, also where the backend answers at once', async () => {
    const adapter = createMemoryAdapter({ people: staff(701), policy: POLICY, actor: 'p0' });
    const scope = createScope({ adapter, policy: POLICY });
    const plan = await scope.plan(
      { action: 'user.edit', change: { values: { department: 'North' } } },
      { query: {}, except: [] },
    );
    const run = plan.run();
    let atOnce = 0;
    for (let before = 0; run.progress.done < run.progress.total;) {
      await turn();
      const { done } = run.progress;
      atOnce = Math.max(atOnce, done - before);
      before = done;
    }
    expect(atOnce).to.be.lessThan(301);
    scope.close();
  });
});
