import { setupWorker } from 'msw/browser';
import fr from '../src/i18n/locales/fr.ts';
import { registerMessages } from '../src/index.ts';
import {
  createMockBackend,
  handlers,
  type MockBackend,
  type MockOptions,
} from '../src/mock/index.ts';
import { controls, type Settings } from './controls.ts';

/** What is different from one product's page to the next. */
export interface ProductPage {
  /** Whose page it can be seen as: roles, and with `-2` at the end the second person who holds one. */
  readonly viewers: readonly string[];
  readonly scenarios: Readonly<Record<string, MockOptions>>;
  /** The account on a fair day; a scenario changes it. */
  readonly account: (settings: Settings) => MockOptions;
}

export interface RunningPage {
  readonly provider: HTMLElementTagNameMap['account-scope'];
  /** What stands behind the page now, for whatever happens behind its back. */
  readonly backend: () => MockBackend | undefined;
  /** The scenario that was chosen. */
  readonly scenario: () => string;
}

/**
 * Brings a product's page to life: the mock backend behind its address, the bar at its top, signing in again. What was changed stays
 * while only the viewer changes.
 */
export function productPage({ viewers, scenarios, account }: ProductPage): RunningPage {
  registerMessages(fr);
  const provider = document.querySelector('account-scope')!;
  const baseUrl = provider.getAttribute('base-url') ?? '';
  const signedOut = document.querySelector<HTMLElement>('#signed-out')!;
  const worker = setupWorker();
  let backend: MockBackend | undefined;
  let made = '';
  let chosen = '';
  let isUp = false;

  const serve = (settings: Settings): void => {
    const { as, count, scenario } = settings;
    const options = scenarios[scenario] ?? {};
    const key = `${scenario} ${count}`;
    chosen = scenario;
    if (!backend || made !== key) {
      backend = createMockBackend({ seed: 7, latency: 250, ...account(settings), ...options });
      worker.resetHandlers(...handlers(backend, { baseUrl }));
      made = key;
    }
    // A scenario may be about someone in particular.
    if (options.as !== undefined) return;
    const { memory } = backend;
    const [, role = as, nth = '1'] = /^(.+)-(\d+)$/.exec(as) ?? [];
    const holders = memory
      .dump()
      .people.filter(({ roleId, status }) => roleId === role && status === 'active');
    const actor = holders[Number(nth) - 1] ?? holders[0];
    if (actor) memory.actAs(actor.id);
  };

  const connect = async (settings: Settings): Promise<void> => {
    serve(settings);
    signedOut.hidden = true;
    if (!isUp) {
      isUp = true;
      const url = new URL('../../mockServiceWorker.js', document.baseURI);
      await worker.start({
        quiet: true,
        onUnhandledRequest: 'bypass',
        serviceWorker: { url: url.pathname },
      });
      // The page's elements come to life once somebody answers them.
      await import('../src/define.ts');
      return;
    }
    // Another address makes a new scope: what one person did is not offered to the next to undo.
    provider.baseUrl = undefined;
    await provider.updateComplete;
    provider.baseUrl = baseUrl;
  };

  provider.addEventListener('session-expired', (event) => {
    signedOut.hidden = false;
    signedOut.querySelector('button')!.onclick = () => {
      signedOut.hidden = true;
      if (backend) backend.conditions.expired = false;
      event.resume();
    };
  });

  controls({ as: viewers, scenario: Object.keys(scenarios) }, connect);
  return { provider, backend: () => backend, scenario: () => chosen };
}
