import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../src/adapter/problem.ts';
import { registerMessages, type AccountAdapter } from '../../../src/index.ts';
import fr from '../../../src/i18n/locales/fr.ts';
import { readCsv } from '../../../src/state/index.ts';
import zoom from '../../../src/policy/presets/zoom.ts';
import { press } from '../../tools/commands.ts';
import { peoplePage, readable, rowsShown, until, type Backend, type PeoplePage, type PeoplePageOptions } from '../people-page.ts'; // prettier-ignore
import { catchDownloads } from './downloads.ts';

registerMessages(fr);

const downloads = catchDownloads();

async function ready(options: PeoplePageOptions = {}): Promise<PeoplePage> {
  const page = await peoplePage(options);
  await rowsShown(page);
  return page;
}

const dialog = (page: PeoplePage) => page.root.querySelector<HTMLDialogElement>('.csv-dialog');

/** By keyboard: the button, the menu, the entry. */
async function openExport(page: PeoplePage): Promise<void> {
  page.$('[part=csv-button]').focus();
  await press('Enter');
  await until(() => page.focused()?.dataset['value'] === 'export', 'the entry has the focus');
  await press('Enter');
  await until(() => dialog(page)?.open && page.focused()?.matches('[type=submit]'), 'it is open');
}

async function exported(page: PeoplePage) {
  await openExport(page);
  await press('Enter');
  await until(() => downloads.files.length > 0, 'a file was saved');
  return downloads.files.splice(0)[0]!;
}

const cellsOf = async (blob: Blob) => {
  const { headers, rows } = await readCsv(blob);
  return [headers, ...rows.map(({ cells }) => cells)];
};

