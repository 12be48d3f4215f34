import { emailKey } from '../../domain/index.ts';
import { isAt, isSeparator } from './characters.ts';
import {
  isCapitalName,
  isMark,
  isName,
  names,
  namesIn,
  splitName,
  trimmedName,
  type Names,
} from './names.ts';
import { readAddress } from './read-address.ts';
import { scanLine, type Piece, type Token } from './scan-line.ts';
import { isJoining, isLabel, isStatus } from './words.ts';

/** Part of a text that names someone. */
export interface Mailbox {
  readonly start: number;
  readonly end: number;
  /** What was read as their address; empty where nothing was. */
  readonly email: string;
  readonly names: Names;
}

/** A mailbox with the tokens before its address, until it is known what they are. */
interface Unit {
  readonly before: readonly Token[];
  readonly address: Token | undefined;
  readonly end: number;
  readonly comment?: string;
}

/** Who is named on one line, or on a part of it, in order. What is left out is space and marks. */
export function* mailboxes(text: string, from: number, to: number): Generator<Mailbox> {
  let held: Unit | undefined;
  for (const piece of scanLine(text, from, to)) {
    const units = unitsOf(piece.tokens, text);
    const [first] = units;
    if (held) {
      const both = first && lastAndFirst(held, first, text);
      if (both) units.shift();
      yield both ?? mailboxOf(held, text);
    }
    held = mayBeLastName(units, piece, text) ? units.pop() : undefined;
    for (const unit of units) yield mailboxOf(unit, text);
  }
  if (held) yield mailboxOf(held, text);
}

/** Outlook: `Silva, Ana <ana@example.com>`. The comma looks like a separator. */
function lastAndFirst(last: Unit, first: Unit, text: string): Mailbox | undefined {
  const { address, before, end } = first;
  const words = nameTokens(before);
  if (!address || words.length === 0 || words.some(({ kind }) => kind === 'quoted'))
    return undefined;
  if (words.length < before.filter(({ value }) => !isMark(value)).length) return undefined;
  const lastWords = nameTokens(last.before);
  // Without brackets only the capital says that it is a name.
  if (address.kind !== 'angle' && !isCapitalName(said(lastWords))) return undefined;
  const firstName = said(words.filter(({ kind }) => kind !== 'comment'));
  return {
    start: startOf(last, text),
    end,
    email: readAddress(address.value),
    names: names(trimmedName(firstName), trimmedName(said(lastWords))),
  };
}

function mayBeLastName(units: readonly Unit[], { separator }: Piece, text: string): boolean {
  const [unit] = units;
  if (units.length !== 1 || !unit || unit.address || !isComma(separator)) return false;
  const words = nameTokens(unit.before);
  return (
    words.length > 0 && words.every(({ kind }) => kind === 'word') && isName(said(words)) &&
    text[unit.end - 1] !== ':'
  ); // prettier-ignore
}

function isComma(separator: string | undefined): boolean {
  return isSeparator(separator) && !';\t\uff1b\u061b\ufe54'.includes(separator as string);
}

/** Divides the tokens between two separators: which words belong to which address. */
function unitsOf(given: readonly Token[], text: string): Unit[] {
  const units: Unit[] = [];
  const tokens = joinAts(given, text);
  let before: Token[] = [];
  const end = (): number => before.at(-1)?.end ?? 0;
  const flush = (): void => {
    while (before.length > 0 && isMarkIn(before.at(-1) as Token, text)) before.pop();
    if (before.length > 0) units.push({ before, address: undefined, end: end() });
    before = [];
  };
  tokens.forEach((token, n) => {
    if (isMarkIn(token, text)) {
      if (before.length > 0) before.push(token);
    } else if (!isAddress(token) || isSaidAgain(token, tokens[n + 1])) before.push(token);
    else {
      if (token.kind !== 'angle' && !belongs(before)) flush();
      units.push({ before, address: token, end: token.end });
      before = [];
    }
  });
  const last = units.pop();
  if (last) units.push(extend(last, before, text) ?? last);
  if (last && units.at(-1) !== last) before = [];
  flush();
  return units;
}

