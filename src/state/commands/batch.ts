import type { AccountAdapter, RunResult, RunValue } from '../../adapter/port.ts';
import { toProblem, type Problem } from '../../adapter/problem.ts';
import type { ActionRegistry, Command } from '../../domain/index.ts';
import { checkRunValue, malformed } from '../answers.ts';
import { orAbort } from '../clock.ts';
import { backoff, type Line } from '../read.ts';
import { allCancelled, type Ticket } from '../ticket.ts';
import { doubtOf, exchange, type Answer } from './exchange.ts';
import type { Carry } from './sender.ts';
import type { Slowness } from './slowness.ts';
import { isOfNobody } from './targets.ts';

export interface BatchHost {
  readonly actions: ActionRegistry;
  readonly adapter: AccountAdapter;
  readonly line: Line;
  readonly show: (ticket: Ticket, phase: 'sending' | 'paused') => void;
}

/** One of those that go together. */
interface Member {
  readonly ticket: Ticket;
  readonly command: Command;
  readonly slowness: Slowness;
  readonly answer: (answer: Answer<RunValue>) => void;
  doubt: Problem | undefined;
}

/** Commands that go to the backend in one call, as soon as all of them have come or stayed away. */
export class Batch {
  readonly #host: BatchHost;
  readonly #idempotent: boolean;
  readonly #members: Member[] = [];
  #awaited: number;

  /** @param size how many are expected to come, or to stay away */
  constructor(host: BatchHost, size: number, idempotent: boolean) {
    this.#host = host;
    this.#idempotent = idempotent;
    this.#awaited = size;
  }

  readonly join: Carry = async (ticket, command, slowness) => {
    const { signal, doubt } = ticket;
    const answer = new Promise<Answer<RunValue>>((resolve) => {
      this.#members.push({ ticket, command, slowness, answer: resolve, doubt });
    });
    this.stayAway();
    try {
      return await orAbort(answer, signal);
    } catch (thrown) {
      // The others go on without it; whether it was done with them is to be looked up.
      const problem = toProblem(thrown);
      return { problem, doubt: problem };
    }
  };

  /** One of those expected is not coming. */
  stayAway(): void {
    if (--this.#awaited === 0 && this.#members.length > 0) void this.#send();
  }

  async #send(): Promise<void> {
    const { adapter, line } = this.#host;
    // Those that go together are all of one sub-account.
    const call = this.#members[0]?.ticket.call;
    const signal = allCancelled(this.#members.map(({ ticket }) => ticket));
    let left: readonly Member[] = this.#members;
    for (let n = 1; left.length > 0; n++) {
      const members = left;
      const answer = await exchange(line, {
        action: members[0]?.command.action ?? '',
        signal,
        idempotent: this.#idempotent,
        doubt: undefined,
        send: async () =>
          checkResults(
            await adapter.batch?.(
              members.map(({ command }) => command),
              { ...call, signal },
            ),
            members.map(({ command }) => isOfNobody(command, this.#host.actions)),
          ),
        paused: () => this.#pause(members),
        resumed: () => this.#resume(members),
      });
      if (!('value' in answer)) {
        const { problem, doubt } = answer;
        for (const one of members)
          one.answer({ problem, doubt: doubt ? doubtOf(one.doubt, doubt) : one.doubt });
        return;
      }
      const waits: number[] = [];
      left = members.filter((one, index) => {
        const wait = this.#take(one, answer.value[index] as Result, n);
        if (wait !== undefined) waits.push(wait);
        return wait !== undefined;
      });
      try {
        if (waits.length > 0) await line.clock.sleep(Math.max(...waits), signal);
      } catch {
        // All were given up, and each has its ending.
        return;
      }
    }
  }

  /** Gives one its answer, or says how long to wait before it is sent again. */
  #take(one: Member, result: Result, n: number): number | undefined {
    if ('value' in result) {
      one.answer(result);
      return undefined;
    }
    const { problem } = result;
    const { line } = this.#host;
    line.report(problem, one.command.action, line.clock.now());
    one.doubt = doubtOf(one.doubt, problem);
    const wait = this.#idempotent ? backoff(problem, n) : undefined;
    if (wait === undefined) one.answer({ problem, doubt: one.doubt });
    return wait;
  }

  #pause(members: readonly Member[]): void {
    for (const { slowness, ticket } of members) {
      slowness.stop();
      this.#host.show(ticket, 'paused');
    }
  }

  #resume(members: readonly Member[]): void {
    for (const { slowness, ticket } of members) {
      if (ticket.outcome || ticket.signal.aborted) continue;
      this.#host.show(ticket, 'sending');
      slowness.start();
    }
  }
}

type Result = { readonly value: RunValue } | { readonly problem: Problem };

/** One result per command. One that is nonsense is that command's alone; too many or too few tell nothing of any. */
function checkResults(value: unknown, ofNobody: readonly boolean[]): readonly Result[] {
  if (!Array.isArray(value) || value.length !== ofNobody.length)
    throw malformed('batch()', `${ofNobody.length} results`, value);
  return value.map((one: unknown, index): Result => {
    try {
      const result = one as Partial<RunResult> | null | undefined;
      if (result?.ok) return { value: checkRunValue(result.value, ofNobody[index]) };
      const problem = result && 'problem' in result ? result.problem : undefined;
      if (typeof problem?.kind === 'string') return { problem };
      throw malformed(`batch()[${index}]`, 'a result', one);
    } catch (thrown) {
      return { problem: toProblem(thrown) };
    }
  });
}
