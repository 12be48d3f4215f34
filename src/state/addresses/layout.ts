import { isAt, isBlank, isLineBreak } from './characters.ts';
import { isCapitalName } from './names.ts';
import { isStatus, nameColumn } from './words.ts';

/** From where to where a line goes, without space at its ends. */
export type Line = readonly [start: number, end: number];

/** Which columns of a table hold names. */
export type NameColumns = Readonly<Partial<Record<'first' | 'last' | 'full', number>>>;

/** How a pasted text is laid out. */
export type Layout =
  /** Each line a list of its own. */
  | { readonly kind: 'lines' }
  /** One row per person, from a spreadsheet or a CSV file. */
  | {
      readonly kind: 'table';
      readonly delimiter: string;
      readonly columns: NameColumns;
      /** The first line names the columns. */
      readonly hasHeading: boolean;
    }
  /** A name on one line and the address on the next, from a calendar or a directory. */
  | { readonly kind: 'pairs' };

/** One at sign, and nothing that divides or encloses. */
const BARE_ADDRESS = (() => {
  const other = String.raw`[^\s,;()<>"'@\uff20\ufe6b\uff0c\uff1b\u3001\uff64\ufe50-\ufe54\u060c\u061b]*`;
  return new RegExp(String.raw`^${other}[@\uff20\ufe6b]${other}$`);
})();

/** The lines that have something in them. */
export function* linesOf(text: string): Generator<Line> {
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !isLineBreak(text[at])) continue;
    const line = trimmed(text, start, at);
    if (line[0] < line[1]) yield line;
    start = at + 1;
  }
}

function trimmed(text: string, from: number, to: number): Line {
  let [start, end] = [from, to];
  while (start < end && isBlank(text[start])) start++;
  while (end > start && isBlank(text[end - 1])) end--;
  return [start, end];
}

/** The cells of a line. A quoted cell may hold the delimiter; a quote that does not end is a character. */
export function cellsOf(text: string, [start, end]: Line, delimiter: string): Line[] {
  const cells: Line[] = [];
  let from = start;
  let isQuoted = false;
  let isEmpty = true;
  for (let at = start; at <= end; at++) {
    const char = text[at];
    if (at < end && char === '"' && (isQuoted || isEmpty)) isQuoted = !isQuoted;
    isEmpty &&= isBlank(char);
    if (at === end || (char === delimiter && !isQuoted)) {
      cells.push(trimmed(text, from, at));
      from = at + 1;
      isEmpty = true;
    }
  }
  return cells;
}

/** Whether a part of the text has an at sign. */
export function holdsAt(text: string, [start, end]: Line): boolean {
  for (let at = start; at < end; at++) if (isAt(text[at])) return true;
  return false;
}

/** Recognises how the whole is laid out; every line has to agree. */
export function layoutOf(text: string): Layout {
  const lines = [...linesOf(text)];
  if (lines.length === 0) return { kind: 'lines' };
  if (lines.every(([start, end]) => text.slice(start, end).includes('\t')))
    return table(text, lines, '\t');
  if (lines.length < 2) return { kind: 'lines' };
  const delimiter = [';', ','].find((mark) => isTable(text, lines, mark));
  if (delimiter !== undefined) return table(text, lines, delimiter);
  return isPairs(text, lines) ? { kind: 'pairs' } : { kind: 'lines' };
}

function table(text: string, lines: readonly Line[], delimiter: string): Layout {
  const heading = lines[0] as Line;
  const hasHeading = lines.length > 1 && !holdsAt(text, heading);
  const columns: { first?: number; last?: number; full?: number } = {};
  if (hasHeading) {
    cellsOf(text, heading, delimiter).forEach(([start, end], n) => {
      const column = nameColumn(text.slice(start, end));
      if (column) columns[column] ??= n;
    });
  }
  return { kind: 'table', delimiter, columns, hasHeading };
}

/** Rows of equally many cells with one bare address each, always in the same column. */
function isTable(text: string, lines: readonly Line[], delimiter: string): boolean {
  let width: number | undefined;
  let column: number | undefined;
  return lines.every((line, n) => {
    const cells = cellsOf(text, line, delimiter);
    width ??= cells.length;
    if (width < 2 || cells.length !== width) return false;
    const at = cells.findIndex((cell) => holdsAt(text, cell));
    if (at < 0) return n === 0;
    column ??= at;
    const isBare = !/[<\s(\uff1c]/.test(text.slice(...(cells[at] as Line)));
    return at === column && isBare && !cells.slice(at + 1).some((cell) => holdsAt(text, cell));
  });
}

/** Name, address, perhaps what they answered; name, address … and nothing else. */
function isPairs(text: string, lines: readonly Line[]): boolean {
  let before: 'name' | 'address' | undefined;
  const follows = lines.every((line) => {
    const said = text.slice(...line);
    if (isBareAddress(said)) {
      if (before !== 'name') return false;
      before = 'address';
    } else if (before === 'address' && isStatus(said)) return true;
    else if (before !== 'name' && isCapitalName(said.replace(',', ''))) before = 'name';
    else return false;
    return true;
  });
  return follows && before === 'address';
}

/** Whether a line is an address and nothing else. */
export function isBareAddress(line: string): boolean {
  return BARE_ADDRESS.test(line);
}
