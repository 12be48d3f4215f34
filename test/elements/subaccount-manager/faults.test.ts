import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define.ts';
import { createMemoryAdapter } from '../../../src/adapter/memory/index.ts';
import { createScope, provideAccount, type Command } from '../../../src/index.ts';
import { NOT_IN_MESSAGING } from '../../../src/mock/messaging-account.ts';
import messaging from '../../../src/policy/presets/messaging.ts';
import { abortError } from '../../../src/state/clock.ts';
import { createFaultClock, settle, withFaults, type FaultyAdapter } from '../../adapter/faults.ts';
import { press, type } from '../../tools/commands.ts';
import { NOW, readable, until } from '../people-page.ts';
import { named } from './manager-page.ts';

interface Faulty {
  readonly line: FaultyAdapter;
  readonly backend: ReturnType<typeof createMemoryAdapter>;
  readonly root: ShadowRoot;
  $(selector: string): HTMLElement;
  held(): readonly string[];
  sent(): readonly Command[];
  /** Lets time pass, and what follows from it be drawn. */
  pass(ms: number): Promise<void>;
}

const scopes: { close(): void }[] = [];

/** A list between which and its backend things go wrong, and whose time the test moves. */
async function faulty(): Promise<Faulty> {
  const backend = createMemoryAdapter({
    people: [{ id: 'ada', email: 'ada@acme.example', firstName: 'Ada', lastName: 'A', roleId: 'admin', status: 'active' }],
    subaccounts: ['Lyon', 'Nantes', 'Oslo'].map(named),
    policy: messaging,
    without: NOT_IN_MESSAGING,
    now: () => NOW,
  }); // prettier-ignore
  backend.actAs('ada');
  const clock = createFaultClock(NOW);
  const { watch: _untold, ...silent } = backend;
  const line = withFaults(silent, [], clock);
  const scope = createScope({
    adapter: line,
    policy: messaging,
    clock: {
      now: () => clock.now(),
      sleep: async (ms, signal) => {
        await clock.wait(ms, signal);
        if (signal?.aborted) throw abortError();
      },
    },
  });
  scopes.push(scope);
  const host = document.createElement('main');
  provideAccount(host, scope);
  const manager = document.createElement('subaccount-manager');
  await fixture(html`<div lang="en">${host}</div>`);
  host.append(manager);
  const root = manager.shadowRoot!;
  await until(() => root.querySelector('.row[data-id]'), 'rows are shown');
  return {
    line,
    backend,
    root,
    $: (selector) => root.querySelector<HTMLElement>(selector)!,
    held: () => backend.dump().subaccounts!.map(({ name }) => name),
    sent: () =>
      line.calls.filter(({ kind }) => kind === 'run').map(({ asked }) => asked as Command),
    pass: async (ms) => {
      await clock.advance(ms);
      await settle();
      await manager.updateComplete;
    },
  };
}

/** Opens the form of a row, or that of a new one, and sends a name. */
async function send({ $, root }: Faulty, selector: string, name: string): Promise<void> {
  $(selector).focus();
  await press('Enter');
  await until(() => root.activeElement?.matches('form input'), 'the field has the focus');
  await press('Control+a');
  await type(name);
  await press('Enter');
}

const value = ({ $ }: Faulty): string => ($('form input') as HTMLInputElement).value;
const RENAME = '[aria-label="Rename Oslo"]';

