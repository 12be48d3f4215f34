// Building an Intl formatter costs far more than using one. The bound keeps a page that mixes many
// languages or zones from growing for ever; the oldest goes first.
const LIMIT = 64;
const cache = new Map<string, unknown>();

function cached<T>(kind: string, locale: string, options: object, build: () => T): T {
  const key = kind + locale + JSON.stringify(options);
  let formatter = cache.get(key) as T | undefined;
  if (!formatter) {
    if (cache.size >= LIMIT) cache.delete(cache.keys().next().value as string);
    cache.set(key, (formatter = build()));
  }
  return formatter;
}

/** A number as the locale writes it. */
export function formatNumber(
  locale: string,
  value: number,
  options: Intl.NumberFormatOptions = {},
): string {
  return cached('number', locale, options, () => new Intl.NumberFormat(locale, options)).format(
    value,
  );
}

/** `a, b and c`, or with `disjunction` `a, b or c`. */
export function formatList(
  locale: string,
  items: readonly string[],
  type: Intl.ListFormatType = 'conjunction',
): string {
  return cached('list', locale, { type }, () => new Intl.ListFormat(locale, { type })).format(
    items,
  );
}

/** The plural category of a number. */
export function pluralCategory(locale: string, value: number): Intl.LDMLPluralRule {
  return cached('plural', locale, {}, () => new Intl.PluralRules(locale)).select(value);
}

/** A point in time; what is no date is given back as it came, since it is a server's text. */
export function formatDate(
  locale: string,
  value: Date | string | number,
  options: Intl.DateTimeFormatOptions = { dateStyle: 'medium' },
): string {
  const date = new Date(value);
  if (Number.isNaN(date.valueOf())) return String(value);
  return cached('date', locale, options, () => new Intl.DateTimeFormat(locale, options)).format(
    date,
  );
}

/** How far from now: `in 30 seconds`, `yesterday`, `3 months ago`. Days are those of the calendar. */
export function formatRelative(
  locale: string,
  value: Date | string | number,
  now: Date | string | number = Date.now(),
): string {
  const then = new Date(value);
  const from = new Date(now);
  if (Number.isNaN(then.valueOf()) || Number.isNaN(from.valueOf())) return String(value);
  const [amount, unit] = distance(then, from);
  // "yesterday" is true of a calendar day; "last month" of 45 days ago would not be.
  const options = { numeric: unit === 'day' || amount === 0 ? 'auto' : 'always' } as const;
  const build = () => new Intl.RelativeTimeFormat(locale, options);
  return cached('relative', locale, options, build).format(amount, unit);
}

function distance(then: Date, now: Date): [number, Intl.RelativeTimeFormatUnit] {
  const seconds = Math.round((then.valueOf() - now.valueOf()) / 1000);
  const size = Math.abs(seconds);
  if (size < 60) return [seconds, 'second'];
  if (size < 3600) return [Math.trunc(seconds / 60), 'minute'];
  if (size < 86_400) return [Math.trunc(seconds / 3600), 'hour'];
  const days = dayNumber(then) - dayNumber(now);
  if (Math.abs(days) <= 31) return [days, 'day'];
  if (Math.abs(days) < 365) return [Math.trunc(days / 30.4), 'month'];
  return [Math.trunc(days / 365), 'year'];
}

/** Counts local days, so that a day with a change of clocks is one day all the same. */
function dayNumber(date: Date): number {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000;
}
