import type { Paging } from '../../adapter/capabilities.ts';
import { AdapterError } from '../../adapter/problem.ts';
import type { Subaccount, SubaccountQuery } from '../../domain/index.ts';
import { checkSubaccounts } from '../answers.ts';
import { ListWindow } from '../list-window.ts';
import type { ListWindows } from '../list-windows.ts';
import type { WindowSource } from '../people-window.ts';
import { BLOCK } from '../rows.ts';

/** What can be relied on where a backend does not say more. */
const BY_CURSOR: Paging = { jump: false, totals: 'none', maxSize: BLOCK };

export interface SubaccountSource extends Omit<WindowSource, 'call'> {
  /** Told of each that was read. */
  readonly seen: (one: Subaccount) => void;
}

/** Every window onto sub-accounts. */
export type SubaccountWindows = ListWindows<SubaccountQuery, Subaccount, SubaccountWindow>;

/** A live view onto the sub-accounts that match a query. It is the same list whichever of them the page is about. */
export class SubaccountWindow extends ListWindow<Subaccount> {
  readonly query: SubaccountQuery;

  constructor(query: SubaccountQuery, source: SubaccountSource, released: () => void) {
    const { adapter, capabilities, changed, line, seen } = source;
    super({
      line,
      changed,
      released,
      action: 'subaccount.list',
      path: 'subaccounts()',
      paging: async () => (await capabilities()).subaccounts ?? BY_CURSOR,
      ask: async (part, signal) => {
        if (!adapter.subaccounts)
          throw new AdapterError({
            kind: 'unsupported',
            title: 'This backend has no sub-accounts',
          });
        const page = checkSubaccounts(await adapter.subaccounts({ ...query, ...part }, { signal }));
        page.items.forEach(seen);
        return page;
      },
    });
    this.query = query;
  }
}
