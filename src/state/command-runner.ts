import type { AccountAdapter, Call, RunValue } from '../adapter/port.ts';
import { toProblem, type Problem } from '../adapter/problem.ts';
import {
  isRef,
  type ActionRegistry,
  type Command,
  type PersonRecord,
  type Topic,
} from '../domain/index.ts';
import type { Decision } from '../policy/index.ts';
import type { Activities } from './activities.ts';
import { checkPerson, checkRunValue } from './answers.ts';
import { abortError } from './clock.ts';
import { AccountOutcomeEvent } from './events.ts';
import { askHost } from './intent.ts';
import { inverseOf } from './inverse.ts';
import { Lanes } from './lanes.ts';
import type { Outcome } from './outcome.ts';
import { backoff, read, type Line } from './read.ts';
import { shows } from './reconcile.ts';

/** What the runner needs of its scope. */
export interface RunnerHost {
  readonly adapter: AccountAdapter;
  readonly actions: ActionRegistry;
  readonly line: Line;
  readonly activities: Activities;
  /** Where intent and outcome are dispatched. */
  readonly events: EventTarget;
  readonly call: () => Call;
  /** Resolves once enough is known to decide. */
  readonly ready: () => Promise<{ readonly versions: boolean; readonly idempotent: boolean }>;
  readonly newId: () => string;
  /** The record of a person as it was last read, if it was. */
  readonly known: (id: string) => PersonRecord | undefined;
  /** Decides the commands as one act; `targets` are their records. */
  readonly decideAll: (
    commands: readonly Command[],
    targets: ReadonlyMap<string, PersonRecord>,
  ) => readonly Decision[];
  /** Whether a decision lets a command be sent: allowed, or not for the client to know. */
  readonly maySend: (decision: Decision) => boolean;
  /** A record was confirmed by the backend, or is gone (`null`). */
  readonly learned: (id: string, person: PersonRecord | null) => void;
  readonly invalidate: (topics: ReadonlySet<Topic>) => void;
  readonly done: (outcome: Outcome & { status: 'done' }, before: PersonRecord | undefined) => void;
}

export interface RunOptions {
  /** What the act came from, for the host: a tag name, `undo`, `host` (the default). */
  readonly source?: string;
  /** Gives up whatever was not sent yet. */
  readonly signal?: AbortSignal;
}

const WRITE_TRIES = 3;
/** After this long without an answer, people are told that it takes longer than usual. */
const SLOW_MS = 8_000;
/** The backend's own refusals of what the policy allowed: what is known of the actor may be outdated. */
const DRIFT: readonly Problem['kind'][] = ['forbidden', 'rule', 'quota'];

/** Takes commands all the way: decided, consented, decided again, sent in order per target, told. */
export class CommandRunner {
  readonly #host: RunnerHost;
  readonly #lanes = new Lanes();
  readonly #aborts = new Map<string, AbortController>();

  constructor(host: RunnerHost) {
    this.#host = host;
  }

  /** One act of a person. Never rejects; every command gets its outcome. */
  async run(
    commands: readonly Command[],
    { source = 'host', signal }: RunOptions = {},
  ): Promise<readonly Outcome[]> {
    const abort = this.#openAbort(commands, signal);
    try {
      const outcomes = await this.#act(commands, source, abort.signal);
      this.#host.events.dispatchEvent(new AccountOutcomeEvent(outcomes, source));
      return outcomes;
    } finally {
      for (const { id } of commands) this.#aborts.delete(id);
    }
  }

  /** Gives up a command that was not answered yet. One that was already sent is checked at the backend. */
  cancel(commandId: string): void {
    this.#aborts.get(commandId)?.abort();
  }

