import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define.ts';
import type { AccountAdapter } from '../../../src/adapter/port.ts';
import { createMemoryAdapter, type MemoryOptions } from '../../../src/adapter/memory/index.ts';
import {
  InviteRequestEvent,
  type AccountCommandEvent,
  type AccountScope,
  type AccountScopeElement,
  type Command,
  type InviteDialogElement,
} from '../../../src/index.ts';
import { zoomAccount } from '../../../src/mock/zoom-account.ts';
import type { PolicyDocument } from '../../../src/policy/index.ts';
import zoom from '../../../src/policy/presets/zoom.ts';
import { press, type } from '../../tools/commands.ts';
import { NOW, readable, still, until, type Backend } from '../people-page.ts';

export interface InvitePageOptions extends Partial<MemoryOptions> {
  /** The role of whoever is signed in; the owner by default. */
  readonly as?: string;
  /** The product's rules; those of zoom by default. */
  readonly document?: PolicyDocument;
  /** The account; one of zoom by default. */
  readonly account?: MemoryOptions;
  /** Puts something between the page and the backend. */
  readonly through?: (backend: Backend) => AccountAdapter;
  readonly lang?: string;
  readonly dir?: string;
}

/** A page with a button by which people are invited, as a host would write it. */
export class InvitePage {
  readonly backend: Backend;
  readonly provider: AccountScopeElement;
  readonly dialog: InviteDialogElement;
  readonly opener: HTMLButtonElement;
  /** The commands of every act, as the host is asked. */
  readonly acts: (readonly Command[])[] = [];

  constructor(backend: Backend, box: HTMLElement) {
    this.backend = backend;
    this.provider = box.querySelector('account-scope')!;
    this.dialog = box.querySelector('invite-dialog')!;
    this.opener = box.querySelector('button')!;
    this.opener.onclick = () => this.scope.dispatchEvent(new InviteRequestEvent());
    this.provider.addEventListener('account-command', ({ commands }: AccountCommandEvent) =>
      this.acts.push(commands),
    );
  }

  get scope(): AccountScope {
    return this.provider.scope!;
  }

  get root(): ShadowRoot {
    return this.dialog.shadowRoot!;
  }

  get native(): HTMLDialogElement {
    return this.$<HTMLDialogElement>('dialog');
  }

  get field(): HTMLTextAreaElement {
    return this.$<HTMLTextAreaElement>('textarea');
  }

  /** The first match; fails the test if there is none. */
  $<T extends HTMLElement = HTMLElement>(selector: string): T {
    const found = this.root.querySelector<T>(selector);
    if (!found) throw new Error(`Nothing in <invite-dialog> matches ${selector}`);
    return found;
  }

  /** What a person reads on the addresses, in order. */
  get chips(): string[] {
    return [...this.root.querySelectorAll('.chip')].map((chip) => readable(chip));
  }

  /** What is said above the buttons of what it takes. */
  get needs(): string {
    return readable(this.$('#needs'));
  }

  get announced(): string {
    return readable(this.$('[role=status]'));
  }

  /** The words of whatever has the focus in the dialog. */
  get focused(): string {
    const { activeElement } = this.root;
    return activeElement?.ariaLabel ?? (activeElement ? readable(activeElement) : '');
  }

  /** A button by what it says. */
  button(words: string | RegExp): HTMLButtonElement {
    const all = [...this.root.querySelectorAll('button')];
    const found = all.find((one) => (one.ariaLabel ?? readable(one)).match(words));
    if (!found) throw new Error(`No button says ${words}`);
    return found;
  }

  /** What was pasted into the field. */
  async paste(text: string): Promise<void> {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    this.field.focus();
    // Firefox makes no ClipboardEvent with something in it.
    const event = new Event('paste', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'clipboardData', { value: data });
    this.field.dispatchEvent(event);
    await until(() => this.announced.includes('added'), 'the paste was read');
  }

  /** Opens a list of options by keys, and answers with what each says. */
  async options(kind: 'role' | 'type'): Promise<string[]> {
    this.$(`[part=${kind}-trigger]`).focus();
    await press('Enter');
    await until(() => this.root.querySelector('[role=option]'), 'the options are shown');
    return [...this.root.querySelectorAll('[role=option]')].map(readable);
  }

  /** Chooses an option by typing its name. */
  async choose(kind: 'role' | 'type', name: string): Promise<void> {
    await this.options(kind);
    await type(name);
    await press('Enter');
    await until(() => !this.root.querySelector('[role=option]'), 'the options are gone');
  }

  /** Presses the button that sends, and waits for what comes of it. */
  async send(): Promise<void> {
    const ended = new Promise((resolve) =>
      this.provider.addEventListener('account-outcome', resolve, { once: true }),
    );
    this.$('.send').focus();
    await press('Enter');
    await ended;
    await until(() => !this.root.querySelector('.progress'), 'what came of it is shown');
  }

  /** Fails the test if axe finds fault with what is on the screen, once nothing fades any more. */
  async expectAccessible(): Promise<void> {
    await still(this);
    await expect(this.dialog).to.be.accessible();
  }

  /** The people of the backend by address. */
  person(email: string) {
    return this.backend.dump().people.find((one) => one.email === email);
  }
}

/** The page with the dialog open, unless `closed`. */
export async function invitePage(
  options: InvitePageOptions & { readonly closed?: boolean } = {},
): Promise<InvitePage> {
  const {
    as = 'owner',
    account = zoomAccount({ seed: 7, count: 60, now: NOW }),
    closed = false,
    dir = 'ltr',
    document: policy = zoom,
    lang = 'en',
    through,
    ...memory
  } = options;
  const backend = createMemoryAdapter({
    ...account,
    now: () => NOW,
    latency: 1,
    ...memory,
  });
  const actor = backend
    .dump()
    .people.find(({ roleId, status }) => roleId === as && status === 'active');
  if (actor) backend.actAs(actor.id);
  const box = await fixture<HTMLElement>(html`<div lang=${lang} dir=${dir}>
    <account-scope .policy=${policy} .adapter=${through?.(backend) ?? backend}>
      <button type="button">Invite</button>
      <invite-dialog></invite-dialog>
    </account-scope>
  </div>`);
  const page = new InvitePage(backend, box);
  await until(() => page.provider.scope?.account.status === 'ready', 'the account is known');
  if (closed) return page;
  page.opener.focus();
  await press('Enter');
  await until(() => page.root.querySelector('textarea'), 'the form is there');
  await until(() => page.root.activeElement === page.field, 'the field has the focus');
  return page;
}
