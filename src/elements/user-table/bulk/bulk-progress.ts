import { html, nothing, type TemplateResult } from 'lit';
import type { Translator } from '../../../i18n/index.ts';
import type { BulkRun } from '../../../state/index.ts';
import { laterIcon } from '../../../views/icons-later.ts';
import { icon } from '../../../views/icons.ts';

export interface BulkProgressHandlers {
  readonly retry: () => void;
  readonly undo: () => void;
  readonly report: () => void;
  readonly dismiss: () => void;
}

/** What stands in the footer while people are read for an act on many. */
export function bulkReading(
  { count, total }: { readonly count: number; readonly total: number | undefined },
  t: Translator,
  stop: () => void,
): TemplateResult {
  return html`<div class="footer bulk-bar" part="bulk-bar" role="group" aria-label=${t('selection.label')}>
    <span class="spinner" aria-hidden="true"></span>
    <span>${total === undefined ? t('bulk.reading', { count }) : t('bulk.readingOf', { count, total })}</span>
    <span class="bulk-end">
      <button type="button" class="button small" @click=${stop}>${t('change.cancel')}</button>
    </span>
  </div>`;
}

/** What stands there while it is under way, and how it ended. */
export function bulkProgress(
  run: BulkRun,
  what: string,
  t: Translator,
  handlers: BulkProgressHandlers,
): TemplateResult {
  const { status, progress } = run;
  const settled = progress.total - progress.left;
  return html`<div class="footer bulk-bar" part="bulk-bar" role="group" aria-label=${what}>
    ${
      status === 'ended'
        ? html`${endMark(run)}<span class="bulk-summary" dir="auto">${summary(run, what, t)}</span>`
        : html`<progress max=${progress.total} .value=${settled} aria-label=${what}></progress>
            <span class="bulk-count" dir="auto">
              ${t('bulk.progress', { done: settled, total: progress.total })}
              ${status === 'paused' ? html`<span class="quiet">${t('bulk.paused')}</span>` : nothing}
            </span>`
    }
    <span class="bulk-end">${status === 'ended' ? ended(run, t, handlers) : running(run, t)}</span>
  </div>`;
}

function running(run: BulkRun, t: Translator): TemplateResult {
  const isPaused = run.status === 'paused';
  return html`<button type="button" class="button small" @click=${() => (isPaused ? run.resume() : run.pause())}>
      ${t(isPaused ? 'bulk.resume' : 'bulk.pause')}
    </button>
    <button type="button" class="button quiet small" @click=${() => run.cancel()}>${t('bulk.stop')}</button>`;
}

function ended(
  run: BulkRun,
  t: Translator,
  { retry, undo, report, dismiss }: BulkProgressHandlers,
): TemplateResult {
  return html`${run.failed.length > 0 ? html`<button type="button" class="button small" @click=${retry}>${t('bulk.retry', { count: run.failed.length })}</button>` : nothing}
    ${run.undoable > 0 ? html`<button type="button" class="button small" @click=${undo}>${laterIcon('undo')}${t('undo.do')}</button>` : nothing}
    <button type="button" class="button quiet small" @click=${report}>${laterIcon('download')}${t('bulk.report')}</button>
    <button type="button" class="button quiet icon small" aria-label=${t('change.dismiss')} @click=${dismiss}>${icon('close')}</button>`;
}

function endMark({ progress: { refused, uncertain, left } }: BulkRun): TemplateResult {
  const isWhole = refused + uncertain + left === 0;
  return html`<span class=${isWhole ? 'is-done' : 'footer-problem'}>${icon(isWhole ? 'check' : 'alert')}</span>`;
}

/** How it ended, in one line: what was done, and what of it was not. */
export function summary(
  { progress: { done, refused, skipped, uncertain, left } }: BulkRun,
  what: string,
  t: Translator,
): string {
  const parts = [
    t('bulk.done', { count: done }),
    ...(refused > 0 ? [t('bulk.refused', { count: refused })] : []),
    ...(uncertain > 0 ? [t('bulk.uncertain', { count: uncertain })] : []),
    ...(skipped > 0 ? [t('bulk.skipped', { count: skipped })] : []),
    ...(left > 0 ? [t('bulk.left', { count: left })] : []),
  ];
  return t('bulk.summary', { what, parts: parts.join(' · ') });
}
