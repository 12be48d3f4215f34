import type { Message } from '../message.ts';

/** English of `<invite-dialog>` before its form is there; it calls `addEnglish` with it. */
const dialog = {
  'invite.title': 'Invite people',
  'invite.unavailable': 'People cannot be invited here',
  'invite.loading': 'Loading the form…',
} as const satisfies Readonly<Record<string, Message>>;

export default dialog;
