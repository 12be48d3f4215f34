import { html, nothing } from 'lit';
import type { GridColumn } from './column.ts';

/** Named in the cell; the others are counted, and named where one points at it. */
const NAMED = 2;

/** Where someone belongs (MS-14): the names of their sub-accounts, or that their role covers all there are. */
export const subaccount: GridColumn = {
  id: 'subaccount',
  header: (t) => t('field.subaccount'),
  sort: 'subaccount',
  width: [152, 1],
  // Whoever has one themselves sees nobody of another: it would be the same in every row.
  isOffered: (scope) => scope.offers('user.assign-subaccounts') && !scope.isSubaccountFixed,
  cell: (person, { subaccounts, t }) => {
    const names = subaccounts(person);
    if (names === 'all') return html`<span class="quiet">${t('subaccount.all')}</span>`;
    const [shown, rest] = [names.slice(0, NAMED), names.slice(NAMED)];
    return html`<span dir="auto" title=${names.join('\n')}
      >${shown.join(', ')}${
        rest.length > 0
          ? html` <span class="quiet" aria-hidden="true">+${rest.length}</span><span class="visually-hidden">, ${rest.join(', ')}</span>`
          : nothing
      }</span
    >`;
  },
};
