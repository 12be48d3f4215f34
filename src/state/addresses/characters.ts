// Characters as keyboards, mail programs and spreadsheets of the world write them. Sources: Unicode 16 general
// categories; the full-width forms are at a fixed distance from ASCII.

/** What divides addresses on one line. */
const SEPARATORS = new Set(',;\t\uff0c\uff1b\u3001\uff64\ufe50\ufe51\ufe54\u060c\u061b');
const SPACES = /\s/;
/** Line feed, vertical tab, form feed, carriage return, next line, line and paragraph separator. */
const LINE_BREAKS = new Set('\n\v\f\r\u0085\u2028\u2029');
/** Zero-width, joining, bidirectional and variation marks: they show nothing. */
const INVISIBLE =
  /[\u034f\ufe00-\ufe0f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
/** Those of them that no name needs. Joiners shape letters in Persian and in many Indic names. */
const USELESS = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const INVISIBLE_ONE = new RegExp(INVISIBLE.source);

export function isSeparator(char: string | undefined): boolean {
  return char !== undefined && SEPARATORS.has(char);
}

export function isLineBreak(char: string | undefined): boolean {
  return char !== undefined && LINE_BREAKS.has(char);
}

export function isSpace(char: string | undefined): boolean {
  return char !== undefined && SPACES.test(char);
}

/** White space, and what takes no room at all. */
export function isBlank(char: string | undefined): boolean {
  return char !== undefined && (SPACES.test(char) || INVISIBLE_ONE.test(char));
}

/** Marks that stand for an at sign. */
export function isAt(char: string | undefined): boolean {
  return char === '@' || char === '\uff20' || char === '\ufe6b';
}

/** The text of an address with plain characters: no invisible ones, full-width ones as ASCII, straight quotes. */
export function plainAddress(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(INVISIBLE, '')
      .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
      .replace(/\ufe6b/g, '@')
      // Full stops of Chinese and Japanese, which IDNA reads as dots.
      .replace(/[\u3002\uff61]/g, '.')
      .replace(/[\u201c-\u201f\u00ab\u00bb]/g, '"')
      .replace(/[\u2018-\u201b]/g, "'")
  );
}

/** The text of a name: single spaces, no marks that say nothing. */
export function plainName(text: string): string {
  return text.normalize('NFC').replace(USELESS, '').replace(/\s+/g, ' ').trim();
}
