import type { Command, PersonRecord } from '../../domain/index.ts';
import type { Act, RunOptions } from '../act.ts';
import { IN_BULK } from '../commands/pace.ts';
import { Listeners } from '../listeners.ts';
import type { Activity, Outcome } from '../outcome.ts';
import type { BulkPerson, BulkProgress, BulkReportRow, BulkStatus, SkipReason } from './types.ts';

/** Someone of an act, with the command that is for them; with a reason, they are left out. */
export interface BulkItem {
  readonly person: BulkPerson;
  readonly command: Command;
  readonly reason?: SkipReason;
}

/** What a run needs of its scope. */
export interface BulkRunHost {
  /** Carries commands out as one act. Never rejects. */
  readonly send: (commands: readonly Command[], act: Act) => Promise<unknown>;
  /** The command that tries again what ended badly. */
  readonly again: (activity: Activity) => Command;
  /** What of these was done and can still be undone: its undoing, by the id of the command. */
  readonly inverses: (ids: readonly string[]) => ReadonlyMap<string, Command>;
  /** Undoes these as one act. Never rejects. */
  readonly undo: (ids: readonly string[], act: Act) => Promise<unknown>;
  /** A run began, went on, or ended. */
  readonly changed: (run: BulkRun) => void;
}

/** One person of a run, as it stands. */
interface Entry {
  readonly person: BulkPerson;
  command: Command;
  status: BulkStatus;
  outcome: Outcome | undefined;
  reason: SkipReason | undefined;
}

