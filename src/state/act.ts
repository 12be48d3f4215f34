import type { Call } from '../adapter/port.ts';
import type { PersonRecord } from '../domain/index.ts';
import type { Pace } from './commands/pace.ts';
import type { Outcome } from './outcome.ts';
import type { Ticket } from './ticket.ts';

export interface RunOptions {
  /** What the act came from, for the host: a tag name, `undo`, `host` (the default). */
  readonly source?: string;
  /** Gives up whatever was not answered yet. */
  readonly signal?: AbortSignal;
  /** Told of each ending as soon as it is known: for a bar that shows how far an act of many has come. */
  readonly ended?: (outcome: Outcome) => void;
}

/** An act with what only the scope itself says about it. */
export interface Act extends RunOptions {
  /** How fast it is sent; absent: as one that a person does by hand. */
  readonly pace?: Pace;
  /** Which sub-account a command is of, by its id, where that need not be the one at hand: another try, an undoing. */
  readonly callOf?: (commandId: string) => Call;
  /** People as they were read for this act, by id, so that nobody is looked up again. */
  readonly known?: ReadonlyMap<string, PersonRecord>;
}

/** Carries acts out. */
export interface ActCarrier {
  /** Takes an act all the way. Never rejects; resolves with the commands that it came to. */
  take(tickets: readonly Ticket[], act: Act): Promise<readonly Ticket[]>;
  /** Reads again what an act made stale, once all of it has ended. */
  follow(outcomes: readonly Outcome[]): void;
}
