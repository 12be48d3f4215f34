import type { Action } from './actions.ts';

/** Where an event stands. */
export const EVENT_STATUSES = ['planned', 'running', 'ended'] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

/** Something that people come together in: a webinar, a meeting. */
export interface EventRecord {
  readonly id: string;
  readonly name: string;
  /** Absent: not told. */
  readonly status?: EventStatus;
  /** ISO 8601 with an offset. */
  readonly startsAt?: string;
  /** Whose event it is; who has a login of their own needs no link to it (CM-5). */
  readonly organiserId?: string;
  /** What they are called, for whoever may not see people. */
  readonly organiserName?: string;
  readonly version?: string;
}

/**
 * An event role that is held through a link: whoever opens it holds the role, without an account (CM-7, CM-9, CM-10). The
 * address itself is a secret and no part of this.
 */
export interface EventLink {
  readonly id: string;
  readonly roleId: string;
  /** Absent: it leads into every event. */
  readonly eventId?: string;
  /** Whom it was made for, in the words of whoever made it. */
  readonly label?: string;
  /** Single actions taken away from whoever holds it (CM-8). */
  readonly restricted?: readonly Action[];
  /** ISO 8601 with an offset. */
  readonly createdAt?: string;
  readonly version?: string;
}

/** Which events. Plain data. */
export interface EventQuery {
  /** Only those of these ids that there are. */
  readonly ids?: readonly string[];
}

/** Which links. Plain data. */
export interface LinkQuery {
  /** Only those into these events. Absent: all, also those that lead into every event. */
  readonly eventIds?: readonly string[];
}

/** A page of events, those to come first, in the order in which the backend lists them. */
export interface EventRequest extends EventQuery {
  /** How many rows at most; an adapter may give fewer. */
  readonly size?: number;
  /** Absent: from the start. `{ offset }` only where `capabilities.events.jump` is true. */
  readonly at?: string | { readonly offset: number };
}

/** A page of links, oldest first. */
export interface LinkRequest extends LinkQuery {
  /** How many rows at most; an adapter may give fewer. */
  readonly size?: number;
  /** Absent: from the start. `{ offset }` only where `capabilities.links.jump` is true. */
  readonly at?: string | { readonly offset: number };
}
