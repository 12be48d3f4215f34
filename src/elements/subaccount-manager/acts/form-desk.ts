import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isOutdated, PriceQuote } from '../../../controllers/price-quote.ts';
import type { Subaccount } from '../../../domain/index.ts';
import type { AccountScope, NewCommand, Outcome } from '../../../state/index.ts';
import { Buying } from './buying.ts';
import {
  commandOf,
  missingIn,
  openForm,
  refusedFields,
  type ActForm,
  type FormKind,
} from './form.ts';

export interface FormDeskOptions {
  readonly scope: () => AccountScope | undefined;
  readonly dialog: () => HTMLDialogElement | null | undefined;
  /** It is done; called before the form goes. */
  readonly done: (form: ActForm, outcome: Outcome & { readonly status: 'done' }) => void;
  /** It was not done; the form says why. */
  readonly stopped: (form: ActForm) => void;
  readonly bought: (count: number, isAll: boolean) => void;
}

/**
 * The one form that is open, in a modal dialog. What is typed stays until it is done or given up, whatever the backend
 * answers; what is blocked for want of a slot stays while one is bought, and is never sent without a click.
 */
export class FormDesk implements ReactiveController {
  readonly buying: Buying;
  readonly quote: PriceQuote;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: FormDeskOptions;
  #form: ActForm | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: FormDeskOptions) {
    this.#host = host;
    this.#options = options;
    this.quote = new PriceQuote(host, options.scope);
    this.buying = new Buying(host, {
      scope: options.scope,
      bought: (count) => {
        const isAll = this.#form?.kind === 'buy';
        options.bought(count, isAll);
        if (isAll) this.#end();
        else this.#focus('[data-next]');
      },
    });
    host.addController(this);
  }

  get form(): ActForm | undefined {
    return this.#form;
  }

  open(kind: FormKind, one?: Subaccount): void {
    const scope = this.#options.scope();
    if (!scope) return;
    this.#form = openForm(kind, one, scope);
    this.buying.begin();
    this.#ask();
    this.#host.requestUpdate();
  }

  type(field: string, text: string): void {
    const form = this.#form;
    if (!form || form.sending) return;
    const { [field]: _said, ...faults } = form.faults;
    this.#form = { ...form, values: { ...form.values, [field]: text }, faults };
    this.#ask();
    this.#host.requestUpdate();
  }

  /** Gives it up, also when it is on its way: then what becomes of it decides. */
  readonly close = (): void => {
    if (this.#form?.sending) this.#form.sending.abort();
    else this.#end();
  };

  readonly submit = async (): Promise<void> => {
    const scope = this.#options.scope();
    const form = this.#form;
    if (!scope || !form || form.sending) return;
    if (form.kind === 'buy') return this.buying.submit();
    const missing = missingIn(form, scope);
    if (missing.length > 0) {
      const faults = Object.fromEntries(missing.map((field) => [field, 'missing' as const]));
      this.#stop({ ...form, faults });
      return;
    }
    const command = commandOf(form, scope);
    if (!command) {
      this.#end();
      return;
    }
    const priced = form.kind === 'resize';
    if (priced && !this.quote.isSettled) return;
    const sending = new AbortController();
    const going: ActForm = { ...form, faults: {}, sending };
    this.#form = going;
    this.#host.requestUpdate();
    const outcome = await this.#send(scope, form, command, sending.signal, priced);
    if (this.#form !== going) return;
    const { sending: _sending, failure: _failure, ...rest } = going;
    if (!outcome || isOutdated(outcome)) {
      this.#form = rest;
      this.#host.requestUpdate();
    } else if (outcome.status === 'done') {
      this.#options.done(rest, outcome);
      this.#end();
    } else if (outcome.status === 'refused' && outcome.problem.kind === 'aborted') this.#end();
    else this.#stop({ ...rest, failure: outcome, faults: refusedFields(rest, outcome, scope) });
  };

  /** Whether a bad ending is said in the form, and so not in the row. */
  says(commandId: string): boolean {
    return this.#form?.failure?.command.id === commandId;
  }

  hostUpdated(): void {
    const dialog = this.#options.dialog();
    if (!this.#form || !dialog || dialog.open) return;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('input, select, [data-autofocus]')?.focus();
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#form?.sending?.abort();
      this.#form = undefined;
    });
  }

  /** The same again is the same command where it may have been done already. */
  async #send(
    scope: AccountScope,
    { failure }: ActForm,
    command: NewCommand,
    signal: AbortSignal,
    priced: boolean,
  ): Promise<Outcome | undefined> {
    const options = { source: this.#host.localName, signal };
    if (failure) {
      const isSame = JSON.stringify(failure.command.change) === JSON.stringify(command.change);
      const again = isSame && (await scope.retry(failure.command.id, options));
      if (again) return again;
      scope.dismiss(failure.command.id);
    }
    return priced ? this.quote.run(options) : scope.run(command, options);
  }

  /** What changes the bill is asked for its price before it is done. */
  #ask(): void {
    const scope = this.#options.scope();
    const form = this.#form;
    this.quote.ask(scope && form?.kind === 'resize' ? commandOf(form, scope) : undefined);
  }

  #stop(form: ActForm): void {
    this.#form = form;
    this.#host.requestUpdate();
    this.#options.stopped(form);
    this.#focus('[aria-invalid="true"]');
  }

  #focus(selector: string): void {
    void this.#host.updateComplete.then(() =>
      this.#options.dialog()?.querySelector<HTMLElement>(selector)?.focus(),
    );
  }

  #end(): void {
    const { failure } = this.#form ?? {};
    if (failure) this.#options.scope()?.dismiss(failure.command.id);
    this.#form = undefined;
    this.buying.end();
    this.quote.ask(undefined);
    this.#options.dialog()?.close();
    this.#host.requestUpdate();
  }
}
