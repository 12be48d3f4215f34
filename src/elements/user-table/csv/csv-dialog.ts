import { css, html, type TemplateResult } from 'lit';

export interface CsvDialogParts {
  readonly title: string;
  /** Escape, and every other way to leave. */
  readonly cancel: () => void;
  /** Takes files that are dropped anywhere on it; absent: they are refused. */
  readonly drop?: (files: readonly File[]) => void;
}

/** A modal dialog about a file. */
export function csvDialog(
  { title, cancel, drop }: CsvDialogParts,
  body: TemplateResult,
): TemplateResult {
  return html`<dialog
    class="dialog csv-dialog"
    part="csv-dialog"
    aria-labelledby="csv-title"
    @dragover=${(event: DragEvent) => {
      // Else the browser would leave the page for the file, and all that was typed with it.
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = drop ? 'copy' : 'none';
    }}
    @drop=${(event: DragEvent) => {
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) drop?.(files);
    }}
    @cancel=${(event: Event) => {
      // Also sent, and bubbling, when a file picker is closed without a file.
      if (event.target !== event.currentTarget) return;
      event.preventDefault();
      cancel();
    }}
  >
    <h2 id="csv-title" class="dialog-title">${title}</h2>
    ${body}
  </dialog>`;
}

/** Beside `dialogStyles`. */
export const csvDialogStyles = css`
  .csv-dialog p {
    margin: 0 0 calc(var(--_space) * 3);
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .csv-dialog .quiet {
    color: var(--_text-muted);
  }
  .csv-dialog fieldset {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin: 0 0 calc(var(--_space) * 3);
    padding: 0;
    border: 0;
  }
  .csv-dialog legend {
    padding: 0 0 var(--_space);
    font-weight: var(--_medium);
  }
  .csv-dialog label {
    display: flex;
    align-items: baseline;
    gap: calc(var(--_space) * 2);
  }
  .csv-dialog :is(input[type='radio'], input[type='checkbox']) {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    margin: 0;
    accent-color: var(--_accent);
    translate: 0 0.15em;
  }
  .csv-dialog .line {
    margin-block-end: calc(var(--_space) * 3);
  }
  .csv-dialog .line > select {
    min-block-size: var(--_control);
    margin-inline-start: auto;
    appearance: auto;
  }
  .csv-dialog .description {
    display: block;
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }
  .csv-dialog .counts {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 5);
    margin: 0 0 calc(var(--_space) * 3);
    padding: 0;
    list-style: none;
  }
  .csv-dialog .counts b {
    font-size: var(--_size-large);
    font-variant-numeric: tabular-nums;
  }
  .csv-dialog :is(.is-error, .is-failed, .is-uncertain) > b {
    color: var(--_danger);
  }
  .csv-dialog .short {
    color: var(--_warning);
  }
  .csv-dialog .mapping {
    margin-block-end: calc(var(--_space) * 3);
  }
  .csv-dialog .mapping > summary {
    padding-block: var(--_space);
    cursor: pointer;
  }
  .csv-dialog .mapping .line {
    margin-block: var(--_space) 0;
  }
  .csv-dialog .mapping select {
    max-inline-size: 60%;
  }
  .csv-dialog .mistakes {
    max-block-size: 14rem;
    overflow: auto;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    font-size: var(--_size-small);
  }
  .csv-dialog .mistakes ul {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    margin: 0;
    padding: 0;
    list-style: none;
    overflow-wrap: anywhere;
  }
  .csv-dialog .mistakes .why {
    display: block;
    color: var(--_text-muted);
  }
  .csv-dialog .drop {
    padding: calc(var(--_space) * 4);
    border: 1px dashed var(--_border-strong);
    border-radius: var(--_radius);
  }
  .csv-dialog .drop.over {
    border-color: var(--_accent);
    border-style: solid;
    background: var(--_accent-soft);
  }
  .csv-dialog .drop label {
    display: grid;
    margin-block-start: calc(var(--_space) * 3);
    font-weight: var(--_medium);
  }
  .csv-dialog .drop input {
    max-inline-size: 100%;
    font: inherit;
    font-weight: 400;
  }
  .csv-dialog progress {
    inline-size: 100%;
    accent-color: var(--_accent);
  }
`;
