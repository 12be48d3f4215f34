import { expect } from 'chai';
import fc from 'fast-check';
import { emailKey, type PersonRecord } from '../../../src/domain/index.ts';
import {
  guessMapping,
  planImport,
  readCsv,
  writeCsv,
  type CsvColumn,
} from '../../../src/state/csv/index.ts';
import { runs, SEED } from '../seed.ts';
import { textFile } from './files.ts';

const awkward = fc
  .array(
    fc.constantFrom(
      ...[
        "'",
        '=',
        '+',
        '-',
        '@',
        '\t',
        '\r',
        '\n',
        '"',
        ',',
        ';',
        '|',
        ' ',
        'a',
        'é',
        '1',
        '\ufeff',
        '\0',
      ],
    ),
    { maxLength: 8 },
  )
  .map((signs) => signs.join(''));
// A file in UTF-8 holds no half of a character.
const text = fc
  .oneof(awkward, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
  .map((any) => any.replace(/\p{Surrogate}/gu, '?'));
const delimiters = fc.constantFrom(',', ';', '\t', '|');
const settings = { seed: SEED, numRuns: runs(500) };

describe(`export and import again (SEED=${SEED})`, () => {
  it('ZM-5 gives every cell back as it was, whatever it says', async () => {
    const rows = fc.integer({ min: 1, max: 5 }).chain((width) =>
      fc.array(fc.array(text, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 6,
      }),
    );
    await fc.assert(
      fc.asyncProperty(rows, delimiters, fc.boolean(), async (values, delimiter, bom) => {
        const columns = values[0]!.map((_, n): CsvColumn<readonly string[]> => ({
          id: `c${n}`,
          header: `Column ${n}`,
          csv: (row) => row[n],
        }));
        const file = textFile(writeCsv(columns, values, { delimiter, bom }));
        const filled = values.filter((row) => row.some((value) => value.trim() !== ''));
        fc.pre(filled.length > 0);
        const table = await readCsv(file);
        expect(table.headers).to.deep.equal(columns.map(({ header }) => header));
        expect(table.rows.map(({ cells }) => cells)).to.deep.equal(filled);
      }),
      settings,
    );
  });

  it('ZM-4 ZM-5 gives the same people back', async () => {
    const optional = fc.option(text, { nil: undefined });
    const person = fc.record({
      firstName: optional, lastName: optional, displayName: optional, department: optional, manager: optional,
      jobTitle: optional, location: optional, userType: fc.constantFrom('basic', 'licensed'),
      roleId: fc.constantFrom('owner', 'member'), addons: fc.subarray(['webinar', 'large-meeting']),
    }); // prettier-ignore
    const columns = [
      { id: 'email', header: 'Email', csv: ({ email }) => email },
      { id: 'role', header: 'Role', csv: ({ roleId }) => roleId },
      { id: 'userType', header: 'User type', csv: ({ userType }) => userType },
      { id: 'addons', header: 'Add-ons', csv: ({ addons }) => addons?.join('; ') },
      { id: 'firstName', header: 'First name', csv: ({ firstName }) => firstName },
      { id: 'lastName', header: 'Last name', csv: ({ lastName }) => lastName },
      { id: 'displayName', header: 'Display name', csv: ({ displayName }) => displayName },
      { id: 'department', header: 'Department', csv: ({ department }) => department },
      { id: 'manager', header: 'Manager', csv: ({ manager }) => manager },
      { id: 'jobTitle', header: 'Job title', csv: ({ jobTitle }) => jobTitle },
      { id: 'location', header: 'Location', csv: ({ location }) => location },
    ] satisfies CsvColumn<PersonRecord>[];
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 1, maxLength: 8 }),
        delimiters,
        async (parts, delimiter) => {
          const people = parts.map(
            (part, n) =>
              ({
                ...part,
                id: `p${n}`,
                email: `p${n}+x@bücher.example`,
                status: 'active',
              }) as PersonRecord,
          );
          const table = await readCsv(textFile(writeCsv(columns, people, { delimiter })));
          const mapping = guessMapping(table);
          // To the account that they come from they bring nothing new ...
          const known = new Map(people.map((one) => [emailKey(one.email), one]));
          const here = planImport(table, mapping, { known: (key) => known.get(key) });
          expect(here.map(({ action, faults }) => [action, faults])).to.deep.equal(
            people.map(() => ['unchanged', []]),
          );
          // ... and to another one they come as they were, as far as there is something to see of it.
          const elsewhere = planImport(table, mapping, { known: () => undefined });
          expect(elsewhere.map(({ commands }) => seen(commands[0]!.change!))).to.deep.equal(
            people.map(asSeen),
          );
        },
      ),
      settings,
    );
  });
});

type Seen = Readonly<Record<string, unknown>>;

function seen({
  addons,
  people,
  roleId,
  userType,
  values,
}: NonNullable<ReturnType<typeof planImport>[number]['commands'][number]['change']>): Seen {
  return { roleId, userType, ...(addons && { addons }), ...people?.[0], ...values };
}

/** A person as their values are kept: without space round them, empty ones absent. */
function asSeen({ id: _id, status: _status, addons = [], ...person }: PersonRecord): Seen {
  const kept = (Object.entries(person) as [string, unknown][]).flatMap(([field, value]) => {
    const text = typeof value === 'string' ? value.trim().normalize('NFC') : value;
    return text === undefined || text === '' ? [] : [[field, text] as const];
  });
  return { ...(addons.length > 0 && { addons }), ...Object.fromEntries(kept) };
}
