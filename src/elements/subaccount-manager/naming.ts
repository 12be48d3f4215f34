import type { ReactiveControllerHost } from 'lit';
import type { Announcer } from '../../controllers/announcer.ts';
import { roleLabels } from '../../controllers/role-labels.ts';
import type { Subaccount } from '../../domain/index.ts';
import type { Translator } from '../../i18n/index.ts';
import type { AccountScope, Outcome } from '../../state/index.ts';
import { nameIn, NEW, type Draft } from './draft.ts';
import { Drafts } from './drafts.ts';
import { sayStopped } from './ending.ts';

export interface NamingOptions {
  readonly scope: () => AccountScope | undefined;
  readonly t: () => Translator;
  readonly announcer: Announcer;
  /** One was added: the list shows where it is. */
  readonly added: (one: Subaccount) => void;
  /** Someone else may have changed the list: it is read again. */
  readonly refresh: () => void;
  /** Puts the focus on the row of one, or where rows are if it is gone. */
  readonly focusRow: (id: string) => void;
}

/** Names as they are typed in their place: what is said of them on the way, and where the focus goes. */
export class Naming {
  readonly drafts: Drafts;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: NamingOptions;

  constructor(host: ReactiveControllerHost & HTMLElement, options: NamingOptions) {
    this.#host = host;
    this.#options = options;
    this.drafts = new Drafts(host, {
      scope: options.scope,
      sending: (draft) => this.#announceSending(draft),
      stopped: (draft) => this.#handleStopped(draft),
      saved: (draft, { value }) => this.#handleSaved(draft, value),
      closed: (draft) => this.#returnFocus(draft),
    });
  }

  /** Opens the form for a new one, or for the name of one. */
  open(one?: Subaccount): void {
    this.drafts.open(one);
    this.#focusField(one?.id ?? NEW);
  }

  /** Takes what went wrong off the screen. */
  dismiss(key: string): void {
    this.drafts.dismiss(key);
    this.#focusField(key);
  }

  #announceSending(draft: Draft): void {
    const { announcer, t } = this.#options;
    const name = nameIn(draft);
    announcer.say(
      draft.one
        ? t()('manager.renaming', { before: draft.one.name, name })
        : t()('manager.adding', { name }),
    );
  }

  #handleStopped(draft: Draft): void {
    const { announcer, refresh, scope: scopeOf, t: translator } = this.#options;
    const scope = scopeOf();
    if (!scope) return;
    const t = translator();
    const said = sayStopped(draft, scope, t, { roleLabel: roleLabels(scope) });
    const name = nameIn(draft);
    const what = draft.one
      ? t('manager.kept', { name: draft.one.name })
      : t('manager.notAdded', { name });
    const isSent = draft.failure !== undefined && draft.failure.status !== 'uncertain';
    announcer.say(
      [isSent && !draft.fault && what, said?.reason, said?.remedy].filter(Boolean).join(' '),
    );
    // Someone else may have renamed or removed it: the list has to show that.
    if (draft.failure?.status === 'refused' && !draft.failure.problem.retryable) refresh();
    if (this.#isIn(draft.key)) this.#focusField(draft.key);
  }

  #handleSaved({ one, text }: Draft, value: (Outcome & { status: 'done' })['value']): void {
    const { added, announcer, t: translator } = this.#options;
    const t = translator();
    const name = value && 'name' in value ? value.name : text.trim();
    if (one) {
      announcer.say(
        t('change.undoable', { what: t('manager.renamed', { before: one.name, name }) }),
      );
      return;
    }
    announcer.say(t('manager.added', { name }));
    if (value && 'name' in value) added(value);
  }

  /** Whether the focus is in the form of a draft. */
  #isIn(key: string): boolean {
    const form = this.#host.shadowRoot?.activeElement?.closest<HTMLElement>('form');
    return form?.dataset['key'] === key;
  }

  /** Puts the focus where it was before the form; only if it is still in there. */
  #returnFocus({ key, one }: Draft): void {
    if (!this.#isIn(key)) return;
    void this.#host.updateComplete.then(() => {
      if (one) this.#options.focusRow(one.id);
      else this.#host.shadowRoot?.querySelector<HTMLElement>('.button.add')?.focus();
    });
  }

  #focusField(key: string): void {
    void this.#host.updateComplete.then(() => {
      const field = this.#host.shadowRoot?.querySelector<HTMLInputElement>(
        `form[data-key="${CSS.escape(key)}"] input`,
      );
      field?.focus();
      field?.select();
    });
  }
}
