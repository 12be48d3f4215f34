import { html, type TemplateResult } from 'lit';
import type { Action } from '../../../domain/index.ts';
import { sayDecision } from '../../../i18n/index.ts';
import type { LaterIconName } from '../../../views/icons-later.ts';
import { menuItem } from '../../../views/menu-item.ts';
import type { TableContext } from '../table-context.ts';

/** What can be done with files. */
export type CsvTask = 'export' | 'import';

interface Entry {
  readonly task: CsvTask;
  readonly action: Action;
  readonly icon: LaterIconName;
}

const ENTRIES: readonly Entry[] = [
  { task: 'export', action: 'user.export', icon: 'download' },
  { task: 'import', action: 'user.import', icon: 'upload' },
];

/** People to a file and from one (ARIA menu pattern). A closed entry takes the focus like the other and says why. */
export function csvMenu(table: TableContext, choose: (task: CsvTask) => void): TemplateResult {
  const { t } = table;
  return html`<div class="menu" role="menu" aria-label=${t('csv.open')}>
    ${entriesOf(table).map((each) => entry(each, table, () => choose(each.task)))}
  </div>`;
}

function entriesOf({ scope, readonly }: TableContext): readonly Entry[] {
  return ENTRIES.filter(
    ({ task, action }) => scope.offers(action) && !(readonly && task === 'import'),
  );
}

function entry(
  { task, action, icon: name }: Entry,
  table: TableContext,
  choose: () => void,
): TemplateResult {
  const { t, scope } = table;
  const decision = scope.decide({ action });
  const standing = scope.standing(decision);
  const said =
    standing === 'denied' || standing === 'pending'
      ? sayDecision(t, decision, { ...table, waiting: standing === 'pending' })
      : undefined;
  return menuItem({
    id: task,
    label: t(`csv.${task}`),
    part: 'csv-entry',
    mark: name,
    closed: said,
    take: choose,
  });
}
