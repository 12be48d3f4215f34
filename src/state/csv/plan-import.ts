import { emailKey, type ChangeData, type PersonRecord } from '../../domain/index.ts';
import type { AddressFault } from '../addresses/entry.ts';
import { parseAddresses } from '../addresses/address-list.ts';
import type { NewCommand } from '../new-command.ts';
import { ChoiceReader, type ChoiceField, type ImportChoices } from './import-choices.ts';
import { inviteCommand, updateCommands } from './import-commands.ts';
import type { ImportField } from './import-fields.ts';
import type { ImportMapping } from './import-mapping.ts';
import type { ImportValues } from './import-values.ts';
import type { CsvRow, CsvTable } from './read-csv.ts';

/** What is wrong with a row, and in which field. */
export interface ImportFault {
  readonly field?: ImportField;
  readonly code:
    | AddressFault
    /** No column, or an empty cell, where the address has to be. */
    | 'no-address'
    /** Several addresses in one cell. */
    | 'several-addresses'
    /** The same address stands in an earlier row, `value`. */
    | 'twice'
    /** The account has nothing that is called `value`. */
    | 'unknown-value'
    /** More cells than headings: they may have moved. */
    | 'too-many-cells';
  readonly value?: string;
}

/** What will happen with one row. */
export interface ImportRow {
  /** The line in a spreadsheet, from 1. */
  readonly row: number;
  readonly email: string;
  readonly key: string;
  readonly action: 'add' | 'update' | 'unchanged' | 'error';
  readonly faults: readonly ImportFault[];
  /** Who it is about, where they are known. */
  readonly person?: PersonRecord;
  /** Fields that it sets. */
  readonly fields: readonly ImportField[];
  /** One for who is new; for who is known, one per thing that changes. */
  readonly commands: readonly NewCommand[];
}

export interface ImportOptions {
  /** Who has an address already, by its key (`emailKey`), invited people included. */
  readonly known: (key: string) => PersonRecord | undefined;
  readonly choices?: ImportChoices;
  /** What everyone who is added gets where their row does not say otherwise, for example the role and the user type. */
  readonly defaults?: ChangeData;
}

/**
 * What a table would do, row by row: adds who is new, changes what differs of who is known (ZM-4). An empty cell changes
 * nothing. Plain data: nothing is sent, and the policy was not asked yet (see `judgeImport`).
 */
export function planImport(
  { headers, rows }: CsvTable,
  mapping: ImportMapping,
  { choices = {}, defaults = {}, known }: ImportOptions,
): readonly ImportRow[] {
  const reader = new ChoiceReader(choices);
  const firstRow = new Map<string, number>();
  return rows.map((row) => {
    const faults: ImportFault[] = [];
    if (row.cells.slice(headers.length).some((cell) => cell.trim() !== ''))
      faults.push({ code: 'too-many-cells' });
    const values = valuesOf(row, mapping, reader, faults);
    const { email, key } = addressIn(values, faults);
    const earlier = firstRow.get(key);
    if (key && earlier === undefined) firstRow.set(key, row.row);
    if (earlier !== undefined)
      faults.push({ field: 'email', code: 'twice', value: String(earlier) });
    const about = { row: row.row, email, key, faults };
    if (faults.length > 0) return { ...about, action: 'error', fields: [], commands: [] };
    const person = known(key);
    if (!person) {
      const fields = Object.keys(values) as ImportField[];
      return {
        ...about,
        action: 'add',
        fields,
        commands: [inviteCommand(email, values, defaults)],
      };
    }
    const { commands, fields } = updateCommands(person, values);
    const action = commands.length > 0 ? 'update' : 'unchanged';
    return { ...about, action, person, fields, commands };
  });
}

const CHOICES: readonly ImportField[] = ['role', 'userType', 'group'] satisfies ChoiceField[];

/** What the cells of a row say, under the names of the fields; empty ones say nothing. */
function valuesOf(
  { cells }: CsvRow,
  mapping: ImportMapping,
  reader: ChoiceReader,
  faults: ImportFault[],
): ImportValues {
  const values: { -readonly [K in keyof ImportValues]: ImportValues[K] } = {};
  for (const [field, column] of Object.entries(mapping) as [ImportField, number][]) {
    const text = cells[column]?.trim().normalize('NFC') ?? '';
    if (text === '') continue;
    const idOf = (kind: ChoiceField, name: string): string => {
      const id = reader.idOf(kind, name);
      if (id === undefined) faults.push({ field, code: 'unknown-value', value: name });
      return id ?? '';
    };
    if (field === 'addons')
      values.addons = text.split(/[;,|]/).map((name) => name.trim()).filter(Boolean).map((name) => idOf('addons', name)); // prettier-ignore
    else values[field] = CHOICES.includes(field) ? idOf(field as ChoiceField, text) : text;
  }
  return values;
}

/** The one address of a row. A cell may hold a name beside it, as `Ana Silva <ana@example.com>`. */
function addressIn(values: ImportValues, faults: ImportFault[]): { email: string; key: string } {
  const { email: text = '' } = values;
  const [entry, ...others] = parseAddresses(text);
  if (!entry) {
    faults.push({ field: 'email', code: 'no-address' });
    return { email: text, key: '' };
  }
  if (others.length > 0) faults.push({ field: 'email', code: 'several-addresses', value: text });
  else if (entry.kind === 'invalid')
    faults.push({ field: 'email', code: entry.reason as AddressFault, value: text });
  const { email } = entry;
  return { email: email || text, key: entry.kind === 'invalid' ? '' : emailKey(email) };
}