/** What follows an address and says something of it, as in `ana@example.com (Ana Silva)` or `<…> Organizer`. */
function extend(unit: Unit, after: readonly Token[], text: string): Unit | undefined {
  const words = after.filter((token) => !isMarkIn(token, text));
  const end = words.at(-1)?.end;
  if (end === undefined) return undefined;
  const comments = words.filter(({ kind }) => kind === 'comment');
  const rest = words.filter(({ kind }) => kind !== 'comment');
  if (rest.length > 0 && !isStatus(said(rest))) return undefined;
  const [comment] = comments.filter(({ value }) => !isStatus(value) && isName(value));
  return { ...unit, end, ...(comment && { comment: comment.value }) };
}

/** `ana @ example.com`, `ana@ example.com`: spaces round the at sign. */
function joinAts(tokens: readonly Token[], text: string): readonly Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    const isOne =
      last?.kind === 'word' && token.kind === 'word' &&
      (isAt(last.value.at(-1)) ? !hasAt(token.value) : isAt(token.value[0]) && !hasAt(last.value)); // prettier-ignore
    if (!isOne) joined.push(token);
    else {
      const value = text.slice(last.start, token.end);
      joined.splice(-1, 1, { kind: 'word', start: last.start, end: token.end, value });
    }
  }
  return joined;
}

function isAddress({ kind, value }: Token): boolean {
  if (kind === 'angle') return true;
  if (kind === 'comment' || !hasAt(value)) return false;
  return kind === 'word' || /^[^\s@]+@[^\s@]+$/.test(readAddress(value));
}

/** `ana@example.com <ana@example.com>`: the first is there in place of a name. */
function isSaidAgain(token: Token, next: Token | undefined): boolean {
  if (next?.kind !== 'angle') return false;
  if (token.kind === 'quoted') return true;
  return emailKey(readAddress(token.value)) === emailKey(readAddress(next.value));
}

/** Whether words before an address that has no brackets are its name or a label, rather than something else. */
function belongs(before: readonly Token[]): boolean {
  const words = nameTokens(before);
  if (words.length === 0) return true;
  return words.every(({ kind }) => kind === 'quoted') || isCapitalName(said(words));
}

/** The words after labels, numbers and "and". */
function nameTokens(tokens: readonly Token[]): readonly Token[] {
  let from = 0;
  tokens.forEach(({ kind, value }, n) => {
    const isColon = kind === 'word' && /^[:\uff1a]$/.test(value);
    if (kind === 'word' && (isLabel(value) || isColon)) from = n + 1;
  });
  while (tokens[from]?.kind === 'word' && isJoining((tokens[from] as Token).value)) from++;
  return tokens.slice(from).filter(({ value, kind }) => kind !== 'word' || !isMark(value));
}

function mailboxOf(unit: Unit, text: string): Mailbox {
  const { address, before, comment, end } = unit;
  const start = startOf(unit, text);
  if (!address) return { start, end, email: '', names: {} };
  const named = namesIn(isRound(address, text) ? capitals(before) : nameTokens(before));
  const isNamed = named.firstName !== undefined || named.lastName !== undefined;
  return {
    start,
    end,
    email: readAddress(address.value),
    names: !isNamed && comment !== undefined ? splitName(comment) : named,
  };
}

/** `Please invite Ana (ana@example.com)`: round brackets stand in sentences. */
function isRound({ kind, start }: Token, text: string): boolean {
  return kind === 'angle' && '(\uff08'.includes(text[start] as string);
}

/** The words at the end that begin with a capital. */
function capitals(before: readonly Token[]): readonly Token[] {
  const words = nameTokens(before);
  const other = words.findLastIndex(
    ({ kind, value }) => kind === 'word' && !isCapitalName(trimmedName(value)),
  );
  return words.slice(other + 1);
}

function startOf({ before, address }: Unit, text: string): number {
  const first = before.find((token) => !isMarkIn(token, text)) ?? address;
  return first?.start ?? 0;
}

function said(tokens: readonly Token[]): string {
  return tokens.map(({ value }) => value).join(' ');
}

function hasAt(text: string): boolean {
  return /[@\uff20\ufe6b]/.test(text);
}

/** Empty brackets are an address that is missing. */
function isMarkIn({ kind, start, end }: Token, text: string): boolean {
  return kind !== 'angle' && isMark(text.slice(start, end));
}
