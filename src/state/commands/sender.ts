import type { Call, RunValue } from '../../adapter/port.ts';
import { toProblem, type Problem } from '../../adapter/problem.ts';
import { isPersonRecord, isRef, type Command, type PersonRecord } from '../../domain/index.ts';
import { checkRunValue } from '../answers.ts';
import type { Outcome } from '../outcome.ts';
import type { Ticket } from '../ticket.ts';
import type { Book } from './book.ts';
import { exchange, type Answer } from './exchange.ts';
import { aimed, inverseOf } from './inverse.ts';
import type { Backend, PathHost } from './path-host.ts';
import { shows } from './reconcile.ts';
import { isJudgement } from './retry.ts';
import { Slowness } from './slowness.ts';
import { isOfNobody, personOf, type Targets } from './targets.ts';
import type { Thing } from './changes.ts';

/** Takes a command to the backend, alone or with others. Never rejects. */
export type Carry = (
  ticket: Ticket,
  command: Command,
  slowness: Slowness,
) => Promise<Answer<RunValue>>;

/** Takes one command to the backend and says how it ended; where the answer was lost, by looking. */
export class Sender {
  readonly #host: PathHost;
  readonly #book: Book;
  readonly #targets: Targets;

  constructor(host: PathHost, book: Book) {
    this.#host = host;
    this.#book = book;
    this.#targets = book.targets;
  }

  /** @param carry how it gets there; absent: in a call of its own */
  async send(ticket: Ticket, backend: Backend, carry?: Carry): Promise<Outcome> {
    const { actions, line, newId, offers, show, done: tell } = this.#host;
    const id = personOf(ticket.command);
    const before = id === undefined ? undefined : this.#targets.get(id);
    const known = before ?? this.#thingOf(ticket.command);
    const inverse = inverseOf(ticket.command, known, actions, newId());
    const command = this.#guarded(ticket.command, known, backend);
    const slowness = new Slowness(line.clock, () => show(ticket, 'sending', true));
    ticket.sent = true;
    try {
      show(ticket, 'sending');
      slowness.start();
      const ending =
        (await this.#settleDoubt(ticket, command, before, backend)) ??
        (await this.#settle(
          ticket,
          command,
          before,
          await (carry
            ? carry(ticket, command, slowness)
            : this.#carry(ticket, command, slowness, backend)),
        ));
      if (ending.status !== 'done') return ending;
      if (id !== undefined) this.#targets.made(id, before?.version, versionOf(ending.value));
      const undoing = inverse && aimed(inverse, ending.value, actions[command.action]);
      const isOffered = undoing && offers(undoing.action);
      const done = { ...ending, ...(isOffered && { inverse: guardedBy(undoing, ending.value) }) };
      tell(done, known, ticket);
      return done;
    } finally {
      slowness.stop();
    }
  }

  /** The command with the version that the actor was looking at, or else the one that is known. */
  #guarded(command: Command, before: Thing | undefined, { versions }: Backend): Command {
    const { target } = command;
    const seen = command.ifVersion ?? (versions && isRef(target) ? target.version : undefined);
    const version =
      seen !== undefined && isRef(target)
        ? this.#targets.current(target.id, seen)
        : (seen ?? (versions ? before?.version : undefined));
    return version === undefined ? command : { ...command, ifVersion: version };
  }

