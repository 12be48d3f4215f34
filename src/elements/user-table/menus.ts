import {
  html,
  nothing,
  type CSSResult,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { ConfirmController } from '../confirm-controller.ts';
import { ListMenu } from '../../controllers/list-menu.ts';
import type { MenuOptions } from '../../controllers/menu-controller.ts';
import type { PersonRecord } from '../../domain/index.ts';
import { addEnglish } from '../../i18n/index.ts';
import words from '../../i18n/locales/en-later.ts';
import { OnDemand } from '../../state/on-demand.ts';
import { anchored } from '../../views/anchored.ts';
import { confirmation, confirmationStyles, dialogStyles } from '../../views/confirmation.ts';
import { menus } from '../../views/controls-menus.ts';
import { roleChoiceStyles } from '../../views/role-choice.ts';
import { reasonStyles } from '../../views/reason.ts';
import { actionsMenu } from './actions-menu.ts';
import { BulkDesk } from './bulk/bulk-desk.ts';
import { confirmRequest } from '../confirm-request.ts';
import { copyLink } from '../copy-link.ts';
import type * as Csv from './csv/csv-desk.ts';
import type { CsvDesk } from './csv/csv-desk.ts';
import { csvMenu, type CsvTask } from './csv/csv-menu.ts';
import { filterMenu } from './filter-menu.ts';
import { sayObstacle } from './footer.ts';
import { menuStyles } from './menus.styles.ts';
import { recentMenu } from './recent-menu.ts';
import { EDIT, type OfferedAction } from '../person-actions.ts';
import { roleMenu } from './role-menu.ts';
import type { Menu, TableContext } from './table-context.ts';
import { viewMenu } from './view-menu.ts';

const SHEETS: readonly CSSResult[] = [
  menus,
  anchored,
  roleChoiceStyles,
  dialogStyles,
  confirmationStyles,
  reasonStyles,
  menuStyles,
];

/** Menus that are lists of entries, not forms. */
const LISTS: readonly Menu['kind'][] = ['role', 'actions', 'bulk', 'csv'];

/**
 * The menus of the table: what is in them, how they look, and their keys. Nothing of this is needed before one is opened,
 * so it is fetched on demand (docs/adr/0007-what-loads-first.md); only types of it may be imported in front.
 */
export class TableMenus extends ListMenu<Menu> {
  readonly #confirm: ConfirmController;
  readonly #bulk: BulkDesk;
  readonly #csv: OnDemand<typeof Csv, CsvDesk>;

  constructor(host: ReactiveControllerHost & HTMLElement, options: MenuOptions) {
    super(host, options, SHEETS);
    addEnglish(words);
    this.#confirm = new ConfirmController(host, () =>
      host.shadowRoot?.querySelector<HTMLDialogElement>('.confirmation'),
    );
    this.#csv = new OnDemand(
      () => import('./csv/csv-desk.ts'),
      ({ CsvDesk }) => new CsvDesk(host),
    );
    this.#bulk = new BulkDesk({
      confirm: this.#confirm,
      close: () => this.close(),
      update: () => host.requestUpdate(),
      enter: () => void host.updateComplete.then(() => this.enter()),
    });
  }

  protected override get isList(): boolean {
    return this.name !== undefined && LISTS.includes(this.name.kind);
  }

  /** What is in the menu that is open. */
  render(table: TableContext): TemplateResult | typeof nothing {
    const { name } = this;
    switch (name?.kind) {
      case 'filter':
        return filterMenu(name.field, table);
      case 'view':
        return viewMenu(table);
      case 'recent':
        return recentMenu(table);
      case 'role': {
        const person = table.scope.find(name.personId);
        return person ? roleMenu(person, table) : nothing;
      }
      case 'actions': {
        const person = table.scope.find(name.personId);
        return person
          ? actionsMenu(person, table, (...chosen) => void this.#act(table, ...chosen))
          : nothing;
      }
      case 'bulk':
        return this.#bulk.renderMenu(table);
      case 'csv':
        return csvMenu(table, (task) => void this.#openCsv(task, table));
      case undefined:
        return nothing;
    }
  }

  override open(name: Menu, trigger: HTMLElement): void {
    if (name.kind === 'bulk') this.#bulk.reset();
    super.open(name, trigger);
  }

  /** What stands in the footer while an act on many is under way. */
  renderBar(table: TableContext): TemplateResult | typeof nothing {
    return this.#bulk.renderBar(table);
  }

  /** What is asked before something grave is done. */
  renderDialog(table: TableContext): TemplateResult | typeof nothing {
    const { request } = this.#confirm;
    const csv = this.#csv.ready?.render(table) ?? nothing;
    return request ? html`${csv}${confirmation(request, this.#confirm, table.t)}` : csv;
  }

  async #openCsv(task: CsvTask, table: TableContext): Promise<void> {
    this.close();
    if (await this.#csv.fetch()) this.#csv.ready?.open(task, table);
    else table.say(sayObstacle(table.t, 'network'));
  }

  async #act(table: TableContext, person: PersonRecord, { action }: OfferedAction): Promise<void> {
    const { t, scope, act, say } = table;
    this.close();
    if (action === EDIT.action) return table.open?.(person);
    const request = confirmRequest(action, person, t, scope);
    if (request && !(await this.#confirm.ask(request))) return;
    const outcome = await act(person, action);
    if (action === 'invitation.copy-link') await copyLink(outcome, person, t, say);
  }
}
