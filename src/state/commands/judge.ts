import type { Decision } from '../../policy/index.ts';
import { orAbort } from '../clock.ts';
import type { Ticket } from '../ticket.ts';
import type { Book } from './book.ts';
import type { PathHost } from './path-host.ts';

/** Says which commands may be sent: the policy's word first, and the backend's own where that does not know. */
export class Judge {
  readonly #host: PathHost;
  readonly #book: Book;
  /** Which commands the backend has settled: asked once, whatever else is read again. */
  readonly #settled = new WeakMap<Ticket, Decision>();

  constructor(host: PathHost, book: Book) {
    this.#host = host;
    this.#book = book;
  }

  /**
   * Ends those that may not be sent. Before it does, what is missing or outdated is read again: a fact
   * that the backend can tell is waited for.
   */
  async decide(tickets: readonly Ticket[], signal: AbortSignal): Promise<void> {
    const { lookAgain, maySend, outdated } = this.#host;
    const stopped = this.#ask(tickets).filter((decision) => !maySend(decision));
    const missing = stopped
      .flatMap((one): readonly string[] => (one.effect === 'unknown' ? one.missing : []))
      // That there is no target at all, no reading will change.
      .filter((path) => path !== 'target');
    if (missing.length > 0 || (stopped.length > 0 && outdated())) {
      const reads = [orAbort(lookAgain(), signal)];
      // A list may tell less of a person than the person's own record.
      if (missing.some((path) => path.startsWith('target.')))
        reads.push(...this.#book.remaining(tickets).map((one) => this.#book.lookUp(one, false)));
      await Promise.all(reads);
      this.#ask(tickets);
      await this.#askBackend(tickets, signal);
    }
    for (const ticket of this.#book.remaining(tickets)) {
      const { command, decision } = ticket;
      if (decision && !maySend(decision))
        this.#book.end(ticket, { command, status: 'skipped', decision });
    }
  }

  #ask(tickets: readonly Ticket[]): readonly Decision[] {
    const remaining = this.#book.remaining(tickets);
    const commands = remaining.map(({ command }) => command);
    const decisions = this.#host.decideAll(commands, (id) => this.#book.targets.get(id));
    return decisions.map((decision, n) => {
      const ticket = remaining[n] as Ticket;
      const settled = decision.effect === 'unknown' ? this.#settled.get(ticket) : undefined;
      return (ticket.decision = settled ?? decision);
    });
  }

  /** What the policy cannot know, the backend may settle before anything is sent. */
  async #askBackend(tickets: readonly Ticket[], signal: AbortSignal): Promise<void> {
    const { maySend, verdicts } = this.#host;
    const open = this.#book
      .remaining(tickets)
      .filter(({ decision }) => decision?.effect === 'unknown' && !maySend(decision));
    if (open.length === 0) return;
    const settled = await verdicts(
      open.map(({ command }) => command),
      open.map(({ decision }) => decision as Decision),
      // An act is of one sub-account; where several are undone together, this is a hint that the answer may correct.
      open[0]?.call ?? {},
      signal,
    );
    settled.forEach((decision, n) => {
      const ticket = open[n] as Ticket;
      ticket.decision = decision;
      if (decision.effect !== 'unknown') this.#settled.set(ticket, decision);
    });
  }
}
