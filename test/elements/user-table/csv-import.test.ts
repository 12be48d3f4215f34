import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../src/adapter/problem.ts';
import { registerMessages, type AccountAdapter } from '../../../src/index.ts';
import fr from '../../../src/i18n/locales/fr.ts';
import zoom from '../../../src/policy/presets/zoom.ts';
import { press } from '../../tools/commands.ts';
import { peoplePage, readable, rowsShown, until, type Backend } from '../people-page.ts';
import { catchDownloads } from './downloads.ts';
import { button, choose, countsOf, dialog, find, openImport, previewed, send, wrong } from './import-page.ts'; // prettier-ignore

const downloads = catchDownloads();

describe('<user-table> import', () => {
  beforeEach(() => downloads.start());
  afterEach(() => downloads.stop());

  it('ZM-4 adds who is new and updates who is here, after showing what it will do, by keyboard', async () => {
    const page = await openImport();
    const member = page.backend.dump().people.find(({ roleId, status }) => roleId === 'member' && status === 'active')!; // prettier-ignore
    const same = page.backend.dump().people.find(({ department, id }) => department && id !== member.id)!; // prettier-ignore
    await previewed(
      page,
      `Email;First name;Department;Role\r\nnew@acme.example;Neu;Import;Member\r\n${member.email};;Moved;Admin\r\n${same.email};;${same.department};\r\n`,
    );
    expect(countsOf(page)).to.equal('1 New 1 Updated 1 Unchanged');
    expect(readable(dialog(page)!)).to.contain('3 rows, UTF-8. Between cells: Semicolon.');
    expect(find(page, 'new@acme.example'), 'nothing was sent yet').to.equal(undefined);
    await send(page);
    expect(countsOf(page)).to.equal('2 Imported 1 Unchanged');
    expect(find(page, 'new@acme.example')).to.include({ status: 'pending', firstName: 'Neu', department: 'Import', roleId: 'member' }); // prettier-ignore
    expect(find(page, member.email)).to.include({ department: 'Moved', roleId: 'admin' });
    await until(() => page.announced() === '2 rows were imported.', 'it is told');
    await press('Enter');
    await until(() => !dialog(page), 'it is closed');
    expect(page.focused()?.matches('[part=csv-button]'), 'the focus is back').to.equal(true);
  });

  it('ZM-4 holds every row to the rules of adding and editing, says which row and why, and sends the others', async () => {
    const page = await openImport({ as: 'admin', pools: { licensed: 0 } });
    await previewed(
      page,
      'Email,Role,User type\n=1+1,Member,\na@acme.example,Admin,\nb@acme.example,Chief,\nc@acme.example,Member,Licensed\nC@ACME.example,Member,\nd@acme.example,Member,,extra\nok@acme.example,Member,Basic\n',
    );
    expect(countsOf(page)).to.equal('1 New 6 With errors');
    const rows = wrong(page);
    expect(rows[0]).to.match(/^Row 2 =1\+1 “=1\+1” is not an email address\.$/);
    expect(rows[1]).to.match(/^Row 3 a@acme\.example .*Admin.* Ask the owner\.$/);
    expect(rows[2]).to.equal('Row 4 b@acme.example Role: nothing here is called “Chief”.');
    expect(rows[3]).to.match(/^Row 5 c@acme\.example Needs a Licensed seat, none is free\./);
    expect(rows[4]).to.contain('The same address stands in row 5.');
    expect(rows[5]).to.contain('There are more cells than headings.');
    await send(page);
    expect(find(page, 'ok@acme.example')).to.include({ status: 'pending' });
    expect(find(page, 'c@acme.example')).to.equal(undefined);
  });

  it('ZM-8 shows the seats that a file needs beside those that are free', async () => {
    const page = await openImport({ pools: { licensed: 1000 } });
    const { free } = page.scope.seats('licensed')!;
    await previewed(page, 'Email,User type\na@acme.example,Licensed\nb@acme.example,Licensed\n');
    expect(readable(dialog(page)!)).to.contain(`Licensed: 2 seats needed, ${free} free.`);
  });

  it('ZM-4 lets the person say which column is what, where the headings do not', async () => {
    const page = await openImport();
    await previewed(page, 'Contact,Area,Area\nnew@acme.example,North,South\n');
    expect(readable(dialog(page)!)).to.contain('These headings stand there more than once: Area.');
    const field = page.$<HTMLSelectElement>('.csv-dialog [data-field=department]');
    field.value = '2';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await page.table.updateComplete;
    await send(page);
    expect(find(page, 'new@acme.example')).to.include({ department: 'South' });
  });

  it('ZM-4 reads what spreadsheets write: UTF-16, Windows-1252, tabs, doubled quotes', async () => {
    const page = await openImport();
    const text = '\ufeffEmail\tLast name\nzoe@acme.example\t"Brönte ""Z"""\n';
    const utf16 = new Uint8Array(Uint16Array.from(Array.from(text), (char) => char.charCodeAt(0)).buffer); // prettier-ignore
    await previewed(page, utf16);
    expect(readable(dialog(page)!)).to.contain('1 row, UTF-16LE. Between cells: Tab.');
    await send(page);
    expect(find(page, 'zoe@acme.example')).to.include({ lastName: 'Brönte "Z"' });
    await press('Enter');
    await until(() => !dialog(page), 'it is closed');
    const ansi = await openImport();
    await previewed(ansi, Uint8Array.from('Email,Nom\nr@acme.example,Andr\u00e9\n'.split(''), (char) => char.charCodeAt(0))); // prettier-ignore
    expect(readable(dialog(ansi)!)).to.contain('WINDOWS-1252');
    await send(ansi);
    expect(find(ansi, 'r@acme.example')).to.include({ firstName: 'André' });
  });

  it('refuses what it cannot read with a sentence, and stays for the next file', async () => {
    const page = await openImport();
    const said = () => readable(page.$('.csv-dialog [role=alert]'));
    const refuse = async (content: BlobPart, words: string) => {
      choose(page, content);
      await until(() => page.root.querySelector('.csv-dialog [role=alert]') && said().includes(words), words); // prettier-ignore
    };
    await refuse('Email\n', 'There are no people in this file.');
    await refuse(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'This is not a text file.');
    await refuse(new Uint8Array(100e6), 'The file is larger than 20 MB.');
    await previewed(page, 'Email\nnew@acme.example\n');
    expect(countsOf(page)).to.equal('1 New');
  });

  it('tells of every row how it ended, tries only the failed again, and saves a report', async () => {
    let isDown = true;
    const refuse = (backend: Backend): AccountAdapter => {
      const { batch: _, ...line } = backend;
      return {
        ...line,
        run: (command, call) =>
          isDown && command.change?.people?.[0]?.email === 'b@acme.example'
            ? Promise.reject(new AdapterError({ kind: 'conflict', title: 'no' }))
            : backend.run(command, call),
      };
    };
    const page = await openImport({ through: refuse });
    await previewed(page, 'Email\na@acme.example\nb@acme.example\nwrong\n');
    await send(page);
    expect(countsOf(page)).to.equal('1 Imported 1 Not imported 1 With errors');
    expect(wrong(page)[0]).to.match(/^Row 3 b@acme\.example This collides with another change\./);
    button(page, 'Save the report')!.focus();
    await press('Enter');
    await until(() => downloads.files.length > 0, 'the report was saved');
    const report = await downloads.files[0]!.blob.text();
    expect(report.split('\r\n').slice(1, 4).map((line) => line.split(',').slice(0, 3))).to.deep.equal([
      ['2', 'a@acme.example', 'Imported'],
      ['3', 'b@acme.example', 'Not imported'],
      ['4', 'wrong', 'With errors'],
    ]); // prettier-ignore
    isDown = false;
    button(page, 'Try 1 row again')!.focus();
    await press('Enter');
    await until(() => countsOf(page) === '2 Imported 1 With errors', 'it is done');
    const invited = page.backend.trail.filter(({ action }) => action === 'user.invite');
    expect(invited.length, 'nobody twice').to.equal(2);
  });

  it('gives up when asked to, and loses nothing: what was not sent can be sent again', async () => {
    const held: (() => void)[] = [];
    const through = (backend: Backend): AccountAdapter => {
      const { batch: _, ...line } = backend;
      return {
        ...line,
        run: async (command, call) => {
          await new Promise<void>((resolve, reject) => {
            held.push(resolve);
            call?.signal?.addEventListener('abort', () => reject(new AdapterError({ kind: 'aborted', title: 'x' }))); // prettier-ignore
          });
          return backend.run(command, call);
        },
      };
    };
    const page = await openImport({ through });
    await previewed(page, 'Email\na@acme.example\nb@acme.example\n');
    await until(() => readable(page.focused()!).startsWith('Import '), 'Import has the focus');
    await press('Enter');
    await until(() => held.length > 0 && readable(page.focused()!) === 'Cancel', 'it is under way');
    await press('Escape');
    expect(dialog(page)?.open, 'an escape does not hide it').to.equal(true);
    await press('Enter');
    await until(() => button(page, 'Try '), 'what was not done can be tried again');
    expect(wrong(page).length).to.equal(2);
  });

  it('ZM-4 looks at 10,000 rows, names the first with a problem and counts the rest', async () => {
    const page = await openImport();
    const rows = Array.from({ length: 10_000 }, (_, n) => (n % 50 === 0 ? `wrong ${n}` : `p${n}@acme.example`)); // prettier-ignore
    await previewed(page, `Email\n${rows.join('\n')}\n`);
    expect(countsOf(page)).to.equal('9,800 New 200 With errors');
    expect(wrong(page).length).to.equal(100);
    expect(readable(page.$('.csv-dialog .mistakes'))).to.contain('100 more rows with a problem.');
  });

  it('ZM-4 ZM-5 finds nothing to change in what this table exported, in any language', async () => {
    registerMessages(fr);
    for (const lang of ['en', 'fr']) {
      const page = await peoplePage({ count: 120, lang });
      await rowsShown(page);
      page.$('[part=csv-button]').focus();
      await press('Enter');
      await until(() => page.focused()?.dataset['value'] === 'export', 'the menu is open');
      await press('Enter');
      await until(() => page.focused()?.matches('[type=submit]'), 'the dialog is open');
      await press('Enter');
      await until(() => downloads.files.length > 0, 'a file was saved');
      await press('Escape');
      await until(() => !dialog(page) && page.focused()?.matches('[part=csv-button]'), 'closed');
      await press('Enter');
      await until(() => page.focused()?.getAttribute('role') === 'menuitem', 'the menu is open');
      await press('End', 'Enter');
      await until(() => page.focused()?.matches('[type=file]'), 'it is open');
      await previewed(page, downloads.files.splice(0)[0]!.blob);
      const { length } = page.backend.dump().people;
      expect(wrong(page)).to.deep.equal([]);
      expect(countsOf(page)).to.equal(`${length} ${lang === 'en' ? 'Unchanged' : 'Inchangées'}`);
      await press('Escape');
      await until(() => !dialog(page), 'it is closed');
    }
  });

  it('is not offered where nothing may be changed', async () => {
    const page = await peoplePage({ count: 10, table: { readonly: true } });
    await rowsShown(page);
    page.$('[part=csv-button]').focus();
    await press('Enter');
    await until(() => page.focused()?.getAttribute('role') === 'menuitem', 'the menu is open');
    const tasks = [...page.root.querySelectorAll<HTMLElement>('#menu [data-value]')];
    expect(tasks.map(({ dataset }) => dataset['value'])).to.deep.equal(['export']);
  });

  it('is closed with the reason to who may not', async () => {
    const closed = { id: 'acme/no-import', actions: ['user.import'], when: true, reason: { key: 'notOffered' } } as const; // prettier-ignore
    const page = await peoplePage({ document: { ...zoom, rules: [...zoom.rules, closed] } });
    await rowsShown(page);
    page.$('[part=csv-button]').focus();
    await press('Enter');
    await until(() => page.focused()?.getAttribute('role') === 'menuitem', 'the menu is open');
    await press('End');
    expect(page.focused()!.dataset['value']).to.equal('import');
    expect(page.focused()!.getAttribute('aria-disabled')).to.equal('true');
    await press('Enter');
    expect(dialog(page)).to.equal(null);
  });

  it('has no fault that axe finds, in any step', async () => {
    const page = await openImport();
    await expect(page.table, 'choosing').to.be.accessible();
    await previewed(page, 'Email\na@acme.example\nwrong\n');
    page.$<HTMLDetailsElement>('.csv-dialog details').open = true;
    await expect(page.table, 'the preview').to.be.accessible();
    await send(page);
    await expect(page.table, 'the end').to.be.accessible();
  });
});
