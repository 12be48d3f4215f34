import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define.ts';
import type { AccountAdapter } from '../../../src/adapter/port.ts';
import { createMemoryAdapter, type MemoryOptions } from '../../../src/adapter/memory/index.ts';
import type { Command, PersonRecord } from '../../../src/domain/index.ts';
import type {
  AccountCommandEvent,
  AccountScope,
  UserPanelElement,
  UserTableElement,
} from '../../../src/index.ts';
import { zoomAccount } from '../../../src/mock/zoom-account.ts';
import type { PolicyDocument } from '../../../src/policy/index.ts';
import zoom from '../../../src/policy/presets/zoom.ts';
import { press, type } from '../../tools/commands.ts';
import { NOW, readable, still, until, type Backend } from '../people-page.ts';

export interface PanelPageOptions extends Partial<MemoryOptions> {
  /** The role of whoever is signed in; the owner by default. */
  readonly as?: string;
  readonly document?: PolicyDocument;
  /** Puts something between the page and the backend. */
  readonly through?: (backend: Backend) => AccountAdapter;
  /** Set on the panel before it is connected. */
  readonly panel?: Partial<UserPanelElement>;
  /** Without the list beside it. */
  readonly alone?: boolean;
  readonly width?: number;
  readonly lang?: string;
  readonly dir?: string;
}

/** What gives the account to all inside it. */
type Provider = HTMLElement & { readonly scope: AccountScope | undefined };

/** A list of people with one person's page beside it, as a host would write it. */
export class PanelPage {
  readonly backend: Backend;
  readonly provider: Provider;
  readonly panel: UserPanelElement;
  readonly table: UserTableElement | null;
  readonly box: HTMLElement;
  /** The commands of every act, as the host is asked. */
  readonly acts: (readonly Command[])[] = [];

  constructor(backend: Backend, box: HTMLElement, provider: Provider) {
    this.backend = backend;
    this.box = box;
    this.provider = provider;
    this.panel = box.querySelector('user-panel')!;
    this.table = box.querySelector('user-table');
    this.provider.addEventListener('account-command', ({ commands }: AccountCommandEvent) =>
      this.acts.push(commands),
    );
  }

  get scope(): AccountScope {
    return this.provider.scope!;
  }

  get root(): ShadowRoot {
    return this.panel.shadowRoot!;
  }

  get native(): HTMLDialogElement {
    return this.$<HTMLDialogElement>('dialog.panel');
  }

  /** The first match; fails the test if there is none. */
  $<T extends HTMLElement = HTMLElement>(selector: string): T {
    const found = this.root.querySelector<T>(selector);
    if (!found) throw new Error(`Nothing in <user-panel> matches ${selector}`);
    return found;
  }

  has(selector: string): boolean {
    return this.root.querySelector(selector) !== null;
  }

  /** What a person reads in a field, or beside it. */
  row(field: string): HTMLElement {
    return this.$(`.row[data-field="${field}"]`);
  }

  input(field: string): HTMLInputElement {
    return this.$<HTMLInputElement>(`input[name="${field}"]`);
  }

  get announced(): string {
    return readable(this.$('[role=status]'));
  }

  get focused(): HTMLElement | null {
    return this.root.activeElement as HTMLElement | null;
  }

  /** A button by what it says. */
  button(words: string | RegExp): HTMLButtonElement {
    const all = [...this.root.querySelectorAll('button')];
    const found = all.find((one) => (one.ariaLabel ?? readable(one)).match(words));
    if (!found) throw new Error(`No button says ${words}`);
    return found;
  }

  /** The first person in the backend of whom this is true. */
  find(test: (person: PersonRecord) => boolean): PersonRecord {
    const found = this.backend.dump().people.find(test);
    if (!found) throw new Error('Nobody in the backend is like that');
    return found;
  }

  /** The person as the backend has them now. */
  stored(id: string): PersonRecord {
    return this.find((one) => one.id === id);
  }

