/** How the bytes of a file spell its text. */
export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
  readonly text: string;
  readonly encoding: CsvEncoding;
}

/** Bytes that are looked at to tell UTF-16 without a mark. */
const LOOKED_AT = 2048;

/**
 * The text of a file. By its byte order mark, else by its zero bytes (UTF-16), else UTF-8 where it is valid, else
 * Windows-1252, which is what older versions of Excel write in western Europe.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = markOf(bytes) ?? withoutMark(bytes);
  if (encoding) return { text: new TextDecoder(encoding).decode(bytes), encoding };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

function markOf([first, second, third]: Uint8Array): CsvEncoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/** Separators and line breaks are ASCII, so every other byte of them is zero in UTF-16. */
function withoutMark(bytes: Uint8Array): CsvEncoding | undefined {
  const looked = bytes.subarray(0, LOOKED_AT);
  const zeros: [even: number, odd: number] = [0, 0];
  looked.forEach((byte, n) => {
    if (byte === 0) zeros[(n % 2) as 0 | 1]++;
  });
  const [even, odd] = zeros;
  // A stray zero is no sign of it; in a text of mostly ASCII nearly half of all bytes are.
  if (Math.max(even, odd) < looked.length / 8) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}
