import { expect } from 'chai';
import { settle } from '../fault-clock.ts';
import { problemOf } from '../memory/setup.ts';
import { fakeServer, json } from './fake-server.ts';

const never = () => new Promise<never>(() => undefined);

describe('a call of the rest adapter that is given up', () => {
  it('before it, asks neither for a token nor for anything else', async () => {
    let asked = 0;
    const { adapter, sent } = fakeServer(() => json({ items: [] }), { token: () => `t${++asked}` });
    const call = { signal: AbortSignal.abort() };
    const command = { id: 'c1', action: 'user.list' };
    for (const ask of [
      () => adapter.capabilities(call),
      () => adapter.account(call),
      () => adapter.people({}, call),
      () => adapter.person('p1', call),
      () => adapter.roles(call),
      () => adapter.groups(call),
      () => adapter.subaccounts({}, call),
      () => adapter.audit({}, call),
      () => adapter.run(command, call),
      () => adapter.batch([command], call),
      () => adapter.preview([command], call),
      () => adapter.can([command], call),
    ])
      expect(await problemOf(ask())).to.include({ kind: 'aborted', retryable: false });
    expect(asked + sent.length).to.equal(0);
  });

  it('ends at once, whether the token, the answer or its body is waited for', async () => {
    const body = () => new Response(new ReadableStream({ pull: never }));
    for (const { adapter } of [
      fakeServer(() => json({}), { token: never }),
      fakeServer(never),
      fakeServer(body),
    ]) {
      const given = new AbortController();
      const problem = problemOf(adapter.people({}, { signal: given.signal }));
      await settle();
      given.abort();
      expect(await problem).to.include({ kind: 'aborted' });
    }
  });

  it('is told to the network', async () => {
    let arrived: () => void = () => undefined;
    const arrival = new Promise<void>((done) => (arrived = done));
    const { adapter, sent } = fakeServer(() => {
      arrived();
      return never();
    });
    const given = new AbortController();
    const problem = problemOf(adapter.people({}, { signal: given.signal }));
    await arrival;
    expect(sent[0]?.init.signal?.aborted).to.equal(false);
    given.abort();
    await problem;
    expect(sent[0]?.init.signal?.aborted).to.equal(true);
  });

  it('takes no other with it that waits for the same token', async () => {
    let give: (token: string) => void = () => undefined;
    const { adapter } = fakeServer(() => json({ items: [] }), {
      token: () => new Promise((done) => (give = done)),
    });
    const given = new AbortController();
    const first = problemOf(adapter.roles({ signal: given.signal }));
    const second = adapter.roles();
    given.abort();
    expect(await first).to.include({ kind: 'aborted' });
    give('t1');
    expect(await second).to.deep.equal([]);
  });

  it('leaves no listener on its signal', async () => {
    const given = new AbortController();
    let listening = 0;
    const { signal } = given;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listening++;
      add(...args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listening--;
      remove(...args);
    };
    const { adapter } = fakeServer(() => json({ items: [] }));
    await adapter.roles({ signal });
    await settle();
    expect(listening).to.equal(0);
  });
});
