import type { PeopleQuery, PersonRecord } from '../../domain/index.ts';
import { emailKey } from '../../domain/index.ts';
import type { PeopleWindow } from '../people-window.ts';
import type { AccountScope } from '../scope.ts';
import type { KnownAddress } from './address-list.ts';

/** Addresses asked for at once. */
const AT_ONCE = 100;

type Asked = Pick<AccountScope, 'account' | 'query' | 'subscribe'>;

/**
 * Looks up which addresses belong to somebody on the account already, a few at a time, where the backend can find people
 * by address. What it cannot tell is found out when the invitation is sent.
 */
export class KnownPeople {
  readonly #scope: Asked;
  readonly #learned: () => void;
  /** By key; `null`: nobody has it. */
  readonly #people = new Map<string, PersonRecord | null>();
  #waiting = new Map<string, string>();
  #window: PeopleWindow | undefined;
  #asked: ReadonlyMap<string, string> = new Map();
  #unsubscribe: (() => void) | undefined;
  /** Somebody was found that was not told yet. */
  #isNews = false;

  /** @param learned called whenever more is known */
  constructor(scope: Asked, learned: () => void) {
    this.#scope = scope;
    this.#learned = learned;
  }

  /** Whether an address is known, for `AddressList`. */
  readonly known: KnownAddress = (key) => {
    const person = this.#people.get(key);
    return person ? (person.status === 'pending' ? 'invited' : 'member') : undefined;
  };

  /** Who has an address, as far as it was looked up. */
  find(key: string): PersonRecord | undefined {
    return this.#people.get(key) ?? undefined;
  }

  /** Everything asked for was answered, or cannot be. */
  get isSettled(): boolean {
    return this.#window === undefined && this.#waiting.size === 0;
  }

  /** Looks up those that were not yet. */
  ask(addresses: Iterable<{ readonly email: string; readonly key: string }>): void {
    if (!this.#canFind()) return;
    for (const { email, key } of addresses)
      if (key && !this.#people.has(key) && !this.#asked.has(key)) this.#waiting.set(key, email);
    this.#next();
  }

  /** Forgets what it knows: people come and go. */
  forget(): void {
    this.#people.clear();
  }

  /** Gives up what is under way. */
  release(): void {
    this.#waiting.clear();
    this.#close();
  }

  #canFind(): boolean {
    const { account } = this.#scope;
    if (account.status !== 'ready') return false;
    return account.capabilities.people.filter.email?.includes('in') === true;
  }

  #next(): void {
    if (this.#window || this.#waiting.size === 0) return;
    const batch = [...this.#waiting].slice(0, AT_ONCE);
    for (const [key] of batch) this.#waiting.delete(key);
    this.#asked = new Map(batch);
    this.#unsubscribe = this.#scope.subscribe(() => this.#read());
    this.#window = this.#scope.query(queryFor(batch.flat()));
    this.#window.show(0, AT_ONCE - 1);
    this.#read();
  }

  #read(): void {
    const window = this.#window;
    if (!window || window.status === 'loading' || window.refreshing) return;
    const isAnswered = window.status === 'ready';
    if (isAnswered) {
      for (const key of this.#asked.keys()) this.#people.set(key, null);
      for (let row = 0; row < window.length; row++) {
        const person = window.at(row);
        if (!person) continue;
        this.#people.set(emailKey(person.email), person);
        this.#isNews = true;
      }
    }
    this.#close();
    // After a failure the backend is left alone until somebody asks again.
    if (isAnswered) this.#next();
    else this.#waiting.clear();
    // Of thousands nearly all are new: that nobody has them is no news until all were asked for.
    if (!this.#isNews && !this.isSettled) return;
    this.#isNews = false;
    this.#learned();
  }

  #close(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#window?.release();
    this.#window = undefined;
    this.#asked = new Map();
  }
}

/** By the spellings that were typed and by the identity: not every backend knows that they are one. */
function queryFor(spellings: readonly string[]): PeopleQuery {
  return { filter: { field: 'email', op: 'in', value: [...new Set(spellings)] } };
}
