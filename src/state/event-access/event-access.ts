import { isRef, type EventLink, type EventRecord, type Ref } from '../../domain/index.ts';
import { ListWindows } from '../list-windows.ts';
import type { Outcome } from '../outcome.ts';
import type { WindowSource } from '../people-window.ts';
import { EventWindow, LinkWindow, type EventWindows, type LinkWindows } from './windows.ts';

/** What the page knows of events, and of the links by which people are in them. */
export class EventAccess {
  readonly events: EventWindows;
  readonly links: LinkWindows;

  constructor(source: WindowSource) {
    this.events = new ListWindows((query, released) => new EventWindow(query, source, released));
    this.links = new ListWindows((query, released) => new LinkWindow(query, source, released));
  }

  get refreshing(): boolean {
    return this.events.refreshing || this.links.refreshing;
  }

  /** What a command points at, as it was last read. */
  find({ kind, id }: Ref): EventLink | EventRecord | undefined {
    if (kind === 'link') return this.links.find(id);
    return kind === 'event' ? this.events.find(id) : undefined;
  }

  /** The backend said what became of a link. */
  done({ command: { target }, value }: Outcome & { readonly status: 'done' }): void {
    if (!isRef(target) || target.kind !== 'link') return;
    if (value && 'roleId' in value) this.links.learned(target.id, value);
    else if (value === null) this.links.left(target.id);
  }

  /** Reads again what topics say is stale. */
  refresh(topics?: ReadonlySet<string>): void {
    if (!topics || topics.has('links')) this.links.refresh();
    if (!topics || topics.has('events')) this.events.refresh();
  }

  /** The page is about another sub-account. */
  reset(): void {
    this.events.reset();
    this.links.reset();
  }

  close(): void {
    this.events.close();
    this.links.close();
  }
}