  async #act(
    commands: readonly Command[],
    source: string,
    signal: AbortSignal,
  ): Promise<readonly Outcome[]> {
    const outcomes = new Map<string, Outcome>();
    const settle = (outcome: Outcome): void => void outcomes.set(outcome.command.id, outcome);
    for (const command of commands) this.#show(command, 'queued');
    try {
      const { versions, idempotent } = await this.#host.ready();
      const targets = await this.#readTargets(commands, signal);
      const allowed = this.#decide(commands, targets, settle);
      if (allowed.length > 0) {
        const held = (): void => allowed.forEach((command) => this.#show(command, 'holding'));
        const { go, stopped } = await askHost(this.#host.events, allowed, source, signal, held);
        for (const command of allowed) {
          const problem = stopped.get(command.id);
          if (problem) settle({ command, status: 'refused', problem });
        }
        // Facts may have moved while the host held the commands.
        const still = this.#decide(go, targets, settle);
        const sent = await Promise.all(
          still.map((command) => this.#inLane(command, targets, { versions, idempotent }, signal)),
        );
        sent.forEach(settle);
      }
    } catch (thrown) {
      const problem = toProblem(thrown);
      for (const command of commands)
        if (!outcomes.has(command.id)) settle({ command, status: 'refused', problem });
    }
    const ordered = commands.map((command) => outcomes.get(command.id) as Outcome);
    for (const outcome of ordered) this.#conclude(outcome);
    this.#invalidate(ordered);
    return ordered;
  }

  #decide(
    commands: readonly Command[],
    targets: ReadonlyMap<string, PersonRecord>,
    settle: (outcome: Outcome) => void,
  ): readonly Command[] {
    const decisions = this.#host.decideAll(commands, targets);
    return commands.filter((command, index) => {
      const decision = decisions[index] as Decision;
      if (this.#host.maySend(decision)) return true;
      settle({ command, status: 'skipped', decision });
      return false;
    });
  }

  async #readTargets(
    commands: readonly Command[],
    signal: AbortSignal,
  ): Promise<Map<string, PersonRecord>> {
    const targets = new Map<string, PersonRecord>();
    for (const { target } of commands) {
      if (!isRef(target) || target.kind !== 'person') continue;
      targets.set(
        target.id,
        this.#host.known(target.id) ?? (await this.#readPerson(target.id, signal)),
      );
    }
    return targets;
  }

  #readPerson(id: string, signal?: AbortSignal): Promise<PersonRecord> {
    const { adapter, line, call } = this.#host;
    return read(line, 'user.view', signal, async () =>
      checkPerson(await adapter.person(id, { ...call(), ...(signal && { signal }) })),
    );
  }

  async #inLane(
    command: Command,
    targets: ReadonlyMap<string, PersonRecord>,
    backend: { versions: boolean; idempotent: boolean },
    signal: AbortSignal,
  ): Promise<Outcome> {
    const targetId = isRef(command.target) ? command.target.id : undefined;
    const work = async (): Promise<Outcome> => {
      if (signal.aborted) return { command, status: 'refused', problem: toProblem(abortError()) };
      const before =
        targetId === undefined ? undefined : (this.#host.known(targetId) ?? targets.get(targetId));
      const inverse = inverseOf(command, before, this.#host.actions, this.#host.newId());
      const ifVersion = command.ifVersion ?? (backend.versions ? before?.version : undefined);
      const ready: Command = ifVersion === undefined ? command : { ...command, ifVersion };
      return this.#send(ready, before, inverse, backend.idempotent, signal);
    };
    if (targetId === undefined) return work();
    if (this.#lanes.busy(targetId)) this.#show(command, 'queued');
    return this.#lanes.enter(targetId, work);
  }

  async #send(
    command: Command,
    before: PersonRecord | undefined,
    inverse: Command | undefined,
    idempotent: boolean,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const { line, adapter, call } = this.#host;
    for (let n = 1; ; n++) {
      const startedAt = line.clock.now();
      const watch = this.#watchSlowness(command);
      try {
        const value = checkRunValue(await adapter.run(command, { ...call(), signal }));
        const current = await this.#confirm(command, value);
        const done = {
          command,
          status: 'done',
          value: current,
          ...(inverse && withVersion(inverse, current)),
        } as const;
        this.#host.done(done, before);
        return done;
      } catch (thrown) {
        const problem = toProblem(thrown);
        if (problem.kind !== 'aborted') line.report(problem, command.action, startedAt);
        if (problem.kind === 'unauthenticated' && !signal.aborted) {
          this.#show(command, 'paused');
          await line.session.whenResumed(signal);
          n = 0;
        } else if (problem.retryable && idempotent && n < WRITE_TRIES && !signal.aborted) {
          await line.clock.sleep(backoff(problem, n), signal).catch(() => undefined);
        } else return await this.#settleProblem(command, problem, before, inverse);
      } finally {
        watch.abort();
      }
    }
  }

  /** The record after a write. A backend that answers nothing is asked for it; a guess is never shown. */
  async #confirm(command: Command, value: RunValue): Promise<RunValue> {
    const target = command.target;
    if (value !== null && 'email' in value) this.#host.learned(value.id, value);
    if (value !== null || !isRef(target) || target.kind !== 'person') return value;
    if (this.#host.actions[command.action]?.membership === 'leaves') return value;
    try {
      const person = await this.#readPerson(target.id);
      this.#host.learned(person.id, person);
      return person;
    } catch {
      return value; // The write was confirmed; only its picture is missing, and the next read brings it.
    }
  }

  async #settleProblem(
    command: Command,
    problem: Problem,
    before: PersonRecord | undefined,
    inverse: Command | undefined,
  ): Promise<Outcome> {
    if (problem.kind === 'stale' && problem.current)
      this.#host.learned(problem.current.id, problem.current);
    const clear = !['network', 'unavailable', 'unknown', 'aborted'].includes(problem.kind);
    if (clear) return { command, status: 'refused', problem };
    const verdict = await this.#wasDone(command);
    if (verdict.done === true) {
      const done = {
        command,
        status: 'done',
        value: verdict.person,
        ...(inverse && withVersion(inverse, verdict.person)),
      } as const;
      this.#host.done(done, before);
      return done;
    }
    // A server that said "unavailable" and shows the old value did not do it; silence says less.
    if (problem.kind === 'unavailable' && verdict.done === false)
      return { command, status: 'refused', problem };
    return { command, status: 'uncertain', problem };
  }

  async #wasDone(
    command: Command,
  ): Promise<{ done: boolean | undefined; person: PersonRecord | null }> {
    const target = command.target;
    if (!isRef(target) || target.kind !== 'person') return { done: undefined, person: null };
    let person: PersonRecord | null;
    try {
      person = checkPerson(await this.#host.adapter.person(target.id, this.#host.call()));
    } catch (thrown) {
      if (toProblem(thrown).kind !== 'not-found') return { done: undefined, person: null };
      person = null;
    }
    this.#host.learned(target.id, person);
    return { done: shows(command, this.#host.actions[command.action], person), person };
  }

  #conclude(outcome: Outcome): void {
    const { command } = outcome;
    const quiet = outcome.status === 'refused' && outcome.problem.kind === 'aborted';
    if (outcome.status === 'done' || quiet) this.#host.activities.clear(command.id);
    else {
      const { status, ...rest } = outcome;
      this.#host.activities.set(command, {
        phase: status,
        ...('problem' in rest ? { problem: rest.problem } : { decision: rest.decision }),
      });
    }
    if (
      outcome.status === 'refused' &&
      DRIFT.includes(outcome.problem.kind) &&
      outcome.problem.code !== 'vetoed'
    ) {
      const { line } = this.#host;
      line.report(
        {
          kind: outcome.problem.kind,
          code: 'policy-drift',
          title: 'Refused what the policy allowed',
          retryable: false,
        },
        command.action,
        line.clock.now(),
      );
    }
  }

  #invalidate(outcomes: readonly Outcome[]): void {
    const topics = new Set<Topic>();
    for (const outcome of outcomes) {
      if (outcome.status === 'done')
        for (const topic of this.#host.actions[outcome.command.action]?.invalidates ?? [])
          topics.add(topic);
      if (outcome.status === 'uncertain') topics.add('account');
      if (outcome.status === 'refused' && DRIFT.includes(outcome.problem.kind))
        topics.add('account');
      if (outcome.status === 'refused' && outcome.problem.kind === 'not-found')
        topics.add('people');
    }
    if (topics.size > 0) this.#host.invalidate(topics);
  }

  #show(command: Command, phase: 'holding' | 'queued' | 'sending' | 'paused', slow?: true): void {
    this.#host.activities.set(command, { phase, ...(slow && { slow }) });
  }

  #watchSlowness(command: Command): AbortController {
    this.#show(command, 'sending');
    const watch = new AbortController();
    this.#host.line.clock.sleep(SLOW_MS, watch.signal).then(
      () => this.#show(command, 'sending', true),
      () => undefined,
    );
    return watch;
  }

  #openAbort(commands: readonly Command[], signal: AbortSignal | undefined): AbortController {
    const abort = new AbortController();
    if (signal?.aborted) abort.abort();
    signal?.addEventListener('abort', () => abort.abort(), { once: true });
    for (const { id } of commands) this.#aborts.set(id, abort);
    return abort;
  }
}

/** Undo is guarded by the version of what it undoes. */
function withVersion(inverse: Command, value: RunValue): { inverse: Command } {
  const version = value && 'version' in value ? value.version : undefined;
  return { inverse: version === undefined ? inverse : { ...inverse, ifVersion: version } };
}
