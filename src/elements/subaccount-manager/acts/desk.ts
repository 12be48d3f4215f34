import {
  html,
  nothing,
  type CSSResult,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { ListMenu } from '../../../controllers/list-menu.ts';
import type { MenuOptions } from '../../../controllers/menu-controller.ts';
import type { Subaccount } from '../../../domain/index.ts';
import { addEnglish } from '../../../i18n/index.ts';
import later from '../../../i18n/locales/en-later.ts';
import words from '../../../i18n/locales/en-manager-acts.ts';
import type { AccountScope, Outcome } from '../../../state/index.ts';
import { anchored } from '../../../views/anchored.ts';
import { confirmation, confirmationStyles, dialogStyles } from '../../../views/confirmation.ts';
import { menus } from '../../../views/controls-menus.ts';
import { priceStyles } from '../../../views/price.ts';
import { ConfirmController } from '../../confirm-controller.ts';
import { sayOutcome } from '../ending.ts';
import type { ManagerContext, ManagerMenu } from '../manager-context.ts';
import { actMenu } from './act-menu.ts';
import { actStyles } from './acts.styles.ts';
import { confirmRequest } from './confirm-act.ts';
import { sayDone, sayFormDone } from './done.ts';
import { FormDesk } from './form-desk.ts';
import { actForm } from './form-view.ts';
import type { FormKind } from './form.ts';
import type { RowAct } from './row-acts.ts';

const SHEETS: readonly CSSResult[] = [
  menus,
  anchored,
  dialogStyles,
  confirmationStyles,
  priceStyles,
  actStyles,
];

/** Acts that a form of theirs is filled in for. */
const FORMS: Readonly<Record<string, FormKind>> = {
  'subaccount.edit': 'edit',
  'subaccount.resize': 'resize',
  'subaccount.reassign': 'reassign',
};

export interface DeskParts {
  readonly scope: () => AccountScope | undefined;
  readonly context: () => ManagerContext | undefined;
  /** Tells a screen reader. */
  readonly say: (text: string) => void;
  /** One was created: the list shows where it is. */
  readonly added: (one: Subaccount) => void;
  /** The list is to be read again: something may have changed elsewhere. */
  readonly refresh: () => void;
}

/**
 * What is done to sub-accounts beside naming them: the menu of a row, the forms, what is asked before something grave. None
 * of it is needed before it is asked for, so it is fetched on demand.
 */
export class ManagerDesk extends ListMenu<ManagerMenu> {
  readonly #parts: DeskParts;
  readonly #confirm: ConfirmController;
  readonly #forms: FormDesk;
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement, options: MenuOptions, parts: DeskParts) {
    super(host, options, SHEETS);
    addEnglish({ ...later, ...words });
    const find = (selector: string) => () =>
      host.shadowRoot?.querySelector<HTMLDialogElement>(selector);
    this.#host = host;
    this.#parts = parts;
    this.#confirm = new ConfirmController(host, find('.confirmation'));
    this.#forms = new FormDesk(host, {
      scope: parts.scope,
      dialog: find('.act-form'),
      done: (form, { value }) => {
        const { t } = this.#context;
        parts.say(sayFormDone(form, value, t));
        if (form.kind === 'create' && value && 'name' in value) parts.added(value);
      },
      stopped: ({ failure }) => {
        const { t, say } = this.#context;
        const said = failure && sayOutcome(failure, t, say);
        if (said) parts.say([said.reason, said.remedy].filter(Boolean).join(' '));
        // Someone else may have changed or ended it: the list has to show that.
        if (failure?.status === 'refused' && !failure.problem.retryable) parts.refresh();
      },
      bought: (count, isAll) => {
        const { t } = this.#context;
        parts.say(isAll ? t('acts.bought', { count }) : t('acts.slots.bought', { count }));
      },
    });
  }

  override toggle(name: ManagerMenu, trigger: HTMLElement): void {
    if (name.kind === 'row') super.toggle(name, trigger);
    else {
      trigger.focus();
      this.#forms.open(name.kind);
    }
  }

  /** Opens the form for the details of one. */
  edit(one: Subaccount): void {
    this.#forms.open('edit', one);
  }

  /** Whether a bad ending is said in a form, and so not in the row. */
  says(commandId: string): boolean {
    return this.#forms.says(commandId);
  }

  render(manager: ManagerContext): TemplateResult | typeof nothing {
    const { name } = this;
    const one = name?.kind === 'row' ? manager.scope.findSubaccount(name.id) : undefined;
    return one ? actMenu(one, manager, (act) => void this.#act(one, act)) : nothing;
  }

  renderDialog(manager: ManagerContext): TemplateResult | typeof nothing {
    const { request } = this.#confirm;
    if (request) return html`${confirmation(request, this.#confirm, manager.t)}`;
    const { form } = this.#forms;
    return form ? actForm(form, this.#forms, manager) : nothing;
  }

  get #context(): ManagerContext {
    return this.#parts.context() as ManagerContext;
  }

  async #act(one: Subaccount, { action }: RowAct): Promise<void> {
    const { scope, t } = this.#context;
    this.close();
    if (action === 'subaccount.enter') {
      const isHere = scope.subaccountId === one.id;
      scope.enter(isHere ? undefined : one.id);
      this.#parts.say(isHere ? t('acts.left') : t('acts.entered', { name: one.name }));
      return;
    }
    const form = FORMS[action];
    if (form) {
      this.#forms.open(form, one);
      return;
    }
    const request = await confirmRequest(action, one, this.#context);
    if (request && !(await this.#confirm.ask(request))) return;
    this.#told(one, await this.#run(one, action));
  }

  async #run({ id, version }: Subaccount, action: string): Promise<Outcome> {
    const target = { kind: 'subaccount', id, ...(version !== undefined && { version }) } as const;
    return this.#context.scope.run({ action, target }, { source: this.#host.localName });
  }

  /** What became of an act without a form; a bad ending stays in the row. */
  #told(one: Subaccount, outcome: Outcome): void {
    const { t, say } = this.#context;
    if (outcome.status === 'done') {
      this.#parts.say(sayDone(one, outcome, t));
      return;
    }
    const said = sayOutcome(outcome, t, say);
    this.#parts.say([said.reason, said.remedy].filter(Boolean).join(' '));
    if (outcome.status === 'refused' && !outcome.problem.retryable) this.#parts.refresh();
  }
}
