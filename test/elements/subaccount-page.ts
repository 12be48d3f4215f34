import { fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../src/define.ts';
import { createMemoryAdapter, type MemoryOptions } from '../../src/adapter/memory/index.ts';
import type { AccountAdapter } from '../../src/adapter/port.ts';
import fr from '../../src/i18n/locales/fr.ts';
import { registerMessages, type AccountScope, type UserTableElement } from '../../src/index.ts';
import { messagingAccount } from '../../src/mock/messaging-account.ts';
import messaging from '../../src/policy/presets/messaging.ts';
import type { PolicyDocument } from '../../src/policy/index.ts';
import { NOW, readable, until, type Backend } from './people-page.ts';

registerMessages(fr);

export interface SubaccountPageOptions extends Partial<MemoryOptions> {
  /** How many; 40 by default. */
  readonly many?: number;
  readonly as?: string;
  readonly lang?: string;
  readonly dir?: string;
  readonly document?: PolicyDocument;
  /** The page has a table, too. */
  readonly withTable?: boolean;
  readonly through?: (backend: Backend) => AccountAdapter;
}

/** A page of a messaging account with one of the elements for sub-accounts, as a host would write it. */
export interface SubaccountPage {
  readonly backend: Backend;
  readonly scope: AccountScope;
  readonly element: LitElement;
  readonly root: ShadowRoot;
  readonly table: UserTableElement | null;
  $<T extends HTMLElement = HTMLElement>(selector: string): T;
  $$(selector: string): HTMLElement[];
  /** What a person can read of the first match. */
  text(selector: string): string;
  /** What a screen reader was told last. */
  announced(): string;
  focused(): HTMLElement | null;
}

export async function subaccountPage(
  tag: 'subaccount-switcher' | 'subaccount-manager',
  options: SubaccountPageOptions = {},
): Promise<SubaccountPage> {
  const { many = 40, as = 'admin', lang = 'en', dir = 'ltr', document: policy = messaging, withTable, through, ...memory } = options; // prettier-ignore
  const account = messagingAccount({ seed: 7, count: 120, now: NOW, subaccounts: many });
  const backend = createMemoryAdapter({ ...account, policy, now: () => NOW, ...memory });
  const { people } = backend.dump();
  const actor = people.find(({ roleId, status }) => roleId === as && status === 'active');
  if (actor) backend.actAs(actor.id);
  const box = await fixture<HTMLElement>(html`<div lang=${lang} dir=${dir}>
    <account-scope .policy=${policy} .adapter=${through?.(backend) ?? backend}>
      ${tag === 'subaccount-switcher' ? html`<subaccount-switcher></subaccount-switcher>` : html`<subaccount-manager></subaccount-manager>`}
      ${withTable ? html`<user-table></user-table>` : ''}
    </account-scope>
  </div>`);
  const provider = box.querySelector('account-scope')!;
  const element = box.querySelector<LitElement>(tag)!;
  await until(() => provider.scope, 'the scope comes up');
  const root = element.shadowRoot!;
  const $ = <T extends HTMLElement>(selector: string): T => {
    const found = root.querySelector<T>(selector);
    if (!found) throw new Error(`Nothing in <${tag}> matches ${selector}`);
    return found;
  };
  return {
    backend,
    scope: provider.scope!,
    element,
    root,
    table: box.querySelector('user-table'),
    $,
    $$: (selector) => [...root.querySelectorAll<HTMLElement>(selector)],
    text: (selector) => readable($(selector)),
    announced: () => $('.visually-hidden[role=status]').textContent.trim(),
    focused: () => root.activeElement as HTMLElement | null,
  };
}
