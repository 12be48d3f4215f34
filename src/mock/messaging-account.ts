import type { MemoryOptions, MemoryPerson } from '../adapter/memory/index.ts';
import messaging from '../policy/presets/messaging.ts';
import type { RoleDef } from '../policy/index.ts';
import { generatePeople } from './people.ts';
import { createRandom } from './random.ts';
import { generateSubaccounts } from './subaccounts.ts';

export interface MessagingAccountOptions {
  readonly seed?: number;
  readonly count?: number;
  /** Stops the backend's clock at this moment. Absent: it runs with the real one. */
  readonly now?: Date | number;
  /** Custom roles of the account. */
  readonly roles?: readonly RoleDef[];
  /** How many sub-accounts. Default 40. */
  readonly subaccounts?: number;
}

const SUBACCOUNTS = 40;

/** What the product does not know, and so does not offer. */
export const NOT_IN_MESSAGING = [
  'user.change-type', 'user.assign-addon', 'user.assign-product', 'user.assign-group', 'user.transfer-seat',
  'user.transfer-ownership', 'user.leave', 'user.reset-password', 'user.revoke-sessions', 'user.set-expiry',
  'invitation.copy-link', 'account.convert-type', 'account.unlink-type', 'account.set-default-type',
  'subaccount.resize', 'subaccount.reassign', 'subaccount.cancel', 'subaccount.delete', 'subaccount.resend-activation',
  'subaccount.buy', 'seat.buy', 'license.add',
]; // prettier-ignore

/**
 * Everything `createMemoryAdapter` needs for a messaging account as a product would really have it: branches of a business,
 * each with its managers, and admins over all of them (MS-4 to MS-9).
 */
export function messagingAccount(options: MessagingAccountOptions = {}): MemoryOptions {
  const { seed = 1, count, now, roles } = options;
  const random = createRandom(seed);
  const subaccounts = generateSubaccounts(options.subaccounts ?? SUBACCOUNTS, seed);
  const generated = generatePeople({
    seed,
    ...(count !== undefined && { count }),
    ...(now !== undefined && { now }),
  });
  const people = generated.map((person, n): MemoryPerson => {
    const { userType: _type, addons: _addons, awaiting: _awaiting, externalContacts: _contacts, ...rest } = person; // prettier-ignore
    if (person.roleId !== 'member') return { ...rest, roleId: 'admin' };
    // The first few are spread, so that also a small account has managers in several.
    const at = n < 2 * subaccounts.length ? n % subaccounts.length : random.int(subaccounts.length);
    const home = subaccounts[at];
    return { ...rest, roleId: 'manager', ...(home && { subaccountIds: [home.id] }) };
  });
  return {
    people,
    subaccounts,
    policy: messaging,
    without: NOT_IN_MESSAGING,
    ...(roles && { roles }),
    ...(now !== undefined && { now: () => now }),
  };
}
