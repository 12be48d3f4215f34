import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../src/adapter/problem.ts';
import type { SelectionChangedEvent } from '../../../src/index.ts';
import { mouse, press, type } from '../../tools/commands.ts';
import {
  peoplePage,
  readable,
  rowsShown,
  still,
  until,
  type Backend,
  type PeoplePage,
} from '../people-page.ts';
import { catchDownloads } from './downloads.ts';

const downloads = catchDownloads();

async function withPeople(options: Parameters<typeof peoplePage>[0] = {}): Promise<PeoplePage> {
  const page = await peoplePage({ count: 60, ...options });
  await rowsShown(page);
  return page;
}
const people = (page: PeoplePage) => page.backend.dump().people;
const box = (page: PeoplePage, row: number) =>
  page.cell(row, 'select').querySelector<HTMLInputElement>('input')!;
const bar = (page: PeoplePage) => readable(page.$('.bulk-bar'));
const count = (page: PeoplePage) => readable(page.$('.bulk-count'));
const dialog = (page: PeoplePage) => page.root.querySelector<HTMLDialogElement>('.confirmation');
const isMember = (page: PeoplePage, id: string | undefined): boolean =>
  people(page).some((one) => one.id === id && one.roleId === 'member' && one.status === 'active');
const rowId = (page: PeoplePage, row: number) =>
  page.cell(row, 'name').closest<HTMLElement>('.row')!.dataset['id']!;

/** By keyboard: opens what can be done, goes to each entry and takes it. */
async function take(page: PeoplePage, ...values: readonly string[]): Promise<void> {
  page.$('.bulk-button').focus();
  await press('Enter');
  for (const value of values) {
    await until(
      () =>
        page.root.querySelector(`#menu [data-value="${value}"]`) &&
        page.focused()?.role === 'menuitem',
      `the menu offers ${value}`,
    );
    for (let n = 0; n < 12 && page.focused()?.dataset['value'] !== value; n++)
      await press('ArrowDown');
    expect(page.focused()?.dataset['value']).to.equal(value);
    await press('Enter');
  }
}
async function asked(page: PeoplePage): Promise<HTMLDialogElement> {
  await until(() => dialog(page)?.open, 'the dialog is open');
  return dialog(page)!;
}
/** Says yes, and waits for the end. */
async function confirm(page: PeoplePage): Promise<void> {
  await mouse.click((await asked(page)).querySelector<HTMLElement>('[type=submit]')!);
  await until(() => page.root.querySelector('.bulk-summary'), 'it is over');
}

describe('<user-table> selection', () => {
  it('selects rows by checkbox and by Space, and tells host and screen reader', async () => {
    const page = await withPeople();
    const heard: (number | undefined)[] = [];
    page.table.addEventListener('selection-changed', (event: SelectionChangedEvent) =>
      heard.push(event.count),
    );
    await mouse.click(box(page, 1));
    expect(count(page)).to.equal('1 selected');
    page.cell(2, 'name').focus();
    await press('Space');
    await page.table.updateComplete;
    expect(count(page)).to.equal('2 selected');
    expect(page.cell(2, 'name').closest('.row')!.getAttribute('aria-selected')).to.equal('true');
    expect(page.cell(3, 'name').closest('.row')!.getAttribute('aria-selected')).to.equal('false');
    expect(page.$('[role=grid]').getAttribute('aria-multiselectable')).to.equal('true');
    expect(page.table.selection).to.deep.equal({ ids: [rowId(page, 1), rowId(page, 2)] });
    expect(heard).to.deep.equal([1, 2]);
    expect(box(page, 1).getAttribute('aria-label')).to.contain(
      readable(page.cell(1, 'name').querySelector('.name')!),
    );
  });

  it('Shift selects everyone in between', async () => {
    const page = await withPeople();
    await mouse.click(box(page, 2));
    page.cell(6, 'name').focus();
    await press('Shift+Space');
    await until(() => count(page) === '5 selected', 'five are selected');
  });

  it('everyone who matches is a query with exceptions, however many were read', async () => {
    const page = await withPeople({ count: 2000 });
    await mouse.click(page.$('.head-cell input'));
    await until(() => page.root.querySelector('.bulk-count'), 'those shown are selected');
    const all = page
      .$$('.bulk-bar .button')
      .find((button) => readable(button).includes('Select all'))!;
    expect(readable(all)).to.equal('Select all 2,000');
    await mouse.click(all);
    expect(count(page)).to.equal('2,000 selected');
    await mouse.click(box(page, 3));
    expect(count(page)).to.equal('1,999 selected');
    const { selection } = page.table;
    expect(selection).to.have.property('query');
    expect(selection).to.have.deep.property('except', [rowId(page, 3)]);
  });

  it('Ctrl+A selects everyone who matches, and another search lets go of them', async () => {
    const page = await withPeople();
    page.cell(1, 'name').focus();
    await press('Control+a');
    await until(() => count(page) === '60 selected', 'all are selected');
    page.$('input[type=search]').focus();
    await type('an');
    await until(() => !page.root.querySelector('.bulk-count'), 'nobody is selected');
  });

  it('there is nothing to select where nothing can be changed', async () => {
    const page = await withPeople({ table: { readonly: true } });
    expect(page.root.querySelector('[data-column-id=select]')).to.equal(null);
    expect(page.$('[role=grid]').hasAttribute('aria-multiselectable')).to.equal(false);
  });
});

