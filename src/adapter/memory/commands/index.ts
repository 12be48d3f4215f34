import type { Handlers } from '../act.ts';
import { invitationCommands } from './invitation.ts';
import { userCommands } from './user.ts';

/** Everything the backend can carry out. To add an action, add it to the file of its noun. */
export const HANDLERS: Handlers = {
  ...userCommands,
  ...invitationCommands,
};
