import { expect } from 'chai';
import { AdapterError } from '../../../src/adapter/index.ts';
import { problemOf } from '../memory/setup.ts';
import { fakeServer, json, page, type Sent } from './fake-server.ts';

const tokenOf = ({ headers }: Sent) => headers.get('authorization');

/** A backend that takes these tokens, and how often it was asked with which. */
function guarded(good: Set<string>, token: () => string | Promise<string>) {
  return fakeServer((sent) => (good.has(tokenOf(sent) ?? '') ? json({ items: [] }) : page(401)), {
    token,
  });
}

describe('the token of the rest adapter', () => {
  it('goes along as a value, and only in its header', async () => {
    const { adapter, sent } = fakeServer(() => json({ items: [] }), { token: 's3cret' });
    await adapter.roles();
    expect(sent[0] && tokenOf(sent[0])).to.equal('Bearer s3cret');
    expect(sent[0]?.url.href).not.to.include('s3cret');
  });

  it('that is a value is not tried twice', async () => {
    const { adapter, sent } = fakeServer(() => page(401), { token: 'old' });
    expect(await problemOf(adapter.roles())).to.include({ kind: 'unauthenticated', status: 401 });
    expect(sent).to.have.length(1);
  });

  it('is got once, however many calls need it, and kept', async () => {
    let asked = 0;
    const { adapter, sent } = guarded(new Set(['Bearer t1']), async () => `t${++asked}`);
    await Promise.all([adapter.roles(), adapter.groups(), adapter.people({})]);
    await adapter.roles();
    expect(asked).to.equal(1);
    expect(sent).to.have.length(4);
  });

  it('is got anew once when it is refused; calls refused together share it', async () => {
    let asked = 0;
    const good = new Set(['Bearer t1']);
    const { adapter, sent } = guarded(good, async () => `t${++asked}`);
    await adapter.roles();
    good.clear();
    good.add('Bearer t2');
    await Promise.all([adapter.roles(), adapter.groups(), adapter.people({}), adapter.roles()]);
    expect(asked).to.equal(2);
    expect(sent.filter((one) => tokenOf(one) === 'Bearer t1')).to.have.length(5);
    expect(sent.filter((one) => tokenOf(one) === 'Bearer t2')).to.have.length(4);
  });

  it('is not got a third time within a call; the next call, after a sign-in, gets one', async () => {
    let asked = 0;
    const good = new Set<string>();
    const { adapter, sent } = guarded(good, () => `t${++asked}`);
    expect(await problemOf(adapter.roles())).to.include({ kind: 'unauthenticated' });
    expect(asked).to.equal(2);
    expect(sent).to.have.length(2);
    good.add('Bearer t3');
    expect(await adapter.roles()).to.deep.equal([]);
    expect(asked).to.equal(3);
  });

  it('is got anew by what the backend says, not by its status', async () => {
    let asked = 0;
    const forbidden = fakeServer(() => json({ kind: 'forbidden' }, { status: 401 }), {
      token: () => `t${++asked}`,
    });
    expect(await problemOf(forbidden.adapter.roles())).to.include({
      kind: 'forbidden',
      status: 401,
    });
    expect(asked).to.equal(1);
  });

  it('that cannot be got means that nobody is signed in, or whatever the host says it means', async () => {
    let asked = 0;
    const refuse = () => {
      asked++;
      throw new Error('popup closed');
    };
    const { adapter, sent } = fakeServer(() => json({ items: [] }), { token: refuse });
    expect(await problemOf(adapter.roles())).to.include({
      kind: 'unauthenticated',
      code: 'no-token',
    });
    expect(asked).to.equal(1);
    expect(sent).to.have.length(0);
    const offline = fakeServer(() => json({ items: [] }), {
      token: () => Promise.reject(new AdapterError({ kind: 'network', title: 'Offline' })),
    });
    expect(await problemOf(offline.adapter.roles())).to.include({
      kind: 'network',
      retryable: true,
    });
  });

  it('that a header cannot hold is not told to anyone', async () => {
    const { adapter } = fakeServer(() => json({ items: [] }), { token: 'bad\ntoken' });
    const thrown: unknown = await adapter.roles().catch((reason: unknown) => reason);
    expect(thrown).to.be.an('error').with.nested.property('problem.code', 'unsendable');
    expect(JSON.stringify(thrown) + String((thrown as Error).cause)).not.to.include('token"');
    expect((thrown as Error).message + String((thrown as Error).cause)).not.to.include('bad');
  });
});
