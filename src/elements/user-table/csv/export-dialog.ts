import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../../adapter/problem.ts';
import { toProblem } from '../../../adapter/problem.ts';
import { sayProblem, type Translator } from '../../../i18n/index.ts';
import type { CsvOptions } from '../../../state/csv/write-csv.ts';
import { queryOf, type SelectedPeople } from '../../../state/index.ts';
import { reasonView } from '../../../views/reason.ts';
import type { TableContext } from '../table-context.ts';
import { csvDialog } from './csv-dialog.ts';
import { exportColumns } from './export-columns.ts';
import { runExport, type ExportResult } from './export-run.ts';

type Stage =
  | { readonly is: 'choosing' }
  | { readonly is: 'running'; readonly count: number; readonly total: number | undefined }
  | { readonly is: 'failed'; readonly problem: Problem }
  | { readonly is: 'done'; readonly result: ExportResult; readonly file: string };

type Delimiter = NonNullable<CsvOptions['delimiter']>;

const DELIMITERS = [
  [',', 'csv.comma'],
  [';', 'csv.semicolon'],
  ['\t', 'csv.tab'],
] as const;

export interface DialogHost {
  readonly update: () => void;
  readonly close: () => void;
  /** The table's own words for what a screen reader is told. */
  readonly say: (text: string) => void;
}

/** People to a file (ZM-5): who and how is chosen, everyone is read with progress, the file is saved. */
export class ExportDialog {
  readonly #host: DialogHost;
  #stage: Stage = { is: 'choosing' };
  #abort: AbortController | undefined;
  #delimiter: Delimiter;
  #bom = true;
  #onlySelected: boolean;

  constructor(host: DialogHost, { t, selection }: TableContext) {
    this.#host = host;
    // Where numbers have a decimal comma, spreadsheets expect a semicolon between cells.
    this.#delimiter = t.number(0.5).includes(',') ? ';' : ',';
    this.#onlySelected = selection?.isEmpty === false;
  }

  /** Gives up what is under way. */
  stop(): void {
    this.#abort?.abort();
  }

  render(table: TableContext): TemplateResult {
    const { t } = table;
    return csvDialog({ title: t('csv.export.title'), cancel: this.#host.close }, this.#body(table));
  }

  #body(table: TableContext): TemplateResult {
    const { t } = table;
    const stage = this.#stage;
    const close = html`<button type="button" class="button" ?data-autofocus=${stage.is === 'done'} @click=${this.#host.close}>${t('change.close')}</button>`;
    switch (stage.is) {
      case 'choosing':
        return this.#form(table);
      case 'running':
        return html`<p id="csv-progress">${stage.total === undefined ? t('csv.reading', { count: stage.count }) : t('csv.readingOf', { count: stage.count, total: stage.total })}</p>
          <progress aria-labelledby="csv-progress" max=${stage.total ?? nothing} value=${stage.total === undefined ? nothing : stage.count}></progress>
          <div class="dialog-actions">
            <button type="button" class="button" data-autofocus @click=${() => this.stop()}>${t('change.cancel')}</button>
          </div>`;
      case 'failed':
        return html`<div role="alert">${reasonView(sayProblem(t, stage.problem), { tone: 'problem' })}</div>
          <div class="dialog-actions">
            ${close}
            <button type="button" class="button primary" data-autofocus @click=${() => void this.#start(table)}>${t('change.retry')}</button>
          </div>`;
      case 'done':
        return html`<p>${sayResult(t, stage.result)}</p>
          <p class="quiet" dir="auto">${stage.file}</p>
          <div class="dialog-actions">${close}</div>`;
    }
  }

  #form(table: TableContext): TemplateResult {
    const { t, selection } = table;
    const selected = selection?.isEmpty === false ? selection : undefined;
    const pick = (onlySelected: boolean) => (): void => void (this.#onlySelected = onlySelected);
    const names = exportColumns(table).map(({ header }) => header);
    return html`<form @submit=${(event: Event) => this.#handleSubmit(event, table)}>
      ${
        selected
          ? html`<fieldset>
              <legend>${t('csv.who')}</legend>
              <label><input type="radio" name="who" ?checked=${this.#onlySelected} @change=${pick(true)} />${selected.count === undefined ? t('csv.selectedAll') : t('csv.selected', { count: selected.count })}</label>
              <label><input type="radio" name="who" ?checked=${!this.#onlySelected} @change=${pick(false)} />${t('csv.view')}</label>
            </fieldset>`
          : html`<p>${t('csv.viewOnly')}</p>`
      }
      <p class="quiet">${t('csv.columns', { columns: t.list(names) })}</p>
      <label class="line">
        <span>${t('csv.delimiter')}</span>
        <select class="select boxed" name="delimiter" @change=${this.#handleDelimiter}>
          ${DELIMITERS.map(([value, key]) => html`<option value=${value} ?selected=${value === this.#delimiter}>${t(key)}</option>`)}
        </select>
      </label>
      <label class="line">
        <input type="checkbox" name="bom" .checked=${this.#bom} @change=${(event: Event) => (this.#bom = (event.currentTarget as HTMLInputElement).checked)} />
        <span>${t('csv.bom')}<span class="description">${t('csv.bom.why')}</span></span>
      </label>
      <div class="dialog-actions">
        <button type="button" class="button" @click=${this.#host.close}>${t('change.cancel')}</button>
        <button type="submit" class="button primary" data-autofocus>${t('csv.export.do')}</button>
      </div>
    </form>`;
  }

  readonly #handleDelimiter = (event: Event): void => {
    this.#delimiter = (event.currentTarget as HTMLSelectElement).value as Delimiter;
  };

  #handleSubmit(event: Event, table: TableContext): void {
    event.preventDefault();
    void this.#start(table);
  }

  async #start(table: TableContext): Promise<void> {
    const { t, scope } = table;
    const abort = (this.#abort = new AbortController());
    const day = new Date(scope.now()).toISOString().slice(0, 10);
    const file = `${t('csv.file')}-${day}.csv`;
    this.#become({ is: 'running', count: 0, total: undefined });
    try {
      const result = await runExport(scope, {
        selected: this.#selected(table),
        columns: exportColumns(table),
        options: { delimiter: this.#delimiter, bom: this.#bom },
        file,
        signal: abort.signal,
        progress: (count, total) => this.#become({ is: 'running', count, total }),
      });
      this.#host.say(sayResult(t, result));
      this.#become({ is: 'done', result, file });
    } catch (thrown) {
      if (abort.signal.aborted) this.#become({ is: 'choosing' });
      else this.#become({ is: 'failed', problem: toProblem(thrown) });
    }
  }

  /** Those selected, or everyone in the list as it is looked at. */
  #selected({ selection, view, t }: TableContext): SelectedPeople {
    const selected = this.#onlySelected ? selection?.value : undefined;
    return selected ?? { query: { ...queryOf(view), locale: t.locale }, except: [] };
  }

  #become(stage: Stage): void {
    this.#stage = stage;
    this.#host.update();
  }
}

function sayResult(t: Translator, { count, gone, scanned }: ExportResult): string {
  return [
    t('csv.exported', { count }),
    ...(gone > 0 ? [t('csv.gone', { count: gone })] : []),
    ...(scanned === undefined ? [] : [t('people.partial', { count: scanned })]),
  ].join(' ');
}
