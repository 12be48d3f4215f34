import { expect, fixture, html } from '@open-wc/testing';
import { setupWorker } from 'msw/browser';
import '../../../src/define.ts';
import { AccountScopeElement, type AccountScope } from '../../../src/index.ts';
import { createMockBackend, handlers } from '../../../src/mock/index.ts';
import { until } from '../people-page.ts';

const NOW = Date.parse('2026-11-21T09:00:00Z');

describe('<account-scope base-url>', () => {
  const backend = createMockBackend({ count: 30, now: NOW });
  const worker = setupWorker(...handlers(backend, { baseUrl: '/test-api' }));

  before(() => worker.start({ quiet: true, onUnhandledRequest: 'bypass' }));
  after(() => worker.stop());

  const scopeOf = async (element: AccountScopeElement): Promise<AccountScope> => {
    await until(() => element.scope, 'the scope comes up');
    return element.scope!;
  };

  it('reaches a backend at an address, with nothing but markup', async () => {
    const element =
      await fixture<AccountScopeElement>(html`<account-scope base-url="/test-api" policy="zoom">
      <user-table></user-table>
    </account-scope>`);
    const table = element.querySelector('user-table')!;
    await until(() => table.shadowRoot?.querySelector('.row[data-id]'), 'people are shown');
    const scope = await scopeOf(element);
    expect(scope.account).to.include({ status: 'ready' });
  });

  it('changes over when the address does, and leaves when it goes', async () => {
    const element = await fixture<AccountScopeElement>(
      html`<account-scope base-url="/test-api"></account-scope>`,
    );
    const before = await scopeOf(element);
    element.baseUrl = '/test-api/';
    await until(() => element.scope !== before, 'another scope comes up');
    element.baseUrl = undefined;
    await until(() => element.scope === undefined, 'the scope goes');
  });

  it('takes an adapter of the host’s own before it', async () => {
    const element = await fixture<AccountScopeElement>(
      html`<account-scope base-url="/nowhere" .adapter=${backend.memory}></account-scope>`,
    );
    const scope = await scopeOf(element);
    await until(() => scope.account.status === 'ready', 'the account is known');
  });

  it('says what is wrong with an address that is none', async () => {
    const { error } = console;
    const said: unknown[] = [];
    console.error = (...words: unknown[]) => said.push(...words);
    try {
      const element = await fixture<AccountScopeElement>(
        html`<account-scope base-url="https://"></account-scope>`,
      );
      const scope = await scopeOf(element);
      await until(() => scope.account.status === 'failed', 'the account fails');
      expect(scope.account).to.have.nested.property('problem.code', 'configuration');
    } finally {
      console.error = error;
    }
    expect(String(said[1])).to.include('baseUrl: "https://" is no address');
  });

  it('says what is missing where the class was defined without the module that brings it', async () => {
    const { adapterAt } = AccountScopeElement;
    const { error } = console;
    const said: unknown[] = [];
    console.error = (...words: unknown[]) => said.push(...words);
    AccountScopeElement.adapterAt = undefined;
    try {
      const element = await fixture<AccountScopeElement>(
        html`<account-scope base-url="/test-api"></account-scope>`,
      );
      await scopeOf(element);
    } finally {
      console.error = error;
      AccountScopeElement.adapterAt = adapterAt;
    }
    expect(String(said[1])).to.include('rosterkit/define/account-scope');
  });
});
