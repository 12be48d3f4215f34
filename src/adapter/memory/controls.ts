import type { AuditEntry, Choice, PersonRecord, Subaccount } from '../../domain/index.ts';
import type { AccountData, Defaults, Link } from './account-data.ts';
import type { MemoryMail } from './act.ts';
import type { MemoryClock } from './clock.ts';
import type { MemoryAccount, MemoryPerson } from './options.ts';

/** Everything the backend holds, as plain data. */
export interface MemoryDump extends AccountData {
  readonly people: readonly PersonRecord[];
  readonly trail: readonly AuditEntry[];
}

export type { Choice, Defaults, Link, MemoryClock, MemoryMail, Subaccount };

/**
 * What tests and demos do to the backend, beside the port: no policy is asked, nothing is noted in the trail, and
 * whoever watches is told, as of a change made elsewhere.
 */
export interface MemoryBackend {
  readonly clock: MemoryClock;
  /** Every change done through the port, oldest first. */
  readonly trail: readonly AuditEntry[];
  /** Mails that would have been sent, oldest first. */
  readonly mails: readonly MemoryMail[];
  /** Signs someone else in. */
  actAs(id: string): void;
  /** Adds people, or puts them in place of those who have their ids. */
  add(...people: readonly MemoryPerson[]): void;
  /** Changes parts of someone's record; a part that is `undefined` is taken away, and `null` removes the person. */
  edit(
    id: string,
    parts: { readonly [Part in keyof PersonRecord]?: PersonRecord[Part] | undefined } | null,
  ): void;
  /** Changes what the account has besides people: seats, plan, features, groups, custom roles. */
  set(account: MemoryAccount): void;
  dump(): MemoryDump;
}
