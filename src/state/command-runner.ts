import { isRef, type Command } from '../domain/index.ts';
import type { Decision } from '../policy/index.ts';
import { checkPerson } from './answers.ts';
import { orAbort } from './clock.ts';
import { driftOf, topicsOf } from './consequences.ts';
import { AccountOutcomeEvent } from './events.ts';
import { askHost } from './intent.ts';
import { Lanes } from './lanes.ts';
import type { Outcome } from './outcome.ts';
import { read } from './read.ts';
import type { Backend, RunnerHost } from './runner-host.ts';
import { Sender } from './sender.ts';
import { personOf, Targets } from './targets.ts';
import { allCancelled, Ticket } from './ticket.ts';

export interface RunOptions {
  /** What the act came from, for the host: a tag name, `undo`, `host` (the default). */
  readonly source?: string;
  /** Gives up whatever was not answered yet. */
  readonly signal?: AbortSignal;
}

type Pending = 'holding' | 'queued' | 'sending' | 'paused';

/** Takes commands all the way: decided, consented, decided again, sent in order per target, told. */
export class CommandRunner {
  readonly #host: RunnerHost;
  readonly #lanes = new Lanes();
  readonly #targets: Targets;
  readonly #sender: Sender;
  readonly #tickets = new Map<string, Ticket>();

  constructor(host: RunnerHost) {
    this.#host = host;
    this.#targets = new Targets(host.known);
    this.#sender = new Sender(host, this.#targets, this.#show);
  }

  /**
   * One act of a person. Never rejects; every command gets its outcome. A command that is already under way is
   * not sent a second time: it has the outcome that it will have.
   */
  async run(
    commands: readonly Command[],
    { source = 'host', signal }: RunOptions = {},
  ): Promise<readonly Outcome[]> {
    const [first] = commands;
    const opened: Ticket[] = [];
    const tickets = commands.map((command) => {
      const known = this.#tickets.get(command.id);
      if (known) return known;
      const ticket = this.#open(command, first?.id ?? command.id);
      opened.push(ticket);
      return ticket;
    });
    if (opened.length > 0) await this.#act(opened, source, signal);
    return Promise.all(tickets.map(({ ended }) => ended));
  }

  /** Gives up a command that was not answered yet. One that was already sent is checked at the backend. */
  cancel(commandId: string): void {
    const ticket = this.#tickets.get(commandId);
    if (!ticket) return;
    ticket.cancel();
    if (!ticket.sent) this.#host.activities.clear(commandId);
  }

  /** Gives up whatever is not on the line just now. */
  close(): void {
    for (const id of this.#tickets.keys())
      if (this.#host.activities.get(id)?.phase !== 'sending') this.cancel(id);
  }

  /** What is true of a record by our own doing: it is at another version than before, with the same content. */
  restored(personId: string, from: string | undefined, to: string | undefined): void {
    this.#targets.made(personId, from, to);
  }

  #open(command: Command, act: string): Ticket {
    const { activities } = this.#host;
    const earlier = activities.get(command.id);
    const doubt = earlier?.phase === 'uncertain' ? earlier.problem : undefined;
    const ticket = new Ticket(command, act, doubt);
    this.#tickets.set(command.id, ticket);
    this.#targets.enter(command);
    this.#show(ticket, 'queued');
    activities.supersede(command);
    return ticket;
  }

  async #act(
    tickets: readonly Ticket[],
    source: string,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const cancel = (): void => tickets.forEach(({ command }) => this.cancel(command.id));
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel);
    try {
      await this.#process(tickets, source);
    } catch (thrown) {
      for (const ticket of tickets) this.#end(ticket, ticket.refused(thrown));
    }
    signal?.removeEventListener('abort', cancel);
    const outcomes = await Promise.all(tickets.map(({ ended }) => ended));
    const topics = topicsOf(outcomes, this.#host.actions);
    if (topics.size > 0) this.#host.invalidate(topics);
    this.#host.events.dispatchEvent(new AccountOutcomeEvent(outcomes, source));
  }

