import type { CsvTable } from './read-csv.ts';
import { HEADINGS, IMPORT_FIELDS, type ImportField } from './import-fields.ts';

/** Which column, from 0, says what. Plain data: the person may change it before anything is planned. */
export type ImportMapping = Readonly<Partial<Record<ImportField, number>>>;

/** How fields are called on the page, so that the kit's own exports are known in every language. */
export type FieldLabels = Readonly<Partial<Record<ImportField, string>>>;

/** The mapping that the headings suggest; the column of addresses is found by its content where no heading tells. */
export function guessMapping(
  { headers, rows }: Pick<CsvTable, 'headers' | 'rows'>,
  labels: FieldLabels = {},
): ImportMapping {
  const plain = headers.map(plainHeading);
  const mapping: Partial<Record<ImportField, number>> = {};
  for (const field of IMPORT_FIELDS) {
    const label = labels[field];
    const names = [...(label === undefined ? [] : [plainHeading(label)]), ...HEADINGS[field]];
    const column = names
      .map((name) => plain.indexOf(name))
      .find((at) => at >= 0 && isFree(at, mapping));
    if (column !== undefined) mapping[field] = column;
  }
  // «Nom» alone is the whole name; beside «Prénom» it is the last one.
  const { firstName, lastName, name } = mapping;
  if (
    lastName !== undefined &&
    firstName === undefined &&
    name === undefined &&
    plain[lastName] === 'nom'
  ) {
    delete mapping.lastName;
    mapping.name = lastName;
  }
  if (mapping.email === undefined) {
    const column = headers.findIndex((_, n) => isFree(n, mapping) && holdsAddresses(rows, n));
    if (column >= 0) mapping.email = column;
  }
  return mapping;
}

function isFree(column: number, mapping: ImportMapping): boolean {
  return !Object.values(mapping).includes(column);
}

function holdsAddresses(rows: CsvTable['rows'], column: number): boolean {
  const cells = rows.slice(0, 50).map(({ cells }) => cells[column]?.trim() ?? '');
  const filled = cells.filter(Boolean);
  return filled.length > 0 && filled.every((cell) => cell.includes('@'));
}

/** A name without capitals, accents and marks. */
export function plainHeading(header: string): string {
  return header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
