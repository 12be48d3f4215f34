/** A text as part of a path. Half a character (a lone surrogate) becomes U+FFFD, as in anything sent as UTF-8. */
export function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
}

/** Visible ASCII without the quotation mark, which ends an entity tag, and the percent sign, which begins a code. */
const UNSAFE = /[^\x21\x23\x24\x26-\x7e]+/g;

/** A text as a header may hold it: what is not visible ASCII is percent-encoded. Ids mostly stay as they are. */
export function headerText(text: string): string {
  return text.replace(UNSAFE, encoded);
}
