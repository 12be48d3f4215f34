import type { Act, Handlers } from '../act.ts';
import { invalid } from '../../fail.ts';
import { textValue } from './choices.ts';

/** Adds seats to pools, which a change names as it would to take one of them, or by `values: { pool }`. */
function buy(act: Act, always?: string): null {
  const { store, change } = act;
  const { userType, addons = [], products = [], count = 1 } = change;
  const named = [always ?? textValue(act, 'pool') ?? userType, ...addons, ...products].filter(
    (pool) => pool !== undefined,
  );
  if (!named.length) invalid('/change/values/pool', 'missing');
  const { pools = {}, slots } = store.account;
  const size = textValue(act, 'size');
  for (const pool of named) act.charge(pool, count, size);
  const bought = Object.fromEntries(named.map((pool) => [pool, (pools[pool] ?? 0) + count]));
  store.account = {
    ...store.account,
    pools: { ...pools, ...bought },
    // CM-12: what is bought is of a size, and waits for who is to have it.
    ...(size !== undefined && { slots: [...(slots ?? []), ...Array<string>(count).fill(size)] }),
  };
  return null;
}

/** Buying what seats are taken from. Nothing is charged here. */
export const seatCommands: Handlers = {
  'license.add': (act) => buy(act),
  'seat.buy': (act) => buy(act),
  'subaccount.buy': (act) => buy(act, 'subaccount'),
};
