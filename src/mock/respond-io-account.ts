import type { MemoryOptions, MemoryPerson } from '../adapter/memory/index.ts';
import respondIo from '../policy/presets/respond-io.ts';
import type { RoleDef } from '../policy/index.ts';
import { generatePeople } from './people.ts';
import { createRandom } from './random.ts';
import { generateSubaccounts } from './subaccounts.ts';

export interface RespondIoAccountOptions {
  readonly seed?: number;
  readonly count?: number;
  /** Stops the backend's clock at this moment. Absent: it runs with the real one. */
  readonly now?: Date | number;
  /** Custom roles of the organisation. */
  readonly roles?: readonly RoleDef[];
  /** How many workspaces. Default 14: more than can be given at once to someone who is added (RI-11). */
  readonly subaccounts?: number;
}

const WORKSPACES = 14;

/** What the product does not know, and so does not offer. */
const NOT_IN_RESPOND_IO = [
  'user.change-type', 'user.assign-addon', 'user.assign-product', 'user.assign-group', 'user.suspend', 'user.reactivate',
  'user.deactivate', 'user.unlink', 'user.transfer-seat', 'user.transfer-ownership', 'user.leave', 'user.reset-password',
  'user.revoke-sessions', 'user.set-expiry', 'invitation.copy-link', 'account.convert-type', 'account.unlink-type',
  'account.set-default-type', 'subaccount.resize', 'subaccount.reassign', 'subaccount.cancel', 'subaccount.delete',
  'subaccount.resend-activation', 'subaccount.buy', 'seat.buy', 'license.add',
]; // prettier-ignore

/** Who the first few are, who are here whatever the seed; whoever else runs something is one of them in turn. */
const FIRST = ['org-admin', 'billing-admin', 'user-admin', 'org-admin'] as const;
const OTHERS = ['user-admin', 'billing-admin'] as const;

/**
 * Everything `createMemoryAdapter` needs for an organisation as a product would really have it: two organisation admins, some
 * of each other kind, and members of one to three workspaces (RI-2 to RI-5).
 */
export function respondIoAccount(options: RespondIoAccountOptions = {}): MemoryOptions {
  const { seed = 1, count, now, roles } = options;
  const random = createRandom(seed);
  const subaccounts = generateSubaccounts(options.subaccounts ?? WORKSPACES, seed);
  const generated = generatePeople({
    seed,
    ...(count !== undefined && { count }),
    ...(now !== undefined && { now }),
  });
  let admins = 0;
  const people = generated.map((person, n): MemoryPerson => {
    const { id, email, firstName, lastName, displayName, createdAt, invitedAt, lastActiveAt } = person; // prettier-ignore
    const isHere = n < FIRST.length || person.status !== 'pending';
    const runs = n < FIRST.length ? FIRST[n] : person.roleId === 'admin' && OTHERS[admins++ % 2];
    const home = random.int(Math.max(subaccounts.length, 1));
    const own = subaccounts.slice(home, home + 1 + random.int(3)).map((one) => one.id);
    return {
      id,
      email,
      roleId: runs || 'member',
      status: isHere ? 'active' : 'pending',
      ...(firstName !== undefined && { firstName }),
      ...(lastName !== undefined && { lastName }),
      ...(displayName !== undefined && { displayName }),
      ...(createdAt !== undefined && { createdAt }),
      ...(isHere ? lastActiveAt !== undefined && { lastActiveAt } : { invitedAt }),
      ...(!runs && { subaccountIds: own }),
    } as MemoryPerson;
  });
  return {
    people,
    subaccounts,
    policy: respondIo,
    without: NOT_IN_RESPOND_IO,
    ...(roles && { roles }),
    ...(now !== undefined && { now: () => now }),
  };
}