describe('<user-table> one act on many', () => {
  beforeEach(() => downloads.start());
  afterEach(() => downloads.stop());

  it('ZM-21 changes the role of several, says before whom not and why, and undoes it', async () => {
    const page = await withPeople();
    const before = people(page).map(({ id, roleId }) => [id, roleId]);
    page.cell(1, 'name').focus();
    await press('Control+a');
    await take(page, 'user.change-role', 'admin');
    const question = readable(await asked(page));
    expect(question).to.match(/Change role to Admin: \d+ people/);
    expect(question, 'the owner').to.match(/1 is left out: .+role Owner/);
    expect(question).to.contain('Nothing would change.');
    await confirm(page);
    expect(
      people(page).filter(({ roleId, status }) => roleId === 'member' && status === 'active'),
    ).to.have.length(0);
    expect(people(page).filter(({ roleId }) => roleId === 'owner')).to.have.length(1);
    expect(bar(page)).to.match(/Change role to Admin: \d+ done · \d+ left out/);
    await mouse.click(page.$$('.bulk-bar .button').find((button) => readable(button) === 'Undo')!);
    await until(() => /^Undo: .*done/.test(bar(page)), 'it is undone');
    expect(people(page).map(({ id, roleId }) => [id, roleId])).to.deep.equal(before);
  });

  it('ZM-12 ZM-21 puts several into a chat group, leaves their user groups alone, and undoes it', async () => {
    const page = await withPeople();
    const groups = () => people(page).map(({ id, groupIds }) => [id, groupIds]);
    const before = groups();
    const [one, other] = [rowId(page, 1), rowId(page, 2)];
    page.backend.edit(one, { chatGroupIds: ['chat-all'] });
    page.backend.edit(other, { chatGroupIds: ['chat-all'] });
    await mouse.click(box(page, 1));
    await mouse.click(box(page, 2));
    await take(page, 'user.assign-group', 'chat-frontline');
    expect(readable(await asked(page))).to.contain(
      'Change group to Frontline (chat group): 2 people',
    );
    await confirm(page);
    const chats = () =>
      people(page)
        .filter(({ id }) => id === one || id === other)
        .map(({ chatGroupIds }) => chatGroupIds);
    expect(chats()).to.deep.equal([['chat-frontline'], ['chat-frontline']]);
    expect(groups()).to.deep.equal(before);
    await mouse.click(page.$$('.bulk-bar .button').find((button) => readable(button) === 'Undo')!);
    await until(() => /^Undo: .*done/.test(bar(page)), 'it is undone');
    expect(chats()).to.deep.equal([['chat-all'], ['chat-all']]);
    expect(groups()).to.deep.equal(before);
  });

  it('Ctrl+Z undoes the whole act, which is one among the recent changes', async () => {
    const page = await withPeople();
    const before = people(page).map(({ id, roleId }) => [id, roleId]);
    page.cell(1, 'name').focus();
    await press('Control+a');
    await take(page, 'user.change-role', 'admin');
    await confirm(page);
    expect(page.root.querySelector('.offer'), 'the bar says it').to.equal(null);
    await mouse.click(page.$('.bulk-bar [aria-label="Dismiss"]'));
    await mouse.click(page.$('.recent-button'));
    await until(() => page.root.querySelector('.recent-item'), 'the recent changes are open');
    expect(page.$$('.recent-item')).to.have.length(1);
    expect(readable(page.$('.recent-text'))).to.match(/^Change role: \d+ people$/);
    await press('Escape');
    page.cell(1, 'name').focus();
    await press('Control+z');
    await until(
      () =>
        JSON.stringify(people(page).map(({ id, roleId }) => [id, roleId])) ===
        JSON.stringify(before),
      'all of it is undone',
    );
  });

  it('ZM-8 gives no more licences than there are, and says so before', async () => {
    const page = await withPeople({ count: 60 });
    const { licensed } = (await page.backend.account({})).facts.seats!;
    const free = licensed!.total - licensed!.used;
    page.cell(1, 'name').focus();
    await press('Control+a');
    await take(page, 'user.change-type', 'licensed');
    const question = await asked(page);
    const [, going] = /: (\d+) p/.exec(readable(question.querySelector('h2')!))!;
    expect(Number(going)).to.be.at.most(free);
    await confirm(page);
    const now = (await page.backend.account({})).facts.seats!['licensed']!;
    expect(now.used).to.be.at.most(now.total);
    expect(now.used - licensed!.used).to.equal(Number(going));
  });

  it('ZM-32 deletes several only after their number was typed', async () => {
    const page = await withPeople();
    const members = page
      .$$('.row[data-id]')
      .filter((row) => isMember(page, row.dataset['id']))
      .slice(0, 2);
    const ids = members.map((row) => row.dataset['id']!);
    for (const row of members) await mouse.click(row.querySelector<HTMLElement>('input')!);
    await take(page, 'user.delete');
    await asked(page);
    expect(page.focused()!.localName).to.equal('input');
    await press('Enter');
    expect(people(page)).to.have.length(60);
    await type('2');
    await press('Enter');
    await until(() => people(page).length === 58, 'two are deleted');
    expect(people(page).filter(({ id }) => ids.includes(id))).to.have.length(0);
    await until(() => !page.root.querySelector('.row[aria-selected=true]'), 'nobody is selected');
  });

  it('ZM-16 ZM-17 resends to the invited only, and says of the others why not', async () => {
    const page = await withPeople();
    const pending = people(page).filter(({ status }) => status === 'pending').length;
    page.cell(1, 'name').focus();
    await press('Control+a');
    await take(page, 'invitation.resend');
    expect(readable(await asked(page))).to.contain('There is no open invitation.');
    await confirm(page);
    expect(page.backend.mails).to.have.length(pending);
  });

  it('what was refused on the way is told, tried again alone, and reported', async () => {
    let broken: string | undefined;
    const through = (backend: Backend) =>
      Object.assign(Object.create(backend) as Backend, {
        batch: undefined,
        run: (...[command, call]: Parameters<Backend['run']>) =>
          command.target && 'id' in command.target && command.target.id === broken
            ? Promise.reject(new AdapterError({ kind: 'forbidden', title: 'Not this one' }))
            : backend.run(command, call),
      });
    const page = await withPeople({ through });
    const rows = [1, 2, 3, 4, 5, 6, 7].filter((row) => isMember(page, rowId(page, row)));
    expect(rows.length).to.be.greaterThan(1);
    const [first] = rows;
    broken = rowId(page, first!);
    for (const row of rows) {
      page.cell(row, 'name').focus();
      await press('Space');
    }
    await until(() => count(page) === `${rows.length} selected`, 'they are selected');
    await take(page, 'user.change-role', 'admin');
    await confirm(page);
    expect(bar(page)).to.contain('1 refused');
    expect(people(page).find(({ id }) => id === broken)!.roleId).to.equal('member');
    await mouse.click(
      page.$$('.bulk-bar .button').find((button) => readable(button) === 'Report')!,
    );
    await until(() => downloads.files.length > 0, 'a file was saved');
    const report = await downloads.files.splice(0)[0]!.blob.text();
    expect(report.trim().split('\r\n')).to.have.length(rows.length + 1);
    expect(report).to.match(/Refused,The server did not allow this/);
    const id = broken;
    broken = undefined;
    await mouse.click(
      page.$$('.bulk-bar .button').find((button) => readable(button).startsWith('Retry'))!,
    );
    await until(
      () => people(page).find((one) => one.id === id)!.roleId === 'admin',
      'it is done now',
    );
    await until(() => !bar(page).includes('refused'), 'nothing is refused any more');
  });

  it('ZM-6 an admin reads on the closed entry why roles are not theirs to give', async () => {
    const page = await withPeople({ as: 'admin' });
    await mouse.click(box(page, 1));
    page.$('.bulk-button').focus();
    await press('Enter');
    await until(
      () => page.root.querySelector('[data-value="user.change-role"]'),
      'the menu is open',
    );
    await still(page);
    await expect(page.table).to.be.accessible();
  });

  it('has no accessibility faults: selected, asked, over', async () => {
    const page = await withPeople();
    page.cell(1, 'name').focus();
    await press('Control+a');
    await until(() => page.root.querySelector('.bulk-count'), 'people are selected');
    await still(page);
    await expect(page.table).to.be.accessible();
    await take(page, 'user.change-role', 'admin');
    await asked(page);
    await still(page);
    await expect(page.table).to.be.accessible();
    await confirm(page);
    await still(page);
    await expect(page.table).to.be.accessible();
  });
});
