import { expect } from 'chai';
import { csvLines, writeCsv, type CsvColumn } from '../../../src/state/csv/index.ts';

const COLUMNS: readonly CsvColumn<readonly (string | undefined)[]>[] = ['Name', 'Note'].map(
  (header, n) => ({ id: header, header, csv: (row) => row[n] }),
);
const body = (rows: readonly (readonly (string | undefined)[])[]): string =>
  writeCsv(COLUMNS, rows, { bom: false });

describe('writeCsv', () => {
  it('ZM-5 writes a line of headings and one per row, with CRLF (RFC 4180)', () => {
    expect(
      body([
        ['Ana', 'a'],
        ['Bo', undefined],
      ]),
    ).to.equal('Name,Note\r\nAna,a\r\nBo,\r\n');
  });

  it('ZM-5 quotes what would divide cells or rows', () => {
    expect(
      body([
        ['Silva, Ana', 'says "hi"'],
        ['two\nlines', 'a;b'],
      ]),
    ).to.equal('Name,Note\r\n"Silva, Ana","says ""hi"""\r\n"two\nlines","a;b"\r\n');
  });

  for (const [value, cell] of [
    ['=1+1', "'=1+1"],
    ['+41 22', "'+41 22"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', '"\'\tx"'],
    ['\rx', '"\'\rx"'],
    ["'=1", "''=1"],
    ["'s", "'s"],
    ['a=1', 'a=1'],
  ] as const)
    it(`ZM-5 writes ${JSON.stringify(value)} so that no spreadsheet runs it`, () => {
      expect(body([[value, '']])).to.equal(`Name,Note\r\n${cell},\r\n`);
    });

  it('guards headings as well', () => {
    const columns = [{ id: 'x', header: '=HYPERLINK("x")', csv: () => '' }];
    expect(writeCsv(columns, [], { bom: false })).to.equal(`"'=HYPERLINK(""x"")"\r\n`);
  });

  it('starts with the mark by which Excel knows UTF-8, unless told not to', () => {
    expect(writeCsv(COLUMNS, []).charCodeAt(0)).to.equal(0xfeff);
  });

  it('takes another delimiter', () => {
    const text = writeCsv(COLUMNS, [['Ana', 'b']], { bom: false, delimiter: ';' });
    expect(text).to.equal('Name;Note\r\nAna;b\r\n');
  });

  it('writes line by line what comes line by line', () => {
    const lines = csvLines(COLUMNS, [['Ana', 'a']], { bom: false });
    expect([...lines]).to.deep.equal(['Name,Note\r\n', 'Ana,a\r\n']);
  });
});
