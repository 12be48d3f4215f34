import type { Handlers } from '../act.ts';
import { accountCommands } from './account.ts';
import { attributeCommands } from './attribute.ts';
import { eventCommands } from './event.ts';
import { groupCommands } from './group.ts';
import { invitationCommands } from './invitation.ts';
import { linkCommands } from './link.ts';
import { roleCommands } from './role.ts';
import { seatCommands } from './seat.ts';
import { subaccountCommands } from './subaccount.ts';
import { userCommands } from './user.ts';

/** Everything the backend can carry out. To add an action, add it to the file of its noun. */
export const HANDLERS: Handlers = {
  ...userCommands,
  ...invitationCommands,
  ...subaccountCommands,
  ...groupCommands,
  ...attributeCommands,
  ...roleCommands,
  ...linkCommands,
  ...eventCommands,
  ...seatCommands,
  ...accountCommands,
};
