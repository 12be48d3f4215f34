/** Letters that have no decomposition, as people type them without a special keyboard. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ς: 'σ', '’': "'",
}; // prettier-ignore
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/** Text as a search compares it: accents and case are gone. Equal for `Élodie` and `elodie`. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Most text is ASCII, and normalising a hundred thousand names is what a first search would wait for.
  if (!/[^\0-\x7f]/.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter);
}
