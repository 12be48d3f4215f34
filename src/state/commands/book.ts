import type { Call } from '../../adapter/port.ts';
import type { PersonRecord } from '../../domain/index.ts';
import { checkPerson } from '../answers.ts';
import type { Outcome } from '../outcome.ts';
import { read } from '../read.ts';
import type { Ticket } from '../ticket.ts';
import { driftOf } from './consequences.ts';
import { Limit } from './limit.ts';
import type { PathHost } from './path-host.ts';
import { personOf, Targets } from './targets.ts';

/** Readings of single people under way at once: an act may be on hundreds whom no window shows. */
const READS = 6;

/** The commands under way, whom they are about, and how they end. */
export class Book {
  readonly targets: Targets;
  readonly #host: PathHost;
  readonly #reads = new Limit(READS);

  constructor(host: PathHost) {
    this.#host = host;
    this.targets = new Targets(host.known);
  }

  /** @param record the person as read for this act */
  enter(ticket: Ticket, record?: PersonRecord): void {
    this.targets.enter(ticket.command);
    if (record) this.targets.seed(record);
  }

  end(ticket: Ticket, outcome: Outcome): void {
    const { command, decision } = ticket;
    if (!this.#host.end(ticket, outcome)) return;
    this.targets.leave(command);
    const { line } = this.#host;
    const drift = driftOf(outcome, decision);
    if (drift) line.report(drift, command.action, line.clock.now());
  }

  /** Those that have not ended. Ends those that were given up meanwhile. */
  remaining(tickets: readonly Ticket[]): readonly Ticket[] {
    for (const ticket of tickets) if (ticket.signal.aborted) this.end(ticket, ticket.cancelled());
    return tickets.filter(({ outcome }) => !outcome);
  }

  /** A person whom no window shows is looked up, so that the policy and undo know them. */
  async lookUp(ticket: Ticket, isKnownEnough = true): Promise<void> {
    const id = personOf(ticket.command);
    if (id === undefined || (isKnownEnough && this.targets.get(id))) return;
    try {
      this.learned(id, await this.read(id, ticket.call, ticket.signal), ticket.call);
    } catch (thrown) {
      this.end(ticket, ticket.refused(thrown));
    }
  }

  /** A person's own record, as the backend holds it now. */
  read(id: string, call: Call, signal: AbortSignal | undefined): Promise<PersonRecord> {
    const { adapter, line } = this.#host;
    return this.#reads.run(() =>
      read(line, 'user.view', signal, async () =>
        checkPerson(await adapter.person(id, { ...call, ...(signal && { signal }) })),
      ),
    );
  }

  /** The backend said how someone is, or (`null`) that they are gone. */
  learned(id: string, person: PersonRecord | null, call: Call): void {
    if (person) this.targets.learned(person);
    this.#host.learned(id, person, call);
  }
}
