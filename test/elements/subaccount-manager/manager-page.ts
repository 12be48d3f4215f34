import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define.ts';
import { createMemoryAdapter, type MemoryOptions } from '../../../src/adapter/memory/index.ts';
import type { AccountAdapter } from '../../../src/adapter/port.ts';
import {
  registerMessages,
  type AccountScope,
  type Subaccount,
  type SubaccountManagerElement,
} from '../../../src/index.ts';
import fr from '../../../src/i18n/locales/fr.ts';
import { NOT_IN_MESSAGING } from '../../../src/mock/messaging-account.ts';
import messaging from '../../../src/policy/presets/messaging.ts';
import type { PolicyDocument } from '../../../src/policy/index.ts';
import { press } from '../../tools/commands.ts';
import { NOW, readable, until, type Backend } from '../people-page.ts';

registerMessages(fr);

export interface ManagerPageOptions extends Partial<MemoryOptions> {
  /** Who is signed in: an admin by default, or the manager of Lyon. */
  readonly as?: 'admin' | 'manager';
  /** Names of the sub-accounts; three by default. */
  readonly names?: readonly string[];
  readonly document?: PolicyDocument;
  readonly lang?: string;
  readonly dir?: string;
  readonly readonly?: boolean;
  /** Puts something between the page and the backend. */
  readonly through?: (backend: Backend) => AccountAdapter;
}

/** A page with the sub-accounts of a messaging account, as a host would write it. */
export interface ManagerPage {
  readonly backend: Backend;
  readonly scope: AccountScope;
  readonly manager: SubaccountManagerElement;
  readonly root: ShadowRoot;
  $<T extends HTMLElement = HTMLElement>(selector: string): T;
  $$(selector: string): HTMLElement[];
  /** What can be read in each row that is drawn. */
  rows(): readonly string[];
  /** The names that the backend has. */
  held(): readonly string[];
  /** What a screen reader was told last. */
  announced(): string;
  focused(): HTMLElement | null;
  /** Of what has the focus: its name for assistive technology, or what stands in it. */
  focusedName(): string;
}

const PEOPLE = [
  { id: 'ada', email: 'ada@acme.example', firstName: 'Ada', lastName: 'A', roleId: 'admin', status: 'active' },
  { id: 'max', email: 'max@acme.example', firstName: 'Max', lastName: 'M', roleId: 'manager', status: 'active', subaccountIds: ['s-Lyon'] },
] as const; // prettier-ignore

export function named(name: string): Subaccount {
  return { id: `s-${name}`, name, parentId: null, status: 'active', version: 's0' };
}

/** Resolves as soon as the element stands in the page; its account may still be on its way. */
export async function managerPage(options: ManagerPageOptions = {}): Promise<ManagerPage> {
  const {
    as = 'admin',
    names = ['Lyon', 'Nantes', 'Oslo'],
    document: policy = messaging,
  } = options;
  const { lang = 'en', dir = 'ltr', readonly: isReadonly = false, through } = options;
  const backend = createMemoryAdapter({
    people: PEOPLE.map((person) => ({ ...person })),
    subaccounts: options.subaccounts ?? names.map(named),
    policy,
    now: () => NOW,
    ...(options.roles && { roles: options.roles }),
    without: [...NOT_IN_MESSAGING, ...(options.without ?? [])],
  });
  backend.actAs(as === 'admin' ? 'ada' : 'max');
  const box = await fixture<HTMLElement>(html`<div lang=${lang} dir=${dir}>
    <account-scope .policy=${policy} .adapter=${through?.(backend) ?? backend}>
      <button type="button">Before</button>
      <subaccount-manager ?readonly=${isReadonly}></subaccount-manager>
    </account-scope>
  </div>`);
  const provider = box.querySelector('account-scope')!;
  const manager = box.querySelector('subaccount-manager')!;
  await until(() => provider.scope, 'the scope comes up');
  const root = manager.shadowRoot!;
  const $ = <T extends HTMLElement>(selector: string): T => {
    const found = root.querySelector<T>(selector);
    if (!found) throw new Error(`Nothing in <subaccount-manager> matches ${selector}`);
    return found;
  };
  const page: ManagerPage = {
    backend,
    scope: provider.scope!,
    manager,
    root,
    $,
    $$: (selector) => [...root.querySelectorAll<HTMLElement>(selector)],
    rows: () => page.$$('.row[data-id] .name').map(readable),
    held: () => backend.dump().subaccounts!.map(({ name }) => name),
    announced: () => $('[role=status]').textContent.trim(),
    focused: () => root.activeElement as HTMLElement | null,
    focusedName: () => {
      const { activeElement } = root;
      return activeElement
        ? (activeElement.getAttribute('aria-label') ?? readable(activeElement))
        : '';
    },
  };
  return page;
}

/** The same with its sub-accounts on the screen. */
export async function listed(options: ManagerPageOptions = {}): Promise<ManagerPage> {
  const page = await managerPage(options);
  await until(() => page.root.querySelector('.row[data-id]'), 'rows are shown');
  return page;
}

/** Goes into the list by keyboard and to the button of a row, from wherever the page begins. */
export async function goToRename(page: ManagerPage, name: string): Promise<void> {
  page.$('.search input').focus();
  await press('Tab', 'Tab');
  expect(page.focused()?.closest('[role=grid]'), 'Tab leads into the list').to.exist;
  await press('Control+Home');
  for (let n = 0; n < 20 && page.focusedName() !== name; n++) await press('ArrowDown');
  expect(page.focusedName()).to.equal(name);
  await press('ArrowRight');
  expect(page.focusedName()).to.equal(`Rename ${name}`);
}

/** The field of the form in which the focus is. */
export async function fieldFocused(page: ManagerPage): Promise<HTMLInputElement> {
  await until(() => page.focused()?.matches('form input'), 'a field has the focus');
  return page.focused() as HTMLInputElement;
}
