import type { ProblemKind } from '../adapter/problem.ts';
import type { AccountCommandEvent } from './command-event.ts';
import type { Intent } from './holds.ts';
import type { Outcome } from './outcome.ts';
import { OUTWARD } from './outward.ts';
import { SubaccountChangedEvent, SubaccountRequestEvent } from './subaccounts/subaccount-events.ts';

export type { Intent };
export { SubaccountChangedEvent, SubaccountRequestEvent };

/** Fired after: one outcome per command, in their order. */
export class AccountOutcomeEvent extends Event {
  static readonly eventName = 'account-outcome';
  readonly outcomes: readonly Outcome[];
  readonly source: string;

  constructor(outcomes: readonly Outcome[], source: string) {
    super(AccountOutcomeEvent.eventName, OUTWARD);
    this.outcomes = outcomes;
    this.source = source;
  }

  redispatch(target: EventTarget): void {
    target.dispatchEvent(new AccountOutcomeEvent(this.outcomes, this.source));
  }
}

/** Any problem, for the host's telemetry. Holds no personal data. */
export class AccountProblemEvent extends Event {
  static readonly eventName = 'account-problem';
  readonly kind: ProblemKind;
  readonly code: string | undefined;
  /** The action, or the read, that met it. */
  readonly action: string;
  readonly durationMs: number;
  readonly traceId: string | undefined;

  constructor(
    problem: { kind: ProblemKind; code?: string | undefined; traceId?: string | undefined },
    action: string,
    durationMs: number,
  ) {
    super(AccountProblemEvent.eventName, OUTWARD);
    this.kind = problem.kind;
    this.code = problem.code;
    this.traceId = problem.traceId;
    this.action = action;
    this.durationMs = durationMs;
  }

  redispatch(target: EventTarget): void {
    target.dispatchEvent(new AccountProblemEvent(this, this.action, this.durationMs));
  }
}

/** The backend no longer knows who is asking. Sign in again, then call `resume()`: everything waiting goes on. */
export class SessionExpiredEvent extends Event {
  static readonly eventName = 'session-expired';
  readonly resume: () => void;

  constructor(resume: () => void) {
    super(SessionExpiredEvent.eventName, OUTWARD);
    this.resume = resume;
  }

  redispatch(target: EventTarget): void {
    target.dispatchEvent(new SessionExpiredEvent(this.resume));
  }
}

/** What the person has at hand already when they ask to invite people. */
export interface InviteRequest {
  /** Addresses in whatever form, as they would be pasted. */
  readonly text?: string;
  /** The role that they are to have, if the actor may give it. */
  readonly roleId?: string;
}

/**
 * Dispatched on a scope to ask for the form by which people are invited: `scope.dispatchEvent(new InviteRequestEvent())`. The
 * first `<invite-dialog>` of that scope opens; a host with a form of its own cancels it where it bubbles.
 */
export class InviteRequestEvent extends Event {
  static readonly eventName = 'invite-request';
  readonly text: string | undefined;
  readonly roleId: string | undefined;
  #isAnswered = false;

  constructor({ text, roleId }: InviteRequest = {}) {
    super(InviteRequestEvent.eventName, { ...OUTWARD, cancelable: true });
    this.text = text;
    this.roleId = roleId;
  }

  /** Whether some form is going to open. */
  get isAnswered(): boolean {
    return this.#isAnswered || this.defaultPrevented;
  }

  /** Takes the request on; false where another has already. */
  answer(): boolean {
    if (this.isAnswered) return false;
    this.#isAnswered = true;
    return true;
  }

  redispatch(target: EventTarget): void {
    const { roleId, text } = this;
    const again = new InviteRequestEvent({
      ...(text !== undefined && { text }),
      ...(roleId !== undefined && { roleId }),
    });
    if (!target.dispatchEvent(again)) this.preventDefault();
  }
}

/**
 * Dispatched on a scope to ask for one person's page: `scope.dispatchEvent(new PersonRequestEvent(id))`, as a `<user-table>` does
 * for the row that is opened. The first `<user-panel>` of that scope shows it; a host with a page of its own cancels it where it
 * bubbles.
 */
export class PersonRequestEvent extends Event {
  static readonly eventName = 'person-request';
  readonly personId: string;
  #isAnswered = false;

  constructor(personId: string) {
    super(PersonRequestEvent.eventName, { ...OUTWARD, cancelable: true });
    this.personId = personId;
  }

  /** Takes the request on; false where another has already, or the page does not want it. */
  answer(): boolean {
    if (this.#isAnswered || this.defaultPrevented) return false;
    this.#isAnswered = true;
    return true;
  }

  redispatch(target: EventTarget): void {
    if (!target.dispatchEvent(new PersonRequestEvent(this.personId))) this.preventDefault();
  }
}

/** The events a scope sends, by name. */
export interface ScopeEventMap {
  'account-command': AccountCommandEvent;
  'account-outcome': AccountOutcomeEvent;
  'account-problem': AccountProblemEvent;
  'session-expired': SessionExpiredEvent;
  'invite-request': InviteRequestEvent;
  'person-request': PersonRequestEvent;
  'subaccount-changed': SubaccountChangedEvent;
  'subaccount-request': SubaccountRequestEvent;
}

/** An `EventTarget` that knows the events of a scope by name. */
export interface ScopeEventTarget extends EventTarget {
  addEventListener<K extends keyof ScopeEventMap>(
    type: K,
    listener: (event: ScopeEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof ScopeEventMap>(
    type: K,
    listener: (event: ScopeEventMap[K]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | EventListenerOptions,
  ): void;
}
export const ScopeEventTarget = EventTarget as new () => ScopeEventTarget;

export const SCOPE_EVENTS = [
  'account-command',
  'account-outcome',
  'account-problem',
  'session-expired',
  'invite-request',
  'person-request',
  'subaccount-changed',
  'subaccount-request',
] as const satisfies readonly (keyof ScopeEventMap)[];

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- declaration merging needs an interface
  interface HTMLElementEventMap extends ScopeEventMap {}
}
