import { html } from 'lit';
import type { GridColumn } from './column.ts';

export const email: GridColumn = {
  id: 'email',
  header: (t) => t('field.email'),
  sort: 'email',
  width: [224, 3],
  cell: (person) =>
    html`<span class="quiet" dir="ltr" title=${person.email}>${person.email}</span>`,
};
