import { expect } from '@open-wc/testing';
import { mouse, press, type } from '../../tools/commands.ts';
import { peoplePage, readable, rowsShown, still, until, type PeoplePage } from '../people-page.ts';

type Person = ReturnType<PeoplePage['backend']['dump']>['people'][number];

async function withPeople(options: Parameters<typeof peoplePage>[0] = {}): Promise<PeoplePage> {
  const page = await peoplePage({ count: 40, ...options });
  await rowsShown(page);
  return page;
}

/** The first row of somebody like this, and who it is. */
function rowOf(
  page: PeoplePage,
  like: (person: Person) => boolean,
): { row: number; person: Person } {
  for (const row of page.$$('.row[data-id]')) {
    const person = page.backend.dump().people.find(({ id }) => id === row.dataset['id'])!;
    if (like(person)) return { row: Number(row.getAttribute('aria-rowindex')) - 1, person };
  }
  throw new Error('Nobody on the screen is like that');
}
const member = ({ roleId, status }: Person) => roleId === 'member' && status === 'active';
const invited = ({ status }: Person) => status === 'pending';

/** Opens someone's menu by keyboard. */
async function openMenu(page: PeoplePage, row: number): Promise<void> {
  page.cell(row, 'actions').querySelector('button')!.focus();
  await press('Enter');
  await until(() => page.focused()?.getAttribute('role') === 'menuitem', 'the menu has the focus');
}
const entries = (page: PeoplePage) => page.$$('[role=menuitem]').map(readable);

/** Goes to an entry by typing its beginning, and takes it. */
async function take(page: PeoplePage, action: string): Promise<void> {
  for (let n = 0; n < 9 && page.focused()?.dataset['value'] !== action; n++)
    await press('ArrowDown');
  expect(page.focused()?.dataset['value']).to.equal(action);
  await press('Enter');
}
const dialog = (page: PeoplePage) => page.root.querySelector<HTMLDialogElement>('.confirmation');
async function asked(page: PeoplePage): Promise<HTMLDialogElement> {
  await until(() => dialog(page)?.open, 'the dialog is open');
  return dialog(page)!;
}
const has = (page: PeoplePage, { id }: Person) =>
  page.backend.dump().people.some((person) => person.id === id);

