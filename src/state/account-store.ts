import type { Capabilities } from '../adapter/capabilities.ts';
import type { AccountAdapter, AccountSnapshot, Call } from '../adapter/port.ts';
import { AdapterError, toProblem, type Problem } from '../adapter/problem.ts';
import type { Action, Choice } from '../domain/index.ts';
import { checkCapabilities, checkRoles, checkSnapshot } from './answers.ts';
import { abortError } from './clock.ts';
import { read, type Line } from './read.ts';

/** What is known of the account. While it is read again the last answer stays. */
export type AccountState =
  | { readonly status: 'loading' }
  | ({
      readonly status: 'ready';
      readonly capabilities: Capabilities;
      readonly roles: readonly Choice[];
    } & AccountSnapshot)
  | { readonly status: 'failed'; readonly problem: Problem };

/** The account once it is known. */
export type ReadyAccount = Extract<AccountState, { status: 'ready' }>;

/** One reading under way. */
interface Reading {
  readonly promise: Promise<void>;
  readonly abort: AbortController;
  /** It began after everything that is known to have changed. */
  isNew: boolean;
}

/** Reads who is signed in, what the account is like and what the backend can do; keeps the last answer. */
export class AccountStore {
  readonly #adapter: AccountAdapter;
  readonly #line: Line;
  readonly #call: () => Call;
  readonly #changed: () => void;
  #state: AccountState = { status: 'loading' };
  #reading: Reading | undefined;
  #outdated = false;
  /** Nothing was read yet of what the page is about now. */
  #hasMoved = false;
  #closed = false;
  /** Backend's clock minus ours, in ms. */
  #skew = 0;

  constructor(adapter: AccountAdapter, line: Line, call: () => Call, changed: () => void) {
    this.#adapter = adapter;
    this.#line = line;
    this.#call = call;
    this.#changed = changed;
  }

  get state(): AccountState {
    return this.#state;
  }

  /** Whether the backend can do this at all, and to this field where one is named. */
  offers(action: Action, field?: string): boolean {
    if (this.#state.status !== 'ready') return false;
    const { commands } = this.#state.capabilities;
    const limits = Object.hasOwn(commands, action) && commands[action];
    if (!limits || limits === true || field === undefined) return Boolean(limits);
    return limits.fields?.includes(field) ?? true;
  }

  /** Something was changed since what is known was read. */
  get outdated(): boolean {
    return this.#outdated;
  }

  /** The backend's time, as well as it is known: invitations expire by it, not by ours. */
  now(): number {
    return this.#line.clock.now() + this.#skew;
  }

  /** Resolves once the account is known, reading it again after a failure; rejects with the problem if it cannot be. */
  async ready(): Promise<ReadyAccount> {
    if (this.#state.status !== 'ready' && !this.#closed) await this.#read();
    const state = this.#state;
    if (this.#closed || state.status === 'loading') throw abortError();
    if (state.status === 'failed') throw new AdapterError(state.problem);
    return state;
  }

  /** Reads it again. A later call gives up an earlier one; whoever waits for that gets the later answer. */
  refresh(): Promise<void> {
    const given = this.#reading;
    this.#reading = undefined;
    given?.abort.abort();
    return this.#read();
  }

  /** What is known may no longer hold. */
  outdate(): void {
    this.#outdated = true;
    if (this.#reading) this.#reading.isNew = false;
  }

  /**
   * The page is about another part of the account: who is signed in stays known, facts of the former part are not shown
   * as if they were of this one. Never rejects.
   */
  moved(): Promise<void> {
    if (this.#state.status === 'ready') this.#state = { ...this.#state, facts: {} };
    this.#hasMoved = true;
    return this.refresh();
  }

  /** Reads it again, unless a reading that is new enough is under way: then resolves with that. Never rejects. */
  again(): Promise<void> {
    return this.#reading?.isNew ? this.#reading.promise : this.refresh();
  }

  close(): void {
    this.#closed = true;
    this.#reading?.abort.abort();
    this.#reading = undefined;
  }

  #read(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    this.#reading ??= this.#begin();
    return this.#reading.promise;
  }

  #begin(): Reading {
    const abort = new AbortController();
    const promise = this.#load(abort).then(() => {
      if (this.#reading === reading) {
        this.#reading = undefined;
        this.#changed();
      }
      // Given up for a later one: that is the answer waited for.
      return this.#reading?.promise;
    });
    const reading: Reading = { promise, abort, isNew: true };
    return reading;
  }

  async #load(abort: AbortController): Promise<void> {
    const { signal } = abort;
    const call = { ...this.#call(), signal };
    const adapter = this.#adapter;
    try {
      const [capabilities, snapshot, roles] = await Promise.all([
        read(this.#line, 'capabilities', signal, async () =>
          checkCapabilities(await adapter.capabilities(call)),
        ),
        read(this.#line, 'account', signal, async () => checkSnapshot(await adapter.account(call))),
        read(this.#line, 'roles', signal, async () => checkRoles(await adapter.roles(call))),
      ]);
      if (signal.aborted) return;
      if (snapshot.now !== undefined)
        this.#skew = Date.parse(snapshot.now) - this.#line.clock.now() || 0;
      if (this.#reading?.isNew) this.#outdated = false;
      this.#hasMoved = false;
      this.#state = { ...snapshot, status: 'ready', capabilities, roles };
    } catch (thrown) {
      if (signal.aborted) return;
      abort.abort();
      // What was known stays usable: the next write is judged by the server in any case.
      if (this.#state.status !== 'ready' || this.#hasMoved)
        this.#state = { status: 'failed', problem: toProblem(thrown) };
    }
  }
}
