import { guardCell } from './spreadsheet-cell.ts';

/** A column of a file. */
export interface CsvColumn<Row> {
  readonly id: string;
  /** What stands in the first line. */
  readonly header: string;
  /** The value of the cell, as plain text. */
  readonly csv: (row: Row) => string | null | undefined;
}

export interface CsvOptions {
  /** `,` by default. Spreadsheets of most European languages expect `;`. */
  readonly delimiter?: ',' | ';' | '\t' | '|';
  /** Puts the byte order mark in front by which Excel knows UTF-8. On by default. */
  readonly bom?: boolean;
}

/**
 * Rows as text of a CSV file (RFC 4180): a line of headings, CRLF after each line, quotes where they are needed. What a
 * spreadsheet would run is guarded by an apostrophe, which `readCsv` takes away again.
 */
export function writeCsv<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: Iterable<Row>,
  options: CsvOptions = {},
): string {
  return [...csvLines(columns, rows, options)].join('');
}

/** The same line by line, for lists that are read by and by. */
export function* csvLines<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: Iterable<Row>,
  { delimiter = ',', bom = true }: CsvOptions = {},
): Generator<string, void> {
  const line = (values: readonly string[]): string =>
    `${values.map((value) => cell(value, values.length === 1)).join(delimiter)}\r\n`;
  yield (bom ? '\ufeff' : '') + line(columns.map(({ header }) => header));
  for (const row of rows) yield line(columns.map(({ csv }) => csv(row) ?? ''));
}

function cell(value: string, isAlone: boolean): string {
  const safe = guardCell(value);
  // A lone empty cell would be an empty line, and space at the ends is lost on the way through many programs.
  const isQuoted = /["\r\n,;\t|\ufeff]|^\s|\s$/.test(safe) || (safe === '' && isAlone);
  return isQuoted ? `"${safe.replaceAll('"', '""')}"` : safe;
}