  async #process(tickets: readonly Ticket[], source: string): Promise<void> {
    const { events, ready } = this.#host;
    const given = allCancelled(tickets);
    const backend = await orAbort(ready(), given);
    await Promise.all(this.#remaining(tickets).map((ticket) => this.#readTarget(ticket)));
    await this.#decide(tickets, given);
    const asked = this.#remaining(tickets);
    if (asked.length === 0) return;
    const commands = asked.map(({ command }) => command);
    const { stopped } = await askHost(events, commands, source, given, () =>
      asked.forEach((ticket) => this.#show(ticket, 'holding')),
    );
    for (const ticket of asked) {
      const { command } = ticket;
      const problem = stopped.get(command.id);
      if (problem) this.#end(ticket, { command, status: 'refused', problem });
    }
    // Facts may have moved while the host held the commands.
    await this.#decide(asked, given);
    await Promise.all(this.#remaining(asked).map((ticket) => this.#inLane(ticket, backend)));
  }

  /** Those that have not ended. Ends those that were given up meanwhile. */
  #remaining(tickets: readonly Ticket[]): readonly Ticket[] {
    for (const ticket of tickets) if (ticket.signal.aborted) this.#end(ticket, ticket.cancelled());
    return tickets.filter(({ outcome }) => !outcome);
  }

  /** A person whom no window shows is looked up, so that the policy and undo know them. */
  async #readTarget(ticket: Ticket, isKnownEnough = true): Promise<void> {
    const id = personOf(ticket.command);
    if (id === undefined || (isKnownEnough && this.#targets.get(id))) return;
    const { adapter, line, call, learned } = this.#host;
    const { signal } = ticket;
    try {
      const person = await read(line, 'user.view', signal, async () =>
        checkPerson(await adapter.person(id, { ...call(), signal })),
      );
      this.#targets.learned(person);
      learned(id, person);
    } catch (thrown) {
      this.#end(ticket, ticket.refused(thrown));
    }
  }

  /**
   * Ends those that the policy lets not be sent. Before it does, what is missing or outdated is read again: a fact
   * that the backend can tell is waited for.
   */
  async #decide(tickets: readonly Ticket[], signal: AbortSignal): Promise<void> {
    const { decideAll, lookAgain, maySend, outdated } = this.#host;
    const decide = (): readonly Decision[] => {
      const remaining = this.#remaining(tickets);
      const commands = remaining.map(({ command }) => command);
      return decideAll(commands, (id) => this.#targets.get(id)).map((decision, n) => {
        (remaining[n] as Ticket).decision = decision;
        return decision;
      });
    };
    const stopped = decide().filter((decision) => !maySend(decision));
    const missing = stopped
      .flatMap((one): readonly string[] => (one.effect === 'unknown' ? one.missing : []))
      // That there is no target at all, no reading will change.
      .filter((path) => path !== 'target');
    if (missing.length > 0 || (stopped.length > 0 && outdated())) {
      const reads = [orAbort(lookAgain(), signal)];
      // A list may tell less of a person than the person's own record.
      if (missing.some((path) => path.startsWith('target.')))
        reads.push(...this.#remaining(tickets).map((ticket) => this.#readTarget(ticket, false)));
      await Promise.all(reads);
      decide();
    }
    for (const ticket of this.#remaining(tickets)) {
      const { command, decision } = ticket;
      if (decision && !maySend(decision))
        this.#end(ticket, { command, status: 'skipped', decision });
    }
  }

  async #inLane(ticket: Ticket, backend: Backend): Promise<void> {
    const { command, signal } = ticket;
    const send = async (): Promise<void> => {
      this.#end(ticket, await this.#sender.send(ticket, backend));
    };
    try {
      if (!isRef(command.target)) {
        await send();
        return;
      }
      const lane = `${command.target.kind} ${command.target.id}`;
      const waits = this.#lanes.busy(lane);
      if (waits) this.#show(ticket, 'queued');
      await this.#lanes.enter(
        lane,
        async () => {
          // What it waited for may have changed the answer.
          if (waits) await this.#decide([ticket], signal);
          if (this.#remaining([ticket]).length > 0) await send();
        },
        signal,
      );
    } catch (thrown) {
      this.#end(ticket, ticket.refused(thrown));
    }
  }

  #end(ticket: Ticket, outcome: Outcome): void {
    const { command, decision } = ticket;
    if (!ticket.end(outcome)) return;
    this.#tickets.delete(command.id);
    this.#targets.leave(command);
    const { activities, line } = this.#host;
    const isQuiet = outcome.status === 'refused' && outcome.problem.kind === 'aborted';
    if (outcome.status === 'done' || isQuiet) activities.clear(command.id);
    else {
      activities.set(outcome.command, {
        phase: outcome.status,
        ...('problem' in outcome ? { problem: outcome.problem } : { decision: outcome.decision }),
      });
    }
    const drift = driftOf(outcome, decision);
    if (drift) line.report(drift, command.action, line.clock.now());
  }

  readonly #show = (ticket: Ticket, phase: Pending, slow?: true): void => {
    if (ticket.outcome || (ticket.signal.aborted && !ticket.sent)) return;
    this.#host.activities.set(ticket.command, { phase, ...(slow && { slow }) });
  };
}
