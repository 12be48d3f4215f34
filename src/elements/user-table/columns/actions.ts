import type { GridColumn } from './column.ts';

/** What can be done to each, as the last column where any row can have such a menu. It is not among those that can be chosen. */
export const actions: GridColumn = {
  id: 'actions',
  header: (t) => t('row.actions'),
  headerHidden: true,
  width: [56, 0],
  cell: (person, { actions: cell }) => cell(person),
};
