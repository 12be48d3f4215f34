import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../src/define.ts';
import { betterAuthPolicy, createBetterAuthAdapter } from '../../src/adapter/better-auth/index.ts';
import type { AccountOutcomeEvent, AccountScopeElement, Outcome } from '../../src/index.ts';
import { mouse, press, type } from '../tools/commands.ts';
import { readable, until } from '../elements/people-page.ts';
import { startServer, type PageServer } from './in-page.ts';

/** A host's page: the people of an organization, the way to invite, and one person's page. */
class OrganizationPage {
  readonly provider: AccountScopeElement;
  readonly box: HTMLElement;

  constructor(box: HTMLElement) {
    this.box = box;
    this.provider = box.querySelector('account-scope')!;
  }

  root(tag: 'user-table' | 'invite-dialog' | 'user-panel'): ShadowRoot {
    return this.box.querySelector(tag)!.shadowRoot!;
  }

  find<T extends HTMLElement = HTMLElement>(
    tag: 'user-table' | 'invite-dialog' | 'user-panel',
    selector: string,
  ): T {
    const found = this.root(tag).querySelector<T>(selector);
    if (!found) throw new Error(`Nothing in <${tag}> matches ${selector}`);
    return found;
  }

  get table(): ShadowRoot {
    return this.root('user-table');
  }

  /** The names or addresses on the screen, from the top. */
  get names(): string[] {
    return [...this.table.querySelectorAll('.row[data-id] [data-column-id=name]')].map(readable);
  }

  /** Somebody's row. */
  row(name: string): HTMLElement {
    const rows = [...this.table.querySelectorAll<HTMLElement>('.row[data-id]')];
    const found = rows.find((row) => readable(row).includes(name));
    if (!found) throw new Error(`${name} is not on the screen: ${rows.map(readable).join(' | ')}`);
    return found;
  }

  cell(name: string, column: string): HTMLElement {
    return this.row(name).querySelector<HTMLElement>(`[data-column-id="${column}"]`)!;
  }

  get focused(): HTMLElement | null {
    return this.table.activeElement as HTMLElement | null;
  }

  get announced(): string {
    return readable(this.find('user-table', '[role=status]'));
  }

  /** Takes an entry of somebody's menu by keyboard. */
  async act(name: string, action: string): Promise<void> {
    this.cell(name, 'actions').querySelector('button')!.focus();
    await press('Enter');
    await until(() => this.focused?.getAttribute('role') === 'menuitem', 'the menu has the focus');
    for (let n = 0; n < 9 && this.focused?.dataset['value'] !== action; n++)
      await press('ArrowDown');
    expect(this.focused?.dataset['value']).to.equal(action);
    await press('Enter');
  }

  /** Says yes, by keyboard; answers with what was asked. */
  async confirm(): Promise<string> {
    const box = () => this.table.querySelector<HTMLDialogElement>('.confirmation');
    await until(() => box()?.open, 'it is asked');
    const asked = readable(box()!);
    this.find('user-table', '.confirmation [type=submit]').focus();
    await press('Enter');
    return asked;
  }

  /** How the next command ends. */
  async outcome(): Promise<Outcome> {
    const { outcomes } = await oneEvent<AccountOutcomeEvent>(this.provider, 'account-outcome');
    return outcomes[0]!;
  }

  /** Opens the choice of role in somebody's row by keyboard, and goes to one. */
  async goToRole(name: string, role: string): Promise<HTMLElement> {
    this.cell(name, 'role').querySelector('button')!.focus();
    await press('Enter');
    await until(() => this.focused?.getAttribute('role') === 'option', 'an option has the focus');
    await press('Home');
    for (let n = 0; n < 6 && this.focused?.dataset['label'] !== role; n++) await press('ArrowDown');
    expect(this.focused?.dataset['label']).to.equal(role);
    return this.focused!;
  }
}

