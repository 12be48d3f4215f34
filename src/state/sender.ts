import type { RunValue } from '../adapter/port.ts';
import { toProblem, type Problem } from '../adapter/problem.ts';
import { isRef, type Command, type PersonRecord } from '../domain/index.ts';
import { checkPerson, checkRunValue } from './answers.ts';
import { orAbort } from './clock.ts';
import { inverseOf } from './inverse.ts';
import type { Outcome } from './outcome.ts';
import { backoff, problemOf, read, SIGN_INS } from './read.ts';
import { shows } from './reconcile.ts';
import { isJudgement } from './retry.ts';
import type { Backend, RunnerHost } from './runner-host.ts';
import { Slowness } from './slowness.ts';
import { personOf, type Targets } from './targets.ts';
import type { Ticket } from './ticket.ts';

type Show = (ticket: Ticket, phase: 'sending' | 'paused', slow?: true) => void;
type Answer = { readonly value: RunValue } | Failure;

/** A last problem, and the one, then or before, that left open whether the command was done. */
interface Failure {
  readonly problem: Problem;
  readonly doubt: Problem | undefined;
}

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
      this.#show(ticket, 'sending');
      slowness.start();
      const ending =
        (await this.#settleDoubt(ticket, command, before, backend)) ??
        (await this.#settle(
          ticket,
          command,
          before,
          await this.#exchange(ticket, command, backend, slowness),
        ));
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
    { idempotent }: Backend,
    slowness: Slowness,
  ): Promise<Answer> {
    const { line, adapter, call } = this.#host;
    const { signal } = ticket;
    let { doubt } = ticket;
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
      // A server that says "unavailable" leaves less open than silence does.
      if (UNCLEAR.includes(problem.kind) && (!doubt || doubt.kind === 'unavailable'))
        doubt = problem;
      const wait = idempotent ? backoff(problem, n) : undefined;
      try {
        if (problem.kind === 'unauthenticated' && signIns++ < SIGN_INS) {
          n = 0;
          slowness.stop();
          this.#show(ticket, 'paused');
          await line.session.whenResumed(epoch, signal);
          this.#show(ticket, 'sending');
          slowness.start();
        } else if (wait !== undefined) await line.clock.sleep(wait, signal);
        else return { problem, doubt };
      } catch (thrown) {
        // Given up while nothing was on the line.
        return { problem: doubt ? problem : toProblem(thrown), doubt };
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

  /** A command in doubt is looked up before it is sent again, unless the backend sees to it that it is done once. */
  async #settleDoubt(
    { doubt }: Ticket,
    command: Command,
    before: PersonRecord | undefined,
    { idempotent }: Backend,
  ): Promise<Outcome | undefined> {
    if (!doubt || idempotent) return undefined;
    const { isDone, value, problem } = await this.#look(command, before);
    if (isDone) return { command, status: 'done', value };
    return problem && { command, status: 'uncertain', problem };
  }

  /** What an answer means. Without one, what the record shows is the best word there is. */
  async #settle(
    ticket: Ticket,
    command: Command,
    before: PersonRecord | undefined,
    answer: Answer,
  ): Promise<Outcome> {
    if ('value' in answer)
      return { command, status: 'done', value: await this.#confirm(ticket, answer.value, before) };
    const { problem, doubt } = answer;
    if (problem.current) this.#learned(problem.current.id, problem.current);
    if (!doubt) return { command, status: 'refused', problem };
    const { isDone, value } = await this.#look(command, before);
    if (isDone) return { command, status: 'done', value };
    const isNotDone = isJudgement(problem) || (doubt.kind === 'unavailable' && isDone === false);
    return { command, status: isNotDone ? 'refused' : 'uncertain', problem };
  }

  /** Whether the record shows the command done; `problem`: it cannot be seen. */
  async #look(
    command: Command,
    before: PersonRecord | undefined,
  ): Promise<{ isDone?: boolean | undefined; value: PersonRecord | null; problem?: Problem }> {
    const id = personOf(command);
    if (id === undefined) return { value: null };
    let person: PersonRecord | null = null;
    try {
      person = await this.#read(id, undefined);
    } catch (thrown) {
      const problem = toProblem(thrown);
      if (problem.kind !== 'not-found') return { value: null, problem };
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
