import { expect } from 'chai';
import { createMemoryAdapter } from '../../src/adapter/memory/index.ts';
import { toProblem, type Problem } from '../../src/adapter/index.ts';
import type { Command } from '../../src/domain/index.ts';
import { MALFORMED, settle, shapesFor, withFaults, type FaultPlan } from './faults.ts';

const people = ['ana', 'bob', 'cem'].map((id) => ({
  id,
  email: `${id}@a.example`,
  roleId: 'member',
}));

function setup(plan: FaultPlan = []) {
  const memory = createMemoryAdapter({ people });
  return { memory, faulty: withFaults(memory, plan) };
}

function rename(id: string, lastName: string, key = `${id}-${lastName}`): Command {
  return {
    id: key,
    action: 'user.edit',
    target: { kind: 'person', id },
    change: { values: { lastName } },
  };
}

async function problem(promise: Promise<unknown>): Promise<Problem> {
  try {
    await promise;
  } catch (thrown) {
    return toProblem(thrown);
  }
  throw new Error('expected a problem');
}

describe('withFaults', () => {
  it('leaves everything as it is without a plan', async () => {
    const { faulty, memory } = setup();
    expect(await faulty.people({})).to.deep.equal(await memory.people({}));
    expect(await faulty.capabilities()).to.deep.equal(await memory.capabilities());
    expect(faulty.calls.map(({ kind }) => kind)).to.deep.equal(['people', 'capabilities']);
  });

  it('does only what the adapter does', () => {
    const { memory } = setup();
    const { batch: _batch, watch: _watch, ...less } = memory;
    const faulty = withFaults(less);
    expect(faulty.batch).to.equal(undefined);
    expect(faulty.watch).to.equal(undefined);
  });

  it('fails the first and third command, and no other', async () => {
    const { faulty, memory } = setup([{ on: 'run', nth: [1, 3], fault: 'drop' }]);
    const results = [];
    for (const name of ['A', 'B', 'C', 'D']) {
      results.push(
        await faulty.run(rename('ana', name)).then(
          () => name,
          () => '-',
        ),
      );
    }
    expect(results).to.deep.equal(['-', 'B', '-', 'D']);
    expect(memory.trail).to.have.length(2);
    expect(faulty.calls.map(({ fault }) => fault?.kind)).to.deep.equal([
      'drop',
      undefined,
      'drop',
      undefined,
    ]);
  });

  it('drops a request before it arrives, or its answer after', async () => {
    const { faulty, memory } = setup([
      { on: 'run', nth: 1, fault: 'drop' },
      { on: 'run', nth: 2, fault: 'drop-after' },
    ]);
    expect(await problem(faulty.run(rename('ana', 'A')))).to.include({
      kind: 'network',
      retryable: true,
    });
    expect(memory.trail).to.have.length(0);
    expect(await problem(faulty.run(rename('ana', 'A')))).to.include({ kind: 'network' });
    expect(memory.trail).to.have.length(1);
    await faulty.run(rename('ana', 'A'));
    expect(memory.trail, 'the retry with the same id is done once').to.have.length(1);
  });

  it('answers 500 and 429 without doing anything', async () => {
    const { faulty, memory } = setup();
    faulty.next('run', '500', '429', { kind: '429', retryAfterMs: 90_000 });
    expect(await problem(faulty.run(rename('ana', 'A')))).to.include({
      kind: 'unavailable',
      status: 500,
    });
    expect(await problem(faulty.run(rename('ana', 'A')))).to.include({
      kind: 'rate-limited',
      retryAfterMs: 2000,
    });
    expect(await problem(faulty.run(rename('ana', 'A')))).to.include({ retryAfterMs: 90_000 });
    expect(memory.trail).to.have.length(0);
  });

  it('answers after 30 seconds of its own clock', async () => {
    const { faulty } = setup([{ on: 'people', fault: 'delay' }]);
    let total: number | undefined;
    void faulty.people({}).then((page) => (total = page.total));
    await faulty.clock.advance(29_999);
    expect(total).to.equal(undefined);
    expect(faulty.clock.waiting).to.equal(1);
    await faulty.clock.advance(1);
    expect(total).to.equal(3);
  });

  it('ends a late call at once when it is aborted', async () => {
    const { faulty } = setup([{ on: '*', fault: 'delay' }]);
    const controller = new AbortController();
    const answer = problem(faulty.people({}, { signal: controller.signal }));
    await settle();
    controller.abort();
    expect(await answer).to.include({ kind: 'aborted' });
    expect(faulty.clock.waiting).to.equal(0);
  });

  it('answers with nonsense of every shape, each different from the truth', async () => {
    for (const kind of ['people', 'person', 'run', 'account'] as const) {
      for (const shape of shapesFor(kind)) {
        const { faulty, memory } = setup([{ on: kind, fault: { kind: 'malformed', shape } }]);
        const calls = {
          people: () => faulty.people({}),
          person: () => faulty.person('ana'),
          run: () => faulty.run(rename('ana', 'A')),
          account: () => faulty.account(),
        };
        const truth = kind === 'people' ? await memory.people({}) : await memory.person('ana');
        expect(await calls[kind](), `${kind} ${shape}`).not.to.deep.equal(truth);
      }
    }
    expect(Object.keys(MALFORMED)).to.have.length.greaterThan(10);
  });

  it('answers an earlier call after a later one', async () => {
    const { faulty } = setup([{ on: 'people', nth: 1, fault: 'out-of-order' }]);
    const order: string[] = [];
    const first = faulty.people({ search: 'ana' }).then(() => order.push('first'));
    const second = faulty.people({ search: 'bob' }).then(() => order.push('second'));
    await Promise.all([first, second]);
    expect(order).to.deep.equal(['second', 'first']);
  });

  it('holds an answer until it is released when no later call comes', async () => {
    const { faulty } = setup([{ on: 'account', nth: 1, fault: 'out-of-order' }]);
    let isAnswered = false;
    void faulty.account().then(() => (isAnswered = true));
    await settle();
    expect(isAnswered).to.equal(false);
    await faulty.release();
    expect(isAnswered).to.equal(true);
  });

  it('aborts by itself', async () => {
    const { faulty } = setup([{ on: 'person', fault: 'abort' }]);
    expect(await problem(faulty.person('ana'))).to.include({ kind: 'aborted', retryable: false });
  });

  it('stays offline until told', async () => {
    const { faulty } = setup([{ on: 'people', nth: 2, fault: 'offline' }]);
    await faulty.people({});
    expect(await problem(faulty.people({}))).to.include({ kind: 'network' });
    expect(await problem(faulty.account())).to.include({ kind: 'network' });
    faulty.online();
    expect((await faulty.people({})).total).to.equal(3);
  });

  it('stays signed out until renewed', async () => {
    const { faulty, memory } = setup();
    faulty.expire();
    expect(await problem(faulty.run(rename('ana', 'A')))).to.include({
      kind: 'unauthenticated',
      status: 401,
    });
    expect(await problem(faulty.people({}))).to.include({ kind: 'unauthenticated' });
    expect(memory.trail).to.have.length(0);
    faulty.renew();
    await faulty.run(rename('ana', 'A'));
    expect(memory.trail).to.have.length(1);
  });

  it('has the same random faults for the same seed, about as often as asked', async () => {
    const kindsOf = async (seed: number) => {
      const { faulty } = setup({
        seed,
        rate: 0.3,
        faults: ['drop', '500', '429', 'drop-after', 'malformed'],
      });
      for (let i = 0; i < 200; i++) await faulty.people({}).catch(() => undefined);
      return faulty.calls.map(({ fault }) => JSON.stringify(fault ?? null));
    };
    const once = await kindsOf(7);
    expect(await kindsOf(7)).to.deep.equal(once);
    expect(await kindsOf(8)).not.to.deep.equal(once);
    expect(once.filter((fault) => fault !== 'null').length).to.be.within(40, 80);
    expect(new Set(once).size).to.be.greaterThan(5);
  });

  it('calms down', async () => {
    const { faulty } = setup([{ on: '*', fault: 'drop' }]);
    faulty.next('people', '500');
    faulty.calm();
    expect((await faulty.people({})).total).to.equal(3);
  });
});
