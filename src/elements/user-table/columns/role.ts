import type { GridColumn } from './column.ts';

/** The role, changed in place where the actor may. */
export const role: GridColumn = {
  id: 'role',
  header: (t) => t('field.role'),
  sort: 'role',
  width: [160, 2],
  cell: (person, { role: cell }) => cell(person),
};
