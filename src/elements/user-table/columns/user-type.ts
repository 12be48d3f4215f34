import { userTypeName } from '../../../i18n/index.ts';
import { hasNone, type GridColumn } from './column.ts';

export const userType: GridColumn = {
  id: 'userType',
  header: (t) => t('field.userType'),
  sort: 'userType',
  width: [116, 1],
  // An account whose backend says that there is none has nothing to show in it.
  isOffered: (scope) => !hasNone(scope, 'userType'),
  cell: (person, { t }) => (person.userType ? userTypeName(t, person.userType) : ''),
};
