import type { AccountAdapter, Call } from '../../adapter/port.ts';
import type {
  Action,
  ActionRegistry,
  Command,
  PersonRecord,
  Ref,
  Selection,
  Topic,
} from '../../domain/index.ts';
import type { Decision } from '../../policy/index.ts';
import type { ActivityPhase, Outcome } from '../outcome.ts';
import type { Line } from '../read.ts';
import type { Ticket } from '../ticket.ts';
import type { Thing } from './changes.ts';

/** What a backend promises about commands. */
export interface Backend {
  /** It refuses a command that was meant for an earlier version. */
  readonly versions: boolean;
  /** It does a command once, however often it is sent. */
  readonly idempotent: boolean;
  /** How many it takes in one call; absent: it takes them one by one. */
  readonly batch?: number;
}

/** What the way of a command needs of its scope. */
export interface PathHost {
  readonly adapter: AccountAdapter;
  readonly actions: ActionRegistry;
  readonly line: Line;
  /** Where intent is dispatched. */
  readonly events: EventTarget;
  readonly newId: () => string;
  /** Takes in a command that is part of an act under way. */
  readonly open: (command: Command, call: Call, act: string) => Ticket;
  readonly cancel: (commandId: string) => void;
  readonly show: (ticket: Ticket, phase: ActivityPhase, slow?: true) => void;
  /** Gives a command its ending. Says whether this was it. */
  readonly end: (ticket: Ticket, outcome: Outcome) => boolean;
  /** Resolves once enough is known to decide. */
  readonly ready: () => Promise<Backend>;
  /** The record of a person as a window shows it, if one does. */
  readonly known: (id: string) => PersonRecord | undefined;
  /** What is no person, as far as it is known: a sub-account, a link, an event. */
  readonly thing: (ref: Ref) => Thing | undefined;
  /** Reads everyone a selection is about. */
  readonly people: (
    selection: Selection,
    call: Call,
    signal: AbortSignal,
  ) => Promise<ReadonlyMap<string, PersonRecord>>;
  readonly offers: (action: Action) => boolean;
  /** Decides the commands as one act, on the people they are about. */
  readonly decideAll: (
    commands: readonly Command[],
    personOf: (id: string) => PersonRecord | undefined,
  ) => readonly Decision[];
  /** The decisions with the backend's own word on each, where it has one. Rejects only when the signal aborts. */
  readonly verdicts: (
    commands: readonly Command[],
    decisions: readonly Decision[],
    call: Call,
    signal: AbortSignal,
  ) => Promise<readonly Decision[]>;
  /** Whether a decision lets a command be sent: allowed, or not for the client to know. */
  readonly maySend: (decision: Decision) => boolean;
  /** Whether what is known of the account may no longer hold. */
  readonly outdated: () => boolean;
  /** Reads the account again. Never rejects. */
  readonly lookAgain: () => Promise<void>;
  /** A record was confirmed by the backend, or is gone (`null`). */
  readonly learned: (id: string, person: PersonRecord | null, call: Call) => void;
  /** A command was done, before anything is read again. */
  readonly done: (
    outcome: Outcome & { readonly status: 'done' },
    before: Thing | undefined,
    ticket: Ticket,
  ) => void;
  /** What an act made stale, once all of it has ended. */
  readonly invalidate: (topics: ReadonlySet<Topic>) => void;
}
