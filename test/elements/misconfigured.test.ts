import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.ts';
import type { AccountScopeElement } from '../../src/index.ts';
import { createMemoryAdapter } from '../../src/adapter/memory/index.ts';
import { readable, until } from './people-page.ts';

const ADAPTER = createMemoryAdapter({
  people: [{ id: '1', email: 'ana@example.com', firstName: 'Ana', lastName: 'Silva', roleId: 'owner' }],
}); // prettier-ignore

/** Everything that shows an account, inside one with rules that nobody knows. */
async function page(): Promise<AccountScopeElement> {
  const { error } = console;
  console.error = () => undefined;
  try {
    const scope = await fixture<AccountScopeElement>(html`<account-scope .adapter=${ADAPTER} policy="zom">
      <seat-meter></seat-meter>
      <user-table></user-table>
      <user-panel person-id="1"></user-panel>
      <subaccount-manager></subaccount-manager>
    </account-scope>`); // prettier-ignore
    await until(() => scope.scope?.account.status === 'failed', 'the account is known to be wrong');
    return scope;
  } finally {
    console.error = error;
  }
}

describe('a page with a preset that there is not', () => {
  for (const tag of ['seat-meter', 'user-table', 'user-panel', 'subaccount-manager'] as const)
    // prettier-ignore
    it(`says in <${tag}> that it is not set up, and blames nobody’s values`, async () => {
      const scope = await page();
      const { shadowRoot } = scope.querySelector(tag)!;
      const text = () => [...shadowRoot!.children].map(readable).join(' ');
      await until(() => text().includes('not set up correctly'), 'it says so');
      expect(text()).not.to.match(/did not accept|Correct them/);
    });
});
