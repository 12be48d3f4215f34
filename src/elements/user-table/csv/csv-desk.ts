import {
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { addEnglish } from '../../../i18n/index.ts';
import words from '../../../i18n/locales/en-csv.ts';
import type { TableContext } from '../table-context.ts';
import { csvDialogStyles } from './csv-dialog.ts';
import type { CsvTask } from './csv-menu.ts';
import { ExportDialog, type DialogHost } from './export-dialog.ts';
import { ImportDialog } from './import-dialog.ts';

const DIALOGS = {
  export: (host, table) => new ExportDialog(host, table),
  import: (host) => new ImportDialog(host),
} satisfies Readonly<
  Record<CsvTask, (host: DialogHost, table: TableContext) => ExportDialog | ImportDialog>
>;

/** The dialogs about files: one at a time, fetched when the first is asked for. */
export class CsvDesk implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #dialog: ExportDialog | ImportDialog | undefined;
  #focused: unknown;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    addEnglish(words);
    const { styleSheet } = csvDialogStyles;
    if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
    host.addController(this);
  }

  open(task: CsvTask, table: TableContext): void {
    const dialogHost = {
      update: () => this.#host.requestUpdate(),
      close: this.#close,
      say: (text: string) => table.say(text),
    };
    this.#dialog = DIALOGS[task](dialogHost, table);
    this.#host.requestUpdate();
  }

  render(table: TableContext): TemplateResult | typeof nothing {
    return this.#dialog?.render(table) ?? nothing;
  }

  hostUpdated(): void {
    const dialog = this.#host.shadowRoot?.querySelector<HTMLDialogElement>('.csv-dialog');
    if (!dialog) return;
    if (!dialog.open) dialog.showModal();
    // Each step of the dialog has its own first control; what had the focus may be gone.
    const first = dialog.querySelector<HTMLElement>('[data-autofocus]');
    if (first && first !== this.#focused) first.focus();
    this.#focused = first;
  }

  hostDisconnected(): void {
    this.#close();
  }

  readonly #close = (): void => {
    const dialog = this.#dialog;
    if (!dialog) return;
    this.#dialog = this.#focused = undefined;
    dialog.stop();
    // Closed before it is taken away, so that the browser gives the focus back.
    this.#host.shadowRoot?.querySelector<HTMLDialogElement>('.csv-dialog')?.close();
    this.#host.requestUpdate();
  };
}
