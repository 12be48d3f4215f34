import { fixture, html } from '@open-wc/testing';
import '../../src/define.ts';
import { createMemoryAdapter, type MemoryOptions } from '../../src/adapter/memory/index.ts';
import type { AccountAdapter } from '../../src/adapter/port.ts';
import type { PersonRecord } from '../../src/domain/index.ts';
import fr from '../../src/i18n/locales/fr.ts';
import { registerMessages, type AccountScope } from '../../src/index.ts';
import { respondIoAccount } from '../../src/mock/respond-io-account.ts';
import respondIo from '../../src/policy/presets/respond-io.ts';
import { press } from '../tools/commands.ts';
import { NOW, readable, until, type Backend } from './people-page.ts';

registerMessages(fr);

export interface RespondIoPageOptions {
  readonly as?: 'org-admin' | 'billing-admin' | 'user-admin' | 'member';
  readonly count?: number;
  readonly subaccounts?: number;
  /** Changes the account before the backend starts. */
  readonly adjust?: (account: MemoryOptions) => MemoryOptions;
  /** Puts something between the page and the backend. */
  readonly through?: (backend: Backend) => AccountAdapter;
  readonly lang?: string;
  /** Which elements the page has; all by default. */
  readonly only?: 'user-table';
}

type Tag = 'user-table' | 'user-panel' | 'invite-dialog';

/** The users page of respond.io as a host would write it: list, person, form; and what a person does there by keys. */
export class RespondIoPage {
  readonly backend: Backend;
  readonly #box: HTMLElement;

  constructor(backend: Backend, box: HTMLElement) {
    this.backend = backend;
    this.#box = box;
  }

  get scope(): AccountScope {
    return this.#box.querySelector('account-scope')!.scope!;
  }

  element<T extends Tag>(tag: T): HTMLElementTagNameMap[T] {
    return this.#box.querySelector(tag)!;
  }

  find(tag: Tag, selector: string): HTMLElement | null {
    return this.element(tag).shadowRoot!.querySelector<HTMLElement>(selector);
  }

  all(tag: Tag, selector: string): HTMLElement[] {
    return [...this.element(tag).shadowRoot!.querySelectorAll<HTMLElement>(selector)];
  }

  /** Resolves to the first match, once it is there. */
  async shown(tag: Tag, selector: string): Promise<HTMLElement> {
    await until(() => this.find(tag, selector), `${selector} is in <${tag}>`);
    return this.find(tag, selector)!;
  }

  async gone(tag: Tag, selector: string): Promise<void> {
    await until(() => !this.find(tag, selector), `${selector} is gone from <${tag}>`);
  }

  get people(): readonly PersonRecord[] {
    return this.backend.dump().people;
  }

  /** Somebody of this role and status, other than whoever is signed in. */
  someone(roleId: string, status = 'active'): PersonRecord {
    const { account } = this.scope;
    const actorId = account.status === 'ready' ? account.actor.id : '';
    return this.people.find(
      (one) => one.roleId === roleId && one.status === status && one.id !== actorId,
    )!;
  }

  get self(): PersonRecord {
    const { account } = this.scope;
    const actorId = account.status === 'ready' ? account.actor.id : '';
    return this.people.find(({ id }) => id === actorId)!;
  }

  /** Searches for someone by their address, until only they are there. */
  async search({ email, id }: PersonRecord): Promise<HTMLElement> {
    this.element('user-table').view = { query: { search: email } };
    await until(
      () => this.all('user-table', '.row[data-id]').every((row) => row.dataset['id'] === id),
      'nobody else is listed',
    );
    return this.shown('user-table', `.row[data-id="${id}"]`);
  }

  /** What a person reads in someone's cell. */
  async cell(person: PersonRecord, column: string): Promise<HTMLElement> {
    await this.search(person);
    return this.shown('user-table', `.row[data-id="${person.id}"] [data-column-id="${column}"]`);
  }

  /** Opens someone's menu by keys; answers with its entries, by their action. */
  async menuOf(person: PersonRecord): Promise<ReadonlyMap<string, HTMLElement>> {
    const cell = await this.cell(person, 'actions');
    cell.querySelector('button')!.focus();
    await press('Enter');
    await this.shown('user-table', '[role=menuitem]');
    const entries = this.all('user-table', '[role=menuitem]');
    return new Map(entries.map((entry) => [entry.dataset['value'] ?? '', entry]));
  }

  /** Closes whatever menu is open. */
  async escape(): Promise<void> {
    await press('Escape');
    await this.gone('user-table', '[role=menuitem]');
  }
}

export async function respondIoPage(options: RespondIoPageOptions = {}): Promise<RespondIoPage> {
  const { as = 'org-admin', count = 40, adjust, lang = 'en', only, subaccounts, through } = options;
  const account = respondIoAccount({
    seed: 7,
    count,
    now: NOW,
    ...(subaccounts !== undefined && { subaccounts }),
  });
  const backend = createMemoryAdapter(adjust ? adjust(account) : account);
  const actor = backend
    .dump()
    .people.find(({ roleId, status }) => roleId === as && status === 'active');
  if (actor) backend.actAs(actor.id);
  const columns = ['name', 'role', 'email', 'subaccount', 'lastActiveAt'];
  const box = await fixture<HTMLElement>(html`<div lang=${lang}>
    <account-scope .policy=${respondIo} .adapter=${through?.(backend) ?? backend}>
      <user-table .columns=${columns}></user-table>
      ${only ? '' : html`<user-panel></user-panel><invite-dialog></invite-dialog>`}
    </account-scope>
  </div>`);
  const page = new RespondIoPage(backend, box);
  await until(() => box.querySelector('account-scope')!.scope, 'the scope comes up');
  await until(() => page.scope.account.status === 'ready', 'the account is known');
  return page;
}

/** Whether a control says that it is closed, and why. */
export function closed(control: HTMLElement): string {
  if (control.getAttribute('aria-disabled') !== 'true') return '';
  return readable(control.querySelector('.description') ?? control);
}
