import { statusBadge } from '../../../views/badge.ts';
import type { GridColumn } from './column.ts';

/** Where the person stands. `expired` is derived from the date, by the backend's clock. */
export const status: GridColumn = {
  id: 'status',
  header: (t) => t('field.status'),
  sort: 'status',
  width: [112, 1],
  cell: (person, { t, now }) => {
    const lapsed =
      person.status === 'pending' &&
      person.expiresAt !== undefined &&
      Date.parse(person.expiresAt) <= now;
    return statusBadge(t, lapsed ? 'expired' : person.status);
  },
};
