import type { Subaccount } from '../../domain/index.ts';
import { sayDecision, type Said } from '../../i18n/index.ts';
import type { Decision } from '../../policy/index.ts';
import type { SubaccountWindow } from '../../state/index.ts';
import type { FormCore } from './form-core.ts';
import { question } from './invite-settings.ts';
import { asksForSubaccount, subaccountNeed, type SubaccountNeed } from './subaccount-need.ts';

/** Drawn at once: whoever has more of them searches. */
const DRAWN = 50;
/** How long after the last key the backend is asked, in ms. */
const PAUSE_MS = 150;

/** A sub-account to choose. */
export interface SubaccountOption {
  readonly id: string;
  readonly name: string;
  /** Why it cannot be chosen. Absent: it can. */
  readonly closed?: Said | undefined;
}

/** The choice of the sub-account that those invited belong to: whether there is one to make, and the search for it. */
export class SubaccountChoice {
  readonly #form: FormCore;
  readonly #close: () => void;
  #search = '';
  #active = 0;
  /** What is painted, and (while a search is under way) what is going to be. */
  #shown: SubaccountWindow | undefined;
  #next: SubaccountWindow | undefined;
  #unsubscribe: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked:
    | { readonly of: readonly unknown[]; readonly isAsked: boolean; readonly need: SubaccountNeed }
    | undefined;

  /** @param close closes the list and gives the focus back */
  constructor(form: FormCore, close: () => void) {
    this.#form = form;
    this.#close = close;
  }

  /** The form asks for a sub-account at all. */
  get isAsked(): boolean {
    return this.#ask().isAsked;
  }

  get need(): SubaccountNeed {
    return this.#ask().need;
  }

  /** Why it cannot be chosen: the role covers all of them (MS-5), or the actor is in one for good (MS-8). */
  get closed(): Said | undefined {
    const { roleLabel, scope, t } = this.#form;
    const { need } = this;
    if (need.kind === 'closed') return sayDecision(t, need.decision, { roleLabel });
    return scope.isSubaccountFixed
      ? sayDecision(t, scope.decideEnter(undefined), { roleLabel })
      : undefined;
  }

  /** The one that is chosen, and goes along. */
  get current(): string | undefined {
    return this.#form.settings.subaccountIds?.[0];
  }

  nameOf(id: string): string {
    return this.#form.scope.subaccountName(id);
  }

  get search(): string {
    return this.#search;
  }

  /** Nothing was answered yet, or not to what is being searched for. */
  get isReading(): boolean {
    return (
      this.#window === undefined || this.#window.status === 'loading' || this.#next !== undefined
    );
  }

  get hasFailed(): boolean {
    return this.#window?.status === 'failed';
  }

  /** How many there are beside those drawn. */
  get hidden(): number {
    const { total = 0 } = this.#window ?? {};
    return Math.max(0, total - DRAWN);
  }

  /** Each of them is decided about: ask once for a render. */
  get options(): readonly SubaccountOption[] {
    const window = this.#window;
    const rows = Array.from({ length: this.#drawn }, (_, row) => window?.at(row));
    return rows.flatMap((one) => (one ? this.#optionOf(one) : []));
  }

  /** The option that the arrows are at. */
  get active(): number {
    return Math.max(0, Math.min(this.#active, this.#drawn - 1));
  }

  /** Begins anew, when the list is opened. */
  open(): void {
    this.#search = '';
    this.#active = 0;
    this.#read();
  }

  type(text: string): void {
    this.#search = text;
    this.#active = 0;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#read(), PAUSE_MS);
    this.#form.changed();
  }

  retry(): void {
    this.#window?.retry();
  }

  choose(option: SubaccountOption | undefined): void {
    if (!option || option.closed) return;
    this.#form.set({ subaccountIds: [option.id] });
    this.#close();
  }

  /** Nobody looks at the list any more. */
  release(): void {
    clearTimeout(this.#timer);
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#shown?.release();
    this.#next?.release();
    this.#shown = undefined;
    this.#next = undefined;
  }

  /** The keys of a combobox (ARIA combobox pattern): the focus stays in the search. */
  readonly handleKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const { active, options } = this;
    const option = options[active];
    if (event.key === 'ArrowDown') this.#active = Math.min(active + 1, options.length - 1);
    else if (event.key === 'ArrowUp') this.#active = Math.max(active - 1, 0);
    else if (event.key === 'PageDown') this.#active = Math.min(active + 10, options.length - 1);
    else if (event.key === 'PageUp') this.#active = Math.max(active - 10, 0);
    else if (event.key === 'Enter') this.choose(option);
    else if (event.key === 'Tab') this.#close();
    else return;
    event.preventDefault();
    this.#form.changed();
    this.#form.reveal('#options [data-active]');
  };

  get #drawn(): number {
    return Math.min(DRAWN, this.#window?.length ?? 0);
  }

  /** What is painted; the answer to a search takes the place of the former when it is there. */
  get #window(): SubaccountWindow | undefined {
    if (this.#next && this.#next.status !== 'loading') {
      this.#shown?.release();
      this.#shown = this.#next;
      this.#next = undefined;
    }
    return this.#shown;
  }

  #read(): void {
    const { scope } = this.#form;
    const search = this.#search.trim();
    const window = scope.subaccounts(search === '' ? {} : { search });
    window.show(0, DRAWN - 1);
    this.#next?.release();
    if (this.#shown) this.#next = window;
    else this.#shown = window;
    this.#unsubscribe ??= scope.subscribe(() => this.#form.changed());
    this.#form.changed();
  }

  #optionOf({ id, name }: Subaccount): SubaccountOption {
    const { roleLabel, scope, settings, t } = this.#form;
    const decision: Decision = scope.decide({
      ...question(settings, 1, { subaccountIds: [id] }),
      draft: true,
    });
    const isOpen = ['allowed', 'server-decides'].includes(scope.standing(decision));
    return {
      id,
      name,
      closed: isOpen ? undefined : sayDecision(t, decision, { roleLabel, waiting: true }),
    };
  }

  /** Every render asks several times, and nothing but these can change the answer. */
  #ask() {
    const { scope, settings } = this.#form;
    const of = [scope, scope.account, scope.subaccountId, settings];
    if (!this.#asked || of.some((part, n) => part !== this.#asked?.of[n]))
      this.#asked = {
        of,
        isAsked: asksForSubaccount(settings, scope),
        need: subaccountNeed(settings, scope),
      };
    return this.#asked;
  }
}
