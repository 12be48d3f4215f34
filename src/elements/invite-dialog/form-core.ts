import type { Translator } from '../../i18n/index.ts';
import type { AccountScope, AddressList } from '../../state/index.ts';
import type { InviteSettings } from './invite-settings.ts';

/** What the parts of the form need of it. */
export interface FormCore {
  readonly t: Translator;
  readonly scope: AccountScope;
  readonly isRtl: boolean;
  readonly list: AddressList;
  /** The settings, with a role and a type to begin with. */
  readonly settings: InviteSettings;
  /** What the backend or the policy calls a role, if they have a word for it. */
  readonly roleLabel: (id: string) => string | undefined;
  set(part: Partial<InviteSettings>): void;
  /** Draws the form again. */
  changed(): void;
  /** The list of addresses is another. */
  listChanged(): void;
  /** Nothing more is found out about the list, until it changes. */
  stopLooking(): void;
  /** Focuses what will be there after the next update. */
  focus(selector: string): void;
  /** Scrolls to what will be there after the next update. */
  reveal(selector: string): void;
  /** Tells a screen reader. */
  say(text: string): void;
}
