import type { Call } from '../adapter/port.ts';
import { toProblem, type Problem } from '../adapter/problem.ts';
import type { Command } from '../domain/index.ts';
import type { Decision } from '../policy/index.ts';
import { abortError } from './clock.ts';
import type { Outcome } from './outcome.ts';

/** One command on its way, from the act that asked for it to its ending. */
export class Ticket {
  readonly command: Command;
  /** Which sub-account the page was about when it was asked for: it is sent there, whatever the page is about by then. */
  readonly call: Call;
  /** Id of the act: that of its first command. */
  readonly act: string;
  /** How an earlier sending of the same command ended, if that left open whether it was done. */
  readonly doubt: Problem | undefined;
  /** Resolves with the ending. */
  readonly ended: Promise<Outcome>;
  /** The policy's last word. */
  decision: Decision | undefined;
  /** It is on the line: giving it up now leaves open whether it was done. */
  sent = false;
  readonly #abort = new AbortController();
  #outcome: Outcome | undefined;
  #end!: (outcome: Outcome) => void;

  constructor(command: Command, call: Call, act: string, doubt: Problem | undefined) {
    this.command = command;
    this.call = call;
    this.act = act;
    this.doubt = doubt;
    this.ended = new Promise((resolve) => (this.#end = resolve));
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  get outcome(): Outcome | undefined {
    return this.#outcome;
  }

  cancel(): void {
    this.#abort.abort();
  }

  /** The first ending counts. Says whether this was it. */
  end(outcome: Outcome): boolean {
    if (this.#outcome) return false;
    this.#outcome = outcome;
    this.#end(outcome);
    return true;
  }

  /** An ending without having been done. */
  refused(thrown: unknown): Outcome {
    return { command: this.command, status: 'refused', problem: toProblem(thrown) };
  }

  cancelled(): Outcome {
    return this.refused(abortError());
  }
}

/** A signal that aborts once nothing is left of them: each has ended or was given up. */
export function allCancelled(tickets: readonly Ticket[]): AbortSignal {
  const all = new AbortController();
  // Those before this one are over; what is over stays so.
  let first = 0;
  const check = (): void => {
    for (let one; (one = tickets[first]); first++) if (!one.outcome && !one.signal.aborted) return;
    all.abort();
  };
  for (const { signal } of tickets) signal.addEventListener('abort', check);
  check();
  return all.signal;
}
