import type {
  EventLink,
  EventRecord,
  EventRequest,
  LinkRequest,
  Page,
} from '../../domain/index.ts';
import type { Capabilities, Paging } from '../capabilities.ts';
import { malformed } from '../malformed.ts';
import type { AccountAdapter, Call } from '../port.ts';
import { isObject, thingsOf } from './records.ts';

/** A list that the backend pages itself. */
export interface PagedSource<Request, T> {
  readonly paging: Paging;
  read(request: Request, call: Call): Page<T> | Promise<Page<T>>;
}

/** Events, and the links by which people without an account are in them, where a backend has them. */
export interface AccessSource {
  readonly events?: PagedSource<EventRequest, EventRecord>;
  readonly links?: PagedSource<LinkRequest, EventLink> & {
    /** The address of one of them, for whoever copies it. */
    address(id: string, call: Call): string | Promise<string>;
  };
}

type Guard = <T>(
  what: string,
  call: Call | undefined,
  go: (call: Call) => T | Promise<T>,
) => Promise<T>;

/** What of it is declared. */
export function accessCapabilities({
  events,
  links,
}: AccessSource): Pick<Capabilities, 'events' | 'links'> {
  return {
    ...(events && { events: events.paging }),
    ...(links && { links: links.paging }),
  };
}

/** The methods for what a source has of it. */
export function accessOf(
  { events, links }: AccessSource,
  guard: Guard,
): Pick<AccountAdapter, 'events' | 'links' | 'linkAddress'> {
  const page = async <Request, T>(
    what: string,
    source: PagedSource<Request, T>,
    request: Request,
    call: Call,
  ): Promise<Page<T>> => {
    const given: unknown = await source.read(request, call);
    if (!isObject(given)) throw malformed(`${what} should be a page`);
    return { ...given, items: thingsOf(given['items'], what) as unknown as T[] };
  };
  return {
    ...(events && {
      events: (request, call) => guard('events', call, (by) => page('events', events, request, by)),
    }),
    ...(links && {
      links: (request, call) => guard('links', call, (by) => page('links', links, request, by)),
      linkAddress: (id, call) => guard('linkAddress', call, async (by) => links.address(id, by)),
    }),
  };
}
