import type { AddressEntry, AddressRepeat } from './entry.ts';
import { isSendable } from './entry.ts';
import { formatEntry } from './format-entry.ts';
import type { Names } from './names.ts';
import { readEntries } from './read-entries.ts';

/** Says where an address is known already, by its key (`emailKey`). */
export type KnownAddress = (key: string) => Exclude<AddressRepeat, 'twice'> | undefined;

export interface AddressListOptions {
  readonly known?: KnownAddress;
}

/** An entry with an identity that edits of others leave alone. */
export interface ListedAddress extends AddressEntry {
  readonly id: number;
}

/** How many are read before `adding` lets others have their turn. */
const AT_ONCE = 250;

/**
 * The addresses that someone is putting together. Of those that name the same address the first counts and the later ones
 * are duplicates; removing or editing one may make another valid.
 */
export class AddressList {
  readonly #known: KnownAddress | undefined;
  #read: readonly ListedAddress[] = [];
  #settled: readonly ListedAddress[] | undefined;
  #sendable:
    { readonly of: readonly ListedAddress[]; readonly list: readonly ListedAddress[] } | undefined;
  #nextId = 1;

  constructor({ known }: AddressListOptions = {}) {
    this.#known = known;
  }

  /** All, in order. A new array after each change. */
  get entries(): readonly ListedAddress[] {
    return (this.#settled ??= this.#settle());
  }

  /** Those that can be sent to. */
  get sendable(): readonly ListedAddress[] {
    const { entries } = this;
    if (this.#sendable?.of !== entries)
      this.#sendable = { of: entries, list: entries.filter(isSendable) };
    return this.#sendable.list;
  }

  /** Reads a text and puts what it names at the end. Returns the new ones. */
  add(text: string): readonly ListedAddress[] {
    const from = this.#read.length;
    this.#put(from, 0, this.#listed(readEntries(text)));
    return this.entries.slice(from);
  }

  /**
   * The same by and by, for thousands: what was read so far is in the list, and a page that waits between two steps stays
   * responsive. Yields how many were added.
   */
  *adding(text: string): Generator<number, void> {
    let count = 0;
    let batch: ListedAddress[] = [];
    for (const entry of readEntries(text)) {
      batch.push({ ...entry, id: this.#nextId++ });
      if (batch.length < AT_ONCE) continue;
      this.#put(this.#read.length, 0, batch);
      yield (count += batch.length);
      batch = [];
    }
    this.#put(this.#read.length, 0, batch);
    yield count + batch.length;
  }

  /**
   * Reads the new text of one entry in its place. It may name several now, or nobody: then it is gone. The first keeps the
   * id. Returns what stands there.
   */
  edit(id: number, text: string): readonly ListedAddress[] {
    const at = this.#read.findIndex((entry) => entry.id === id);
    if (at < 0) return [];
    const read = this.#listed(readEntries(text));
    const [first] = read;
    if (first) read[0] = { ...first, id };
    this.#put(at, 1, read);
    return this.entries.slice(at, at + read.length);
  }

  /** Gives an entry other names; an empty text is none. */
  rename(id: number, names: Names): void {
    this.#change(this.#read.map((entry) => (entry.id === id ? renamed(entry, names) : entry)));
  }

  remove(...ids: readonly number[]): void {
    const gone = new Set(ids);
    this.#change(this.#read.filter(({ id }) => !gone.has(id)));
  }

  clear(): void {
    this.#change([]);
  }

  /** Asks again who is known, for when that has changed. */
  recheck(): void {
    this.#settled = undefined;
  }

  #listed(entries: Iterable<AddressEntry>): ListedAddress[] {
    return Array.from(entries, (entry) => ({ ...entry, id: this.#nextId++ }));
  }

  #put(at: number, replaced: number, entries: readonly ListedAddress[]): void {
    this.#change([...this.#read.slice(0, at), ...entries, ...this.#read.slice(at + replaced)]);
  }

  #change(read: readonly ListedAddress[]): void {
    this.#read = read;
    this.#settled = undefined;
  }

  #settle(): readonly ListedAddress[] {
    const seen = new Set<string>();
    return this.#read.map((entry) => {
      if (!isSendable(entry)) return entry;
      const reason = seen.has(entry.key) ? 'twice' : this.#known?.(entry.key);
      seen.add(entry.key);
      return reason ? repeated(entry, reason) : entry;
    });
  }
}

/** Its text is what it would be read from: that is what whoever edits it sees. */
function renamed(entry: ListedAddress, names: Names): ListedAddress {
  const { firstName, lastName, ...rest } = { ...entry, ...names };
  const next = { ...rest, ...(firstName && { firstName }), ...(lastName && { lastName }) };
  return { ...next, text: formatEntry(next) };
}

function repeated(entry: ListedAddress, reason: AddressRepeat): ListedAddress {
  const { detail: _, ...rest } = entry;
  return { ...rest, kind: 'duplicate', reason };
}

/** Reads a text at once: who is named in it, and how each stands. */
export function parseAddresses(
  text: string,
  options?: AddressListOptions,
): readonly AddressEntry[] {
  const list = new AddressList(options);
  list.add(text);
  return list.entries.map(({ id: _, ...entry }) => entry);
}
