import { saveFile } from '../../../controllers/save-file.ts';
import { writeCsv } from '../../../state/csv/write-csv.ts';
import type { TableContext } from '../table-context.ts';
import type { ImportJob } from './import-job.ts';
import { sayRow, standingOf } from './import-words.ts';

/** Saves what became of every row as a CSV file. */
export function saveImportReport(job: ImportJob, table: TableContext): void {
  const { t } = table;
  const text = writeCsv(
    [
      { id: 'row', header: t('csv.row'), csv: ({ row }) => String(row) },
      { id: 'email', header: t('field.email'), csv: ({ email }) => email },
      { id: 'status', header: t('csv.outcome'), csv: (row) => t(`csv.is.${standingOf(row, job)}`) },
      { id: 'reason', header: t('csv.reason'), csv: (row) => sayRow(row, job, table) },
    ],
    job.rows,
  );
  const day = new Date(table.scope.now()).toISOString().slice(0, 10);
  saveFile(`${t('csv.reportFile')}-${day}.csv`, text);
}