describe('an organization of better-auth on a page', () => {
  let server: PageServer;
  let page: OrganizationPage;

  before(async () => {
    server = await startServer('better-auth');
  });
  after(() => server.stop());

  beforeEach(async () => {
    // The host's proxy adds who is signed in: the founder.
    const adapter = createBetterAuthAdapter({ baseUrl: server.baseUrl });
    page = new OrganizationPage(
      await fixture<HTMLElement>(html`<div lang="en">
        <account-scope .policy=${betterAuthPolicy} .adapter=${adapter}>
          <user-table></user-table>
          <invite-dialog></invite-dialog>
          <user-panel></user-panel>
        </account-scope>
      </div>`),
    );
    await until(() => page.box.querySelector('user-table')?.shadowRoot?.querySelector('.row[data-id]'), 'rows are shown'); // prettier-ignore
    await until(() => page.names.length >= 4, 'everybody is there');
  });

  it('lists members and those invited, and finds them by name', async () => {
    expect(page.names.join()).to.contain('Olga Ortiz').and.to.contain('noor@elsewhere.example');
    expect(readable(page.row('山田 花子'))).to.contain('Admin');
    expect(readable(page.row('noor@elsewhere.example'))).to.contain('Expires');
    expect(page.names[0], 'as they joined').to.contain('Olga Ortiz');
    const headers = [...page.table.querySelectorAll('[role=columnheader]')].map(readable).join();
    expect(headers, 'no column for what nobody has').not.to.match(/Department|User type/);
    expect(readable(page.row('Olga Ortiz')), 'nobody knows when').not.to.contain('Never');
    page.find('user-table', 'input[type=search]').focus();
    await type('nunez');
    await until(() => page.names.length === 1, 'one is found');
    expect(page.names[0]).to.contain('Zoë Núñez');
    expect(page.table.querySelector('[data-value="user.suspend"]')).to.equal(null);
  });

  it('invites two, one of whom is here already and says so', async () => {
    page.find('user-table', '[part=invite-button]').focus();
    await press('Enter');
    await until(() => page.root('invite-dialog').querySelector('textarea'), 'the form is there');
    await until(
      () => page.root('invite-dialog').activeElement?.localName === 'textarea',
      'the field has the focus',
    );
    await type('new@elsewhere.example, zoe@lumiere.example, ');
    const chips = () =>
      [...page.root('invite-dialog').querySelectorAll('.chip')].map(readable).join(' | ');
    await until(() => /already|member/i.test(chips()), 'who is here already is told');
    page.find('invite-dialog', '.send').focus();
    await press('Enter');
    await until(() => page.root('invite-dialog').querySelector('.sent li'), 'the other is invited');
    expect(readable(page.find('invite-dialog', '.sent'))).to.contain('new@elsewhere.example');
    await press('Escape');
    await until(() => page.names.join().includes('new@elsewhere.example'), 'it is in the list');
  });

  it('sends an invitation again, and revokes it', async () => {
    const sent = page.outcome();
    await page.act('ravi@elsewhere.example', 'invitation.resend');
    expect((await sent).status).to.equal('done');
    await page.act('ravi@elsewhere.example', 'invitation.revoke');
    await page.confirm();
    await until(() => !page.names.join().includes('ravi@'), 'it is gone');
  });

  it('changes a role by keyboard', async () => {
    await page.goToRole('Zoë Núñez', 'Admin');
    await press('Enter');
    await until(() => page.announced.includes('now has the role Admin'), 'it is announced');
    expect(readable(page.cell('Zoë Núñez', 'role'))).to.contain('Admin');
  });

  it('keeps the last owner, and says why', async () => {
    const option = await page.goToRole('Olga Ortiz', 'Member');
    expect(option.getAttribute('aria-disabled')).to.equal('true');
    expect(readable(option)).to.contain('At least one Owner has to remain');
    await press('Escape');
  });

  it('says so as well when only the server knows that it is the last', async () => {
    // Facts that are out of date: another owner has left meanwhile.
    const { adapter } = page.provider;
    page.provider.adapter = {
      ...adapter!,
      account: async (call) => {
        const known = await adapter!.account(call);
        return { ...known, facts: { ...known.facts, roleCounts: { owner: 2 } } };
      },
    };
    await until(() => page.provider.scope?.account.status === 'ready', 'the account is known');
    await until(() => page.names.length >= 4, 'everybody is there');
    const ended = page.outcome();
    await page.goToRole('Olga Ortiz', 'Member');
    await press('Enter');
    expect(await ended).to.nested.include({
      status: 'refused',
      'problem.kind': 'rule',
      'problem.code': 'owner/min',
    });
    await until(
      () => readable(page.row('Olga Ortiz')).includes('needs at least one owner'),
      'the reason is in place',
    );
  });

  it('opens a page about somebody, and removes them from the organization', async () => {
    await mouse.click(page.cell('Émile', 'name').querySelector('button, a') ?? page.row('Émile'));
    const said = () => readable(page.find('user-panel', 'dialog'));
    await until(() => page.root('user-panel').querySelector('.section'), 'the page is open');
    await until(() => said().includes('emile@lumiere.example'), 'it is about them');
    await press('Escape');
    await page.act('Émile', 'user.unlink');
    expect(await page.confirm()).to.contain('Remove from the organization');
    await until(() => !page.names.join().includes('Émile'), 'they are gone');
  });
});
