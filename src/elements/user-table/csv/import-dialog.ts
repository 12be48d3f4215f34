import { html, nothing, type TemplateResult } from 'lit';
import { toProblem } from '../../../adapter/problem.ts';
import { sayProblem, type Said, type Translator } from '../../../i18n/index.ts';
import { CsvError } from '../../../state/index.ts';
import { reasonView } from '../../../views/reason.ts';
import type { TableContext } from '../table-context.ts';
import { csvDialog } from './csv-dialog.ts';
import type { DialogHost } from './export-dialog.ts';
import { ImportJob } from './import-job.ts';
import { counts, mistakes, understood } from './import-preview.ts';
import { saveImportReport } from './import-report.ts';
import { sayCsvError } from './import-words.ts';

type Stage =
  | { readonly is: 'choosing'; readonly failure?: Said }
  | { readonly is: 'reading'; readonly count: number; readonly total: number | undefined }
  | { readonly is: 'preview'; readonly job: ImportJob }
  | { readonly is: 'running'; readonly job: ImportJob; readonly ended: number; readonly total: number }
  | { readonly is: 'ended'; readonly job: ImportJob }; // prettier-ignore

/** How many endings come before the bar moves: thousands of them must not draw the page anew each. */
const STEP = 25;

/** People from a file (ZM-4): chosen, understood, looked at before anything is sent, sent with progress, told row by row. */
export class ImportDialog {
  readonly #host: DialogHost;
  #stage: Stage = { is: 'choosing' };
  #abort: AbortController | undefined;
  /** Something is held over the place to drop it. */
  #isOver = false;

  constructor(host: DialogHost) {
    this.#host = host;
  }

  /** Gives up what is under way. */
  stop(): void {
    this.#abort?.abort();
  }

  render(table: TableContext): TemplateResult {
    const { t } = table;
    // What is being sent has to be given up first: an escape alone would hide what becomes of it.
    const cancel = (): void => {
      if (this.#stage.is !== 'running') this.#host.close();
    };
    const drop = (files: readonly File[]): void => this.#take(files, table);
    return csvDialog(
      { title: t('csv.import.title'), cancel, ...(this.#stage.is === 'choosing' && { drop }) },
      this.#body(table),
    );
  }

  #body(table: TableContext): TemplateResult {
    const { t } = table;
    const stage = this.#stage;
    switch (stage.is) {
      case 'choosing':
        return this.#chooser(stage.failure, table);
      case 'reading':
        return this.#progress(stage.total === undefined ? t('csv.reading', { count: stage.count }) : t('csv.readingOf', { count: stage.count, total: stage.total }), stage.count, stage.total, t); // prettier-ignore
      case 'preview':
        return this.#preview(stage.job, table);
      case 'running':
        return this.#progress(t('csv.sending', { count: stage.ended, total: stage.total }), stage.ended, stage.total, t); // prettier-ignore
      case 'ended':
        return this.#end(stage.job, table);
    }
  }

  #chooser(failure: Said | undefined, table: TableContext): TemplateResult {
    const { t } = table;
    const over = (isOver: boolean) => (): void => {
      if (isOver === this.#isOver) return;
      this.#isOver = isOver;
      this.#host.update();
    };
    return html`<div class="drop ${this.#isOver ? 'over' : ''}" @dragover=${over(true)} @dragleave=${over(false)} @drop=${over(false)}>
      <p>${t('csv.import.what')}</p>
      ${failure ? html`<div role="alert">${reasonView(failure, { tone: 'problem' })}</div>` : nothing}
      <label>
        <span>${t('csv.choose')}</span>
        <input type="file" data-autofocus accept=".csv,.tsv,.txt,text/csv" @change=${(event: Event) => this.#take([...((event.currentTarget as HTMLInputElement).files ?? [])], table)} />
      </label>
    </div>
    <div class="dialog-actions">
      <button type="button" class="button" @click=${this.#host.close}>${t('change.cancel')}</button>
    </div>`;
  }

  #progress(text: string, value: number, max: number | undefined, t: Translator): TemplateResult {
    return html`<p id="csv-progress">${text}</p>
      <progress aria-labelledby="csv-progress" max=${max ?? nothing} value=${max === undefined ? nothing : value}></progress>
      <div class="dialog-actions">
        <button type="button" class="button" data-autofocus @click=${() => this.stop()}>${t('change.cancel')}</button>
      </div>`;
  }

  #preview(job: ImportJob, table: TableContext): TemplateResult {
    const { t } = table;
    const { length } = job.going;
    return html`${counts(job, t)}
      ${understood(job, table, (mapping) => {
        job.mapping = mapping;
        this.#host.update();
      })}
      ${mistakes(job, table)}
      <div class="dialog-actions">
        <button type="button" class="button" @click=${() => this.#become({ is: 'choosing' })}>${t('csv.another')}</button>
        <button
          type="button"
          class="button primary"
          data-autofocus
          aria-disabled=${length === 0 ? 'true' : nothing}
          @click=${() => length > 0 && void this.#send(job, 'run', table)}
        >
          ${length > 0 ? t('csv.import.do', { count: length }) : t('csv.import.nothing')}
        </button>
      </div>`;
  }

  #end(job: ImportJob, table: TableContext): TemplateResult {
    const { t } = table;
    const { length } = job.failed;
    return html`${counts(job, t)} ${mistakes(job, table)}
      <div class="dialog-actions">
        <button type="button" class="button" @click=${() => saveImportReport(job, table)}>${t('csv.report')}</button>
        ${length > 0 ? html`<button type="button" class="button" @click=${() => void this.#send(job, 'retry', table)}>${t('csv.retry', { count: length })}</button>` : nothing}
        <button type="button" class="button primary" data-autofocus @click=${this.#host.close}>${t('change.close')}</button>
      </div>`;
  }

  #take([file, ...others]: readonly File[], table: TableContext): void {
    if (others.length > 0) {
      this.#become({ is: 'choosing', failure: { reason: table.t('csv.error.several') } });
    } else if (file) void this.#read(file, table);
  }

  async #read(file: File, table: TableContext): Promise<void> {
    const { t } = table;
    const abort = (this.#abort = new AbortController());
    this.#become({ is: 'reading', count: 0, total: undefined });
    try {
      const job = await ImportJob.of(file, table, {
        signal: abort.signal,
        progress: (count, total) => this.#become({ is: 'reading', count, total }),
      });
      this.#become({ is: 'preview', job });
    } catch (thrown) {
      if (abort.signal.aborted) {
        this.#become({ is: 'choosing' });
        return;
      }
      const failure =
        thrown instanceof CsvError
          ? { reason: sayCsvError(t, thrown) }
          : sayProblem(t, toProblem(thrown));
      this.#become({ is: 'choosing', failure });
    }
  }

  async #send(job: ImportJob, how: 'run' | 'retry', { t, say }: TableContext): Promise<void> {
    const abort = (this.#abort = new AbortController());
    await job[how](abort.signal, (ended, total) => {
      if (ended % STEP === 0 || ended === total) this.#become({ is: 'running', job, ended, total });
    });
    const failed = job.failed.length;
    const done = job.rows.filter(({ row }) => job.outcomesOf(row).length > 0).length - failed;
    say([t('csv.imported', { count: done }), ...(failed > 0 ? [t('csv.notImported', { count: failed })] : [])].join(' ')); // prettier-ignore
    this.#become({ is: 'ended', job });
  }

  #become(stage: Stage): void {
    this.#stage = stage;
    this.#host.update();
  }
}
