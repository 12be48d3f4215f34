import type { Subaccount } from '../../domain/index.ts';
import { subaccountsNow } from './account-data.ts';
import type { Moment } from './moment.ts';
import type { Store } from './store.ts';

const { compare } = new Intl.Collator(undefined, { numeric: true });

/** Gives the sub-accounts that someone may see, by name. Decided anew only when that may have changed: there may be thousands. */
export function createSubaccountList(store: Store): (moment: Moment) => readonly Subaccount[] {
  let key: string | undefined;
  let list: readonly Subaccount[] = [];
  return ({ actor, guard, now }) => {
    const all = subaccountsNow(store.account, now);
    const ended = all.filter(({ status }) => status === 'ended').length;
    // As for people, no rule can count them: the account and the actor are all that a view hangs on beside the thing itself.
    const next = JSON.stringify([store.accountRevision, ended, actor]);
    if (next !== key) {
      list = all
        .filter((one) => guard.sees('subaccount.view-data', one))
        .sort((a, b) => compare(a.name, b.name));
      key = next;
    }
    return list;
  };
}
