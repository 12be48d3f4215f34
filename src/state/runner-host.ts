import type { AccountAdapter, Call } from '../adapter/port.ts';
import type { Action, ActionRegistry, Command, PersonRecord, Topic } from '../domain/index.ts';
import type { Decision } from '../policy/index.ts';
import type { Activities } from './activities.ts';
import type { Outcome } from './outcome.ts';
import type { Line } from './read.ts';

/** What a backend promises about commands. */
export interface Backend {
  /** It refuses a command that was meant for an earlier version. */
  readonly versions: boolean;
  /** It does a command once, however often it is sent. */
  readonly idempotent: boolean;
}

/** What the runner of commands needs of its scope. */
export interface RunnerHost {
  readonly adapter: AccountAdapter;
  readonly actions: ActionRegistry;
  readonly line: Line;
  readonly activities: Activities;
  /** Where intent and outcome are dispatched. */
  readonly events: EventTarget;
  readonly call: () => Call;
  readonly newId: () => string;
  /** Resolves once enough is known to decide. */
  readonly ready: () => Promise<Backend>;
  /** The record of a person as a window shows it, if one does. */
  readonly known: (id: string) => PersonRecord | undefined;
  readonly offers: (action: Action) => boolean;
  /** Decides the commands as one act, on the people they are about. */
  readonly decideAll: (
    commands: readonly Command[],
    personOf: (id: string) => PersonRecord | undefined,
  ) => readonly Decision[];
  /** Whether a decision lets a command be sent: allowed, or not for the client to know. */
  readonly maySend: (decision: Decision) => boolean;
  /** Whether what is known of the account may no longer hold. */
  readonly outdated: () => boolean;
  /** Reads the account again. Never rejects. */
  readonly lookAgain: () => Promise<void>;
  /** A record was confirmed by the backend, or is gone (`null`). */
  readonly learned: (id: string, person: PersonRecord | null) => void;
  /** A command was done, before anything is read again. */
  readonly done: (
    outcome: Outcome & { readonly status: 'done' },
    before: PersonRecord | undefined,
    act: string,
  ) => void;
  /** What an act made stale, once all of it has ended. */
  readonly invalidate: (topics: ReadonlySet<Topic>) => void;
}
