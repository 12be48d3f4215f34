import type { Act, Handlers } from '../act.ts';
import { invalid } from '../fail.ts';
import { textValue } from './choices.ts';

/** Pools that a purchase is about: named as a change names them, or `values: { pool }`. */
function poolsOf(act: Act): readonly string[] {
  const { userType, addons = [], products = [] } = act.change;
  const pool = textValue(act, 'pool');
  return [...(pool ? [pool] : []), ...(userType ? [userType] : []), ...addons, ...products];
}

function buy(named: (act: Act) => readonly string[]) {
  return (act: Act): null => {
    const { store, change } = act;
    const pools = { ...store.account.pools };
    const bought = named(act);
    if (bought.length === 0) invalid('/change/values/pool', 'missing');
    for (const pool of bought) pools[pool] = (pools[pool] ?? 0) + (change.count ?? 1);
    store.account = { ...store.account, pools };
    return null;
  };
}

/** Buying what seats are taken from. Nothing is charged here. */
export const seatCommands: Handlers = {
  'license.add': buy(poolsOf),
  'seat.buy': buy(poolsOf),
  'subaccount.buy': buy(() => ['subaccount']),
};
