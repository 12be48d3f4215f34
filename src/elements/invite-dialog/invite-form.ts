import type { CSSResult, ReactiveControllerHost, TemplateResult } from 'lit';
import { ListMenu } from '../../controllers/list-menu.ts';
import { roleLabels } from '../../controllers/role-labels.ts';
import type { Group, GroupKind } from '../../domain/index.ts';
import { addEnglish, type Translator } from '../../i18n/index.ts';
import words from '../../i18n/locales/en-invite.ts';
import type { Decision } from '../../policy/index.ts';
import { AddressList, KnownPeople, type AccountScope } from '../../state/index.ts';
import { anchored } from '../../views/anchored.ts';
import { checkbox } from '../../views/controls-checkbox.ts';
import { menus } from '../../views/controls-menus.ts';
import { chipStyles } from '../../views/chip.ts';
import { reasonStyles } from '../../views/reason.ts';
import { roleChoiceStyles } from '../../views/role-choice.ts';
import { AddressBox } from './address-box.ts';
import type { FormContext, Options } from './form-context.ts';
import { formStyles } from './form.styles.ts';
import { formView } from './form-view.ts';
import { Foresight } from './foresight.ts';
import { InviteeNames } from './invitee-names.ts';
import { NO_SETTINGS, question, type InviteSettings } from './invite-settings.ts';
import { Sending } from './sending.ts';
import { withDefaults } from './settings-defaults.ts';
import { SubaccountChoice } from './subaccount-choice.ts';

const SHEETS: readonly CSSResult[] = [
  menus,
  anchored,
  checkbox,
  chipStyles,
  reasonStyles,
  roleChoiceStyles,
  formStyles,
];

/** The lists of the form; one of them is searched, and moves by keys of its own. */
class FormMenu extends ListMenu<Options> {
  protected override get isList(): boolean {
    return super.isList && this.name !== 'subaccount';
  }
}

export interface FormOptions {
  readonly scope: () => AccountScope | undefined;
  readonly t: () => Translator;
  readonly isRtl: () => boolean;
  /** Tells a screen reader. */
  readonly say: (text: string) => void;
  /** Closes the dialog; what is in the form is discarded already, or done. */
  readonly close: () => void;
}

/**
 * What is in the dialog: addresses, settings, what became of each. Stays what it is while the dialog is closed and opened
 * again. Nothing of this is needed before that, so it is fetched on demand.
 */
