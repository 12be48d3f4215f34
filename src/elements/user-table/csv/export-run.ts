import { saveFile } from '../../../controllers/save-file.ts';
import type { PersonRecord } from '../../../domain/index.ts';
import { csvLines, type CsvColumn, type CsvOptions } from '../../../state/csv/write-csv.ts';
import type { AccountScope, SelectedPeople } from '../../../state/index.ts';

/** Lines written before the page gets its turn again. */
const LINES_AT_ONCE = 2_000;

export interface ExportRequest {
  readonly selected: SelectedPeople;
  readonly columns: readonly CsvColumn<PersonRecord>[];
  readonly options: CsvOptions;
  /** Name of the file. */
  readonly file: string;
  readonly signal: AbortSignal;
  /** How many people were read, and of how many if that is known. */
  readonly progress: (count: number, total: number | undefined) => void;
}

export interface ExportResult {
  readonly count: number;
  /** People who were selected and are no longer there. */
  readonly gone: number;
  /** The backend searched only this many people. */
  readonly scanned?: number;
}

/**
 * Reads everyone and hands them to the person as a file.
 *
 * @throws AdapterError if someone cannot be read; AbortError as soon as the signal aborts. Nothing is saved then.
 */
export async function runExport(
  scope: AccountScope,
  { selected, columns, options, file, signal, progress }: ExportRequest,
): Promise<ExportResult> {
  const { people, gone, partial } = await scope.readPeople(selected, { signal, progress });
  const parts: string[] = [];
  for (const line of csvLines(columns, people.values(), options)) {
    parts.push(line);
    if (parts.length % LINES_AT_ONCE === 0) await nextTask();
    signal.throwIfAborted();
  }
  saveFile(file, parts.join(''));
  return {
    count: people.size,
    gone: gone.length,
    ...(partial?.scanned !== undefined && { scanned: partial.scanned }),
  };
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
