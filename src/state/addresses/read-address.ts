import { plainAddress } from './characters.ts';

/**
 * Longer than any address with all that is put around it. A bound keeps a word of a million full stops linear; what is longer
 * is too long in any case.
 */
const LONGEST = 1000;

const OPENING = /^[\s<([{'`*\u2022\-:=>]+/;
const CLOSING = /[\s>)\]}"'`*.,;:!?\u2026]+$/;
/** `SMTP:` is what directories export. */
const LABEL = /^(?:mailto|smtp|e?-?mail|from|to|cc|bcc):/i;
const QUOTED_LOCAL = /^"(?:[^"\\]|\\.)*"@/s;

/**
 * The address in a word or between brackets, without what people and programs put around it: `mailto:`, brackets, quotes,
 * punctuation, comments, invisible characters. Says nothing about whether it is one.
 */
export function readAddress(raw: string): string {
  let text = plainAddress(raw).trim();
  if (text.length > LONGEST) return text;
  const link = /^[<([\s]*mailto:/i.exec(text);
  if (link) text = fromLink(text.slice(link[0].length));
  // What is round the outside may hide more of the same.
  for (let before = ''; before !== text;) [before, text] = [text, stripped(text)];
  return text;
}

function stripped(address: string): string {
  let text = address;
  if (!QUOTED_LOCAL.test(text)) {
    text = text.replace(OPENING, '').replace(LABEL, '');
    // A quote on one side only, or round the whole, is no part of it.
    if (!QUOTED_LOCAL.test(text)) text = text.replace(/^"+/, '').replace(/\([^()]*\)/g, '');
  }
  // The bracket of `ana@[127.0.0.1]` belongs to it.
  if (!/@\[[^\]]*\]$/.test(text)) text = text.replace(CLOSING, '');
  return text.replace(/\s*@\s*/g, '@').trim();
}

/** RFC 6068: percent-encoded, and a subject or a body may follow. */
function fromLink(link: string): string {
  const address = link.split(/\?(?:[a-z-]+=|$)/i, 1)[0] as string;
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
