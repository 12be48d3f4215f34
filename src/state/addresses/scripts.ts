import type { AddressOddity } from './entry.ts';

/** Scripts that have letters which pass for those of another. Every other script counts as one of its own. */
const SCRIPTS: readonly (readonly [name: string, letters: RegExp])[] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Cherokee', /\p{Script=Cherokee}/u],
  [
    'Han',
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}]/u,
  ],
  ['Thai', /\p{Script=Thai}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
];

/** Small letters of Cyrillic and Greek that are drawn like Latin ones (UTS 39, confusables). */
const LOOK_LATIN =
  /^[\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u051b\u051d\u04bb\u04cf\u03bf\u03bd\u03b1\u03c1\u03c5\u03b9\d-]+$/;

export interface Oddity {
  readonly reason: AddressOddity;
  /** The part that it is about. */
  readonly detail: string;
}

/**
 * What makes a valid address look like another one: several scripts in one part of it (UTS 39, "highly restrictive": Latin
 * goes together with those of Chinese, Japanese and Korean), or a part wholly in look-alikes under a Latin ending.
 */
export function oddityOf(email: string): Oddity | undefined {
  // By far the most are plain ASCII.
  if (/^[\0-\x7f]*$/.test(email)) return undefined;
  const at = email.lastIndexOf('@');
  const labels = email
    .slice(at + 1)
    .toLowerCase()
    .split('.');
  const parts = [...email.slice(0, at).split(/[.+_-]/), ...labels];
  const mixed = parts.find(isMixed);
  if (mixed !== undefined) return { reason: 'mixed-scripts', detail: mixed };
  const isLatinEnding = /^[a-z-]+$/.test(labels.at(-1) as string);
  const alike = isLatinEnding
    ? labels.find((label) => LOOK_LATIN.test(label) && /[^\d-]/.test(label))
    : undefined;
  return alike === undefined ? undefined : { reason: 'look-alike', detail: alike };
}

function isMixed(part: string): boolean {
  const found = SCRIPTS.filter(([, letters]) => letters.test(part)).map(([name]) => name);
  return (
    found.length > 2 || (found.length === 2 && !(found.includes('Latin') && found.includes('Han')))
  );
}
