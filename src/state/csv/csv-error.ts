/** Why a file cannot be read. */
export type CsvFault =
  /** Larger than `max` MB. */
  | 'too-large'
  /** More than `max` rows. */
  | 'too-many-rows'
  /** It is no text: a workbook (`.xlsx`), a picture. */
  | 'not-text'
  /** Nothing in it, or a heading alone. */
  | 'empty'
  /** The system could not give its content. */
  | 'unreadable';

/** What `readCsv` rejects with. */
export class CsvError extends Error {
  override readonly name = 'CsvError';
  readonly code: CsvFault;
  readonly max: number | undefined;

  constructor(code: CsvFault, max?: number, options?: ErrorOptions) {
    super(`The file cannot be read: ${code}`, options);
    this.code = code;
    this.max = max;
  }
}
