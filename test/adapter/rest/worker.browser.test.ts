import { expect } from 'chai';
import { setupWorker } from 'msw/browser';
import { conformance } from '../../../src/adapter/index.ts';
import { createRestAdapter } from '../../../src/adapter/rest/index.ts';
import { createMockBackend, handlers } from '../../../src/mock/index.ts';
import { withEverything } from '../../tools/with-everything.ts';
import { problemOf } from '../memory/setup.ts';

const NOW = Date.parse('2026-11-21T09:00:00Z');

describe('the rest adapter, through a service worker', () => {
  const worker = setupWorker();
  const adapter = createRestAdapter({ baseUrl: '/mocked' });
  let backend = createMockBackend({ count: 1 });

  before(() => worker.start({ quiet: true, onUnhandledRequest: 'bypass' }));
  beforeEach(() => {
    backend = createMockBackend({ count: 60, now: NOW, adjust: withEverything });
    worker.resetHandlers(...handlers(backend, { baseUrl: '/mocked' }));
  });
  after(() => worker.stop());

  describe('keeps every promise of the port', () => {
    for (const { name, promise, run } of conformance(() => adapter)) {
      it(`${name}: ${promise}`, async () => {
        expect(await run()).to.deep.equal({ status: 'passed' });
      });
    }
  });

  it('hears of a broken connection', async () => {
    backend.conditions.offline = true;
    expect(await problemOf(adapter.account())).to.include({ kind: 'network', retryable: true });
  });
});
