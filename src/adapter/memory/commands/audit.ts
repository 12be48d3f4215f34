import type { Handlers } from '../act.ts';

/** Reading the trail is a method of the port; as a command it only asks whether one may. */
export const auditCommands: Handlers = {
  'audit.view': () => null,
};
