import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { provideAccount } from '../../src/controllers/provide-account.ts';
import { ScopeController } from '../../src/controllers/scope-controller.ts';
import {
  AccountCommandEvent,
  AccountProblemEvent,
  AccountScope,
  createScope,
} from '../../src/state/index.ts';
import type { ScopeOptions } from '../../src/state/index.ts';

class InsideElement extends LitElement {
  readonly account = new ScopeController(this);
}
customElements.define('test-inside', InsideElement);

/** A backend that never answers: only the wiring is looked at here. */
const never = () => new Promise<never>(() => undefined);
const options = (): ScopeOptions => ({
  adapter: {
    id: 'silent',
    capabilities: never,
    account: never,
    people: never,
    person: never,
    roles: never,
    run: never,
  },
});
const inside = (page: Element) => page.querySelector<InsideElement>('test-inside') as InsideElement;
const page = () => fixture<HTMLElement>(html`<main><test-inside></test-inside></main>`);

describe('provideAccount', () => {
  it('gives an account to everything inside a plain element', async () => {
    const main = await page();
    const { scope } = provideAccount(main, options());
    expect(scope).to.be.instanceOf(AccountScope);
    expect(inside(main).account.scope).to.equal(scope);
  });

  it('takes a scope that the host made', async () => {
    const main = await page();
    const scope = createScope(options());
    provideAccount(main, scope);
    expect(inside(main).account.scope).to.equal(scope);
  });

  it('lets the scope’s events bubble from the element, and carries the veto back', async () => {
    const main = await page();
    const scope = createScope(options());
    provideAccount(main, scope);
    const heard: string[] = [];
    const holds: Promise<void>[] = [];
    main.parentElement?.addEventListener('account-problem', ({ type }) => heard.push(type));
    main.parentElement?.addEventListener('account-command', (event) => {
      heard.push(event.type);
      const hold = Promise.resolve();
      holds.push(hold);
      event.waitUntil(hold);
      event.preventDefault();
    });
    const asked = new AccountCommandEvent([], 'host');
    expect(scope.dispatchEvent(asked), 'vetoed in the page').to.equal(false);
    expect(asked.holds).to.deep.equal(holds);
    scope.dispatchEvent(new AccountProblemEvent({ kind: 'network' }, 'user.edit', 5));
    expect(heard).to.deep.equal(['account-command', 'account-problem']);
  });

  it('changes everything inside over to another account', async () => {
    const main = await page();
    const provision = provideAccount(main, options());
    const before = provision.scope;
    const after = createScope(options());
    provision.scope = after;
    expect(inside(main).account.scope).to.equal(after);
    let heard = 0;
    main.addEventListener('account-problem', () => heard++);
    before?.dispatchEvent(new AccountProblemEvent({ kind: 'network' }, 'x', 0));
    expect(heard, 'the old one is no longer heard').to.equal(0);
  });

  it('replaces the account when it is called again, as frameworks do', async () => {
    const main = await page();
    provideAccount(main, options());
    const again = provideAccount(main, options());
    expect(inside(main).account.scope).to.equal(again.scope);
    let heard = 0;
    main.addEventListener('account-problem', () => heard++);
    again.scope?.dispatchEvent(new AccountProblemEvent({ kind: 'network' }, 'x', 0));
    expect(heard).to.equal(1);
  });

  it('ends when it is released', async () => {
    const main = await page();
    provideAccount(main, options()).release();
    expect(inside(main).account.scope).to.equal(undefined);
    const late = new InsideElement();
    main.append(late);
    expect(late.account.scope).to.equal(undefined);
  });
});
