import type { Capabilities } from '../../adapter/capabilities.ts';
import { AdapterError } from '../../adapter/problem.ts';
import type { EventLink, EventQuery, EventRecord, LinkQuery } from '../../domain/index.ts';
import { ListWindow } from '../list-window.ts';
import type { ListWindows } from '../list-windows.ts';
import type { WindowSource } from '../people-window.ts';
import { checkEvents, checkLinks } from './check.ts';

export type EventWindows = ListWindows<EventQuery, EventRecord, EventWindow>;
export type LinkWindows = ListWindows<LinkQuery, EventLink, LinkWindow>;

/** How a list is paged, if the backend has it. */
async function pagingOf(
  { capabilities }: WindowSource,
  list: 'events' | 'links',
): Promise<NonNullable<Capabilities['links']>> {
  return (await capabilities())[list] ?? unsupported(list);
}

function unsupported(list: 'events' | 'links'): never {
  throw new AdapterError({ kind: 'unsupported', title: `This backend lists no ${list}` });
}

/** A live view onto the events that the actor may do something in. */
export class EventWindow extends ListWindow<EventRecord> {
  readonly query: EventQuery;

  constructor(query: EventQuery, source: WindowSource, released: () => void) {
    const { adapter, call, changed, line } = source;
    super({
      line,
      changed,
      released,
      action: 'event.list',
      path: 'events()',
      paging: () => pagingOf(source, 'events'),
      ask: async (part, signal) =>
        checkEvents(
          await (adapter.events?.({ ...query, ...part }, { ...call(), signal }) ??
            unsupported('events')),
        ),
    });
    this.query = query;
  }
}

/** A live view onto the links by which people without an account are in events. Their addresses are no part of it. */
export class LinkWindow extends ListWindow<EventLink> {
  readonly query: LinkQuery;

  constructor(query: LinkQuery, source: WindowSource, released: () => void) {
    const { adapter, call, changed, line } = source;
    super({
      line,
      changed,
      released,
      action: 'link.list',
      path: 'links()',
      paging: () => pagingOf(source, 'links'),
      ask: async (part, signal) =>
        checkLinks(
          await (adapter.links?.({ ...query, ...part }, { ...call(), signal }) ??
            unsupported('links')),
        ),
    });
    this.query = query;
  }
}
