import { cellsOf, holdsAt, type Line, type NameColumns } from './layout.ts';
import { mailboxes, type Mailbox } from './mailboxes.ts';
import { isName, names, splitName, type Names } from './names.ts';

/**
 * Who a row of a table names; `undefined` where it has no address or several, and so is read like any line.
 *
 * @param columns where the names are, if the heading says so
 */
export function tableRow(
  text: string,
  line: Line,
  delimiter: string,
  columns: NameColumns,
): Mailbox | undefined {
  const cells = cellsOf(text, line, delimiter);
  const column = cells.findIndex((cell) => holdsAt(text, cell));
  const cell = cells[column];
  if (!cell || cells.slice(column + 1).some((other) => holdsAt(text, other))) return undefined;
  const [mailbox, ...others] = mailboxes(text, ...unquoted(text, cell));
  if (!mailbox || others.length > 0) return undefined;
  const { firstName, lastName } = mailbox.names;
  const isNamed = firstName !== undefined || lastName !== undefined;
  const said = cells.map((each) => text.slice(...unquoted(text, each)).replace(/""/g, '"'));
  return {
    start: line[0],
    end: line[1],
    email: mailbox.email,
    names: isNamed ? mailbox.names : namesBeside(said, column, columns),
  };
}

function unquoted(text: string, [start, end]: Line): Line {
  const isQuoted = end - start > 1 && text[start] === '"' && text[end - 1] === '"';
  return isQuoted ? [start + 1, end - 1] : [start, end];
}

function namesBeside(cells: readonly string[], column: number, columns: NameColumns): Names {
  const at = (n: number | undefined): string => (n === undefined ? '' : (cells[n] ?? ''));
  const { first, last, full } = columns;
  if (first !== undefined || last !== undefined) return names(at(first), at(last));
  if (full !== undefined) return splitName(at(full));
  // Without a heading: what stands before the address, else what follows it, as far as it reads like a name.
  const beside = column > 0 ? cells.slice(0, column) : cells.slice(1, 3);
  const [one, two] = beside.filter(isName);
  if (one === undefined) return {};
  return two === undefined || one.trim().includes(' ') ? splitName(one) : names(one, two);
}
