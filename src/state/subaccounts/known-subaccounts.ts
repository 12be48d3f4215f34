import type { AccountAdapter } from '../../adapter/port.ts';
import type { Subaccount } from '../../domain/index.ts';
import { checkSubaccounts } from '../answers.ts';
import { read, type Line } from '../read.ts';

export interface KnownHost {
  readonly adapter: AccountAdapter;
  readonly line: Line;
  readonly changed: () => void;
  /** What is known may no longer hold. */
  readonly outdated: () => void;
  /** Aborts when nobody needs to know any more. */
  readonly closed: AbortSignal;
}

/** Ids asked for at a time. */
const ASKED_AT_ONCE = 100;
/** Pages after which a backend that answers with all it has is not followed further. */
const PAGES = 100;

/**
 * Sub-accounts by their ids, so that rows can name what they refer to. Those that no list has shown are asked for
 * when they are looked up, all that one render looks up in one reading.
 */
export class KnownSubaccounts {
  readonly #host: KnownHost;
  readonly #records = new Map<string, Subaccount>();
  /** Not to be asked for (again): known, on their way, or not there. */
  readonly #settled = new Set<string>();
  /** Those that the backend was asked for, and has not got. */
  readonly #missing = new Set<string>();
  /** Asked for, and not answered yet. */
  readonly #reading = new Set<string>();
  #wanted: string[] = [];

  constructor(host: KnownHost) {
    this.#host = host;
  }

  /** The one of this id; asks for it if it is not known yet. */
  find(id: string): Subaccount | undefined {
    if (!this.#settled.has(id) && this.#host.adapter.subaccounts) {
      this.#settled.add(id);
      this.#reading.add(id);
      if (this.#wanted.push(id) === 1) queueMicrotask(() => void this.#ask());
    }
    return this.#records.get(id);
  }

  /** What it is called: `…` while that is being read, its id where nobody can say. */
  nameOf(id: string): string {
    return this.find(id)?.name ?? (this.#reading.has(id) ? '…' : id);
  }

  /** The same, as far as it is known without asking. */
  peek(id: string): Subaccount | undefined {
    return this.#records.get(id);
  }

  /** Whether the backend was asked for it and has not got it; asks if that is not known yet. */
  isMissing(id: string): boolean {
    this.find(id);
    return this.#missing.has(id);
  }

  note(one: Subaccount): void {
    this.#missing.delete(one.id);
    this.#records.set(one.id, one);
    this.#settled.add(one.id);
  }

  /** What is known stays, and is asked for again when it is looked up next. */
  outdate(): void {
    this.#settled.clear();
    this.#host.outdated();
  }

  async #ask(): Promise<void> {
    const wanted = this.#wanted;
    this.#wanted = [];
    for (let start = 0; start < wanted.length; start += ASKED_AT_ONCE) {
      const ids = wanted.slice(start, start + ASKED_AT_ONCE);
      try {
        await this.#read(ids);
      } catch {
        // Reported where it was read. They go by their ids until the list is read again.
      }
      for (const id of ids) this.#reading.delete(id);
      if (this.#host.closed.aborted) return;
      this.#host.changed();
    }
  }

  async #read(ids: readonly string[]): Promise<void> {
    const { adapter, closed, line } = this.#host;
    const missing = new Set(ids);
    let at: string | undefined;
    for (let pages = 0; pages < PAGES; pages++) {
      const request = { ids, size: ASKED_AT_ONCE, ...(at !== undefined && { at }) };
      const { items, next } = await read(line, 'subaccount.list', closed, async () =>
        checkSubaccounts(await adapter.subaccounts?.(request, { signal: closed })),
      );
      for (const one of items) {
        this.note(one);
        missing.delete(one.id);
      }
      if (next === undefined) for (const id of missing) this.#gone(id);
      if (missing.size === 0 || next === undefined || next === at) return;
      at = next;
    }
  }

  /** All there are were read, and this one is not among them. */
  #gone(id: string): void {
    this.#records.delete(id);
    this.#missing.add(id);
  }
}
