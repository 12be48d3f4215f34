import { createAdapter, type CreatedAdapter } from '../create-adapter/index.ts';
import { malformed } from '../malformed.ts';

import { commandsOf } from './commands.ts';
import { DEFAULT_ROLES, type BetterAuthOptions } from './options.ts';
import { MAX_SIZE, Organization } from './organization.ts';
import { createRequests } from './requests.ts';

/** What an organization knows of nobody, so that no column stands empty. */
const NOTHING = {
  userType: [],
  department: [],
  jobTitle: [],
  location: [],
  manager: [],
  lastActiveAt: [],
};

/**
 * The way to an organization of better-auth: its members and those invited as one list.
 *
 * ```ts
 * createBetterAuthAdapter({ organizationId }); // with the session's cookie, at /api/auth
 * ```
 *
 * Memberships cannot be searched, nor sorted by name: that is done here, over as many as `maxPeople` allows. Nobody is
 * suspended within an organization, and there are neither seats nor versions; so none of that is offered.
 *
 * @throws TypeError if `baseUrl` is no address
 */
export function createBetterAuthAdapter(options: BetterAuthOptions = {}): CreatedAdapter {
  const { roles = DEFAULT_ROLES, teams = false, maxPeople } = options;
  const requests = createRequests(options);
  const organization = new Organization(
    requests,
    options,
    roles.map(({ id }) => id),
  );
  return createAdapter({
    id: 'better-auth',
    people: {
      paging: 'offset',
      maxSize: MAX_SIZE,
      fields: ['name', 'email', 'role', 'status', 'createdAt', 'invitedAt', 'expiresAt'],
      values: NOTHING,
      read: ({ offset, size }, call) => organization.people(offset, size, call),
    },
    person: (id, call) => organization.person(id, call),
    account: async (call) => {
      const [{ id, roleId, roleIds, status }, facts] = await Promise.all([
        organization.me(call),
        organization.counts(call),
      ]);
      const { now } = requests;
      return {
        actor: { id, roleId, status, ...(roleIds && { roleIds: roleIds.map(String) }) },
        facts,
        ...(now !== undefined && { now }),
      };
    },
    facts: ['roleCounts', 'pendingRoleCounts'],
    roles,
    manyRoles: true,
    commands: commandsOf({
      requests,
      organization,
      leastRole: roles.at(-1)?.id ?? 'member',
      teams,
    }),
    ...(teams && {
      groups: async (call) => {
        const organizationId = await organization.id(call);
        const all = await requests.get('/organization/list-teams', { organizationId }, call);
        if (!Array.isArray(all)) throw malformed('/organization/list-teams is no list');
        return (all as { id: string; name: string }[]).map(({ id, name }) => ({ id, label: name }));
      },
    }),
    ...(maxPeople !== undefined && { scanLimit: maxPeople }),
  });
}
