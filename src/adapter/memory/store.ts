import { emailKey, heldRoles, type PersonRecord } from '../../domain/index.ts';
import type { Row } from '../list/row.ts';
import type { AccountData } from './account-data.ts';
import { frozen } from '../frozen.ts';

/** A moment between two writes, to go back to. */
export interface Mark {
  readonly writes: number;
  readonly account: AccountData;
}

/** Changed ids that are remembered, so that sorted lists can be mended rather than made again. */
const REMEMBERED = 2000;

/**
 * The people and the account, as plain arrays would hold them, with running counts. Every write goes through
 * `put`, `remove` or `account`, and can be taken back until `commit`.
 */
export class Store {
  /** Grows with every change of a person. */
  revision = 0;
  /** Grows with every change of the account. */
  accountRevision = 0;
  /** Holders per role, and of every licence, by standing. */
  readonly active = new Map<string, number>();
  readonly pending = new Map<string, number>();
  readonly held = new Map<string, number>();
  /** Of those held, how many by people who are invited. */
  readonly invited = new Map<string, number>();

  #account: AccountData;
  readonly #rows = new Map<string, Row>();
  readonly #undo: [id: string, before: Row | undefined][] = [];
  readonly #changed: string[] = [];
  #emails: Map<string, string> | undefined;
  #nextExpiry = Infinity;
  #seq = 0;

  constructor(account: AccountData) {
    this.#account = frozen(account);
  }

  /** Everything but people. Assign a whole new value to change it. */
  get account(): AccountData {
    return this.#account;
  }
  set account(next: AccountData) {
    const before: AccountData = this.#account;
    // A part that is the same object stays it, so that what was made from it need not be made again.
    this.#account = Object.freeze({
      ...next,
      ...Object.fromEntries(
        Object.entries(next).map(([key, part]) => [
          key,
          before[key as keyof AccountData] === part ? part : frozen(part),
        ]),
      ),
    });
    this.accountRevision++;
  }

  get(id: string): PersonRecord | undefined {
    return this.#rows.get(id)?.record;
  }

  row(id: string): Row | undefined {
    return this.#rows.get(id);
  }

  /** Everyone as they are now, in the order in which they came; a loop over them may change them. */
  rows(): readonly Row[] {
    // Who was taken out and put back stands last in the map.
    return [...this.#rows.values()].sort((a, b) => a.seq - b.seq);
  }

  /** Adds or replaces a person under a new version, unless the record brings one of its own. */
  put(next: PersonRecord, version?: string): PersonRecord {
    const before = this.#rows.get(next.id);
    const record = frozen({ ...next, version: version ?? `v${(this.revision + 1).toString(36)}` });
    this.#set(next.id, { record, seq: before?.seq ?? this.#seq++ });
    return record;
  }

  remove(id: string): void {
    this.#set(id, undefined);
  }

  /** Who has this address, whatever its spelling. */
  withEmail(email: string): PersonRecord | undefined {
    // Made when first asked for: reading a large account needs none of it.
    this.#emails ??= new Map([...this.#rows].map(([id, row]) => [emailKey(row.record.email), id]));
    const id = this.#emails.get(emailKey(email));
    return id === undefined ? undefined : this.get(id);
  }

  /** An id that nobody has. */
  newId(prefix: string): string {
    let id: string;
    do id = `${prefix}${(this.#seq++).toString(36)}`;
    while (this.#rows.has(id));
    return id;
  }

  /** Ids changed after a revision, or `undefined` if that is too long ago to know. */
  changedSince(revision: number): Set<string> | undefined {
    const count = this.revision - revision;
    if (count > this.#changed.length) return undefined;
    return new Set(count ? this.#changed.slice(-count) : []);
  }

  /** ZM-18: an invitation that has lapsed leaves the list, and its seats. */
  expire(now: number): void {
    if (now < this.#nextExpiry) return;
    this.#nextExpiry = Infinity;
    for (const { record } of this.rows()) {
      const at = expiryOf(record);
      if (at <= now) this.remove(record.id);
      else this.#nextExpiry = Math.min(this.#nextExpiry, at);
    }
    this.commit();
  }

  /** Keeps what was done since the last `commit`. */
  commit(): void {
    this.#undo.length = 0;
  }

  /** Where things stand, until the next `commit`. */
  mark(): Mark {
    return { writes: this.#undo.length, account: this.#account };
  }

  /** Takes back what was done since a mark. */
  rollback({ writes, account }: Mark): void {
    for (const [id, before] of this.#undo.splice(writes).reverse()) this.#set(id, before);
    this.#undo.length = writes;
    if (this.#account === account) return;
    this.#account = account;
    this.accountRevision++;
  }

  #set(id: string, row: Row | undefined): void {
    const before = this.#rows.get(id);
    this.#undo.push([id, before]);
    this.revision++;
    this.#changed.push(id);
    if (this.#changed.length > 2 * REMEMBERED) this.#changed.splice(0, REMEMBERED);
    if (before) this.#count(before.record, -1);
    if (row) {
      this.#rows.set(id, row);
      this.#count(row.record, 1);
      this.#nextExpiry = Math.min(this.#nextExpiry, expiryOf(row.record));
    } else this.#rows.delete(id);
    if (this.#emails && before?.record.email !== row?.record.email) {
      if (before) this.#emails.delete(emailKey(before.record.email));
      if (row) this.#emails.set(emailKey(row.record.email), id);
    }
  }

  #count(person: PersonRecord, by: 1 | -1): void {
    const { status } = person;
    // Suspended and deactivated people hold neither a role nor a seat.
    if (status !== 'active' && status !== 'pending') return;
    for (const role of heldRoles(person)) add(this[status], role, by);
    for (const licence of licencesOf(person)) {
      add(this.held, licence, by);
      if (status === 'pending') add(this.invited, licence, by);
    }
  }
}

/** Everything that may take a seat: the user type, the add-ons and the products. */
export function licencesOf(person: PersonRecord): readonly string[] {
  const { userType, addons = [], products = [] } = person;
  return [...(userType === undefined ? [] : [userType]), ...addons, ...products];
}

function expiryOf({ status, expiresAt }: PersonRecord): number {
  return status === 'pending' && expiresAt !== undefined ? Date.parse(expiresAt) : Infinity;
}

function add(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
