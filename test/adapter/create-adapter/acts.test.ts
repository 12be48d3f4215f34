import { expect } from 'chai';
import {
  AdapterError, createAdapter, HttpRefusal, type AdapterSource, type Asked, type BatchAnswer,
} from '../../../src/adapter/index.ts'; // prettier-ignore
import type { Command } from '../../../src/domain/index.ts';
import { problemOf } from '../memory/setup.ts';
import { crew } from './crew.ts';

const suspend = (id: string, n = 0): Command => ({
  id: `c-${id}-${n}`,
  action: 'user.suspend',
  target: { kind: 'person', id },
});

/** A promise that is settled from outside. */
function gate() {
  let open!: () => void;
  const opened = new Promise<void>((done) => (open = done));
  return { open, opened };
}

const turn = () => new Promise((done) => setTimeout(done));

describe('createAdapter, sending', () => {
  describe('many commands to a backend that takes one', () => {
    it('sends a few at a time, those about one person in order, and answers in the order of the commands', async () => {
      const order: string[] = [];
      let [now, most] = [0, 0];
      const run = async ({ id, targetId }: Asked) => {
        most = Math.max(most, ++now);
        // The first ones take longest.
        for (let i = Number(targetId.slice(1)); i < 9; i++) await turn();
        order.push(id);
        now--;
        return { id: targetId, label: id };
      };
      const { source } = crew({}, { commands: { 'user.suspend': run } });
      const commands = [1, 2, 3, 4, 5, 6, 7, 8, 1, 1].map((n, i) => suspend(`p${n}`, i));
      const adapter = createAdapter(source);
      expect((await adapter.capabilities()).batch).to.deep.equal({ max: 1000, native: false });
      const results = await adapter.batch(commands);
      expect(
        results.map((one) => one.ok && one.value && 'label' in one.value && one.value.label),
      ).to.deep.equal(commands.map(({ id }) => id));
      expect(most).to.equal(4);
      expect(order.filter((id) => id.startsWith('c-p1-'))).to.deep.equal([
        'c-p1-0',
        'c-p1-8',
        'c-p1-9',
      ]);
      expect(order).not.to.deep.equal(commands.map(({ id }) => id));
    });

    it('lets a refusal befall one command alone, whatever it is', async () => {
      const run = ({ targetId }: Asked) => {
        if (targetId === 'p1') throw new HttpRefusal(403, new Headers(), undefined);
        if (targetId === 'p2') throw new RangeError('a mistake');
        return null;
      };
      const { source } = crew({}, { person: () => null, commands: { 'user.suspend': run } });
      const results = await createAdapter(source).batch([
        ...['p1', 'p2', 'p3', '..'].map((id) => suspend(id)),
        { id: 'x', action: 'user.nothing' },
      ]);
      expect(results.map((one) => (one.ok ? one.value : one.problem.kind))).to.deep.equal(
        ['forbidden', 'unknown', null, 'not-found', 'unsupported'],
      ); // prettier-ignore
    });

    it('ends as a whole when the sign-in is lost, and sends nothing more', async () => {
      let sent = 0;
      const run = () => {
        sent++;
        throw new HttpRefusal(401, new Headers(), undefined);
      };
      const { source } = crew({}, { commands: { 'user.suspend': run } });
      const commands = Array.from({ length: 40 }, (_, i) => suspend(`p${i}`));
      expect(await problemOf(createAdapter(source).batch(commands))).to.include({
        kind: 'unauthenticated',
      });
      expect(sent).to.be.at.most(4);
    });

    it('ends as a whole when it is aborted, and sends nothing more', async () => {
      let sent = 0;
      const { open, opened } = gate();
      const run = async () => {
        sent++;
        await opened;
        return { id: 'x' };
      };
      const { source } = crew({}, { commands: { 'user.suspend': run } });
      const abort = new AbortController();
      const commands = Array.from({ length: 40 }, (_, i) => suspend(`p${i}`));
      const answer = problemOf(createAdapter(source).batch(commands, { signal: abort.signal }));
      await turn();
      abort.abort();
      expect(await answer).to.include({ kind: 'aborted' });
      open();
      await turn();
      expect(sent).to.equal(4);
    });
  });

  describe('many commands to a backend that takes them at once', () => {
    const sent: (readonly Asked[])[] = [];
    const withBatch = (answers: (asked: readonly Asked[]) => readonly BatchAnswer[]) => {
      sent.length = 0;
      const { source } = crew({ maxSize: 50 });
      return createAdapter({
        ...source,
        batch: () => ({ max: 5, run: (asked) => (sent.push(asked), answers(asked)) }),
      });
    };

    it('sends those that are complete, and answers for all in order', async () => {
      const { people } = crew();
      const [a, b] = people.map(({ id }) => String(id));
      const adapter = withBatch(([first]) => [
        { value: null },
        { error: new HttpRefusal(409, new Headers(), { first }) },
      ]);
      expect((await adapter.capabilities()).batch).to.deep.equal({ max: 5, native: true });
      const results = await adapter.batch([
        { id: 'x', action: 'user.nothing' },
        suspend(a ?? ''),
        suspend(b ?? ''),
      ]);
      expect(sent.map((asked) => asked.map(({ targetId }) => targetId))).to.deep.equal([[a, b]]);
      expect(results.map((one) => (one.ok ? one.value?.id : one.problem.kind))).to.deep.equal([
        'unsupported',
        a,
        'conflict',
      ]);
    });

    it('trusts none of fewer answers than commands', async () => {
      const adapter = withBatch(() => []);
      expect(await problemOf(adapter.batch([suspend('a')]))).to.include({
        kind: 'unknown',
        code: 'malformed',
      });
    });

    it('refuses more than it takes, and sends nothing for nothing', async () => {
      const adapter = withBatch(() => []);
      const many = Array.from({ length: 6 }, (_, i) => suspend(`p${i}`));
      expect(await problemOf(adapter.batch(many))).to.include({
        kind: 'invalid',
        code: 'too-many',
      });
      expect(await adapter.batch([])).to.deep.equal([]);
      expect(await adapter.batch([{ id: 'x', action: 'user.nothing' }])).to.have.length(1);
      expect(sent).to.deep.equal([]);
    });
  });

  it('takes a response that is handed back for what it says', async () => {
    const answers: Readonly<Record<string, Response>> = {
      done: new Response('ok'),
      refused: Response.json({ title: 'No', code: 'owner/min', kind: 'rule' }, { status: 409 }),
    };
    const { source } = crew(
      {},
      { person: () => null, commands: { 'user.suspend': ({ targetId }) => answers[targetId] } },
    );
    const adapter = createAdapter(source);
    expect(await adapter.run(suspend('done'))).to.equal(null);
    expect(await problemOf(adapter.run(suspend('refused')))).to.include({
      kind: 'rule',
      code: 'owner/min',
    });
  });
});

