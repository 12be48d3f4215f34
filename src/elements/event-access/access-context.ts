import type { EventLink, EventRecord } from '../../domain/index.ts';
import type { SayOptions, Translator } from '../../i18n/index.ts';
import type { AccountScope } from '../../state/index.ts';
import type { LinkDraft } from './link-draft.ts';
import type { AccessReading } from './reading.ts';

/** What every part of the element needs. */
export interface AccessContext {
  readonly t: Translator;
  readonly scope: AccountScope;
  readonly reading: AccessReading;
  readonly say: SayOptions;
  /** The host wants it to be looked at only. */
  readonly readonly: boolean;
  /** The form that is open. */
  readonly form: LinkDraft | undefined;
  /** The closed control whose reason is being read: its key. */
  readonly explained: string | undefined;
  /** The link whose rights are open. */
  readonly rightsOf: string | undefined;
  /** The address of a link that the browser did not let be copied, until it is put away. */
  readonly uncopied: { readonly id: string; readonly address: string } | undefined;
  /** A word about a link, such as that it could not be read. */
  readonly noted: { readonly id: string; readonly text: string } | undefined;
  /** The person wanted seats, and this page sells none. */
  readonly unsold: boolean;
  readonly buy: (pool: string) => void;
  readonly act: AccessActs;
}

/** What a person does here. */
export interface AccessActs {
  openForm(event: EventRecord): void;
  editForm(parts: Partial<LinkDraft>): void;
  closeForm(): void;
  create(): void;
  copy(link: EventLink): void;
  putAway(): void;
  revoke(link: EventLink): void;
  toggleRights(link: EventLink): void;
  setRight(link: EventLink, right: string, isGiven: boolean): void;
  run(event: EventRecord): void;
  explain(key: string, text: string): void;
  retry(commandId: string): void;
  dismiss(commandId: string): void;
}
