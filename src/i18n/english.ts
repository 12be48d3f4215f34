import en from './locales/en.ts';
import type access from './locales/en-access.ts';
import type dialog from './locales/en-dialog.ts';
import type invite from './locales/en-invite.ts';
import type csv from './locales/en-csv.ts';
import type panel from './locales/en-panel.ts';
import type later from './locales/en-later.ts';
import type managerActs from './locales/en-manager-acts.ts';
import type manager from './locales/en-manager.ts';
import type notes from './locales/en-notes.ts';
import type permissions from './locales/en-permissions.ts';
import type seats from './locales/en-seats.ts';
import type subaccounts from './locales/en-subaccounts.ts';
import type { Message } from './message.ts';

/** All that the kit says, in English. */
export type English = typeof en &
  typeof access &
  typeof dialog &
  typeof csv &
  typeof invite &
  typeof later &
  typeof manager &
  typeof notes &
  typeof managerActs &
  typeof panel &
  typeof permissions &
  typeof seats &
  typeof subaccounts;

/** English as far as it was fetched: what the first paint says, and what came along with code fetched later. */
export const english: Readonly<Record<string, Message>> = { ...en };

/** Adds the words of a part that is fetched on demand. It calls this itself, so that none of its words can be missing. */
export function addEnglish(messages: Readonly<Record<string, Message>>): void {
  Object.assign(english, messages);
}