  /** Opens someone's page, as a host would. */
  async open(id: string): Promise<void> {
    void this.panel.show(id);
    await until(() => this.panel.person?.id === id && this.has('.section'), 'the page is open');
    await this.drawn();
  }

  /** Puts text in place of what a field holds, key by key. */
  async fill(field: string, text: string): Promise<void> {
    const input = this.input(field);
    input.focus();
    input.select();
    if (text) await type(text);
    else await press('Delete');
    await this.drawn();
  }

  /** Chooses from a list by typing. */
  async choose(field: string, name: string): Promise<void> {
    await this.options(field);
    await type(name);
    await press('Enter');
    await until(() => !this.has('[role=option]'), 'the list is closed');
  }

  /** Opens a list by keys, and answers with what each entry says. */
  async options(field: string): Promise<string[]> {
    this.row(field).querySelector<HTMLElement>('button')!.focus();
    await press('Enter');
    await until(() => this.has('[role=option]'), 'the options are shown');
    return [...this.root.querySelectorAll('[role=option]')].map(readable);
  }

  /** Saves by the keys, and waits for what comes of it. */
  async save(): Promise<void> {
    const ended = new Promise((resolve) =>
      this.scope.addEventListener('account-outcome', resolve, { once: true }),
    );
    await press('Control+Enter');
    await ended;
    await until(() => !this.has('.bar .spinner'), 'the saving is over');
    await this.drawn();
  }

  async drawn(): Promise<void> {
    await this.panel.updateComplete;
    await this.panel.updateComplete;
  }

  /** Fails the test if axe finds fault with what is on the screen, once nothing fades any more. */
  async expectAccessible(): Promise<void> {
    await still(this);
    await expect(this.panel).to.be.accessible();
  }
}

/** Two sub-accounts with a manager each, and an admin over both. */
export const MESSAGING: MemoryOptions = {
  people: [
    person('ada', 'admin'),
    person('abe', 'admin'),
    person('nia', 'manager', 'north'),
    person('ned', 'manager', 'north'),
    person('sam', 'manager', 'south'),
  ],
  subaccounts: [
    { id: 'north', name: 'North' },
    { id: 'south', name: 'South' },
  ],
};

function person(id: string, roleId: string, ...subaccountIds: string[]) {
  const firstName = id.charAt(0).toUpperCase() + id.slice(1);
  return { id, email: `${id}@example.com`, firstName, lastName: 'Doe', roleId, subaccountIds };
}

export async function panelPage(options: PanelPageOptions = {}): Promise<PanelPage> {
  const { alone, as = 'owner', dir = 'ltr', document: policy = zoom, lang = 'en', panel = {}, through, width, ...memory } = options; // prettier-ignore
  const account = memory.people ? undefined : zoomAccount({ seed: 7, count: 60, now: NOW });
  const backend = createMemoryAdapter({
    ...account,
    policy,
    now: () => NOW,
    ...memory,
  } as MemoryOptions);
  const actor = backend
    .dump()
    .people.find(({ roleId, status }) => roleId === as && status === 'active');
  if (actor) backend.actAs(actor.id);
  const box = await fixture<HTMLElement>(html`<div lang=${lang} dir=${dir}>
    <account-scope .policy=${policy} .adapter=${through?.(backend) ?? backend}>
      ${alone ? '' : html`<user-table></user-table>`}
      <user-panel
        .personId=${panel.personId}
        .viewKey=${panel.viewKey ?? ''}
        .readonly=${panel.readonly ?? false}
        .withPlace=${panel.withPlace ?? false}
        .fields=${panel.fields}
      ></user-panel>
    </account-scope>
  </div>`);
  if (width) box.style.inlineSize = `${width}px`;
  const page = new PanelPage(backend, box, box.querySelector('account-scope')!);
  await until(() => page.provider.scope?.account.status === 'ready', 'the account is known');
  await page.drawn();
  return page;
}
