import { ACTION_SHAPES } from '../../domain/index.ts';

/** What this backend leaves to others: money, what happens in the room of an event, contacts, and what it keeps nothing of. */
const LEFT_OUT =
  /^(billing|addon|plan|subscription|organization|settings|contact)\.|^event\.(run|share|record|view-attendees|moderate-chat)$|^user\.(list-sessions|view-recordings)$|^subaccount\.(export|buy-addon|change-plan)$/;

/** Everything it can carry out, by name: it is advertised before the code is there. A test holds it against the handlers. */
export const DOABLE: readonly string[] = Object.keys(ACTION_SHAPES).filter(
  (action) => !LEFT_OUT.test(action),
);
