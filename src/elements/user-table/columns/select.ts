import type { GridColumn } from './column.ts';

/** Checkboxes, as the first column where something can be done to many. It is not among those that can be chosen. */
export const select: GridColumn = {
  id: 'select',
  header: (t) => t('selection.page'),
  head: ({ selectPage }) => selectPage(),
  width: [44, 0],
  cell: (person, { select: cell }) => cell(person),
};
