import type { Call } from '../adapter/port.ts';
import type { Command } from '../domain/index.ts';
import type { Act, ActCarrier } from './act.ts';
import type { Activities } from './activities.ts';
import { orAbort } from './clock.ts';
import { AccountOutcomeEvent } from './events.ts';
import type { ActivityPhase, Outcome } from './outcome.ts';
import type { Line } from './read.ts';
import { allCancelled, Ticket } from './ticket.ts';

export interface IntakeHost {
  readonly activities: Activities;
  readonly call: () => Call;
  /** Where outcomes are dispatched. */
  readonly events: EventTarget;
  readonly line: Line;
  /** What carries commands out: at once where it was fetched, else later. Rejects where it cannot be. */
  readonly desk: () => ActCarrier | Promise<ActCarrier>;
}

/**
 * Takes commands in: each shows as pending from the first moment, and has its ending told once. What happens in
 * between is the desk's, which is code of its own that may still be on its way.
 */
export class CommandIntake {
  readonly #host: IntakeHost;
  readonly #tickets = new Map<string, Ticket>();

  constructor(host: IntakeHost) {
    this.#host = host;
  }

  /**
   * One act of a person. Never rejects; every command gets its outcome. A command that is already under way is
   * not sent a second time: it has the outcome that it will have.
   */
  async run(commands: readonly Command[], act: Act = {}): Promise<readonly Outcome[]> {
    const opened: Ticket[] = [];
    const tickets = commands.map((command) => {
      const known = this.#tickets.get(command.id);
      if (known) return known;
      const call = act.callOf?.(command.id) ?? this.#host.call();
      const ticket = this.open(command, call, commands[0]?.id ?? command.id);
      opened.push(ticket);
      return ticket;
    });
    if (opened.length > 0) await this.#act(opened, act);
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

  /** Shows a command as waiting for its turn. */
  open(command: Command, call: Call, act: string): Ticket {
    const { activities } = this.#host;
    const earlier = activities.get(command.id);
    const doubt = earlier?.phase === 'uncertain' ? earlier.problem : undefined;
    const ticket = new Ticket(command, call, act, doubt);
    this.#tickets.set(command.id, ticket);
    this.show(ticket, 'queued');
    activities.supersede(command);
    return ticket;
  }

  show(ticket: Ticket, phase: ActivityPhase, slow?: true): void {
    if (ticket.outcome || (ticket.signal.aborted && !ticket.sent)) return;
    this.#host.activities.set(ticket.command, { ...ticket.call, phase, ...(slow && { slow }) });
  }

  /** Gives a command its ending. Says whether this was it: the first one counts. */
  end(ticket: Ticket, outcome: Outcome): boolean {
    if (!ticket.end(outcome)) return false;
    const { activities } = this.#host;
    const { id } = ticket.command;
    this.#tickets.delete(id);
    const isQuiet = outcome.status === 'refused' && outcome.problem.kind === 'aborted';
    if (outcome.status === 'done' || isQuiet) activities.clear(id);
    else {
      activities.set(outcome.command, {
        ...ticket.call,
        phase: outcome.status,
        ...('problem' in outcome ? { problem: outcome.problem } : { decision: outcome.decision }),
      });
    }
    return true;
  }

  async #act(opened: readonly Ticket[], act: Act): Promise<void> {
    const cancel = (): void => opened.forEach(({ command }) => this.cancel(command.id));
    const { ended, signal, source = 'host' } = act;
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel);
    if (ended) for (const ticket of opened) void ticket.ended.then(ended);
    let desk: ActCarrier | undefined;
    let tickets = opened;
    try {
      const there = this.#host.desk();
      desk = there instanceof Promise ? await orAbort(there, allCancelled(opened)) : there;
      tickets = await desk.take(opened, act);
    } catch (thrown) {
      this.#endAll(opened, thrown);
    }
    const outcomes = await Promise.all(tickets.map(({ ended: ending }) => ending));
    signal?.removeEventListener('abort', cancel);
    desk?.follow(outcomes);
    this.#host.events.dispatchEvent(new AccountOutcomeEvent(outcomes, source));
  }

  /** Nothing of the act was sent. */
  #endAll(tickets: readonly Ticket[], thrown: unknown): void {
    for (const ticket of tickets) this.end(ticket, ticket.refused(thrown));
    const [{ outcome, command } = {}] = tickets;
    const { line } = this.#host;
    if (outcome?.status === 'refused' && outcome.problem.kind !== 'aborted' && command)
      line.report(outcome.problem, command.action, line.clock.now());
  }
}
