import type { CsvFile } from '../../../src/state/csv/index.ts';

/** A file with these bytes. */
export function fileOf(bytes: Uint8Array): CsvFile {
  return new Blob([bytes.slice().buffer]);
}

/** A file with this text in UTF-8. */
export function textFile(text: string): CsvFile {
  return fileOf(new TextEncoder().encode(text));
}

/** A text in UTF-16. */
export function utf16(text: string, isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let n = 0; n < text.length; n++) view.setUint16(n * 2, text.charCodeAt(n), isLittle);
  return bytes;
}

/** A text of letters that Latin 1 has, one byte each. */
export function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}