describe('createAdapter, failing', () => {
  const failing = (thrown: unknown, more: Partial<AdapterSource> = {}) => {
    const read = () => {
      throw thrown;
    };
    return createAdapter(crew({ read }, more).source).people({});
  };
  const own = new AdapterError({ kind: 'quota', title: 'Full' });
  const cases: readonly (readonly [what: string, thrown: unknown, kind: string])[] = [
    ['an AdapterError', own, 'quota'],
    ['one of another copy of the package', Object.assign(new Error('x'), { problem: own.problem }), 'quota'],
    ['what fetch throws in Chromium', new TypeError('Failed to fetch'), 'network'],
    ['in Firefox', new TypeError('NetworkError when attempting to fetch resource.'), 'network'],
    ['in WebKit', new TypeError('Load failed'), 'network'],
    ['in Node', new TypeError('fetch failed'), 'network'],
    ['a time-out', new DOMException('x', 'TimeoutError'), 'network'],
    ['an abort that nobody here asked for', new DOMException('x', 'AbortError'), 'network'],
    ['a property of nothing', new TypeError("Cannot read properties of undefined (reading 'map')"), 'invalid'],
    ['half a JSON', new SyntaxError('Unexpected end of JSON input'), 'invalid'],
    ['a response', new Response('', { status: 404 }), 'not-found'],
    ['a response that was redirected', Object.defineProperty(new Response('<html>'), 'redirected', { value: true }), 'unauthenticated'],
    ['a mistake', new RangeError('of somebody@acme.example'), 'unknown'],
    ['a text', 'no', 'unknown'],
    ['nothing', undefined, 'unknown'],
  ]; // prettier-ignore
  for (const [what, thrown, kind] of cases) {
    it(`with ${what}: ${kind}`, async () => {
      const problem = await problemOf(failing(thrown));
      expect(problem.kind).to.equal(kind);
      expect(problem.title).to.not.include('@').and.not.equal('');
    });
  }

  it('asks the source first what a refusal means', async () => {
    const toProblem: AdapterSource['toProblem'] = ({ body, status }) =>
      status === 400 ? { kind: 'conflict', code: (body as { c: string }).c } : undefined;
    const refusal = (status: number, body: unknown) =>
      new HttpRefusal(status, new Headers({ 'x-request-id': 't1' }), body);
    expect(await problemOf(failing(refusal(400, { c: 'taken' }), { toProblem }))).to.include({
      kind: 'conflict',
      code: 'taken',
      status: 400,
      traceId: 't1',
    });
    expect(await problemOf(failing(refusal(404, {}), { toProblem }))).to.include({
      kind: 'not-found',
    });
    // It stumbles: then the status has to do.
    expect(await problemOf(failing(refusal(400, null), { toProblem }))).to.include({
      kind: 'invalid',
    });
  });
});

