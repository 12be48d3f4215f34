import { expect } from '@open-wc/testing';
import { OnDemand } from '../../src/state/on-demand.ts';

/** A module that can be fetched when the test says so. */
function module(...answers: (() => Promise<string>)[]) {
  let asked = 0;
  const load = () => (answers[asked++] ?? (() => Promise.resolve('module')))();
  return { load, asked: () => asked };
}
const failing = () => Promise.reject(new Error('Failed to fetch'));
const { warn } = console;

describe('OnDemand', () => {
  const warned: unknown[] = [];
  beforeEach(() => {
    warned.length = 0;
    console.warn = (text: unknown) => warned.push(text);
  });
  afterEach(() => (console.warn = warn));

  it('fetches once, however often it is asked for', async () => {
    const { load, asked } = module();
    let started = 0;
    const part = new OnDemand(load, (text) => `${text} ${++started}`);
    expect(part.ready).to.equal(undefined);
    expect(await Promise.all([part.fetch(), part.fetch()])).to.deep.equal([true, true]);
    expect(await part.fetch()).to.equal(true);
    expect([asked(), part.ready]).to.deep.equal([1, 'module 1']);
  });

  it('fetches ahead, but not before the browser has nothing else to do', async () => {
    const { load, asked } = module();
    const part = new OnDemand(load, (text) => text);
    part.fetchAhead();
    part.fetchAhead();
    await Promise.resolve();
    expect(asked()).to.equal(0);
    const started = performance.now();
    while (part.ready === undefined && performance.now() - started < 5_000)
      await new Promise((done) => setTimeout(done, 20));
    expect([asked(), part.ready]).to.deep.equal([1, 'module']);
  });

  it('says that a fetch failed, and tries again when it is asked again', async () => {
    const { load, asked } = module(failing, failing);
    const part = new OnDemand(load, (text) => text);
    expect(await part.fetch()).to.equal(false);
    expect(part.ready).to.equal(undefined);
    expect(await part.fetch()).to.equal(false);
    expect(await part.fetch()).to.equal(true);
    expect([asked(), part.ready]).to.deep.equal([3, 'module']);
    expect(warned).to.have.length(2);
  });

  it('gets past a browser that remembers the failure', async () => {
    const file = new URL('remembered.ts', import.meta.url).href;
    const remembering = () =>
      Promise.reject(new TypeError(`Failed to fetch dynamically imported module: ${file}`));
    const part = new OnDemand<{ default: string }, string>(
      remembering,
      ({ default: text }) => text,
    );
    expect(await part.fetch(), 'the first failure is one').to.equal(false);
    expect(await part.fetch()).to.equal(true);
    expect(part.ready).to.equal('remembered');
  });
});
