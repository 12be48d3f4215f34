import { saveFile } from '../../../controllers/save-file.ts';
import { actionName } from '../../../i18n/index.ts';
import { writeCsv, type CsvColumn } from '../../../state/csv/write-csv.ts';
import type { BulkReportRow, BulkRun } from '../../../state/index.ts';
import type { TableContext } from '../table-context.ts';
import { sayRow, sayStatus } from './bulk-words.ts';

/** Saves what became of everyone as a CSV file. */
export function saveReport(run: BulkRun, table: TableContext): void {
  const { t } = table;
  const columns: readonly CsvColumn<BulkReportRow>[] = [
    { id: 'name', header: t('field.name'), csv: ({ person }) => person.name },
    { id: 'email', header: t('field.email'), csv: ({ person }) => person.email },
    { id: 'action', header: t('bulk.action'), csv: ({ action }) => actionName(t, action) },
    { id: 'status', header: t('bulk.outcome'), csv: ({ status }) => sayStatus(t, status) },
    { id: 'reason', header: t('bulk.reason'), csv: (row) => sayRow(row, table) },
  ];
  const day = new Date(table.now).toISOString().slice(0, 10);
  saveFile(`${t('bulk.file')}-${day}.csv`, writeCsv(columns, run.report()));
}