describe('<user-table> menu of a person', () => {
  it('ZM-32 offers the three ways to remove a member, and each says what it does before it is done', async () => {
    const page = await withPeople();
    const { row } = rowOf(page, member);
    const told: Record<string, string> = {};
    for (const action of ['user.deactivate', 'user.unlink', 'user.delete']) {
      await openMenu(page, row);
      await take(page, action);
      const box = await asked(page);
      told[action] = readable(box.querySelector('.consequences')!);
      await press('Escape');
      await until(() => !dialog(page)?.open, 'the dialog is closed');
    }
    expect(told['user.deactivate']).to.contain('Profile and data stay here');
    expect(told['user.deactivate']).to.contain('This can be undone.');
    expect(told['user.unlink']).to.contain('leaves this account');
    expect(told['user.unlink']).to.contain('keeps their own profile and data');
    expect(told['user.delete']).to.contain('Profile and data are erased.');
    expect(told['user.delete']).to.contain('This cannot be undone.');
  });

  it('ZM-32 deletes only after the address was typed, by keyboard alone, and the focus stays in the list', async () => {
    const page = await withPeople();
    const { row, person } = rowOf(page, member);
    await openMenu(page, row);
    await take(page, 'user.delete');
    const box = await asked(page);
    expect(page.focused()!.localName, 'what has to be typed has the focus').to.equal('input');
    await press('Enter');
    expect(box.open, 'nothing was typed yet').to.equal(true);
    expect(has(page, person)).to.equal(true);
    await type(person.email);
    await press('Enter');
    await until(() => !has(page, person), 'the person is gone');
    await until(() => !page.root.querySelector(`[data-id="${person.id}"]`), 'the row is gone');
    expect(page.focused()?.closest('[role=grid]') !== null, 'the focus is in the grid').to.equal(
      true,
    );
  });

  it('ZM-32 a person who thinks better of it changes nothing, and is back at the button', async () => {
    const page = await withPeople();
    const { row, person } = rowOf(page, member);
    await openMenu(page, row);
    await take(page, 'user.unlink');
    const box = await asked(page);
    expect(readable(page.focused()!)).to.equal('Cancel');
    await press('Enter');
    await until(() => !box.open, 'the dialog is closed');
    expect(page.backend.dump().people.find(({ id }) => id === person.id)).to.deep.equal(person);
    expect(page.focused()?.closest('[data-column-id]')?.getAttribute('data-column-id')).to.equal(
      'actions',
    );
  });

  it('deactivates, and undo gives the access back', async () => {
    const page = await withPeople();
    const { row, person } = rowOf(page, member);
    const status = () => page.backend.dump().people.find(({ id }) => id === person.id)!.status;
    await openMenu(page, row);
    await take(page, 'user.deactivate');
    const box = await asked(page);
    await mouse.click(box.querySelector<HTMLElement>('[type=submit]')!);
    await until(() => status() === 'deactivated', 'the person is deactivated');
    await until(() => page.root.querySelector('.offer button'), 'undo is offered');
    page.$('.offer button').click();
    await until(() => status() === 'active', 'the person is back');
  });

  it('the owner can be neither deleted, deactivated nor unlinked, and the menu says so', async () => {
    const page = await withPeople({ as: 'admin' });
    const { row, person } = rowOf(page, ({ roleId }) => roleId === 'owner');
    await openMenu(page, row);
    for (const action of ['user.deactivate', 'user.unlink', 'user.delete']) {
      const entry = page.$(`[data-value="${action}"]`);
      expect(entry.getAttribute('aria-disabled'), action).to.equal('true');
      expect(readable(entry.querySelector('.why')!), action).to.match(/\w{3}/);
      await take(page, action);
      expect(dialog(page), 'nothing is asked').to.equal(null);
    }
    expect(has(page, person)).to.equal(true);
  });

  it('ZM-16 ZM-19 resends an invitation, and it is valid for 30 days again', async () => {
    const page = await withPeople();
    const { row, person } = rowOf(page, invited);
    await openMenu(page, row);
    expect(entries(page)).to.deep.equal(['Resend the invitation', 'Revoke the invitation']);
    await take(page, 'invitation.resend');
    const expires = () => page.backend.dump().people.find(({ id }) => id === person.id)!.expiresAt!;
    await until(() => expires() !== person.expiresAt, 'it expires later');
    expect(Date.parse(expires()) - page.backend.clock.now()).to.equal(30 * 86_400_000);
    expect(page.backend.mails.at(-1)!.to).to.equal(person.email);
  });

  it('ZM-17 revokes an invitation once it was confirmed', async () => {
    const page = await withPeople();
    const { row, person } = rowOf(page, invited);
    await openMenu(page, row);
    await take(page, 'invitation.revoke');
    const box = await asked(page);
    expect(readable(box)).to.contain('This cannot be undone.');
    await mouse.click(box.querySelector<HTMLElement>('[type=submit]')!);
    await until(() => !has(page, person), 'the invitation is gone');
  });

  it('a host adds entries of its own, and knows whose menu it is', async () => {
    const page = await withPeople();
    const own = document.createElement('button');
    own.slot = 'row-actions';
    own.textContent = 'Write to them';
    let whose: string | undefined;
    own.addEventListener('click', () => (whose = page.table.menuPerson?.id));
    page.table.append(own);
    const { row, person } = rowOf(page, member);
    await openMenu(page, row);
    await mouse.click(own);
    expect(whose).to.equal(person.id);
  });

  it('there is no menu where nothing can be done: read-only, or a backend that cannot', async () => {
    const readonly = await withPeople({ table: { readonly: true } });
    expect(readonly.root.querySelector('.row-menu')).to.equal(null);
  });

  it('has no accessibility faults: the menu, and the dialog', async () => {
    const page = await withPeople();
    await openMenu(page, rowOf(page, member).row);
    await still(page);
    await expect(page.table).to.be.accessible();
    await take(page, 'user.delete');
    await asked(page);
    await still(page);
    await expect(page.table).to.be.accessible();
  });
});
