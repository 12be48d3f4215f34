/** What may divide cells, the likeliest first. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Lines that are looked at to find the delimiter. */
const LOOKED_AT = 30;

/** The delimiter that divides most lines into as many cells as the first; a comma where there is none. */
export function delimiterOf(text: string): Delimiter {
  const lines = countsPerLine(text);
  const scores = DELIMITERS.map((delimiter, n) => {
    const wanted = lines[0]?.[n] ?? 0;
    const agreeing = lines.filter((counts) => counts[n] === wanted).length;
    return {
      delimiter,
      score: wanted === 0 ? 0 : agreeing / lines.length + Math.min(wanted, 99) / 1000,
    };
  });
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

/** How often each delimiter stands outside quotes, line by line. */
function countsPerLine(text: string): readonly (readonly number[])[] {
  const lines: number[][] = [];
  let counts = DELIMITERS.map(() => 0);
  let hasText = false;
  for (const [, char] of outsideQuotes(text, DELIMITERS.join(''))) {
    if (char !== '\n' && char !== '\r') {
      hasText = true;
      const which = (DELIMITERS as readonly string[]).indexOf(char);
      if (which >= 0) counts[which] = (counts[which] as number) + 1;
      continue;
    }
    if (hasText) lines.push(counts);
    if (lines.length === LOOKED_AT) return lines;
    counts = DELIMITERS.map(() => 0);
    hasText = false;
  }
  return hasText ? [...lines, counts] : lines;
}

/** The text with one kind of line break between its rows. Those inside quotes are part of the values and stay. */
export function withPlainBreaks(text: string, delimiter: Delimiter): string {
  if (!text.includes('\r')) return text;
  const parts: string[] = [];
  let from = 0;
  for (const [at, char] of outsideQuotes(text, delimiter)) {
    if (char !== '\r') continue;
    parts.push(text.slice(from, at), '\n');
    from = text[at + 1] === '\n' ? at + 2 : at + 1;
  }
  return parts.join('') + text.slice(from);
}

/** The characters that are not inside quotes. A quote opens at the start of a cell only, and a doubled one is part of it. */
function* outsideQuotes(text: string, delimiters: string): Generator<readonly [number, string]> {
  const ends = `\n\r${delimiters}`;
  let isStart = true;
  let at = 0;
  while (at < text.length) {
    const char = text[at] as string;
    if (char === '"' && isStart) at = endOfQuote(text, at);
    else yield [at++, char];
    isStart = char !== '"' && ends.includes(char);
  }
}

/** Where the quoted part that begins here ends; the end of the text where it is not closed. */
function endOfQuote(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return text.length;
    if (text[quote + 1] !== '"') return quote + 1;
    at = quote + 2;
  }
}
