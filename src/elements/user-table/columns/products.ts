import { html } from 'lit';
import { poolName } from '../../../i18n/index.ts';
import { holdingsOf } from '../../../state/index.ts';
import type { CellContext, GridColumn } from './column.ts';
import type { PersonRecord } from '../../../domain/index.ts';

/** The products that a person holds, each a seat of its pool (LM-4). */
export const products: GridColumn = {
  id: 'products',
  header: (t) => t('field.product'),
  sort: 'product',
  width: [152, 1],
  isOffered: (scope) =>
    scope.offers('user.assign-product') && holdingsOf(scope).products.length > 0,
  cell: (person, { t }) => {
    const names = productNames(person, t);
    return html`<span dir="auto" title=${names}>${names}</span>`;
  },
};

/** Their names, as one text. */
export function productNames({ products: held = [] }: PersonRecord, t: CellContext['t']): string {
  return held.map((id) => poolName(t, id)).join(', ');
}
