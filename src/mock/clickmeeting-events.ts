import type { MemoryOptions, MemoryPerson } from '../adapter/memory/index.ts';
import type { EventLink, EventRecord } from '../domain/index.ts';
import { personName, type PersonRecord } from '../domain/index.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Name, whose it is (the host is the first), and in how many hours it begins. */
const EVENTS: readonly (readonly [id: string, name: string, organiser: number, hours: number])[] = [
  ['ev_tour', 'Visite guidée du produit', 0, 2],
  ['ev_onboarding', 'Onboarding for new customers', 1, 26],
  ['ev_town-hall', 'Town hall', 0, 96],
];

const LINKS: readonly (readonly [id: string, roleId: string, eventId: string, label?: string])[] = [
  ['lk_ada', 'presenter', 'ev_tour', 'Ada Lindqvist'],
  ['lk_sam', 'speaker', 'ev_tour', 'Samir Haddad'],
  ['lk_chat', 'moderator', 'ev_tour'],
  ['lk_noa', 'presenter', 'ev_onboarding', 'Noa Ben-David'],
];

/** The events of an account and whoever is in them by a link (CM-5, CM-7, CM-9, CM-10). */
export function eventsOf(
  people: readonly MemoryPerson[],
  now: number,
): Required<Pick<MemoryOptions, 'events' | 'links'>> {
  const events = EVENTS.map(([id, name, organiser, hours]): EventRecord => {
    const person = people[organiser];
    return {
      id,
      name,
      status: 'planned',
      startsAt: new Date(now + hours * HOUR).toISOString(),
      ...(person && {
        organiserId: person.id,
        organiserName: personName(person as PersonRecord),
      }),
    };
  });
  const links = LINKS.map(([id, roleId, eventId, label], n): EventLink => {
    const createdAt = new Date(now - (LINKS.length - n) * DAY).toISOString();
    return { id, roleId, eventId, createdAt, ...(label !== undefined && { label }) };
  });
  return { events, links };
}
