import type { KnownElsewhere, MemoryOptions } from '../adapter/memory/index.ts';
import type { Choice } from '../domain/index.ts';
import zoom from '../policy/presets/zoom.ts';
import type { RoleDef } from '../policy/index.ts';
import { generatePeople } from './people.ts';
import { GUEST_DOMAINS } from './workplaces.ts';

export interface ZoomAccountOptions {
  readonly seed?: number;
  readonly count?: number;
  /** Stops the backend's clock at this moment. Absent: it runs with the real one. */
  readonly now?: Date | number;
  /** Custom roles of the account, held by a few. */
  readonly roles?: readonly RoleDef[];
  /** Seats of every pool that nobody has. Default: room for some more, not for everybody. */
  readonly freeSeats?: number;
}

/** Seats bought beyond those taken, as a share. */
const ROOM = 0.06;

const GROUPS: readonly Choice[] = [
  { id: 'europe', label: 'Europe' },
  { id: 'americas', label: 'Amériques' },
  { id: 'webinars', label: 'Webinar hosts' },
  { id: 'interns', label: 'Stagiaires' },
];
const CHAT_GROUPS: readonly Choice[] = [
  { id: 'chat-all', label: 'Everyone' },
  { id: 'chat-frontline', label: 'Frontline' },
];
const ATTRIBUTES: readonly Choice[] = [{ id: 'cost-centre', label: 'Cost centre' }];

/** What the product does not know, and so does not offer. */
const NOT_IN_ZOOM = [
  'user.suspend', 'user.assign-product', 'user.transfer-seat', 'user.transfer-ownership', 'user.leave',
  'user.reset-password', 'user.revoke-sessions', 'user.set-expiry', 'invitation.copy-link', 'seat.buy',
]; // prettier-ignore

/** Everything `createMemoryAdapter` needs for a zoom account as a product would really have it. */
export function zoomAccount(options: ZoomAccountOptions = {}): MemoryOptions {
  const { seed, count, now, roles, freeSeats } = options;
  const people = generatePeople({
    policy: 'zoom',
    groups: GROUPS,
    chatGroups: CHAT_GROUPS,
    attributes: ATTRIBUTES,
    ...(seed !== undefined && { seed }),
    ...(count !== undefined && { count }),
    ...(now !== undefined && { now }),
    ...(roles && { roles }),
  });
  const seated = people.filter(
    ({ status = 'active' }) => status === 'active' || status === 'pending',
  );
  const bought = (taken: number, room = ROOM) =>
    taken + (freeSeats ?? Math.max(2, Math.round(taken * room)));
  const holders = (addon: string) => seated.filter(({ addons }) => addons?.includes(addon)).length;
  return {
    people,
    policy: zoom,
    userTypes: ['basic', 'licensed', 'on-prem'],
    baseType: 'basic',
    plan: 'business',
    features: ['groups', 'chat-groups', 'meeting-connector'],
    pools: {
      licensed: bought(seated.filter(({ userType }) => userType === 'licensed').length),
      'large-meeting': bought(holders('large-meeting'), 0.1),
      webinar: bought(holders('webinar'), 0.1),
    },
    groups: GROUPS,
    chatGroups: CHAT_GROUPS,
    attributes: ATTRIBUTES,
    without: NOT_IN_ZOOM,
    knownElsewhere,
    ...(roles && { roles }),
    ...(now !== undefined && { now: () => now }),
  };
}

/** Guests from outside have an account of their own already; one in five of them a paid one. */
function knownElsewhere(email: string): KnownElsewhere {
  const [local = '', domain = ''] = email.split('@');
  if (!GUEST_DOMAINS.includes(domain)) return false;
  return local.length % 5 === 0 ? 'paid' : 'join';
}
