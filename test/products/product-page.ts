import { fixture, html } from '@open-wc/testing';
import '../../src/define.ts';
import { createMemoryAdapter, type MemoryOptions } from '../../src/adapter/memory/index.ts';
import type { AccountScope, AccountScopeElement, PersonRecord } from '../../src/index.ts';
import type { PolicyDocument } from '../../src/policy/index.ts';
import { press, type } from '../tools/commands.ts';
import { readable, until, type Backend } from '../elements/people-page.ts';

/** The whole page of a product, as a host would write it: `demo/products/<preset>/` without the bar at its top. */
export class ProductPage {
  readonly backend: Backend;
  readonly box: HTMLElement;
  readonly provider: AccountScopeElement;

  constructor(backend: Backend, box: HTMLElement) {
    this.backend = backend;
    this.box = box;
    this.provider = box.querySelector('account-scope')!;
  }

  get scope(): AccountScope {
    return this.provider.scope!;
  }

  /** What is inside an element of the page. */
  root(tag: string): ShadowRoot {
    return this.box.querySelector(tag)!.shadowRoot!;
  }

  get rows(): HTMLElement[] {
    return [...this.root('user-table').querySelectorAll<HTMLElement>('.row[data-id]')];
  }

  /** The first person in the backend of whom this is true. */
  find(test: (person: PersonRecord) => boolean): PersonRecord {
    const found = this.backend.dump().people.find(test);
    if (!found) throw new Error('Nobody in the backend is like that');
    return found;
  }

  stored(id: string): PersonRecord | undefined {
    return this.backend.dump().people.find((one) => one.id === id);
  }

  cell(id: string, column: string): HTMLElement {
    const found = this.root('user-table').querySelector<HTMLElement>(
      `[data-id="${id}"] [data-column-id="${column}"]`,
    );
    if (!found) throw new Error(`No cell ${column} of ${id}`);
    return found;
  }

  /** Finds somebody in the list by typing their address. */
  async search(person: PersonRecord): Promise<void> {
    const field = this.root('user-table').querySelector<HTMLInputElement>('input[type=search]')!;
    field.focus();
    field.select();
    await type(person.email);
    await until(
      () => this.rows.length === 1 && this.rows[0]?.dataset['id'] === person.id,
      `the list shows ${person.email}`,
    );
  }

  /** The entries of somebody's menu, opened by keyboard: what each does, and what it says. */
  async menuOf(id: string): Promise<ReadonlyMap<string, HTMLElement>> {
    this.cell(id, 'actions').querySelector('button')!.focus();
    await press('Enter');
    const root = this.root('user-table');
    await until(() => root.querySelector('[role=menuitem]'), 'the menu is open');
    const entries = [...root.querySelectorAll<HTMLElement>('[role=menuitem]')];
    return new Map(entries.map((entry) => [entry.dataset['value'] ?? '', entry]));
  }

  /** Chooses from somebody's menu, and answers with what is asked before it is done. */
  async ask(id: string, action: string): Promise<string> {
    const entry = (await this.menuOf(id)).get(action);
    if (!entry) throw new Error(`The menu has no ${action}`);
    entry.click();
    const root = this.root('user-table');
    await until(() => root.querySelector('.confirmation[open]'), 'it is asked first');
    return readable(root.querySelector('.confirmation')!);
  }

  /** Says yes to what is asked. */
  async confirm(): Promise<void> {
    const root = this.root('user-table');
    root.querySelector<HTMLElement>('.confirmation [type=submit]')!.focus();
    await press('Enter');
    await until(() => !root.querySelector('.confirmation[open]'), 'it is answered');
  }

  /** Opens the form to invite people from the list, by keyboard. */
  async openInvite(): Promise<ShadowRoot> {
    this.root('user-table').querySelector<HTMLElement>('[part=invite-button]')!.focus();
    await press('Enter');
    const root = this.root('invite-dialog');
    await until(() => root.activeElement?.matches('textarea'), 'the form is open');
    return root;
  }

  /** Sends the form, and waits for what comes of it. */
  async send(): Promise<void> {
    const root = this.root('invite-dialog');
    const ended = new Promise((done) =>
      this.provider.addEventListener('account-outcome', done, { once: true }),
    );
    root.querySelector<HTMLElement>('[part=send]')!.focus();
    await press('Enter');
    await ended;
  }

  /** Opens somebody's page. */
  async open(id: string): Promise<ShadowRoot> {
    const panel = this.box.querySelector('user-panel')!;
    void panel.show(id);
    await until(
      () => panel.person?.id === id && panel.shadowRoot?.querySelector('.section'),
      'the page is open',
    );
    return panel.shadowRoot!;
  }
}

export interface ProductPageOptions {
  readonly account: MemoryOptions;
  readonly policy: PolicyDocument;
  /** The role of whoever is signed in. */
  readonly as: string;
}

export async function productPage({
  account,
  policy,
  as,
}: ProductPageOptions): Promise<ProductPage> {
  const backend = createMemoryAdapter(account);
  const actor = backend
    .dump()
    .people.find(({ roleId, status }) => roleId === as && status === 'active');
  if (actor) backend.actAs(actor.id);
  const box = await fixture<HTMLElement>(html`<div lang="en">
    <account-scope .policy=${policy} .adapter=${backend}>
      <seat-meter billing-href="#billing"></seat-meter>
      <user-table with-lists></user-table>
      <user-panel></user-panel>
      <invite-dialog></invite-dialog>
    </account-scope>
  </div>`);
  const page = new ProductPage(backend, box);
  await until(() => page.provider.scope?.account.status === 'ready', 'the account is read');
  return page;
}
