import type { Capabilities } from '../adapter/capabilities.ts';
import type { AccountAdapter, AccountSnapshot, Call } from '../adapter/port.ts';
import { AdapterError, toProblem, type Problem } from '../adapter/problem.ts';
import type { Choice } from '../domain/index.ts';
import { checkSnapshot } from './answers.ts';
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

/** Reads who is signed in, what the account is like and what the backend can do; keeps the last answer. */
export class AccountStore {
  readonly #adapter: AccountAdapter;
  readonly #line: Line;
  readonly #call: () => Call;
  readonly #changed: () => void;
  #state: AccountState = { status: 'loading' };
  #reading: { promise: Promise<void>; abort: AbortController } | undefined;
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

  /** The backend's time, as well as it is known: invitations expire by it, not by ours. */
  now(): number {
    return this.#line.clock.now() + this.#skew;
  }

  /** Resolves once the account is known, reading it again after a failure; rejects with the problem if it cannot be. */
  async ready(): Promise<Extract<AccountState, { status: 'ready' }>> {
    if (this.#state.status !== 'ready') await this.#read();
    const state = this.#settled();
    if (state.status === 'failed') throw new AdapterError(state.problem);
    return state;
  }

  /** Reads it again. A later call gives up an earlier one. */
  refresh(): Promise<void> {
    this.#reading?.abort.abort();
    this.#reading = undefined;
    return this.#read();
  }

  close(): void {
    this.#reading?.abort.abort();
  }

  #settled(): Exclude<AccountState, { status: 'loading' }> {
    if (this.#state.status === 'loading')
      return { status: 'failed', problem: { kind: 'aborted', title: 'Closed', retryable: false } };
    return this.#state;
  }

  #read(): Promise<void> {
    if (this.#reading) return this.#reading.promise;
    const abort = new AbortController();
    const promise = this.#load(abort.signal).finally(() => {
      if (this.#reading?.abort === abort) this.#reading = undefined;
    });
    this.#reading = { promise, abort };
    return promise;
  }

  async #load(signal: AbortSignal): Promise<void> {
    const call = { ...this.#call(), signal };
    try {
      const [capabilities, snapshot, roles] = await Promise.all([
        read(this.#line, 'capabilities', signal, () => this.#adapter.capabilities(call)),
        read(this.#line, 'account', signal, async () =>
          checkSnapshot(await this.#adapter.account(call)),
        ),
        read(this.#line, 'roles', signal, () => this.#adapter.roles(call)),
      ]);
      if (signal.aborted) return;
      if (snapshot.now) this.#skew = Date.parse(snapshot.now) - this.#line.clock.now() || 0;
      this.#state = { ...snapshot, status: 'ready', capabilities, roles };
    } catch (thrown) {
      if (signal.aborted) return;
      // What was known stays usable: the next write is judged by the server in any case.
      if (this.#state.status !== 'ready')
        this.#state = { status: 'failed', problem: toProblem(thrown) };
    }
    this.#changed();
  }
}