/** An act on many people, under way or over: a few at a time, with one outcome for each person. */
export class BulkRun {
  /** Resolves when it has ended, or was given up; never rejects. A retry is waited for by itself. */
  readonly ended: Promise<void>;
  readonly #host: BulkRunHost;
  readonly #entries: readonly Entry[];
  /** The people as they are known to this act: as they were read for it, or as the backend told since. */
  readonly #records: Map<string, PersonRecord>;
  readonly #source: string | undefined;
  readonly #byCommand = new Map<string, Entry>();
  readonly #counts: Record<BulkStatus, number> = {
    left: 0, done: 0, refused: 0, skipped: 0, uncertain: 0,
  }; // prettier-ignore
  readonly #listeners = new Listeners();
  #abort = new AbortController();
  /** Pending while it is paused. */
  #gate: { readonly promise: Promise<void>; readonly open: () => void } | undefined;
  #sendings = 0;

  /** @param records the people as they were read for this act, by id */
  constructor(
    host: BulkRunHost,
    items: readonly BulkItem[],
    records: ReadonlyMap<string, PersonRecord>,
    { signal, source }: RunOptions,
    send = host.send,
  ) {
    this.#host = host;
    this.#records = new Map(records);
    this.#source = source;
    this.#entries = items.map(({ reason, ...item }) => {
      const status = reason ? 'skipped' : 'left';
      this.#counts[status]++;
      return { ...item, reason, status, outcome: undefined };
    });
    if (signal?.aborted) this.cancel();
    signal?.addEventListener('abort', () => this.cancel());
    this.ended = this.#send(
      this.#entries.filter(({ status }) => status === 'left'),
      send,
    );
  }

  get status(): 'running' | 'paused' | 'ended' {
    if (this.#sendings === 0) return 'ended';
    return this.#gate ? 'paused' : 'running';
  }

  get progress(): BulkProgress {
    return { total: this.#entries.length, ...this.#counts };
  }

  /** Sends nothing more until it is resumed; what is on the line comes to its end. */
  pause(): void {
    if (this.#gate || this.#sendings === 0) return;
    let open!: () => void;
    const promise = new Promise<void>((resolve) => (open = resolve));
    this.#gate = { promise, open };
    this.#tell();
  }

  resume(): void {
    this.#gate?.open();
    this.#gate = undefined;
    this.#tell();
  }

  /** Gives up what was not answered yet. What was already sent is checked at the backend; what was done stays done. */
  cancel(): void {
    this.#abort.abort();
    this.resume();
  }

  /** Those it went badly for: refused, or uncertain. */
  get failed(): readonly BulkPerson[] {
    return this.#failed().map(({ person }) => person);
  }

  /**
   * Tries once more what went badly, and only that. Where it may have been done it is the same command, so that a backend
   * that did it does not do it twice. Resolves when that has ended; never rejects.
   */
  async retryFailed(): Promise<void> {
    const failed = this.#failed();
    if (failed.length === 0) return;
    this.#abort = new AbortController();
    for (const entry of failed) {
      const { outcome } = entry;
      if (outcome?.status === 'refused' || outcome?.status === 'uncertain') {
        const { command, problem, status: phase } = outcome;
        entry.command = this.#host.again({ command, problem, phase });
      }
      this.#stand(entry, 'left');
      entry.outcome = undefined;
    }
    await this.#send(failed, this.#host.send);
  }

  /** What became of everyone, or stands, in their order. */
  report(): readonly BulkReportRow[] {
    return this.#entries.map(({ person, command: { action }, status, outcome, reason }) => ({
      person,
      action,
      status,
      ...(reason && { reason }),
      ...(outcome && 'problem' in outcome && status !== 'left' && { problem: outcome.problem }),
    }));
  }

  /** Commands of which it is not known that they ended: not sent yet, on the way, or with their answer lost. */
  get open(): readonly Command[] {
    return this.#entries.flatMap(({ command, status }) =>
      status === 'left' || status === 'uncertain' ? command : [],
    );
  }

  /** How each command ended so far, in the order of the people; of those left out before sending there is none. */
  get outcomes(): readonly Outcome[] {
    return this.#entries.flatMap(({ outcome }) => outcome ?? []);
  }

  /** How many of those done can be undone. */
  get undoable(): number {
    return this.#host.inverses(this.#doneIds()).size;
  }

  /**
   * Undoes what was done, for each person where something can, as one act with outcomes of its own. `undefined`: there
   * is nothing to undo.
   */
  undo(options: RunOptions = {}): BulkRun | undefined {
    const inverses = this.#host.inverses(this.#doneIds());
    const items: BulkItem[] = [];
    const ids: string[] = [];
    for (const { command, person } of this.#entries) {
      const inverse = inverses.get(command.id);
      if (!inverse) continue;
      items.push({ person, command: inverse });
      ids.push(command.id);
    }
    if (items.length === 0) return undefined;
    return new BulkRun(
      this.#host,
      items,
      new Map(),
      { source: 'undo', ...options },
      (_commands, act) => this.#host.undo(ids, act),
    );
  }

  /** Calls back after each step. Returns the way to stop. */
  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  async #send(entries: readonly Entry[], send: BulkRunHost['send']): Promise<void> {
    if (entries.length === 0) return;
    for (const entry of entries) this.#byCommand.set(entry.command.id, entry);
    this.#sendings++;
    // Whoever made it is to have it before it tells of anything.
    await Promise.resolve();
    this.#tell();
    await send(
      entries.map(({ command }) => command),
      {
        signal: this.#abort.signal,
        known: this.#records,
        pace: { ...IN_BULK, gate: () => this.#gate?.promise ?? Promise.resolve() },
        ended: (outcome) => this.#take(outcome),
        ...(this.#source !== undefined && { source: this.#source }),
      },
    );
    this.#sendings--;
    if (this.#sendings === 0) this.#gate = undefined;
    this.#tell();
  }

  #take(outcome: Outcome): void {
    const entry = this.#byCommand.get(outcome.command.id);
    if (!entry) return;
    entry.outcome = outcome;
    // What was refused as outdated goes by the record that it was refused with when it is tried again.
    const told = outcome.status === 'refused' ? outcome.problem.current : undefined;
    if (told) this.#records.set(told.id, told);
    if (outcome.status === 'skipped') entry.reason = { kind: 'policy', decision: outcome.decision };
    this.#stand(entry, isGivenUp(outcome) ? 'left' : outcome.status);
    this.#tell();
  }

  #stand(entry: Entry, status: BulkStatus): void {
    this.#counts[entry.status]--;
    this.#counts[status]++;
    entry.status = status;
  }

  #failed(): readonly Entry[] {
    return this.#entries.filter(({ status }) => status === 'refused' || status === 'uncertain');
  }

  #doneIds(): readonly string[] {
    return this.#entries.flatMap(({ command, status }) => (status === 'done' ? [command.id] : []));
  }

  #tell(): void {
    this.#host.changed(this);
    this.#listeners.tell();
  }
}

/** Given up before it was sent; a veto by the page is a refusal. */
function isGivenUp(outcome: Outcome): boolean {
  return (
    outcome.status === 'refused' &&
    outcome.problem.kind === 'aborted' &&
    outcome.problem.code !== 'vetoed'
  );
}
