import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.ts';
import type { AccountAdapter } from '../../src/adapter/port.ts';
import type { PersonRecord } from '../../src/domain/index.ts';
import type { PolicyDocument } from '../../src/policy/index.ts';
import { press, type } from '../tools/commands.ts';
import { readable, until } from '../elements/people-page.ts';

/** The words of one backend for what every flow does. */
export interface FlowOptions {
  readonly adapter: AccountAdapter;
  readonly policy: PolicyDocument;
  /** The role that people are given, and the one that they have before. */
  readonly role: { readonly from: string; readonly to: string; readonly label: string };
  /** The action that takes somebody's access, and the standing that they have then. Left out: there is none. */
  readonly stop?: { readonly action: string; readonly status: PersonRecord['status'] };
  /** Whether somebody can be invited; then the standing that they have. */
  readonly invited?: PersonRecord['status'];
}

/** A page of a host on a real server: the list, one person's page, and the way in. */
export class Flow {
  readonly options: FlowOptions;
  readonly box: HTMLElement;

  constructor(options: FlowOptions, box: HTMLElement) {
    this.options = options;
    this.box = box;
  }

  static async open(options: FlowOptions): Promise<Flow> {
    const { adapter, policy } = options;
    const box = await fixture<HTMLElement>(html`<div lang="en">
      <account-scope .policy=${policy} .adapter=${adapter}>
        <user-table></user-table>
        <user-panel></user-panel>
        <invite-dialog></invite-dialog>
      </account-scope>
    </div>`);
    const flow = new Flow(options, box);
    await until(() => flow.rows.length > 5, 'people are shown');
    return flow;
  }

  get table(): ShadowRoot {
    return this.box.querySelector('user-table')!.shadowRoot!;
  }
  get panel(): ShadowRoot {
    return this.box.querySelector('user-panel')!.shadowRoot!;
  }
  get dialog(): ShadowRoot {
    return this.box.querySelector('invite-dialog')!.shadowRoot!;
  }
  get rows(): HTMLElement[] {
    return [...this.table.querySelectorAll<HTMLElement>('.row[data-id]')];
  }
  get focused(): HTMLElement | null {
    return this.table.activeElement as HTMLElement | null;
  }

  cell(id: string, column: string): HTMLElement {
    return this.table.querySelector(`[data-id="${id}"] [data-column-id="${column}"]`)!;
  }

  /** Finds people by typing; resolves once the list shows only them. */
  async search(text: string): Promise<void> {
    const field = this.table.querySelector<HTMLInputElement>('input[type=search]')!;
    field.focus();
    field.select();
    await (text ? type(text) : press('Delete'));
    await until(
      () => this.rows.length > 0 && this.rows.every((row) => readable(row).includes(text)),
      `the list shows who is found by ${text}`,
    );
  }

  /** Gives somebody the other role, by keyboard. */
  async changeRole(id: string): Promise<void> {
    const { to, label } = this.options.role;
    this.cell(id, 'role').querySelector('button')!.focus();
    await press('Enter');
    await until(() => this.focused?.getAttribute('role') === 'option', 'the roles are shown');
    await press('Home');
    for (let n = 0; n < 9 && this.focused?.dataset['label'] !== label; n++)
      await press('ArrowDown');
    await press('Enter');
    await until(() => readable(this.cell(id, 'role')).includes(label), `the role is ${label}`);
    await this.became(id, (person) => person.roleId === to);
  }

  /** Does something to somebody by their menu, and says yes. */
  async act(id: string, action: string): Promise<void> {
    this.cell(id, 'actions').querySelector('button')!.focus();
    await press('Enter');
    await until(() => this.focused?.getAttribute('role') === 'menuitem', 'the menu is open');
    for (let n = 0; n < 12 && this.focused?.dataset['value'] !== action; n++)
      await press('ArrowDown');
    expect(this.focused?.dataset['value']).to.equal(action);
    await press('Enter');
  }

  /** Presses the button that says yes, where somebody is asked first. */
  async confirm(): Promise<void> {
    const box = () => this.table.querySelector<HTMLDialogElement>('.confirmation');
    await until(() => box()?.open, 'it is asked first');
    box()!.querySelector<HTMLElement>('[type=submit]')!.focus();
    await press('Enter');
    await until(() => !box()?.open, 'it is answered');
  }

  /** Resolves once the server itself says so. */
  async became(id: string, test: (person: PersonRecord) => boolean): Promise<void> {
    let person = await this.options.adapter.person(id);
    for (let n = 0; n < 50 && !test(person); n++) person = await this.options.adapter.person(id);
    expect(test(person), JSON.stringify(person)).to.equal(true);
  }

  /** Opens somebody's page, and answers with what is in its title. */
  async openPerson(id: string): Promise<string> {
    this.cell(id, 'name').querySelector<HTMLElement>('button.name')!.focus();
    await press('Enter');
    const host = this.box.querySelector('user-panel')!;
    await until(() => host.person?.id === id && this.panel.querySelector('.section'), 'it is open');
    const title = readable(this.panel.querySelector('#title')!);
    await press('Escape');
    await until(() => host.personId === undefined, 'it is closed');
    return title;
  }
}
