import type { ReactiveControllerHost } from 'lit';
import { toProblem, type Problem } from '../../adapter/problem.ts';
import { type ListMenu } from '../../controllers/list-menu.ts';
import { roleLabels } from '../../controllers/role-labels.ts';
import { personName, type Action, type PersonRecord } from '../../domain/index.ts';
import { sayDecision, type Said, type Translator } from '../../i18n/index.ts';
import type { Decision } from '../../policy/index.ts';
import {
  PersonDraft,
  PersonSaving,
  refusedFields,
  type AccountScope,
  type FieldValue,
  type PersonWindow,
} from '../../state/index.ts';
import { blockedField } from './field-row.ts';
import { fieldLabel } from './field-state.ts';
import { Lookups } from './lookups.ts';
import type { PanelContext, PanelMenu } from './panel-context.ts';
import { fieldsOf } from './sections.ts';

/** How long it is said of a field that it changed elsewhere, in ms. */
const FOLLOWED_MS = 8_000;

const NONE: ReadonlyMap<string, Decision> = new Map();

export interface DeskOptions {
  readonly t: () => Translator;
  readonly readonly: () => boolean;
  readonly profile: () => readonly string[];
  /** Names the element to the host. */
  readonly source: () => string;
  /** Tells a screen reader. */
  readonly say: (text: string) => void;
  /** Asks where that is called for, and does it. */
  readonly act: (person: PersonRecord, action: Action) => void;
}

