import { expect } from 'chai';
import { CsvError, readCsv, type CsvFile, type CsvTable } from '../../../src/state/csv/index.ts';
import { fileOf, latin1, textFile, utf16 } from './files.ts';

const cells = ({ rows }: CsvTable): (readonly string[])[] => rows.map((row) => row.cells);

async function refusal(file: CsvFile): Promise<CsvError> {
  try {
    await readCsv(file);
  } catch (thrown) {
    if (thrown instanceof CsvError) return thrown;
    throw thrown;
  }
  throw new Error('The file was read');
}

const TEXT = 'Email,Prénom\nzoe@example.com,Zoé\nleo@example.com,Léo\n';
const READ = [
  ['zoe@example.com', 'Zoé'],
  ['leo@example.com', 'Léo'],
];

describe('readCsv', () => {
  for (const [encoding, as, bytes] of [
    ['UTF-8', 'utf-8', new TextEncoder().encode(TEXT)],
    ['UTF-8 with a mark', 'utf-8', new TextEncoder().encode(`\ufeff${TEXT}`)],
    ['UTF-16, little end first', 'utf-16le', utf16(`\ufeff${TEXT}`, true)],
    ['UTF-16, big end first', 'utf-16be', utf16(`\ufeff${TEXT}`, false)],
    ['UTF-16 without a mark', 'utf-16le', utf16(TEXT, true)],
    ['UTF-16 without a mark, big end first', 'utf-16be', utf16(TEXT, false)],
    ['Windows-1252', 'windows-1252', latin1(TEXT)],
  ] as const)
    it(`ZM-4 reads ${encoding}`, async () => {
      const table = await readCsv(fileOf(bytes));
      expect(table.encoding).to.equal(as);
      expect(table.headers).to.deep.equal(['Email', 'Prénom']);
      expect(cells(table)).to.deep.equal(READ);
    });

  for (const [name, delimiter] of [
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['bars', '|'],
  ] as const)
    it(`ZM-4 reads cells between ${name}`, async () => {
      const table = await readCsv(textFile(TEXT.replaceAll(',', delimiter)));
      expect(table.delimiter).to.equal(delimiter);
      expect(cells(table)).to.deep.equal(READ);
    });

  it('ZM-4 finds the delimiter where another stands in the values', async () => {
    const table = await readCsv(
      textFile('Email;Name\na@example.com;"Silva; Ana"\nb@example.com;Lind, Bo, Jr\n'),
    );
    expect(cells(table)).to.deep.equal([
      ['a@example.com', 'Silva; Ana'],
      ['b@example.com', 'Lind, Bo, Jr'],
    ]);
  });

  it('ZM-4 heeds the line by which Excel tells the delimiter, and counts it', async () => {
    const { rows } = await readCsv(textFile('sep=;\r\nEmail;Name, first\r\na@example.com;Ana\r\n'));
    expect(rows).to.deep.equal([{ row: 3, cells: ['a@example.com', 'Ana'] }]);
  });

  for (const [name, br] of Object.entries({ LF: '\n', CRLF: '\r\n', CR: '\r' }))
    it(`ZM-4 reads lines that end with ${name}, and keeps breaks inside quotes`, async () => {
      const table = await readCsv(
        textFile(['Email,Note', 'a@example.com,"x\r\ny\rz"', ''].join(br)),
      );
      expect(cells(table)).to.deep.equal([['a@example.com', 'x\r\ny\rz']]);
    });

  it('ZM-4 reads a file without headings', async () => {
    const table = await readCsv(textFile('a@example.com,Ana\nb@example.com,Bo,x\n'));
    expect(table.headers).to.deep.equal(['', '', '']);
    expect(table.rows.map(({ row }) => row)).to.deep.equal([1, 2]);
  });

  it('ZM-4 names headings that stand there twice', async () => {
    const table = await readCsv(textFile('Email,Name,name,,\na@example.com,x,y,z\n'));
    expect(table.doubled).to.deep.equal(['name']);
    expect(table.headers).to.deep.equal(['Email', 'Name', 'name', '', '']);
  });

  it('ZM-4 leaves out empty lines and says in which line of a spreadsheet a row stands', async () => {
    const { rows } = await readCsv(textFile('Email\n\n ,\n"two\nlines"\na@example.com\n'));
    expect(rows.map(({ row }) => row)).to.deep.equal([4, 5]);
  });

  it('ZM-4 takes the guard of a spreadsheet away, once', async () => {
    const table = await readCsv(
      textFile("Email,Note\na@example.com,'=1+1\nb@example.com,''=1\nc@example.com,'s\n"),
    );
    expect(cells(table).map(([, note]) => note)).to.deep.equal(['=1+1', "'=1", "'s"]);
  });

  it('ZM-4 reads quotes that are not closed or stand in the middle', async () => {
    const table = await readCsv(textFile('Email,Note\na@example.com,5" pipe\nb@example.com,"x\n'));
    expect(cells(table)[0]).to.deep.equal(['a@example.com', '5" pipe']);
    expect(cells(table)).to.have.length(2);
  });

  it('ZM-4 refuses 100 MB before reading them', async () => {
    const huge: CsvFile = {
      size: 100e6,
      arrayBuffer: () => Promise.reject(new Error('It was read')),
    };
    const { code, max } = await refusal(huge);
    expect([code, max]).to.deep.equal(['too-large', 20]);
  });

  it('ZM-4 takes 10,000 rows and no more', async () => {
    const rows = (count: number): CsvFile =>
      textFile(`Email\n${Array.from({ length: count }, (_, n) => `a${n}@example.com\n`).join('')}`);
    expect((await readCsv(rows(10_000))).rows).to.have.length(10_000);
    const { code, max } = await refusal(rows(10_001));
    expect([code, max]).to.deep.equal(['too-many-rows', 10_000]);
  });

  for (const [what, bytes] of [
    ['a workbook', latin1('PK\u0003\u0004\u0014\u0000')],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49)],
  ] as const)
    it(`ZM-4 says that ${what} is no text`, async () => {
      expect((await refusal(fileOf(bytes))).code).to.equal('not-text');
    });

  for (const text of ['', '\ufeff', '\n\n', 'Email,Name\n', ' , \n'])
    it(`ZM-4 says that nothing is in ${JSON.stringify(text)}`, async () => {
      expect((await refusal(textFile(text))).code).to.equal('empty');
    });

  it('ZM-4 says that a file could not be read', async () => {
    const gone = { size: 1, arrayBuffer: () => Promise.reject(new Error('NotReadableError')) };
    expect((await refusal(gone)).code).to.equal('unreadable');
  });
});
