import type { Money, Preview } from '../port.ts';
import { iso, type Charge } from './act.ts';
import type { MemoryAccount, MemoryOptions } from './options.ts';

type Prices = MemoryAccount['prices'];

/**
 * What has to be paid for what commands take: at once, for the rest of the period (CM-12), and with the next one. Nothing
 * where the account has no prices. What costs less than before is not paid back.
 */
export function costOf(
  charges: readonly Charge[],
  prices: Prices,
  options: Pick<MemoryOptions, 'period' | 'periodEnd'>,
  now: number,
): Preview['cost'] | undefined {
  const priced = charges.flatMap((charge) => {
    const price = priceOf(charge, prices);
    return price ? [{ ...price, count: charge.count }] : [];
  });
  const [first] = priced;
  if (!first) return undefined;
  const { currency } = first;
  const sum = (list: readonly { readonly amount: number; readonly count: number }[]) =>
    list.reduce((total, { amount, count }) => total + amount * count, 0);
  const full = Math.max(0, sum(priced));
  const { period } = options;
  const end = periodEnd(options, now);
  const next = { currency, amount: sum(priced.filter(({ count }) => count > 0)), at: end };
  if (!period) return { currency, amount: full, ...(options.periodEnd && { nextCharge: next }) };
  return {
    currency,
    amount: Math.round(full * shareLeft(Date.parse(end), period, now)),
    proratedUntil: end,
    nextCharge: { ...next, every: period },
  };
}

function priceOf({ pool, size }: Charge, prices: Prices = {}): Money | undefined {
  const price = prices[pool];
  if (!price || isMoney(price)) return price;
  return size === undefined ? undefined : price[size];
}

function isMoney(price: NonNullable<Prices>[string]): price is Money {
  return typeof price.currency === 'string';
}

/** When the billing period ends: as the options say, or with the month. */
export function periodEnd({ periodEnd: given }: Pick<MemoryOptions, 'periodEnd'>, now: number) {
  const date = new Date(now);
  return given ?? iso(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1));
}

/** How much of the period is still to come, from 0 to 1. */
function shareLeft(end: number, period: 'month' | 'year', now: number): number {
  const start = new Date(end);
  if (period === 'year') start.setUTCFullYear(start.getUTCFullYear() - 1);
  else start.setUTCMonth(start.getUTCMonth() - 1);
  return Math.min(1, Math.max(0, (end - now) / (end - Number(start))));
}
