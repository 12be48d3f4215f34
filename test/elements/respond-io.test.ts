import { expect } from '@open-wc/testing';
import { createMockBackend, handlers, respondIoScenarios } from '../../src/mock/index.ts';
import { press, type } from '../tools/commands.ts';
import { readable, still, until } from './people-page.ts';
import { closed, respondIoPage, type RespondIoPage } from './respond-io-page.ts';

const lastAdmin = respondIoScenarios['last-admin'].adjust;

async function withRows(options: Parameters<typeof respondIoPage>[0] = {}): Promise<RespondIoPage> {
  const page = await respondIoPage(options);
  await page.shown('user-table', '.row[data-id]');
  return page;
}

/** Opens the form as a person does, and the list of roles in it. */
async function rolesToInvite(page: RespondIoPage): Promise<ReadonlyMap<string, HTMLElement>> {
  page.find('user-table', '[part=invite-button]')!.click();
  const trigger = await page.shown('invite-dialog', '[part=role-trigger]');
  trigger.focus();
  await press('Enter');
  await page.shown('invite-dialog', '[role=option]');
  const options = page.all('invite-dialog', '[role=option]');
  return new Map(options.map((option) => [option.dataset['label'] ?? '', option]));
}

describe('respond.io, its users page', () => {
  it('RI-1 opens for the three kinds of admins', async () => {
    for (const as of ['org-admin', 'billing-admin', 'user-admin'] as const) {
      const page = await withRows({ as, count: 8, only: 'user-table' });
      expect(page.all('user-table', '.row[data-id]'), as).to.have.length(8);
    }
  });

  it('RI-1 does not open for a member, and says so', async () => {
    const page = await respondIoPage({ as: 'member', only: 'user-table' });
    const state = await page.shown('user-table', '.is-no-access');
    expect(readable(state)).to.contain('Your role does not include this.');
    expect(readable(state)).to.contain('Ask an organization admin');
    expect(page.find('user-table', '.row[data-id]')).to.equal(null);
    await still({ root: page.element('user-table').shadowRoot! });
    await expect(page.element('user-table')).to.be.accessible();
  });

  it('RI-6 lets a user admin add members, and tells why nobody else', async () => {
    const roles = await rolesToInvite(await withRows({ as: 'user-admin' }));
    expect([...roles.keys()]).to.deep.equal([
      'Organization admin',
      'Billing admin',
      'User admin',
      'Member',
    ]);
    for (const [id, option] of roles) {
      if (id === 'Member') expect(closed(option)).to.equal('');
      else expect(closed(option), id).to.contain('only for the role Member');
    }
  });

  it('RI-6 lets an org admin add anyone', async () => {
    const roles = await rolesToInvite(await withRows());
    for (const [id, option] of roles) expect(closed(option), id).to.equal('');
  });

  it('RI-7 deletes no last org admin', async () => {
    const page = await withRows({ adjust: lastAdmin });
    const entry = (await page.menuOf(page.self)).get('user.delete')!;
    expect(closed(entry)).to.contain('cannot do this to yourself');
    await page.escape();
  });

  it('RI-7 demotes no last org admin', async () => {
    const page = await withRows({ adjust: lastAdmin });
    const cell = await page.cell(page.self, 'role');
    cell.querySelector('button')!.focus();
    await press('Enter');
    const member = await page.shown('user-table', '[role=option][data-label=Member]');
    expect(closed(member)).to.contain('Organization admin');
    member.click();
    expect(page.self.roleId).to.equal('org-admin');
  });

  it('RI-7 recommends a second org admin, until there is one', async () => {
    const page = await withRows({ adjust: lastAdmin });
    const note = await page.shown('user-table', '[role=note]');
    expect(readable(note)).to.contain('Only 1 person has the role Organization admin.');
    await still({ root: page.element('user-table').shadowRoot! });
    await expect(page.element('user-table')).to.be.accessible();
    page.backend.edit(page.someone('member').id, { roleId: 'org-admin' });
    await page.scope.refresh();
    await page.gone('user-table', '[role=note]');
  });

  it('RI-7 takes who wants a second one to the form, with the role set', async () => {
    const page = await withRows({ adjust: lastAdmin });
    const note = await page.shown('user-table', '[role=note]');
    note.querySelector('button')!.focus();
    await press('Enter');
    const role = await page.shown('invite-dialog', '[part=role-trigger]');
    expect(readable(role)).to.equal('Organization admin');
  });

  it('RI-7 keeps the advice from who could do nothing about it', async () => {
    const page = await withRows({ as: 'user-admin', adjust: lastAdmin });
    await page.search(page.someone('org-admin'));
    expect(page.find('user-table', '[role=note]')).to.equal(null);
  });

  it('RI-8 lists picture, name, role, address and last login', async () => {
    const page = await withRows();
    const person = page.someone('billing-admin');
    const row = await page.search(person);
    const heads = page.all('user-table', '[role=columnheader]').map(readable);
    expect(heads, 'the product’s own word for sub-accounts').to.include('Workspaces');
    expect(row.querySelector('[part~=avatar]'), 'a picture').not.to.equal(null);
    const text = readable(row);
    expect(text).to.contain('Billing admin');
    expect(text).to.contain(person.email);
    expect(text).to.contain(person.lastName);
    const when = (await page.cell(person, 'lastActiveAt')).querySelector('time');
    expect(when?.getAttribute('datetime')).to.equal(person.lastActiveAt);
  });

  it('RI-8 says Pending where the last login would stand', async () => {
    const page = await withRows();
    const person = page.people.find(({ status }) => status === 'pending')!;
    page.backend.edit(person.id, { expiresAt: '2026-12-01T00:00:00Z' });
    expect(readable(await page.cell(person, 'lastActiveAt'))).to.equal('Pending');
  });

  it('RI-9 finds someone by the search at the top', async () => {
    const page = await withRows();
    const person = page.someone('member');
    page.find('user-table', '[type=search]')!.focus();
    await type(person.email);
    await until(() => page.all('user-table', '.row[data-id]').length === 1, 'only one row is left');
    expect(page.find('user-table', '.row[data-id]')!.dataset['id']).to.equal(person.id);
  });

  it('RI-9 has an edit and a delete action in each row', async () => {
    const page = await withRows();
    const person = page.someone('member');
    const entries = await page.menuOf(person);
    expect([...entries.keys()]).to.deep.equal(['user.edit', 'user.delete']);
    entries.get('user.edit')!.click();
    const name = await page.shown('user-panel', '.row[data-field=firstName] input');
    expect((name as HTMLInputElement).value).to.equal(person.firstName);
  });

  it('RI-9 gives a billing admin, who only views, neither', async () => {
    const page = await withRows({ as: 'billing-admin' });
    expect(page.find('user-table', '[data-column-id=actions]')).to.equal(null);
    expect(page.find('user-table', '.row-menu')).to.equal(null);
  });

  it('RI-12 lets a user admin change the workspaces of anyone, an admin too', async () => {
    const page = await withRows({ as: 'user-admin' });
    const person = page.someone('billing-admin');
    (await page.menuOf(person)).get('user.edit')!.click();
    const choice = await page.shown('user-panel', '.row[data-field=subaccountIds] button');
    choice.click();
    const box = (await page.shown('user-panel', '.picked input')) as HTMLInputElement;
    box.click();
    (await page.shown('user-panel', '[part~=save]')).click();
    const now = () => page.people.find(({ id }) => id === person.id)!.subaccountIds ?? [];
    await until(() => now().length === 1, 'it is saved');
  });

  it('RI-13 lets a user admin neither promote nor demote', async () => {
    const page = await withRows({ as: 'user-admin' });
    for (const role of ['member', 'billing-admin', 'org-admin']) {
      const cell = await page.cell(page.someone(role), 'role');
      expect(cell.querySelector('button[aria-disabled=true], .icon-lock'), role).not.to.equal(null);
    }
  });

  it('RI-13 lets a user admin delete members only', async () => {
    const page = await withRows({ as: 'user-admin' });
    for (const role of ['org-admin', 'billing-admin']) {
      const entry = (await page.menuOf(page.someone(role))).get('user.delete')!;
      expect(closed(entry), role).to.contain('only for the role Member');
      await page.escape();
    }
    expect(closed((await page.menuOf(page.someone('member'))).get('user.delete')!)).to.equal('');
  });

  it('RI-14 lets nobody delete themselves', async () => {
    for (const as of ['org-admin', 'user-admin'] as const) {
      const page = await withRows({ as, count: 12 });
      const entry = (await page.menuOf(page.self)).get('user.delete')!;
      expect(closed(entry), as).to.contain('cannot do this to yourself');
      await page.escape();
    }
  });

  it('RI-15 says what deleting costs before it is done, and asks for no more than a yes', async () => {
    const page = await withRows();
    const person = page.someone('member');
    (await page.menuOf(person)).get('user.delete')!.click();
    const dialog = await page.shown('user-table', '.confirmation');
    const told = readable(dialog.querySelector('.consequences')!);
    expect(told).to.contain('loses access to all workspaces');
    expect(told).to.contain('Contacts assigned to the person become unassigned.');
    expect(told).to.contain('This cannot be undone.');
    expect(told, 'only what this product does').not.to.contain('erased');
    expect(dialog.querySelector('input'), 'nothing to type').to.equal(null);
    dialog.querySelector<HTMLElement>('[type=submit]')!.click();
    await until(() => !page.people.some(({ id }) => id === person.id), 'the person is gone');
  });

  it('RI-15 says the same in French', async () => {
    const page = await withRows({ lang: 'fr' });
    (await page.menuOf(page.someone('member'))).get('user.delete')!.click();
    const dialog = await page.shown('user-table', '.confirmation');
    const told = readable(dialog.querySelector('.consequences')!);
    expect(told).to.contain('perd l’accès à tous les espaces de travail');
    expect(told).to.contain('deviennent non attribués');
  });

  it('RI-18 says of a cancelled subscription that it is, and until when', async () => {
    const page = await withRows({ adjust: respondIoScenarios.cancelled.adjust });
    const note = await page.shown('user-table', '[part~=note-cancelled]');
    expect(readable(note)).to.contain('The subscription was cancelled.');
    // Ninety days after the moment that tests live in.
    expect(readable(note)).to.contain('On February 19, 2027 the account is flagged for deletion.');
    expect(page.all('user-table', '[role=note]'), 'nothing else matters').to.have.length(1);
    await still({ root: page.element('user-table').shadowRoot! });
    await expect(page.element('user-table')).to.be.accessible();
  });

  it('RI-18 refuses every change of it, and tells why', async () => {
    const page = await withRows({ adjust: respondIoScenarios.cancelled.adjust });
    const why = 'The subscription was cancelled.';
    const invite = page.find('user-table', '[part=invite-button]')!;
    expect(invite.getAttribute('aria-disabled')).to.equal('true');
    expect(invite.getAttribute('aria-description')).to.contain(why);
    const entries = await page.menuOf(page.someone('member'));
    expect([...entries.keys()]).to.deep.equal(['user.edit', 'user.delete']);
    for (const [action, entry] of entries) expect(closed(entry), action).to.contain(why);
    await page.escape();
    const { status } = await page.scope.run({
      action: 'user.delete',
      target: { kind: 'person', id: page.someone('member').id },
    });
    expect(status).to.equal('skipped');
  });

  it('is served by the mock backend as every product is', async () => {
    const backend = createMockBackend({ product: 'respond-io', count: 30, as: 'user-admin' });
    expect(handlers(backend)).not.to.have.length(0);
    const { actor, facts } = await backend.memory.account();
    expect(actor.roleId).to.equal('user-admin');
    expect(facts.roleCounts?.['org-admin']).to.equal(2);
  });
});
