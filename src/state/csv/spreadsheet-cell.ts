/** What a spreadsheet takes for a formula, or for the apostrophe that keeps it from doing so. */
const DANGEROUS = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

/** A value as a cell that no spreadsheet runs: an apostrophe before what it would take for a formula. Exact: see `unguardCell`. */
export function guardCell(value: string): string {
  return DANGEROUS.test(value) ? `'${value}` : value;
}

/** The value of a guarded cell; of any other the cell as it is. */
export function unguardCell(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
