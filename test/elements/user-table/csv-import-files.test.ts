import { expect } from '@open-wc/testing';
import { readable, until, type PeoplePage } from '../people-page.ts';
import { button, carrying, countsOf, dialog, find, openImport, previewed, send, wrong } from './import-page.ts'; // prettier-ignore

const csv = (content: BlobPart, name = 'people.csv') => new File([content], name);

/** What a browser sends while something is dragged. Not every engine lets a script fill one in. */
function drag(type: string, target: Element, carried: DataTransfer): DragEvent {
  const event = new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer: carried }); // prettier-ignore
  if (event.dataTransfer !== carried)
    Object.defineProperty(event, 'dataTransfer', { value: carried });
  target.dispatchEvent(event);
  return event;
}

const said = (page: PeoplePage) => {
  const alert = page.root.querySelector('.csv-dialog [role=alert]');
  return alert ? readable(alert) : '';
};

describe('<user-table> import: files', () => {
  it('ZM-4 takes a file that is dropped anywhere on the dialog, and shows that it would', async () => {
    const page = await openImport();
    const place = page.$('.csv-dialog .drop');
    const carried = carrying(csv('Email\nnew@acme.example\n'));
    expect(drag('dragover', place, carried).defaultPrevented).to.equal(true);
    await page.table.updateComplete;
    expect(place.matches('.over')).to.equal(true);
    drag('dragleave', place, carried);
    await page.table.updateComplete;
    expect(place.matches('.over')).to.equal(false);
    const dropped = drag('drop', dialog(page)!, carried);
    expect(dropped.defaultPrevented, 'the page is not left for the file').to.equal(true);
    await until(() => page.root.querySelector('.csv-dialog .counts'), 'the preview is there');
    expect(countsOf(page)).to.equal('1 New');
    await send(page);
    expect(find(page, 'new@acme.example')).to.include({ status: 'pending' });
  });

  it('takes one file at a time, and says so', async () => {
    const page = await openImport();
    drag('drop', page.$('.csv-dialog .drop'), carrying(csv('Email\n'), csv('Email\n', 'b.csv')));
    await until(() => said(page) === 'One file at a time. Choose the one to begin with.', 'said');
  });

  it('minds nothing that is no file, nor a file that comes when none was asked for', async () => {
    const page = await openImport();
    const text = new DataTransfer();
    text.setData('text/plain', 'a@acme.example');
    drag('drop', page.$('.csv-dialog .drop'), text);
    await page.table.updateComplete;
    expect(said(page)).to.equal('');
    await previewed(page, 'Email\na@acme.example\n');
    const other = drag(
      'drop',
      dialog(page)!,
      carrying(csv('Email\nb@acme.example\nc@acme.example\n')),
    );
    expect(other.defaultPrevented).to.equal(true);
    await page.table.updateComplete;
    expect(countsOf(page)).to.equal('1 New');
    expect(readable(page.$('.csv-dialog'))).to.contain('1 row, ');
  });

  it('refuses with a sentence what is dropped and too large, and stays for the next', async () => {
    const page = await openImport();
    drag('drop', page.$('.csv-dialog .drop'), carrying(csv(new Uint8Array(21e6))));
    await until(() => said(page).startsWith('The file is larger than 20 MB.'), 'it is refused');
    await previewed(page, 'Email\na@acme.example\n');
    expect(said(page)).to.equal('');
  });

  it('ZM-4 reads UTF-8 with and without its mark, and UTF-16 from either end', async () => {
    const text = 'Email;Last name\r\nzoe@acme.example;Brönte\r\n';
    const utf16 = (isLittle: boolean) => {
      const bytes = new DataView(new ArrayBuffer(2 * (text.length + 1)));
      Array.from(`\ufeff${text}`).forEach((char, n) =>
        bytes.setUint16(2 * n, char.charCodeAt(0), isLittle),
      );
      return bytes.buffer;
    };
    const page = await openImport();
    for (const [content, encoding] of [
      [text, 'UTF-8'],
      [`\ufeff${text}`, 'UTF-8'],
      [utf16(true), 'UTF-16LE'],
      [utf16(false), 'UTF-16BE'],
    ] as const) {
      // prettier-ignore
      await previewed(page, content);
      expect(countsOf(page), encoding).to.equal('1 New');
      expect(readable(dialog(page)!)).to.contain(`1 row, ${encoding}. Between cells: Semicolon.`);
      button(page, 'Another file')!.click();
      await until(() => page.focused()?.matches('[type=file]'), 'the next one can be chosen');
    }
  });

  it('ZM-4 says of a file without headings, or with cells between what it does not know, which column it lacks', async () => {
    const page = await openImport();
    await previewed(page, 'Email:Role\na@acme.example:Admin\n');
    expect(countsOf(page)).to.equal('1 With errors');
    const [mistake] = wrong(page);
    expect(mistake).to.match(/^Row 2 /);
    expect(readable(page.focused()!)).to.equal('Nothing to import');
    expect(page.focused()!.getAttribute('aria-disabled')).to.equal('true');
    button(page, 'Another file')!.click();
    await until(() => page.focused()?.matches('[type=file]'), 'the next one can be chosen');
    await previewed(page, 'Who,What\n,x\n');
    expect(page.$<HTMLDetailsElement>('.csv-dialog .mapping').open, 'the mapping is shown').to.equal(true); // prettier-ignore
    expect(wrong(page)).to.deep.equal(['Row 2 There is no email address.']);
  });

  it('ZM-4 takes ragged rows and formulas for what they are', async () => {
    const page = await openImport();
    await previewed(
      page,
      'Email,First name,Department\nshort@acme.example\nlong@acme.example,Ana,Sales,extra\nformula@acme.example,"=HYPERLINK(""http://x"")",Sales\n=1+1,,\n',
    );
    expect(countsOf(page)).to.equal('2 New 2 With errors');
    expect(wrong(page)[0]).to.contain(
      'Row 3 long@acme.example There are more cells than headings.',
    );
    await send(page);
    expect(find(page, 'short@acme.example')).to.include({ status: 'pending' });
    expect(find(page, 'formula@acme.example')!.firstName).to.equal('=HYPERLINK("http://x")');
  });
});
