import { expect } from 'chai';
import { orAbort } from '../../src/state/clock.ts';
import { systemClock } from '../../src/state/index.ts';
import { turn } from './manual-clock.ts';
import { noUnhandledRejections } from './unhandled.ts';

const failure = async (promise: Promise<unknown>): Promise<string> => {
  try {
    await promise;
  } catch (thrown) {
    return (thrown as Error).name;
  }
  return 'none';
};

describe('clock of the system', () => {
  it('tells the time, and wakes', async () => {
    expect(systemClock.now()).to.be.a('number');
    await systemClock.sleep(0);
    await systemClock.sleep(0, new AbortController().signal);
  });

  it('wakes with an error as soon as nobody waits any more', async () => {
    const leaving = new AbortController();
    const sleep = failure(systemClock.sleep(1e9, leaving.signal));
    leaving.abort();
    expect(await sleep).to.equal('AbortError');
    expect(await failure(systemClock.sleep(1e9, leaving.signal))).to.equal('AbortError');
  });
});

describe('waiting until given up', () => {
  noUnhandledRejections();

  it('ends with whichever comes first', async () => {
    const leaving = new AbortController();
    expect(await orAbort(Promise.resolve(1), undefined)).to.equal(1);
    expect(await orAbort(Promise.resolve(2), leaving.signal)).to.equal(2);
    expect(await failure(orAbort(Promise.reject(new TypeError()), leaving.signal))).to.equal(
      'TypeError',
    );
    const never = failure(orAbort(new Promise(() => undefined), leaving.signal));
    leaving.abort();
    expect(await never).to.equal('AbortError');
  });

  it('still hears what fails too late', async () => {
    expect(await failure(orAbort(Promise.reject(new TypeError()), AbortSignal.abort()))).to.equal(
      'AbortError',
    );
    const leaving = new AbortController();
    let fail!: (reason: Error) => void;
    const late = new Promise((_, reject) => (fail = reject));
    const given = failure(orAbort(late, leaving.signal));
    leaving.abort();
    expect(await given).to.equal('AbortError');
    fail(new TypeError());
    await turn();
  });
});
