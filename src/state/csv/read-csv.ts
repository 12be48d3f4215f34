import { CsvError } from './csv-error.ts';
import { delimiterOf, withPlainBreaks, type Delimiter } from './csv-shape.ts';
import { decodeText, type CsvEncoding } from './decode-text.ts';
import { unguardCell } from './spreadsheet-cell.ts';

/** A file, as a file picker gives it. */
export type CsvFile = Pick<Blob, 'size' | 'arrayBuffer'>;

export interface CsvRow {
  /** The line in a spreadsheet, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** What a file says. */
export interface CsvTable {
  /** One per column; empty where a column has none, and throughout where the first row names somebody already. */
  readonly headers: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly encoding: CsvEncoding;
  readonly delimiter: Delimiter;
  /** Headings that stand there more than once. */
  readonly doubled: readonly string[];
}

export interface ReadCsvOptions {
  /** Most rows; 10,000 by default. */
  readonly maxRows?: number;
  /** Most MB (millions of bytes); 20 by default. A larger file is refused before it is read. */
  readonly maxMegabytes?: number;
}

/**
 * Reads a CSV file in whatever encoding and with whichever delimiter it was written.
 *
 * @throws CsvError
 */
export async function readCsv(
  file: CsvFile,
  { maxRows = 10_000, maxMegabytes = 20 }: ReadCsvOptions = {},
): Promise<CsvTable> {
  if (file.size > maxMegabytes * 1e6) throw new CsvError('too-large', maxMegabytes);
  const bytes = await bytesOf(file);
  const { text, encoding } = decodeText(bytes);
  // What is neither UTF-8 nor UTF-16 and has zeros is no text in any encoding.
  const hasZeros = encoding === 'windows-1252' && text.includes('\0');
  if (hasZeros || isBinary(bytes)) throw new CsvError('not-text');
  const given = /^sep=([,;\t|])\r?\n/i.exec(text);
  const content = given ? text.slice(given[0].length) : text;
  const delimiter = (given?.[1] as Delimiter | undefined) ?? delimiterOf(content);
  const cells = await parse(withPlainBreaks(content, delimiter), delimiter, maxRows + 2);
  const all = cells
    .map((row, n) => ({ row: n + (given ? 2 : 1), cells: row.map(unguardCell) }))
    .filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  const hasHeading = !all[0]?.cells.some((cell) => cell.includes('@'));
  const rows = hasHeading ? all.slice(1) : all;
  if (rows.length === 0) throw new CsvError('empty');
  if (rows.length > maxRows) throw new CsvError('too-many-rows', maxRows);
  const headers = headersOf(hasHeading ? all[0]?.cells : undefined, rows);
  return { headers, rows, encoding, delimiter, doubled: doubledIn(headers) };
}

/** How files begin that people take for a list: workbooks (new and old), PDF, pictures, archives. */
const BINARY = ['504b0304', 'd0cf11e0', '25504446', '89504e47', 'ffd8ff', '1f8b'];

function isBinary(bytes: Uint8Array): boolean {
  const start = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0'));
  return BINARY.some((mark) => start.join('').startsWith(mark));
}

async function bytesOf(file: CsvFile): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    throw new CsvError('unreadable', undefined, { cause });
  }
}

async function parse(text: string, delimiter: string, most: number): Promise<string[][]> {
  const { default: papa } = await import('papaparse');
  const { data } = papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    quoteChar: '"',
    preview: most,
  });
  return data;
}

/** As many as the file has columns: those of the heading, and where there is none, those of the widest row. */
function headersOf(
  heading: readonly string[] | undefined,
  rows: readonly CsvRow[],
): readonly string[] {
  const width =
    heading?.length ?? rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return Array.from({ length: width }, (_, n) => heading?.[n]?.trim() ?? '');
}

function doubledIn(headers: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const doubled = headers.filter((header) => {
    const key = header.toLowerCase();
    if (header === '' || !seen.has(key)) return !seen.add(key);
    return true;
  });
  return [...new Set(doubled)];
}
