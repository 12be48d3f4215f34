import { html, nothing, type TemplateResult } from 'lit';
import { fieldName, poolName, type Translator } from '../../../i18n/index.ts';
import { IMPORT_FIELDS, type ImportField, type ImportMapping } from '../../../state/index.ts';
import type { TableContext } from '../table-context.ts';
import type { ImportJob } from './import-job.ts';
import { sayRow, standingOf, type RowStanding } from './import-words.ts';

/** Rows with something wrong that are named; the report has them all. */
const NAMED = 100;

const ORDER: readonly RowStanding[] = [
  'add', 'update', 'done', 'unchanged', 'failed', 'uncertain', 'error',
]; // prettier-ignore

/** How many rows stand how. */
export function counts(job: ImportJob, t: Translator): TemplateResult {
  const numbers = new Map<RowStanding, number>();
  for (const row of job.rows) {
    const standing = standingOf(row, job);
    numbers.set(standing, (numbers.get(standing) ?? 0) + 1);
  }
  return html`<ul class="counts" part="csv-counts">
    ${ORDER.flatMap((standing) => {
      const count = numbers.get(standing);
      return count === undefined
        ? []
        : html`<li class="is-${standing}"><b>${t.number(count)}</b> ${t(`csv.is.${standing}`)}</li> `;
    })}
  </ul>`;
}

/** How the file was understood, what it needs, and which column says what. */
export function understood(
  job: ImportJob,
  { t }: TableContext,
  change: (mapping: ImportMapping) => void,
): TemplateResult {
  const { encoding, delimiter, doubled, rows } = job.table;
  const name = { ',': 'csv.comma', ';': 'csv.semicolon', '\t': 'csv.tab', '|': 'csv.bar' } as const;
  return html`<p class="quiet">${t('csv.understood', { count: rows.length, encoding: encoding.toUpperCase(), delimiter: t(name[delimiter]) })}</p>
    ${doubled.length > 0 ? html`<p class="quiet">${t('csv.doubled', { columns: t.list(doubled) })}</p>` : nothing}
    ${job.seats.map(({ pool, needed, free }) => html`<p class=${needed > free ? 'short' : 'quiet'}>${t('csv.seats', { pool: poolName(t, pool), needed, free })}</p>`)}
    <details class="mapping" ?open=${job.mapping.email === undefined}>
      <summary>${t('csv.mapping')}</summary>
      ${IMPORT_FIELDS.map((field) => choice(field, job, t, change))}
    </details>`;
}

function choice(
  field: ImportField,
  { table, mapping }: ImportJob,
  t: Translator,
  change: (mapping: ImportMapping) => void,
): TemplateResult {
  const pick = (event: Event): void => {
    const { [field]: _, ...others } = mapping;
    const { value } = event.currentTarget as HTMLSelectElement;
    change(value === '' ? others : { ...others, [field]: Number(value) });
  };
  return html`<label class="line">
    <span>${fieldName(t, field === 'addons' ? 'addon' : field)}</span>
    <select class="select boxed" data-field=${field} @change=${pick}>
      <option value="" ?selected=${mapping[field] === undefined}>${t('csv.noColumn')}</option>
      ${table.headers.map((header, at) => html`<option value=${at} ?selected=${mapping[field] === at}>${header || t('csv.columnNumber', { number: at + 1 })}</option>`)}
    </select>
  </label>`;
}

/** The rows that are not done or will not be, each with its number and why. */
export function mistakes(job: ImportJob, table: TableContext): TemplateResult | typeof nothing {
  const { t } = table;
  const wrong = job.rows.filter((row) => ['error', 'failed', 'uncertain'].includes(standingOf(row, job))); // prettier-ignore
  if (wrong.length === 0) return nothing;
  return html`<div class="mistakes" role="group" tabindex="0" aria-label=${t('csv.mistakes')}>
    <ul>
      ${wrong.slice(0, NAMED).map((row) => html`<li><b>${t('csv.rowNumber', { row: row.row })}</b> <span dir="auto">${row.email}</span> <span class="why">${sayRow(row, job, table)}</span></li>`)}
    </ul>
    ${wrong.length > NAMED ? html`<p class="quiet">${t('csv.more', { count: wrong.length - NAMED })}</p>` : nothing}
  </div>`;
}
