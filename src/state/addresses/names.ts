import { plainName } from './characters.ts';
import type { Token } from './scan-line.ts';

/** A name as the backend takes it. */
export interface Names {
  readonly firstName?: string;
  readonly lastName?: string;
}

/** Longer is no name, but text that happens to stand there. */
const LONGEST = 200;
const AROUND =
  /^[\s"'\u2018-\u201f\u00ab\u00bb()[\]{}<>*\u2022\u00b7|:;,\u2013-]+|[\s"'\u2018-\u201f\u00ab\u00bb()[\]{}<>*\u2022\u00b7|:;,\u2013-]+$/gu;
const NAME_WORD = /^[\u200c\u200d\p{L}\p{M}'\u2019.\u00b7-]+$/u;
const BEGINS_LIKE_NAME = /^\p{P}*[\p{Lu}\p{Lt}\p{Lo}]/u;
/** Words of a name; more is a sentence. */
const MOST_WORDS = 6;

/** A mark that stands alone, as a bullet does: it belongs to nobody. The at sign is not one. */
export function isMark(text: string): boolean {
  return /^(?:(?![@\uff20\ufe6b])[\p{P}|<>+=~^`\u25a0-\u25ff\u2600-\u2604\u2713-\u2718])*$/u.test(
    text,
  );
}

/** Whether words read like a name, each of letters only. */
export function isName(text: string): boolean {
  if (text.length > LONGEST) return false;
  const words = plainName(text).split(' ');
  return (
    words.length <= MOST_WORDS && words.every((word) => NAME_WORD.test(word)) && /\p{L}/u.test(text)
  );
}

/** Whether it reads like a name that nothing but its capital tells from other words. */
export function isCapitalName(text: string): boolean {
  return isName(text) && BEGINS_LIKE_NAME.test(plainName(text));
}

/** First and last name in the words before an address. Comments are no part of it. */
export function namesIn(tokens: readonly Token[]): Names {
  const words = tokens.filter(({ kind, value }) => kind !== 'comment' && !isMark(value));
  const [only] = words;
  // In quotes every mark is meant, but for the second pair that some programs add.
  if (words.length === 1 && only?.kind === 'quoted') return splitName(bare(only.value));
  return splitName(trimmedName(words.map(({ value }) => value).join(' ')));
}

/** `Silva, Ana` and `Ana Silva`: what stands before a comma is the last name, else all but the first word is. */
export function splitName(text: string): Names {
  if (text.length > LONGEST) return {};
  const comma = text.indexOf(',');
  if (comma >= 0) return names(text.slice(comma + 1), text.slice(0, comma));
  const name = plainName(text);
  const space = name.indexOf(' ');
  return space < 0 ? names(name, '') : names(name.slice(0, space), name.slice(space + 1));
}

/** The two as they are, without what is none. */
export function names(first: string, last: string): Names {
  let [firstName, lastName] = [part(first), part(last)];
  const all = firstName + lastName;
  // Mail programs put the address in place of a name that they do not know.
  if (/[@\uff20\ufe6b]/.test(all) || all.length > LONGEST) return {};
  // One pair of quotes round both.
  if (lastName.startsWith("'") && firstName.endsWith("'"))
    [firstName, lastName] = [part(firstName.slice(0, -1)), part(lastName.slice(1))];
  return { ...(firstName && { firstName }), ...(lastName && { lastName }) };
}

/** A name without the marks around it. */
export function trimmedName(text: string): string {
  return text.length > LONGEST ? '' : plainName(plainName(text).replace(AROUND, ''));
}

/** A part of a name, without quotes round it and without a quote that has no other. */
function part(text: string): string {
  const name = bare(plainName(text));
  return name.split('"').length % 2 === 1 ? name : plainName(name.replaceAll('"', ''));
}

function bare(text: string): string {
  const inner = /^\s*(?:"([^"]*)"|'([^']*)')\s*$/.exec(text);
  return inner ? bare(inner[1] ?? inner[2] ?? '') : text;
}
