import { isRef, type PersonRecord, type Selection } from '../../domain/index.ts';
import { breathe } from '../breathe.ts';
import { orAbort } from '../clock.ts';
import type { Act } from '../act.ts';
import { allCancelled, type Ticket } from '../ticket.ts';
import { Batch } from './batch.ts';
import { Book } from './book.ts';
import { askHost } from './intent.ts';
import { Judge } from './judge.ts';
import { Lanes } from './lanes.ts';
import { BATCHES, LARGEST_BATCH, paceFor, type Pace } from './pace.ts';
import { partFor } from './part.ts';
import type { Backend, PathHost } from './path-host.ts';
import { Sender, type Carry } from './sender.ts';
import { togetherAs } from './together.ts';

/** Commands sent before the page gets its turn again. */
const AT_ONCE = 50;

/** Takes commands all the way: decided, consented, decided again, sent in order per target. */
export class CommandPath {
  readonly #host: PathHost;
  readonly #book: Book;
  readonly #judge: Judge;
  readonly #sender: Sender;
  readonly #lanes = new Lanes();

  constructor(host: PathHost) {
    this.#host = host;
    this.#book = new Book(host);
    this.#judge = new Judge(host, this.#book);
    this.#sender = new Sender(host, this.#book);
  }

  /**
   * Takes an act all the way; each of its commands ends. Never rejects. Resolves with what the act came to: a command
   * on a selection is by then one for each person.
   */
  async take(opened: readonly Ticket[], act: Act): Promise<readonly Ticket[]> {
    let tickets = opened;
    try {
      for (const ticket of opened) this.#book.enter(ticket, this.#seed(ticket, act));
      const backend = await orAbort(this.#host.ready(), allCancelled(opened));
      const expanded = await Promise.all(opened.map((ticket) => this.#expand(ticket)));
      tickets = expanded.flat();
      await this.#process(tickets, backend, { pace: paceFor(tickets.length), ...act });
    } catch (thrown) {
      for (const ticket of new Set([...opened, ...tickets]))
        this.#book.end(ticket, ticket.refused(thrown));
    }
    return tickets;
  }

  /** Someone as far as they are known, also where no window shows them. */
  find(id: string): PersonRecord | undefined {
    return this.#book.targets.get(id);
  }

  /** What is true of a record by our own doing: it is at another version than before, with the same content. */
  restored(personId: string, from: string | undefined, to: string | undefined): void {
    this.#book.targets.made(personId, from, to);
  }

  #seed({ command: { target } }: Ticket, { known }: Act) {
    return isRef(target) ? known?.get(target.id) : undefined;
  }

  /** A command on a selection becomes one for each person, and ends when the last of them has. */
  async #expand(whole: Ticket): Promise<readonly Ticket[]> {
    const { command } = whole;
    const { target } = command;
    if (!target || isRef(target) || whole.signal.aborted) return [whole];
    try {
      const { cancel, open, people } = this.#host;
      const tickets: Ticket[] = [];
      for (const person of (
        await people(target satisfies Selection, whole.call, whole.signal)
      ).values()) {
        const ticket = open(partFor(command, person), whole.call, whole.act);
        this.#book.enter(ticket, person);
        tickets.push(ticket);
      }
      whole.signal.addEventListener('abort', () =>
        tickets.forEach(({ command: { id } }) => cancel(id)),
      );
      const ended = Promise.all(tickets.map((ticket) => ticket.ended));
      void ended.then((outcomes) => this.#book.end(whole, togetherAs(command, outcomes)));
      return tickets.length > 0 ? tickets : [whole];
    } catch (thrown) {
      this.#book.end(whole, whole.refused(thrown));
      return [whole];
    }
  }

  async #process(tickets: readonly Ticket[], backend: Backend, act: Act & { pace: Pace }) {
    const { events, show } = this.#host;
    const { pace, source = 'host' } = act;
    const book = this.#book;
    const given = allCancelled(tickets);
    // Each step goes through all of them at once.
    const isLong = tickets.length > AT_ONCE;
    if (isLong) await breathe();
    await Promise.all(book.remaining(tickets).map((ticket) => book.lookUp(ticket)));
    await this.#judge.decide(tickets, given);
    if (isLong) await breathe();
    const asked = book.remaining(tickets);
    if (asked.length === 0) return;
    const commands = asked.map(({ command }) => command);
    const { stopped } = await askHost(events, commands, source, given, () =>
      asked.forEach((ticket) => show(ticket, 'holding')),
    );
    for (const ticket of asked) {
      const { command } = ticket;
      const problem = stopped.get(command.id);
      if (problem) book.end(ticket, { command, status: 'refused', problem });
    }
    // Facts may have moved while the host held the commands.
    await this.#judge.decide(asked, given);
    if (isLong) await breathe();
    await this.#send(book.remaining(asked), backend, pace, given);
  }

  /** A few at a time, in order. */
  async #send(
    tickets: readonly Ticket[],
    backend: Backend,
    { batch, concurrency, gate }: Pace,
    given: AbortSignal,
  ): Promise<void> {
    const size = batch && backend.batch ? Math.min(backend.batch, LARGEST_BATCH) : 1;
    const groups = inGroups(tickets, size);
    const waiting = tickets.slice(concurrency * size);
    for (const ticket of waiting) this.#host.show(ticket, 'queued');
    let next = 0;
    let sent = 0;
    const work = async (): Promise<void> => {
      for (let group; (group = groups[next++]);) {
        // Those given up meanwhile end below; what is on the line goes its way.
        if (gate) await orAbort(gate(), given).catch(() => undefined);
        await this.#sendTogether(this.#book.remaining(group), backend);
        sent += group.length;
        if (sent < AT_ONCE) continue;
        // A backend that answers at once must not keep the page busy to the end.
        sent = 0;
        await breathe();
      }
    };
    const most = size > 1 ? Math.min(BATCHES, concurrency) : concurrency;
    await Promise.all(Array.from({ length: Math.min(most, groups.length) }, work));
  }