export class InviteForm implements FormContext {
  readonly list: AddressList;
  readonly menu: ListMenu<Options>;
  readonly box: AddressBox;
  readonly sending: Sending;
  readonly foresight: Foresight;
  readonly names: InviteeNames;
  readonly subaccounts: SubaccountChoice;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: FormOptions;
  #scope: AccountScope | undefined;
  /** What the backend can do is known. */
  #isReady = false;
  #known: KnownPeople | undefined;
  #settings: InviteSettings = NO_SETTINGS;
  /** The settings with what they were completed by: every control asks for them at every render. */
  #completed: { readonly from: readonly unknown[]; readonly settings: InviteSettings } = {
    from: [],
    settings: NO_SETTINGS,
  };
  #groups: readonly Group[] = [];
  #asksDiscard = false;

  constructor(host: ReactiveControllerHost & HTMLElement, options: FormOptions) {
    addEnglish(words);
    this.#host = host;
    this.#options = options;
    this.menu = new FormMenu(
      host,
      {
        popover: () => this.#find('#options') ?? undefined,
        returnFocus: (trigger) => trigger.focus(),
      },
      SHEETS,
    );
    this.list = new AddressList({
      known: (key) => (this.sending.wasSent(key) ? 'invited' : this.#known?.known(key)),
    });
    this.box = new AddressBox(this);
    this.sending = new Sending(this);
    this.foresight = new Foresight(this);
    this.names = new InviteeNames(this);
    this.subaccounts = new SubaccountChoice(this, () => this.menu.close());
  }

  get t(): Translator {
    return this.#options.t();
  }

  get scope(): AccountScope {
    return this.#options.scope() as AccountScope;
  }

  get settings(): InviteSettings {
    const { account, subaccountId } = this.scope;
    const from = [this.#settings, account, subaccountId];
    if (from.some((part, n) => part !== this.#completed.from[n]))
      this.#completed = { from, settings: withDefaults(this.#settings, this.scope) };
    return this.#completed.settings;
  }

  get groups(): readonly Group[] {
    return this.#groups;
  }

  get asksDiscard(): boolean {
    return this.#asksDiscard;
  }

  get count(): number {
    return this.list.sendable.length;
  }

  get decision(): Decision | undefined {
    const { count, settings } = this;
    return count > 0 ? this.scope.decide(question(settings, count)) : undefined;
  }

  get hasContent(): boolean {
    return this.list.entries.length > 0 || this.box.draft.trim() !== '' || this.names.isWaiting;
  }

  get isRtl(): boolean {
    return this.#options.isRtl();
  }

  readonly roleLabel = (id: string): string | undefined => roleLabels(this.scope)(id);

  say(text: string): void {
    this.#options.say(text);
  }

  close(): void {
    this.#options.close();
  }

  render(): TemplateResult {
    return formView(this);
  }

  /** Goes over to the account that the page has now. */
  follow(): void {
    const scope = this.#options.scope();
    const isReady = scope?.account.status === 'ready';
    if (scope === this.#scope && isReady === this.#isReady) return;
    this.#isReady = isReady;
    if (scope === this.#scope) return this.#lookUp();
    this.#known?.release();
    this.#scope = scope;
    this.#groups = [];
    this.foresight.forget();
    this.subaccounts.release();
    this.#known =
      scope &&
      new KnownPeople(scope, () => {
        this.list.recheck();
        this.changed();
      });
    this.#lookUp();
    void this.#readGroups(scope);
  }

  /** Called whenever the dialog opens. */
  opened(text: string | undefined, roleId: string | undefined): void {
    if (roleId !== undefined && !this.hasContent) this.set({ roleId });
    this.#known?.forget();
    this.#lookUp();
    this.foresight.look();
    if (text !== undefined) void this.box.add(text);
  }

  /** Also called whenever the dialog closes: what nobody looks at is not looked up. */
  stopLooking(): void {
    this.foresight.release();
    this.subaccounts.release();
  }

  listChanged(): void {
    this.names.settle();
    this.sending.forgetGone();
    this.#lookUp();
    this.foresight.look();
    this.changed();
  }

  changed(): void {
    this.#host.requestUpdate();
  }

  set(part: Partial<InviteSettings>): void {
    this.#settings = { ...this.#settings, ...part };
    this.foresight.look();
    this.changed();
  }

  setGroup(kind: GroupKind, id: string): void {
    const part = kind === 'chat' ? 'chatGroupId' : 'groupId';
    const { [part]: _, ...others } = this.#settings;
    this.#settings = id === '' ? others : { ...others, [part]: id };
    this.changed();
  }

  startAgain(): void {
    this.clear();
    this.focus('textarea');
  }

  /** Whether the dialog may close. If something would be lost it asks instead, and a second time takes that for no. */
  mayClose(): boolean {
    if (!this.hasContent || this.sending.isUnderWay) return true;
    this.#asksDiscard = !this.#asksDiscard;
    this.changed();
    this.focus(this.#asksDiscard ? '.keep' : 'textarea');
    return false;
  }

  keep(): void {
    this.#asksDiscard = false;
    this.changed();
    this.focus('textarea');
  }

  discard(): void {
    this.clear();
    this.close();
  }

  /** Empties the form for the next time. */
  clear(): void {
    this.#asksDiscard = false;
    this.#settings = NO_SETTINGS;
    this.sending.clear();
    this.names.clear();
    this.box.clear();
    this.changed();
  }

  focus(selector: string): void {
    void this.#host.updateComplete.then(() => this.#find(selector)?.focus());
  }

  reveal(selector: string): void {
    void this.#host.updateComplete.then(() =>
      this.#find(selector)?.scrollIntoView({ block: 'nearest' }),
    );
  }

  /** Ends what is under way, when the element leaves the page. */
  release(): void {
    this.#known?.release();
    this.stopLooking();
    this.sending.abort();
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
  }

  async #readGroups(scope: AccountScope | undefined): Promise<void> {
    if (!scope?.adapter.groups) return;
    const groups = await scope.adapter.groups().catch(() => []);
    if (scope !== this.#scope) return;
    this.#groups = groups;
    this.changed();
  }

  #lookUp(): void {
    this.#known?.ask(this.list.entries.filter(({ kind }) => kind !== 'invalid'));
  }
}
