import type { RunValue } from '../adapter/port.ts';
import { toProblem, type Problem } from '../adapter/problem.ts';
import { isRef, type Command, type PersonRecord } from '../domain/index.ts';
import { checkPerson, checkRunValue } from './answers.ts';
import { orAbort } from './clock.ts';
import { inverseOf } from './inverse.ts';
import type { Outcome } from './outcome.ts';
import { backoff, problemOf, read, SIGN_INS } from './read.ts';
import { shows } from './reconcile.ts';
import type { Backend, RunnerHost } from './runner-host.ts';
import { Slowness } from './slowness.ts';
import { personOf, type Targets } from './targets.ts';
import type { Ticket } from './ticket.ts';

type Show = (ticket: Ticket, phase: 'sending' | 'paused', slow?: true) => void;
type Answer =
  { readonly value: RunValue } | { readonly problem: Problem; readonly isLost: boolean };

/** Problems that leave open whether the backend did it. */
const UNCLEAR: readonly Problem['kind'][] = ['network', 'unavailable', 'unknown', 'aborted'];

/** Takes one command to the backend and says how it ended; where the answer was lost, by looking. */
export class Sender {
  readonly #host: RunnerHost;
  readonly #targets: Targets;
  readonly #show: Show;

  constructor(host: RunnerHost, targets: Targets, show: Show) {
    this.#host = host;
    this.#targets = targets;
    this.#show = show;
  }

  async send(ticket: Ticket, backend: Backend): Promise<Outcome> {
    const id = personOf(ticket.command);
    const before = id === undefined ? undefined : this.#targets.get(id);
    const inverse = inverseOf(ticket.command, before, this.#host.actions, this.#host.newId());
    const command = this.#guarded(ticket.command, before, backend);
    const slowness = new Slowness(this.#host.line.clock, () => this.#show(ticket, 'sending', true));
    ticket.sent = true;
    try {
      const answer = await this.#exchange(ticket, command, backend.idempotent, slowness);
      const ending: Outcome =
        'value' in answer
          ? { command, status: 'done', value: await this.#confirm(ticket, answer.value, before) }
          : await this.#settle(command, answer, before);
      if (ending.status !== 'done') return ending;
      if (id !== undefined) this.#targets.made(id, before?.version, versionOf(ending.value));
      const isOffered = inverse && this.#host.offers(inverse.action);
      const done = { ...ending, ...(isOffered && { inverse: guardedBy(inverse, ending.value) }) };
      this.#host.done(done, before, ticket.act);
      return done;
    } finally {
      slowness.stop();
    }
  }

  /** The command with the version that the actor was looking at, or else the one that is known. */
  #guarded(command: Command, before: PersonRecord | undefined, { versions }: Backend): Command {
    const { target } = command;
    const seen = command.ifVersion ?? (versions && isRef(target) ? target.version : undefined);
    const version =
      seen !== undefined && isRef(target)
        ? this.#targets.current(target.id, seen)
        : (seen ?? (versions ? before?.version : undefined));
    return version === undefined ? command : { ...command, ifVersion: version };
  }

  /** Sends until there is an answer, or no sense in sending again. */
  async #exchange(
    ticket: Ticket,
    command: Command,
    isIdempotent: boolean,
    slowness: Slowness,
  ): Promise<Answer> {
    const { line, adapter, call } = this.#host;
    const { signal } = ticket;
    let isLost = ticket.doubt !== undefined;
    this.#show(ticket, 'sending');
    slowness.start();
    for (let n = 1, signIns = 0; ; n++) {
      const startedAt = line.clock.now();
      const { epoch } = line.session;
      let problem: Problem;
      try {
        const value = await orAbort(adapter.run(command, { ...call(), signal }), signal);
        return { value: checkRunValue(value) };
      } catch (thrown) {
        problem = problemOf(thrown, signal);
      }
      if (problem.kind !== 'aborted') line.report(problem, command.action, startedAt);
      isLost ||= UNCLEAR.includes(problem.kind);
      const wait = isIdempotent ? backoff(problem, n) : undefined;
      try {
        if (problem.kind === 'unauthenticated' && signIns++ < SIGN_INS) {
          n = 0;
          slowness.stop();
          this.#show(ticket, 'paused');
          await line.session.whenResumed(epoch, signal);
          this.#show(ticket, 'sending');
          slowness.start();
        } else if (wait !== undefined) await line.clock.sleep(wait, signal);
        else return { problem, isLost };
      } catch (thrown) {
        // Given up while nothing was on the line.
        return { problem: isLost ? problem : toProblem(thrown), isLost };
      }
    }
  }

  /** The record after a write. A backend that tells nothing is asked for it; a guess is never shown. */
  async #confirm(
    { command, signal }: Ticket,
    value: RunValue,
    before: PersonRecord | undefined,
  ): Promise<RunValue> {
    const id = personOf(command);
    const told = value !== null && 'email' in value ? value : undefined;
    if (told && (told.id !== id || this.#isNewest(told, before))) {
      this.#learned(told.id, told);
      return told;
    }
    const isChanged = this.#host.actions[command.action]?.invalidates?.includes('person');
    if (id === undefined || !isChanged || (value !== null && !told)) return value;
    try {
      const person = await this.#read(id, signal);
      this.#learned(id, person);
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

  /** Without an answer, what the record shows is the best word there is. */
  async #settle(
    command: Command,
    { problem, isLost }: { problem: Problem; isLost: boolean },
    before: PersonRecord | undefined,
  ): Promise<Outcome> {
    const { current } = problem;
    if (current) this.#learned(current.id, current);
    if (!isLost) return { command, status: 'refused', problem };
    const { isDone, value } = await this.#look(command, before);
    if (isDone) return { command, status: 'done', value };
    // A clear word ends it, and so does a server that said "unavailable" and shows the old value; silence says less.
    const isClear = !UNCLEAR.includes(problem.kind);
    if (isClear || (problem.kind === 'unavailable' && isDone === false))
      return { command, status: 'refused', problem };
    return { command, status: 'uncertain', problem };
  }

  async #look(
    command: Command,
    before: PersonRecord | undefined,
  ): Promise<{ isDone: boolean | undefined; value: PersonRecord | null }> {
    const id = personOf(command);
    if (id === undefined) return { isDone: undefined, value: null };
    let person: PersonRecord | null;
    try {
      person = await this.#read(id, undefined);
    } catch (thrown) {
      if (toProblem(thrown).kind !== 'not-found') return { isDone: undefined, value: null };
      person = null;
    }
    this.#learned(id, person);
    const action = this.#host.actions[command.action];
    return { isDone: shows(command, action, person, before), value: person };
  }

  #read(id: string, signal: AbortSignal | undefined): Promise<PersonRecord> {
    const { adapter, line, call } = this.#host;
    return read(line, 'user.view', signal, async () =>
      checkPerson(await adapter.person(id, { ...call(), ...(signal && { signal }) })),
    );
  }

  #learned(id: string, person: PersonRecord | null): void {
    if (person) this.#targets.learned(person);
    this.#host.learned(id, person);
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