describe('<user-table> export', () => {
  beforeEach(() => downloads.start());
  afterEach(() => downloads.stop());

  it('ZM-5 saves everyone, also who was never on the screen, by keyboard, and gives the focus back', async () => {
    const page = await ready({ count: 450 });
    const { name, blob } = await exported(page);
    expect(name).to.equal('Users-2026-11-21.csv');
    const [headers, ...rows] = await cellsOf(blob);
    expect(headers).to.deep.equal([
      'Name', 'Email', 'Role', 'User type', 'Department', 'Status', 'Last active',
    ]); // prettier-ignore
    const { people } = page.backend.dump();
    expect(rows.map((cells) => cells[1])).to.have.members(people.map(({ email }) => email));
    await until(() => readable(dialog(page)!).includes('450 people were exported.'), 'it says so');
    await until(() => page.announced() === '450 people were exported.', 'it is told');
    await press('Escape');
    await until(() => !dialog(page), 'it is closed');
    expect(page.focused()?.matches('[part=csv-button]'), 'the focus is back').to.equal(true);
  });

  it('ZM-2 ZM-5 saves the list that is looked at, with all of its columns', async () => {
    const page = await ready({ count: 200, table: { withLists: true } });
    page.$$('[part=list]')[1]!.click();
    await until(() => page.root.querySelector('[data-column-id=mail]'), 'the invited are shown');
    const [headers, ...rows] = await cellsOf((await exported(page)).blob);
    expect(headers).to.deep.equal([
      'Name', 'Email', 'Role', 'User type', 'Invited', 'Expires', 'Email sent',
    ]); // prettier-ignore
    const invited = page.backend.dump().people.filter(({ status }) => status === 'pending');
    expect(rows.map((cells) => cells[1])).to.have.members(invited.map(({ email }) => email));
    for (const cells of rows) {
      const { expiresAt } = invited.find(({ email }) => email === cells[1])!;
      expect(cells[5]).to.equal(expiresAt);
      expect(cells[6]).to.match(/^(Activation|Joining with|Waiting for)/);
    }
  });

  it('ZM-5 saves the view: its search, its order, its columns, the host’s own as the host writes them', async () => {
    const page = await ready({
      table: {
        columns: [
          'email',
          { id: 'x-badge', header: 'Badge', value: ({ id }) => `shown ${id}`, csv: ({ id }) => `=${id}` },
          { id: 'x-plain', header: 'Plain', value: ({ id }) => `said ${id}` },
        ],
      }, // prettier-ignore
    });
    page.table.view = {
      query: {
        filter: { field: 'role', op: 'in', value: ['admin'] },
        sort: [{ field: 'email', desc: true }],
      },
    };
    const admins = page.backend.dump().people.filter(({ roleId }) => roleId === 'admin');
    await until(() => page.$('[part=count]').textContent.includes(String(admins.length)), 'found');
    const { blob } = await exported(page);
    expect(await blob.text(), 'a spreadsheet does not run it').to.contain(`,'=${admins[0]!.id},`);
    const emails = admins.map(({ email }) => email).sort().reverse(); // prettier-ignore
    const [headers, ...rows] = await cellsOf(blob);
    expect(headers).to.deep.equal(['Email', 'Badge', 'Plain']);
    expect(rows.map((cells) => cells[0])).to.deep.equal(emails);
    const byEmail = new Map(admins.map(({ email, id }) => [email, id]));
    for (const [email = '', badge, plain] of rows) {
      expect(badge).to.equal(`=${byEmail.get(email)}`);
      expect(plain).to.equal(`said ${byEmail.get(email)}`);
    }
  });

  it('ZM-5 saves only who is selected, unless the person wants everyone', async () => {
    const page = await ready();
    const ids = page.backend.dump().people.slice(3, 6).map(({ id }) => id); // prettier-ignore
    page.table.selection = { ids };
    await page.table.updateComplete;
    const { blob } = await exported(page);
    expect((await cellsOf(blob)).length - 1).to.equal(3);
    await press('Escape');
    await until(() => !dialog(page), 'it is closed');
    await openExport(page);
    page.$('.csv-dialog input[type=radio]').focus();
    await press('ArrowDown');
    page.$('.csv-dialog [type=submit]').focus();
    await press('Enter');
    await until(() => downloads.files.length > 0, 'a file was saved');
    expect((await cellsOf(downloads.files.splice(0)[0]!.blob)).length - 1).to.equal(200);
  });

  it('ZM-5 marks the file for Excel, and divides as the spreadsheets of the language expect', async () => {
    const page = await ready({ lang: 'fr', count: 5 });
    const { name, blob } = await exported(page);
    expect(name).to.equal('Utilisateurs-2026-11-21.csv');
    const bytes = new Uint8Array(await blob.arrayBuffer());
    expect([...bytes.slice(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    expect(await blob.text()).to.match(/^Nom;Adresse e-mail;/);
    await press('Escape');
    await openExport(page);
    page.$('.csv-dialog input[type=checkbox]').focus();
    await press('Space');
    page.$('.csv-dialog [type=submit]').focus();
    await press('Enter');
    await until(() => downloads.files.length > 0, 'a file was saved');
    const plain = new Uint8Array(await downloads.files.splice(0)[0]!.blob.arrayBuffer());
    expect(plain[0], 'no mark').to.equal('N'.charCodeAt(0));
  });

  it('ZM-5 shows how far it is, stops when asked to, and saves nothing then', async () => {
    const held: (() => void)[] = [];
    let isHolding = false;
    const through = (backend: Backend): AccountAdapter => ({
      ...backend,
      people: async (request, call) => {
        if (isHolding && request.size === 200 && request.at)
          await new Promise<void>((resolve) => held.push(resolve));
        return backend.people(request, call);
      },
    });
    const page = await ready({ count: 450, through });
    isHolding = true;
    await openExport(page);
    await press('Enter');
    await until(
      () => page.root.querySelector<HTMLProgressElement>('progress')?.value === 200,
      'bar',
    );
    expect(readable(dialog(page)!)).to.contain('200 of 450 read…');
    await until(() => page.focused()?.textContent.trim() === 'Cancel', 'Cancel has the focus');
    await press('Enter');
    await until(() => dialog(page)?.querySelector('[type=submit]'), 'it can be begun anew');
    held.forEach((resolve) => resolve());
    expect(downloads.files).to.deep.equal([]);
  });

  it('says why it could not be read, and tries again', async () => {
    let isDown = false;
    const through = (backend: Backend): AccountAdapter => ({
      ...backend,
      people: (request, call) =>
        isDown
          ? Promise.reject(new AdapterError({ kind: 'forbidden', title: 'no' }))
          : backend.people(request, call),
    });
    const page = await ready({ count: 20, through });
    isDown = true;
    await openExport(page);
    await press('Enter');
    await until(() => dialog(page)?.querySelector('[role=alert]'), 'it is said');
    expect(readable(page.$('.csv-dialog [role=alert]'))).to.contain(
      'The server did not allow this.',
    );
    isDown = false;
    await until(
      () => page.focused()?.textContent.trim() === 'Try again',
      'Try again has the focus',
    );
    await press('Enter');
    await until(() => downloads.files.length > 0, 'a file was saved');
  });

  it('is closed with the reason where the policy refuses it, and not there where the product cannot', async () => {
    const closed = { id: 'acme/no-export', actions: ['user.export'], when: true, reason: { key: 'notOffered' } } as const; // prettier-ignore
    const page = await ready({ document: { ...zoom, rules: [...zoom.rules, closed] } });
    page.$('[part=csv-button]').focus();
    await press('Enter');
    await until(() => page.focused()?.dataset['value'] === 'export', 'the entry has the focus');
    expect(page.focused()!.getAttribute('aria-disabled')).to.equal('true');
    expect(readable(page.focused()!)).to.contain('This account does not offer this.');
    await press('Enter');
    expect(dialog(page)).to.equal(null);
    const without = await ready({ without: ['user.export', 'user.import'] });
    expect(without.root.querySelector('[part=csv-button]')).to.equal(null);
  });

  it('has no fault that axe finds', async () => {
    const page = await ready({ count: 20 });
    page.table.selection = { ids: page.backend.dump().people.slice(0, 3).map(({ id }) => id) }; // prettier-ignore
    await openExport(page);
    await expect(page.table).to.be.accessible();
  });
});