describe('createAdapter, given up', () => {
  /** A backend whose list answers when it is told to, and the signals that it was asked with. */
  function slow() {
    const { source } = crew({ maxSize: 50 });
    const signals: AbortSignal[] = [];
    const { open, opened } = gate();
    const people = source.people as Exclude<AdapterSource['people'], (...args: never) => unknown>;
    const adapter = createAdapter({
      ...source,
      people: {
        ...people,
        read: async (request, call) => {
          if (call.signal) signals.push(call.signal);
          await opened;
          return people.read(request, call);
        },
      },
    });
    const asked = (search: string) => {
      const abort = new AbortController();
      return { abort, answer: adapter.people({ search }, { signal: abort.signal }) };
    };
    return { adapter, asked, signals, open };
  }

  it('reads on for whoever still waits', async () => {
    const { asked, signals, open } = slow();
    const [first, second] = [asked('a'), asked('b')];
    await turn();
    expect(signals, 'both wait for one reading').to.have.length(1);
    first.abort.abort();
    expect(await problemOf(first.answer)).to.include({ kind: 'aborted' });
    expect(signals[0]?.aborted).to.equal(false);
    open();
    expect((await second.answer).items).to.be.an('array');
  });

  it('stops reading when nobody waits any more, and begins anew for the next one', async () => {
    const { asked, signals, open } = slow();
    const [first, second] = [asked('a'), asked('b')];
    await turn();
    first.abort.abort();
    second.abort.abort();
    expect(await problemOf(first.answer)).to.include({ kind: 'aborted' });
    expect(await problemOf(second.answer)).to.include({ kind: 'aborted' });
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true]);
    const third = asked('c');
    await turn();
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true, false]);
    open();
    expect((await third.answer).items).to.be.an('array');
  });

  it('reads anew when it is told that something changed elsewhere', async () => {
    const { source, asked } = crew({ maxSize: 50 });
    let tell!: () => void;
    const adapter = createAdapter({
      ...source,
      watch: (on) => (tell = () => on({ topic: 'people' })),
    });
    expect((await adapter.capabilities()).live).to.equal('push');
    adapter.watch?.(() => undefined, { signal: new AbortController().signal });
    await adapter.people({ search: 'a' });
    await adapter.people({ search: 'b' });
    expect(asked).to.have.length(1);
    tell();
    await turn();
    await adapter.people({ search: 'b' });
    expect(asked).to.have.length(2);
  });
});

describe('createAdapter, of other lists', () => {
  const SITES = Array.from({ length: 25 }, (_, i) => ({
    id: i + 1,
    name: i % 5 ? `Site ${i}` : `Élan ${i}`,
  }));
  const sites = (paging: 'page' | 'whole') => {
    const asked: number[] = [];
    const { source } = crew({}, {
      groups: () => [{ id: 7, label: 'Sales' }],
      subaccounts: {
        paging,
        maxSize: 10,
        read: ({ page, size }) => {
          asked.push(page);
          const start = paging === 'page' ? (page - 1) * size : 0;
          return { items: paging === 'page' ? SITES.slice(start, start + size) : SITES, total: 25 };
        },
      },
    }); // prettier-ignore
    return { adapter: createAdapter(source), asked };
  };

  for (const paging of ['page', 'whole'] as const) {
    it(`pages and searches sub-accounts (${paging})`, async () => {
      const { adapter } = sites(paging);
      expect((await adapter.capabilities()).subaccounts).to.deep.equal({
        jump: true,
        totals: 'exact',
        maxSize: 10,
      });
      const names: string[] = [];
      for (let at: string | undefined, n = 0; n < 9; n++) {
        const page = await adapter.subaccounts!({ size: 10, ...(at !== undefined && { at }) });
        names.push(...page.items.map(({ name }) => name));
        if ((at = page.next) === undefined) break;
      }
      expect(names).to.deep.equal(SITES.map(({ name }) => name));
      const found = await adapter.subaccounts!({ search: 'elan' });
      expect(found.items.map(({ id }) => id)).to.deep.equal(['1', '6', '11', '16', '21']);
      const known = await adapter.subaccounts!({ ids: ['3', '24', 'gone'] });
      expect(known.items.map(({ id }) => id)).to.deep.equal(['3', '24']);
      const gone = { signal: AbortSignal.abort() };
      expect(await problemOf(adapter.subaccounts!({}, gone))).to.include({ kind: 'aborted' });
    });
  }

  it('makes texts of the ids of groups', async () => {
    expect(await sites('page').adapter.groups!()).to.deep.equal([{ id: '7', label: 'Sales' }]);
  });

  it('has no method for what there is nothing of', () => {
    const adapter = createAdapter(crew().source);
    for (const method of ['groups', 'subaccounts', 'audit', 'watch', 'preview', 'can'])
      expect(adapter).not.to.have.property(method);
  });
});