/** One person on the panel: their record, what is edited over it, and what became of it. */
export class PanelDesk implements PanelContext {
  readonly scope: AccountScope;
  readonly personId: string;
  readonly lookups: Lookups;
  readonly saving = new PersonSaving();
  readonly menu: ListMenu<PanelMenu>;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: DeskOptions;
  #window: PersonWindow | undefined;
  #draft: PersonDraft | undefined;
  #problem: Problem | undefined;
  #followed: readonly string[] = [];
  #followedTimer: ReturnType<typeof setTimeout> | undefined;
  #refused: ReadonlyMap<string, Decision> = NONE;
  #isStale = false;
  #ending: Promise<unknown> = Promise.resolve();
  #released = false;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    menu: ListMenu<PanelMenu>,
    scope: AccountScope,
    personId: string,
    options: DeskOptions,
  ) {
    this.#host = host;
    this.#options = options;
    this.menu = menu;
    this.scope = scope;
    this.personId = personId;
    this.lookups = new Lookups(scope, () => this.changed());
    void this.#open();
  }

  get window(): PersonWindow | undefined {
    return this.#window;
  }

  /** Why the record could not even be asked for. */
  get problem(): Problem | undefined {
    return this.#problem;
  }

  get t(): Translator {
    return this.#options.t();
  }

  get readonly(): boolean {
    return this.#options.readonly();
  }

  get profile(): readonly string[] {
    return this.#options.profile();
  }

  /** Only to be asked for once the record is there, as all that hangs on it. */
  get draft(): PersonDraft {
    return this.#draft as PersonDraft;
  }

  get person(): PersonRecord {
    return this.draft.person;
  }

  get isSelf(): boolean {
    const { account } = this.scope;
    return account.status === 'ready' && account.actor.id === this.personId;
  }

  get followed(): readonly string[] {
    return this.#followed;
  }

  get isStale(): boolean {
    return this.#isStale;
  }

  /** Resolves once nothing is being saved any more. */
  get ended(): Promise<unknown> {
    return this.#ending;
  }

  /** Something would be lost if it was left now. */
  get isDirty(): boolean {
    return (this.#draft?.edited.length ?? 0) > 0;
  }

  get refused(): ReadonlyMap<string, Decision> {
    return this.#refused;
  }

  get roleLabel(): (id: string) => string | undefined {
    return roleLabels(this.scope);
  }

  readonly say = (decision: Decision): Said | undefined => {
    const standing = this.scope.standing(decision);
    if (standing !== 'denied' && standing !== 'pending') return undefined;
    const waiting = standing === 'pending';
    return sayDecision(this.t, decision, { roleLabel: this.roleLabel, waiting });
  };

  /** Goes over to what is known now. To be called before every rendering. */
  follow(): void {
    const window = this.#window;
    if (!window?.person) return;
    if (this.#draft) this.#note(this.#draft.follow(window.person, fieldsOf(this)));
    else this.#draft = new PersonDraft(window.person);
    const isOpen = this.isDirty && !this.saving.isUnderWay;
    this.#refused = isOpen ? refusedFields(this.#draft, this.scope) : NONE;
    this.lookups.follow(window);
  }

  changed(): void {
    this.#host.requestUpdate();
  }

  retry(): void {
    this.#problem = undefined;
    if (this.scope.account.status === 'failed') void this.scope.refresh();
    if (this.#window) this.#window.refresh();
    else void this.#open();
    this.changed();
  }

  readonly set = (field: string, value: FieldValue): void => {
    this.draft.set(field, value);
    this.saving.forget([field]);
    this.#isStale = false;
    this.changed();
  };

  readonly keepMine = (field: string): void =>
    this.#settle(field, () => this.draft.keepMine(field));

  readonly takeTheirs = (field: string): void =>
    this.#settle(field, () => this.draft.takeTheirs(field));

  readonly save = (): void => {
    if (!this.saving.isUnderWay) this.#ending = this.#save();
  };

  readonly discard = (): void => {
    this.draft.discard();
    this.saving.forget();
    this.#isStale = false;
    this.changed();
    this.#options.say(this.t('panel.discarded'));
    this.#focus('#title');
  };

  readonly act = (action: Action): void => this.#options.act(this.person, action);

  readonly undo = (changeIds: readonly string[]): void => void this.scope.undo(changeIds);

  /** Lets go of everything; what is on its way to the backend goes on. */
  release(): void {
    this.#released = true;
    clearTimeout(this.#followedTimer);
    this.menu.close();
    this.lookups.release();
    this.#window?.release();
  }

  async #open(): Promise<void> {
    try {
      const window = await this.scope.person(this.personId);
      if (this.#released) window.release();
      else this.#window = window;
    } catch (thrown) {
      this.#problem = toProblem(thrown);
    }
    this.changed();
  }

  async #save(): Promise<void> {
    const { draft, saving, scope, t } = this;
    if (!this.isDirty) return;
    const blocked = blockedField(this);
    if (blocked !== undefined) {
      const row = `[data-field="${blocked}"]`;
      this.#focus(draft.clash(blocked) ? `${row} .clash button` : `${row} :is(input, button)`);
      return;
    }
    const name = personName(draft.person);
    this.#isStale = false;
    const ending = saving.save(draft, scope, this.#options.source());
    this.#options.say(t('change.saving'));
    this.changed();
    const { failed, isCancelled, isStale, saved } = await ending;
    this.#isStale = isStale;
    if (isStale) this.#window?.refresh();
    this.changed();
    if (isCancelled) this.#options.say(t('change.cancelled'));
    else if (failed > 0)
      this.#options.say(isStale ? t('panel.stale') : t('panel.failed', { count: failed }));
    else this.#options.say(t('panel.saved', { count: saved, name }));
    const [first] = saving.failed;
    if (first !== undefined) this.#focus(`[data-field="${first}"] :is(input, button)`);
    else if (failed === 0) this.#focus('#title');
  }

  #settle(field: string, settle: () => void): void {
    settle();
    this.saving.forget([field]);
    if (this.draft.clashes.length === 0) this.#isStale = false;
    this.changed();
    this.#focus(`[data-field="${field}"] :is(input, button)`);
  }

  #note(followed: readonly string[]): void {
    if (followed.length === 0) return;
    const { t } = this;
    const fields = followed.map((field) => fieldLabel(t, field));
    this.#options.say(t('panel.changedElsewhere', { fields: t.list(fields) }));
    this.#followed = [...new Set([...this.#followed, ...followed])];
    clearTimeout(this.#followedTimer);
    this.#followedTimer = setTimeout(() => {
      this.#followed = [];
      this.changed();
    }, FOLLOWED_MS);
  }

  #focus(selector: string): void {
    void this.#host.updateComplete.then(() =>
      this.#host.shadowRoot?.querySelector<HTMLElement>(selector)?.focus(),
    );
  }
}
