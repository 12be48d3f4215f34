import type { Handlers } from '../act.ts';
import { accountCommands } from './account.ts';
import { attributeCommands } from './attribute.ts';
import { groupCommands } from './group.ts';
import { linkCommands } from './link.ts';
import { roleCommands } from './role.ts';
import { seatCommands } from './seat.ts';
import { subaccountCommands } from './subaccount.ts';

/** Nouns beside people, which a page of people may never touch: loaded with the first command about one of them. */
export const laterCommands: Handlers = {
  ...subaccountCommands,
  ...groupCommands,
  ...attributeCommands,
  ...roleCommands,
  ...linkCommands,
  ...seatCommands,
  ...accountCommands,
};