describe('<subaccount-manager> when things go wrong', () => {
  afterEach(() => scopes.splice(0).forEach((scope) => scope.close()));

  for (const [what, selector, done] of [
    ['MS-1 adding', '.add', 'Bergen'],
    ['MS-2 renaming', RENAME, 'Bergen'],
  ] as const)
    it(`${what} keeps what was typed when the server fails, and tries the same again`, async () => {
      const page = await faulty();
      page.line.next('run', ...Array<'500'>(8).fill('500'));
      await send(page, selector, done);
      await until(() => page.root.querySelector('form[aria-busy] .spinner'), 'it is on its way');
      expect(readable(page.$('form'))).to.contain('Saving…');
      await until(() => page.sent().length > 0, 'it is sent');
      expect(page.held()).to.deep.equal(['Lyon', 'Nantes', 'Oslo']);
      await page.pass(120_000);
      await until(() => page.root.querySelector('[part=failure]'), 'it says that it failed');
      expect(value(page)).to.equal(done);
      expect(readable(page.$('[part=failure]'))).to.match(/server|certain/);
      expect(page.root.activeElement?.matches('form input'), 'the focus stays').to.equal(true);
      const ids = new Set(page.sent().map(({ id }) => id));
      page.line.calm();
      await press('Enter');
      await page.pass(1000);
      await until(() => page.held().includes(done), 'the second try is done');
      expect(new Set(page.sent().map(({ id }) => id)), 'the same command').to.deep.equal(ids);
      await until(() => !page.root.querySelector('form'), 'the form has closed');
      expect(
        page.held().filter((name) => name === done),
        'done once',
      ).to.have.length(1);
    });

  it('MS-2 shows what someone else has made of it meanwhile', async () => {
    const page = await faulty();
    await page.backend.run({ id: 'c1', action: 'subaccount.edit', target: { kind: 'subaccount', id: 's-Oslo' }, change: { values: { name: 'Oslo A' } } }, {}); // prettier-ignore
    await until(() => page.held().includes('Oslo A'), 'the backend has another name');
    // The page has read the list before, and not since.
    page.$(RENAME).focus();
    await press('Enter');
    await until(() => page.root.activeElement?.matches('form input'), 'the field has the focus');
    await type('Bergen');
    page.line.next('subaccounts', '500', '500', '500', '500');
    await press('Enter');
    await page.pass(120_000);
    await until(() => page.sent().length > 0, 'it is sent');
    await until(() => page.root.querySelector('[part=failure]') ?? page.held().includes('Bergen'), 'it is answered'); // prettier-ignore
    expect(page.held(), 'nothing is written over unseen').to.include('Oslo A');
    expect(value(page)).to.equal('Bergen');
    await page.pass(10_000);
    await until(
      () => readable(page.$('[part=failure]')).includes('Oslo A'),
      'the other name is said',
    );
    await press('Enter');
    await page.pass(1000);
    await until(() => page.held().includes('Bergen'), 'having seen it, the person decides');
  });

  it('says that there is no connection, lets it be dismissed, and keeps what was typed', async () => {
    const page = await faulty();
    page.line.offline();
    await send(page, RENAME, 'Bergen');
    await page.pass(300_000);
    await until(() => page.root.querySelector('[part=failure]'), 'it is said');
    expect(readable(page.$('[part=failure]'))).to.match(/could not be reached|certain/);
    page.$('[part=failure] [aria-label="Dismiss"]').click();
    await until(() => !page.root.querySelector('[part=failure]'), 'it is gone');
    expect(value(page)).to.equal('Bergen');
    await until(() => page.root.activeElement?.matches('form input'), 'the focus is in the field');
    page.line.online();
    await press('Enter');
    await page.pass(10_000);
    await until(() => page.held().includes('Bergen'), 'it is saved');
  });

  it('gives up with Escape what is still under way', async () => {
    const page = await faulty();
    let isAsked = false;
    page.root.host.parentElement!.addEventListener('account-command', (event) => {
      event.waitUntil(new Promise(() => undefined));
      isAsked = true;
    });
    await send(page, RENAME, 'Bergen');
    await until(() => isAsked, 'the host holds it');
    await press('Escape');
    await page.pass(1000);
    await until(() => !page.root.querySelector('form'), 'the form has closed');
    await until(() => page.root.activeElement?.getAttribute('aria-label') === 'Rename Oslo', 'the focus is back'); // prettier-ignore
    expect(page.sent()).to.deep.equal([]);
  });

  it('stays on the screen with an undoing that failed, to be tried again', async () => {
    const page = await faulty();
    await send(page, RENAME, 'Bergen');
    await page.pass(1000);
    await until(() => page.root.querySelector('.offer button'), 'it can be undone');
    page.line.next('run', ...Array<'500'>(8).fill('500'));
    page.$('.offer button').click();
    await page.pass(120_000);
    await until(() => page.root.querySelector('.row .note'), 'the row says so');
    page.line.calm();
    page.$('.row .note .button').click();
    await page.pass(1000);
    await until(() => page.held().includes('Oslo'), 'it is undone');
    await until(() => !page.root.querySelector('.row .note'), 'nothing is left of it');
  });
});
