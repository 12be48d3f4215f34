import { personName, type PersonRecord } from '../../../domain/index.ts';
import { statusName, userTypeName } from '../../../i18n/index.ts';
import type { CsvColumn } from '../../../state/csv/write-csv.ts';
import type { CellContext, GridColumn } from '../columns/index.ts';
import { productNames } from '../columns/products.ts';
import { mailWords } from '../columns/invitation.ts';
import type { TableContext } from '../table-context.ts';

type Write = (person: PersonRecord, cell: CellContext) => string | undefined;

/** How the kit's own columns are written: as they read on the screen, but dates as ISO 8601, which every program can read. */
const WRITTEN: Readonly<Record<string, Write>> = {
  name: personName,
  email: ({ email }) => email,
  role: ({ roleId }, { roleName }) => roleName(roleId),
  subaccount: (person, { subaccounts, t }) => {
    const names = subaccounts(person);
    return names === 'all' ? t('subaccount.all') : names.join('; ');
  },
  userType: ({ userType }, { t }) => userType && userTypeName(t, userType),
  products: (person, { t }) => productNames(person, t),
  department: ({ department }) => department,
  status: ({ status }, { t }) => statusName(t, status),
  lastActiveAt: ({ lastActiveAt }) => lastActiveAt,
  jobTitle: ({ jobTitle }) => jobTitle,
  location: ({ location }) => location,
  manager: ({ manager }) => manager,
  invitedAt: ({ invitedAt }) => invitedAt,
  expiresAt: ({ expiresAt }) => expiresAt,
  mail: (person, { t }) => mailWords(person, t),
};

/** The columns of the view as columns of a file, in their order. What only has controls in it is left out. */
export function exportColumns({
  columns,
  cell,
  t,
}: TableContext): readonly CsvColumn<PersonRecord>[] {
  return columns.flatMap((column) => {
    const write = writerOf(column);
    return write
      ? [{ id: column.id, header: column.header(t), csv: (person) => write(person, cell) }]
      : [];
  });
}

function writerOf({ id, csv }: GridColumn): Write | undefined {
  return csv ?? (Object.hasOwn(WRITTEN, id) ? WRITTEN[id] : undefined);
}
