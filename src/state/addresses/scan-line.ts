import { isAt, isBlank, isSeparator, isSpace } from './characters.ts';

/** `word`: a run without spaces. `angle`: `<…>`, or `(…)` round an address. `comment`: any other `(…)`. */
export type TokenKind = 'word' | 'quoted' | 'angle' | 'comment';

/** A part of a line; `start` and `end` count from the beginning of the whole text. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** What it says: a quote without its marks, an angle without its brackets. */
  readonly value: string;
}

/** What stands between two separators. */
export interface Piece {
  readonly tokens: readonly Token[];
  /** What ended it; nothing at the end of the line. */
  readonly separator: string | undefined;
}

/**
 * Longest quote, comment or angle in characters. A bound keeps a line of a million opening brackets linear; what is
 * longer is read as words.
 */
const LONGEST_GROUP = 400;

/** Most comments within each other, for the same reason. */
const DEEPEST = 8;

const CLOSES: Readonly<Record<string, string>> = {
  '"': '"\u201d\u201c\u201f',
  '\u201c': '"\u201d\u201c\u201f',
  '\u201d': '"\u201d\u201c\u201f',
  '\u201e': '"\u201d\u201c\u201f',
  '\u201f': '"\u201d\u201c\u201f',
  '\u00ab': '\u00bb',
  '\u00bb': '\u00ab',
  "'": "'\u2019",
  '\u2018': "'\u2019",
  '<': '>',
  '\uff1c': '\uff1e',
  '\u3008': '\u3009',
  '\u2039': '\u203a',
  '(': ')',
  '\uff08': '\uff09',
};
const SINGLE = "'\u2018";
const ROUND = '(\uff08';
const ANGLE = '<\uff1c\u3008\u2039';

/** Divides a line (`from` to `to` of a text) into what its separators divide, and each of these into tokens. */
export function scanLine(text: string, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let tokens: Token[] = [];
  let at = from;
  while (at < to) {
    const char = text[at];
    if (isSeparator(char)) {
      pieces.push({ tokens, separator: char });
      tokens = [];
      at++;
    } else if (isBlank(char)) at++;
    else {
      const token = tokenAt(text, at, to);
      tokens.push(token);
      at = token.end;
    }
  }
  pieces.push({ tokens, separator: undefined });
  return pieces;
}

function tokenAt(text: string, start: number, to: number): Token {
  const group = groupAt(text, start, to);
  // `"Ana Silva"@example.com`: the quote is the local part.
  if (group && !(group.kind === 'quoted' && isAt(text[group.end]))) return group;
  let at = group?.end ?? start + 1;
  while (at < to) {
    const char = text[at] as string;
    if (isSeparator(char) || isSpace(char)) break;
    const inner = ROUND.includes(char) || ANGLE.includes(char) ? groupAt(text, at, to) : undefined;
    if (inner && !isInside(text, inner)) break;
    at = inner?.end ?? at + 1;
  }
  return { kind: 'word', start, end: at, value: text.slice(start, at) };
}

/** RFC 5322: a comment may stand beside the at sign or a dot of an address, as in `ana(work)@example.com`. */
function isInside(text: string, { kind, start, end }: Token): boolean {
  const before = text[start - 1];
  return kind === 'comment' && (isAt(before) || before === '.' || isAt(text[end]));
}

/** The quote, angle or comment that begins here, if one does and ends on this line. */
function groupAt(text: string, start: number, to: number): Token | undefined {
  const open = text[start] as string;
  const closes = CLOSES[open];
  if (closes === undefined) return undefined;
  const limit = Math.min(to, start + LONGEST_GROUP);
  if (ROUND.includes(open)) return roundAt(text, start, limit);
  if (ANGLE.includes(open)) return angleAt(text, start, limit, closes);
  for (let at = start + 1; at < limit; at++) {
    const char = text[at] as string;
    if (char === '\\') at++;
    else if (closes.includes(char) && (!SINGLE.includes(open) || endsWord(text, at + 1, to))) {
      const value = text.slice(start + 1, at).replace(/\\(.)/gs, '$1');
      return { kind: 'quoted', start, end: at + 1, value };
    }
  }
  return undefined;
}

/** A single quote is an apostrophe where letters follow. */
function endsWord(text: string, at: number, to: number): boolean {
  const char = text[at];
  return at >= to || isSeparator(char) || isBlank(char) || ANGLE.includes(char as string);
}

function angleAt(text: string, start: number, limit: number, close: string): Token | undefined {
  for (let at = start + 1; at < limit; at++) {
    const char = text[at] as string;
    if (char === '"') {
      const quote = groupAt(text, at, limit);
      if (quote) at = quote.end - 1;
    } else if (char === close) {
      return { kind: 'angle', start, end: at + 1, value: text.slice(start + 1, at) };
      // `<a@b.c, d@e.f>` are two addresses in brackets.
    } else if (isSeparator(char) || ANGLE.includes(char)) return undefined;
  }
  return undefined;
}

function roundAt(text: string, start: number, limit: number): Token | undefined {
  let depth = 0;
  let ats = 0;
  for (let at = start; at < limit; at++) {
    const char = text[at] as string;
    if (char === '\\') at++;
    else if (ROUND.includes(char)) {
      if (++depth > DEEPEST) return undefined;
    } else if (isAt(char)) ats++;
    else if (char === ')' || char === '\uff09') {
      if (--depth > 0) continue;
      const value = text.slice(start + 1, at);
      const token = { start, end: at + 1, value };
      if (ats === 0) return { kind: 'comment', ...token };
      // `Ana (ana@example.com)` is an address; `(see ana@example.com)` are words.
      return ats === 1 && !/[\s,;]/.test(value.trim()) ? { kind: 'angle', ...token } : undefined;
    }
  }
  return undefined;
}