  async #sendTogether(tickets: readonly Ticket[], backend: Backend): Promise<void> {
    if (tickets.length <= 1) {
      await Promise.all(tickets.map((ticket) => this.#inLane(ticket, backend)));
      return;
    }
    const batch = new Batch(this.#host, tickets.length, backend.idempotent);
    const coming = new Set<Ticket>();
    // All of them take their places in one go: two acts on the same people then wait for each other in one order.
    await Promise.all(
      tickets.map(async (ticket) => {
        await this.#inLane(ticket, backend, (...args) => {
          coming.add(ticket);
          return batch.join(...args);
        });
        if (!coming.has(ticket)) batch.stayAway();
      }),
    );
  }

  async #inLane(ticket: Ticket, backend: Backend, carry?: Carry): Promise<void> {
    const { command, signal } = ticket;
    const send = async (): Promise<void> => {
      this.#book.end(ticket, await this.#sender.send(ticket, backend, carry));
    };
    try {
      if (!isRef(command.target)) {
        await send();
        return;
      }
      const lane = laneOf(ticket);
      const waits = this.#lanes.busy(lane);
      if (waits) this.#host.show(ticket, 'queued');
      await this.#lanes.enter(
        lane,
        async () => {
          // What it waited for may have changed the answer.
          if (waits) await this.#judge.decide([ticket], signal);
          if (this.#book.remaining([ticket]).length > 0) await send();
        },
        signal,
      );
    } catch (thrown) {
      this.#book.end(ticket, ticket.refused(thrown));
    }
  }
}

function laneOf({ command: { id, target } }: Ticket): string {
  return isRef(target) ? `${target.kind} ${target.id}` : id;
}

function hasRoom(group: readonly Ticket[] = [], { call }: Ticket, size: number): boolean {
  const isSame = !group[0] || group[0].call.subaccountId === call.subaccountId;
  return isSame && group.length < size;
}

/** Groups of at most so many, each of one sub-account, in order. Those on one target never go together: one waits for the other. */
function inGroups(tickets: readonly Ticket[], size: number): readonly (readonly Ticket[])[] {
  const groups: Ticket[][] = [];
  /** Which group is the first with room that comes after the last one on this target. */
  const after = new Map<string, number>();
  let open = 0;
  for (const ticket of tickets) {
    const lane = laneOf(ticket);
    let place = Math.max(open, after.get(lane) ?? 0);
    while (!hasRoom(groups[place], ticket, size)) place++;
    (groups[place] ??= []).push(ticket);
    after.set(lane, place + 1);
    while ((groups[open]?.length ?? 0) >= size) open++;
  }
  return groups.filter(Boolean);
}
