import { roleLabels } from '../../controllers/role-labels.ts';
import { hasNone } from './columns/column.ts';
import type { PersonRecord } from '../../domain/index.ts';
import { roleName, type Translator } from '../../i18n/index.ts';
import type { AccountScope, PeopleSelection, PeopleView, RunOptions } from '../../state/index.ts';
import { actionsButton } from './actions-cell.ts';
import type { GridColumn } from './columns/index.ts';
import { roleCell } from './role-cell.ts';
import { pageBox, personBox, type SelectionParts } from './selection-boxes.ts';
import type { OpenMenu, TableContext } from './table-context.ts';

/** What the element itself does for its parts. */
export type ContextActs = Pick<
  TableContext,
  | 'setView'
  | 'showList'
  | 'chooseRole'
  | 'act'
  | 'open'
  | 'invite'
  | 'retry'
  | 'dismiss'
  | 'undo'
  | 'say'
  | 'drawn'
>;

export interface ContextParts {
  readonly t: Translator;
  readonly scope: AccountScope;
  readonly view: PeopleView;
  readonly available: readonly GridColumn[];
  readonly columns: readonly GridColumn[];
  readonly menu: OpenMenu;
  readonly selection: PeopleSelection | undefined;
  readonly marking: SelectionParts;
  readonly asking: RunOptions;
  readonly readonly: boolean;
  readonly acts: ContextActs;
}

/** Stands for a sub-account that is nobody's own. */
const ANY = '*';

/** Everything that the parts of the table are drawn from, as it is now. */
export function createContext({ acts, marking, ...parts }: ContextParts): TableContext {
  const { t, scope, readonly } = parts;
  const ready = scope.account.status === 'ready' ? scope.account : undefined;
  const roleLabel = roleLabels(scope);
  const table: TableContext = {
    ...parts,
    ...acts,
    invite: readonly ? undefined : acts.invite,
    capabilities: ready?.capabilities,
    roles: ready?.roles ?? [],
    now: Date.now(),
    roleLabel,
    cell: {
      t,
      now: scope.now(),
      actorId: ready?.actor.id,
      hasNone: (field) => hasNone(scope, field),
      isShown: (column) => parts.columns.some(({ id }) => id === column),
      roleName: (id) => roleName(t, id, roleLabel(id)),
      subaccounts: (person) => subaccountsOf(person, scope),
      open: acts.open,
      role: (person) => roleCell(person, table, readonly),
      actions: (person) => actionsButton(person, table),
      select: (person) => personBox(person, marking, t),
      selectPage: () => pageBox(marking, t),
    },
  };
  return table;
}

/** Names as far as they are known; those that are not yet are asked for, and stand there as soon as they are. */
function subaccountsOf(person: PersonRecord, scope: AccountScope): readonly string[] | 'all' {
  const { subaccountIds: ids = [] } = person;
  if (ids.length > 0) return ids.map((id) => scope.subaccountName(id));
  // Nobody here knows which roles cover all of them, but why one more could not be given, a policy says.
  const change = { subaccountIds: [ANY] };
  const decision = scope.decide({
    action: 'user.assign-subaccounts',
    target: person,
    change,
    draft: true,
  });
  return decision.effect === 'deny' && decision.reason.key === 'allSubaccounts' ? 'all' : [];
}