  #thingOf({ target }: Command): Thing | undefined {
    return isRef(target) ? this.#host.thing(target) : undefined;
  }

  /** In a call of its own. */
  #carry(
    ticket: Ticket,
    command: Command,
    slowness: Slowness,
    { idempotent }: Backend,
  ): Promise<Answer<RunValue>> {
    const { actions, adapter, line, show } = this.#host;
    const { call, doubt, signal } = ticket;
    return exchange(line, {
      action: command.action,
      signal,
      idempotent,
      doubt,
      send: async () =>
        checkRunValue(
          await adapter.run(command, { ...call, signal }),
          isOfNobody(command, actions),
        ),
      paused: () => {
        slowness.stop();
        show(ticket, 'paused');
      },
      resumed: () => {
        show(ticket, 'sending');
        slowness.start();
      },
    });
  }

  /** The record after a write. A backend that tells nothing is asked for it; a guess is never shown. */
  async #confirm(
    { call, command, signal }: Ticket,
    value: RunValue,
    before: PersonRecord | undefined,
  ): Promise<RunValue> {
    const id = personOf(command);
    const told = value !== null && isPersonRecord(value) ? value : undefined;
    if (told && (told.id !== id || this.#isNewest(told, before))) {
      this.#book.learned(told.id, told, call);
      return told;
    }
    const isChanged = this.#host.actions[command.action]?.invalidates?.includes('person');
    if (id === undefined || !isChanged || (value !== null && !told)) return value;
    try {
      const person = await this.#book.read(id, call, signal);
      this.#book.learned(id, person, call);
      return person;
    } catch {
      // The write was confirmed; only its picture is missing.
      this.#host.invalidate(new Set(['people']));
      return value;
    }
  }

  /** Whether nothing but this was heard of the person since. Else which is newer, only the backend knows. */
  #isNewest(told: PersonRecord, before: PersonRecord | undefined): boolean {
    const known = this.#targets.get(told.id);
    return (
      known === before || known?.version === before?.version || known?.version === told.version
    );
  }

  /** A command in doubt is looked up before it is sent again, unless the backend sees to it that it is done once. */
  async #settleDoubt(
    { call, doubt }: Ticket,
    command: Command,
    before: PersonRecord | undefined,
    { idempotent }: Backend,
  ): Promise<Outcome | undefined> {
    if (!doubt || idempotent) return undefined;
    const { isDone, value, problem } = await this.#look(command, before, call);
    if (isDone) return { command, status: 'done', value };
    return problem && { command, status: 'uncertain', problem };
  }

  /** What an answer means. Without one, what the record shows is the best word there is. */
  async #settle(
    ticket: Ticket,
    command: Command,
    before: PersonRecord | undefined,
    answer: Answer<RunValue>,
  ): Promise<Outcome> {
    if ('value' in answer)
      return { command, status: 'done', value: await this.#confirm(ticket, answer.value, before) };
    const { problem, doubt } = answer;
    if (problem.current) this.#book.learned(problem.current.id, problem.current, ticket.call);
    if (!doubt) return { command, status: 'refused', problem };
    const { isDone, value } = await this.#look(command, before, ticket.call);
    if (isDone) return { command, status: 'done', value };
    const isNotDone = isJudgement(problem) || (doubt.kind === 'unavailable' && isDone === false);
    return { command, status: isNotDone ? 'refused' : 'uncertain', problem };
  }

  /** Whether the record shows the command done; `problem`: it cannot be seen. */
  async #look(
    command: Command,
    before: PersonRecord | undefined,
    call: Call,
  ): Promise<{ isDone?: boolean | undefined; value: PersonRecord | null; problem?: Problem }> {
    const id = personOf(command);
    if (id === undefined) return { value: null };
    let person: PersonRecord | null = null;
    try {
      person = await this.#book.read(id, call, undefined);
    } catch (thrown) {
      const problem = toProblem(thrown);
      if (problem.kind !== 'not-found') return { value: null, problem };
    }
    this.#book.learned(id, person, call);
    const action = this.#host.actions[command.action];
    return { isDone: shows(command, action, person, before), value: person };
  }
}

function versionOf(value: RunValue): string | undefined {
  return value && 'version' in value ? value.version : undefined;
}

/** Undo is guarded by the version of what it undoes. */
function guardedBy(inverse: Command, value: RunValue): Command {
  const version = versionOf(value);
  return version === undefined ? inverse : { ...inverse, ifVersion: version };
}
