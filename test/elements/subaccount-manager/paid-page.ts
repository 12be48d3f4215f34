import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define.ts';
import { createMemoryAdapter, type MemoryOptions } from '../../../src/adapter/memory/index.ts';
import fr from '../../../src/i18n/locales/fr.ts';
import { registerMessages, type AccountScope, type Subaccount } from '../../../src/index.ts';
import { clickmeetingAccount } from '../../../src/mock/clickmeeting-account.ts';
import clickmeeting from '../../../src/policy/presets/clickmeeting.ts';
import { press } from '../../tools/commands.ts';
import { NOW, readable, until, type Backend } from '../people-page.ts';

registerMessages(fr);

export interface PaidPageOptions {
  readonly freeSlots?: number;
  readonly as?: 'host' | 'multi-user';
  readonly lang?: string;
  readonly adjust?: (account: MemoryOptions) => MemoryOptions;
}

/** A page with the paid sub-accounts of a clickmeeting account, as a host would write it. */
export interface PaidPage {
  readonly backend: Backend;
  readonly scope: AccountScope;
  readonly box: HTMLElement;
  readonly root: ShadowRoot;
  $<T extends HTMLElement = HTMLElement>(selector: string): T;
  /** What can be read there, once something matches. */
  text(selector: string): string;
  held(pageName: string): Subaccount | undefined;
  announced(): string;
  row(pageName: string): HTMLElement;
}

export async function paidPage({
  freeSlots = 1,
  as = 'host',
  lang = 'en',
  adjust,
}: PaidPageOptions = {}): Promise<PaidPage> {
  const account = clickmeetingAccount({ now: NOW, freeSlots });
  const backend = createMemoryAdapter(adjust ? adjust(account) : account);
  backend.actAs(backend.dump().people.find(({ roleId }) => roleId === as)!.id);
  const box = await fixture<HTMLElement>(html`<div lang=${lang}>
    <account-scope .policy=${clickmeeting} .adapter=${backend}>
      <subaccount-manager></subaccount-manager>
      <seat-meter></seat-meter>
      <invite-dialog></invite-dialog>
    </account-scope>
  </div>`);
  const root = box.querySelector('subaccount-manager')!.shadowRoot!;
  await until(() => root.querySelector('.row[data-id], .state'), 'the list is there');
  const $ = <T extends HTMLElement>(selector: string): T => {
    const found = root.querySelector<T>(selector);
    if (!found) throw new Error(`Nothing in <subaccount-manager> matches ${selector}`);
    return found;
  };
  return {
    backend,
    scope: box.querySelector('account-scope')!.scope!,
    box,
    root,
    $,
    text: (selector) => readable($(selector)),
    held: (pageName) => backend.dump().subaccounts?.find((one) => one.pageName === pageName),
    announced: () => $('.visually-hidden[role=status]').textContent.trim(),
    row: (pageName) => $(`[data-id="sub_${pageName}"]`),
  };
}

/** Opens the menu of a row by keyboard and takes an entry; `undefined`: only opens it. */
export async function choose(page: PaidPage, pageName: string, action?: string): Promise<void> {
  const trigger = page.row(pageName).querySelector<HTMLElement>('.row-menu')!;
  trigger.focus();
  await press('Enter');
  await until(() => page.root.querySelector('[role=menu] [role=menuitem]'), 'the menu is open');
  await until(() => page.root.activeElement?.getAttribute('role') === 'menuitem', 'it has the focus'); // prettier-ignore
  if (action === undefined) return;
  const entries = [...page.root.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const entry = entries.find(({ dataset }) => dataset['value'] === action);
  if (!entry) throw new Error(`No entry ${action} in the menu of ${pageName}`);
  for (let n = 0; n < entries.length && page.root.activeElement !== entry; n++)
    await press('ArrowDown');
  expect(page.root.activeElement).to.equal(entry);
  await press('Enter');
}

/** Opens the form to add one, or to buy slots, by keyboard. */
export async function openForm(page: PaidPage, opener: '.add' | '.buy-slots'): Promise<void> {
  page.$(opener).focus();
  await press('Enter');
  await until(() => page.root.querySelector<HTMLDialogElement>('.act-form')?.open, 'the form is open'); // prettier-ignore
}

/** Until a price is shown that may be relied on. */
export async function priced(page: PaidPage): Promise<string> {
  await until(() => page.root.querySelector('.price:not([aria-busy]) dl'), 'the price is shown');
  return page.text('.price');
}
