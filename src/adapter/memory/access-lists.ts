import type {
  EventLink, EventRecord, EventRequest, LinkRequest, Page, Person, PersonRecord,
} from '../../domain/index.ts'; // prettier-ignore
import type { Link } from './account-data.ts';
import { fail } from '../fail.ts';
import { frozen } from '../frozen.ts';
import { pageOf } from '../list/paging.ts';
import type { Moment } from './moment.ts';
import type { Store } from './store.ts';

/** What somebody may do in an event: whoever may do none of it is not told that there is one. */
const IN_THE_ROOM = [
  'event.run', 'event.start', 'event.end', 'event.share', 'event.record', 'event.view-attendees', 'event.moderate-chat',
]; // prettier-ignore

/** Events, and the links into them, as far as somebody may see them. */
export interface AccessLists {
  events(request: EventRequest, moment: Moment): Page<EventRecord>;
  links(request: LinkRequest, moment: Moment): Page<EventLink>;
  /** One of them, with its address; ends the call where there is none that the actor may see. */
  link(id: string, moment: Moment): Link;
}

export function createAccessLists(store: Store): AccessLists {
  // Who may take a link away may have it, and nobody else: its address is as good as the role.
  const isTheirs = (one: Link, { guard }: Moment): boolean =>
    guard.refuses({ id: one.id, action: 'link.revoke' }, one) === undefined;

  return {
    events: ({ ids, ...at }, { actor, guard }) => {
      const found = eventsFor(actor, store.account.events ?? []).filter(
        (event) =>
          (!ids || ids.includes(event.id)) &&
          IN_THE_ROOM.some(
            (action) => guard.refuses({ id: event.id, action }, event) === undefined,
          ),
      );
      return pageOf(found.sort(byMoment), at, frozen);
    },
    links: ({ eventIds, ...at }, moment) => {
      const found = store.account.links.filter(
        (one) => (!eventIds || eventIds.includes(one.eventId ?? '')) && isTheirs(one, moment),
      );
      return pageOf(found, at, withoutAddress);
    },
    link: (id, moment) => {
      const found = store.account.links.find((one) => one.id === id) ?? fail('not-found');
      moment.guard.check({ id, action: 'link.revoke' }, found);
      return found;
    },
  };
}

/** The address that is handed out for a link. */
export function addressOf({ id, address }: Link): string {
  return address ?? `https://event.example/enter/${encodeURIComponent(id)}`;
}

/** A link as anybody is told of it. */
export function withoutAddress({ address: _address, ...link }: Link): EventLink {
  return frozen(link);
}

/** Whoever holds a link, as the rules see them: someone without an account, who has one role. */
export function holderOf(links: readonly Link[], id: string): PersonRecord | undefined {
  const link = links.find((one) => one.id === id);
  return link && frozen({ ...withoutAddress(link), email: '', status: 'active' as const });
}

/** The events there are for somebody: for whoever came by a link into one, that one. */
export function eventsFor(
  actor: Person & { readonly eventId?: string },
  events: readonly EventRecord[],
): EventRecord[] {
  return events.filter(({ id }) => actor.eventId === undefined || actor.eventId === id);
}

/** Those that run first, then those to come, the next one first; what is over comes last. */
function byMoment(a: EventRecord, b: EventRecord): number {
  return (
    placeOf(a) - placeOf(b) ||
    (a.startsAt ?? '').localeCompare(b.startsAt ?? '') ||
    a.name.localeCompare(b.name)
  );
}

function placeOf({ status = 'planned' }: EventRecord): number {
  return ['running', 'planned', 'ended'].indexOf(status);
}
