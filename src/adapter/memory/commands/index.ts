import type { Handler, Handlers } from '../act.ts';
import { fail } from '../fail.ts';
import { invitationCommands } from './invitation.ts';
import { userCommands } from './user.ts';

const NOW: Handlers = { ...userCommands, ...invitationCommands };
let later: Handlers | undefined;

/** What `later.ts` has, by name: it can be advertised before it is there. A test holds the two together. */
const LATER = [
  'subaccount.list', 'subaccount.view-data', 'subaccount.enter', 'subaccount.create', 'subaccount.edit', 'subaccount.resize',
  'subaccount.reassign', 'subaccount.cancel', 'subaccount.delete', 'subaccount.resend-activation', 'subaccount.buy',
  'group.create', 'group.edit', 'group.delete', 'attribute.create', 'attribute.edit', 'attribute.delete',
  'role.create', 'role.edit', 'role.delete', 'role.restrict', 'role.unrestrict', 'link.create', 'link.revoke',
  'license.add', 'seat.buy', 'account.convert-type', 'account.unlink-type', 'account.set-default-type',
  'account.set-default-group', 'account.move-group',
]; // prettier-ignore

/** Everything the backend can carry out. To add an action, add it to the file of its noun. */
export const DOABLE: readonly string[] = [...Object.keys(NOW), ...LATER];

/** What carries out an action, once `learn` has seen to it that it is there. */
export function handlerOf(action: string): Handler | undefined {
  return NOW[action] ?? later?.[action];
}

/** Loads what is needed to carry these out. Nothing to wait for when it is there. */
export function learn(actions: readonly string[]): Promise<void> | undefined {
  if (later || !actions.some((action) => LATER.includes(action))) return undefined;
  return import('./later.ts').then(
    ({ laterCommands }) => void (later = laterCommands),
    () => fail('network', 'not-loaded'),
  );
}
