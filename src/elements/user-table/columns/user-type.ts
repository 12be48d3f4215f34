import { userTypeName } from '../../../i18n/index.ts';
import type { GridColumn } from './column.ts';

export const userType: GridColumn = {
  id: 'userType',
  header: (t) => t('field.userType'),
  sort: 'userType',
  width: [116, 1],
  cell: (person, { t }) => (person.userType ? userTypeName(t, person.userType) : ''),
};
