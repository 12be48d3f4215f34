import { personName, type AuditEntry, type Group, type Subaccount } from '../../domain/index.ts';
import type { AccountScope, PersonWindow, SubaccountWindow } from '../../state/index.ts';

/** Entries of the trail that are read. */
const ENTRIES = 8;
/** People whose names are looked up for it. */
const NAMES = 6;
/** Sub-accounts that are shown at a time; the others are found by their name. */
const SUBACCOUNTS = 50;

/** What is read beside the record: the names of groups and sub-accounts, and what was done to the person lately. */
export class Lookups {
  readonly #scope: AccountScope;
  readonly #changed: () => void;
  readonly #names = new Map<string, string | undefined>();
  readonly #left = new AbortController();
  #groups: readonly Group[] = [];
  #list: SubaccountWindow | undefined;
  #found: readonly Subaccount[] = [];
  #trail: readonly AuditEntry[] = [];
  #trailOf: string | undefined;
  #reading: AbortController | undefined;

  constructor(scope: AccountScope, changed: () => void) {
    this.#scope = scope;
    this.#changed = changed;
    void this.#readGroups();
  }

  /** Groups of the account, of both kinds; none where it has none, or does not tell. */
  get groups(): readonly Group[] {
    return this.#groups;
  }

  group(id: string): string {
    return this.#groups.find((one) => one.id === id)?.label ?? id;
  }

  /** Sub-accounts that match what was searched for last. */
  get found(): readonly Subaccount[] {
    const list = this.#list;
    if (list?.status === 'ready') {
      const places = Array.from({ length: Math.min(list.length, SUBACCOUNTS) }, (_, at) => at);
      this.#found = places.flatMap((at) => list.at(at) ?? []);
    }
    return this.#found;
  }

  get isSearching(): boolean {
    return this.#list?.status === 'loading';
  }

  /** The sub-accounts could not be read. */
  get hasFailed(): boolean {
    return this.#list?.status === 'failed';
  }

  /** What a sub-account is called, as far as that is known. */
  subaccount(id: string): string {
    return this.#scope.subaccountName(id);
  }

  /** What the backend noted of the person, newest first. */
  get trail(): readonly AuditEntry[] {
    return this.#trail;
  }

  /** Who did something, if they are known. */
  name(id: string): string | undefined {
    const person = this.#scope.find(id);
    return person ? personName(person) : this.#names.get(id);
  }

  /** Looks for sub-accounts by their name; what was found before stays until there is an answer. */
  search(text: string): void {
    const search = text.trim();
    this.#list?.release();
    this.#list = this.#scope.subaccounts(search ? { search } : {});
    this.#list.show(0, SUBACCOUNTS - 1);
    this.#changed();
  }

  /** Reads the trail where there is one to read, once for every version of the record. */
  follow(window: PersonWindow): void {
    const { account, adapter } = this.#scope;
    if (account.status !== 'ready' || !account.capabilities.audit || !adapter.audit) return;
    const version = window.person?.version ?? '';
    if (this.#trailOf === version || !window.person) return;
    if (this.#scope.standing(this.#scope.decide({ action: 'audit.view' })) === 'denied') return;
    this.#trailOf = version;
    void this.#readTrail(window);
  }

  release(): void {
    this.#left.abort();
    this.#reading?.abort();
    this.#list?.release();
  }

  async #readTrail(window: PersonWindow): Promise<void> {
    this.#reading?.abort();
    const { signal } = (this.#reading = new AbortController());
    try {
      const { items } = await window.trail(ENTRIES, signal);
      if (signal.aborted) return;
      this.#trail = items;
      this.#changed();
      await this.#readNames(items, signal);
    } catch {
      // The page does without it; what was done here is known anyway.
    }
  }

  async #readNames(items: readonly AuditEntry[], signal: AbortSignal): Promise<void> {
    const { adapter } = this.#scope;
    const unknown = new Set(items.flatMap(({ actorId }) => actorId ?? []));
    for (const id of [...unknown].slice(0, NAMES)) {
      if (this.name(id) !== undefined || this.#names.has(id)) continue;
      this.#names.set(id, undefined);
      try {
        const person = await this.#scope.read(
          'user.view',
          (call) => adapter.person(id, call),
          signal,
        );
        this.#names.set(id, personName(person));
      } catch {
        // Whoever it was is gone, or not ours to see.
      }
    }
    this.#changed();
  }

  async #readGroups(): Promise<void> {
    const { adapter } = this.#scope;
    if (!adapter.groups) return;
    const { signal } = this.#left;
    const groups = await this.#scope
      .read('group.list', async (call) => adapter.groups?.(call), signal)
      .catch(() => undefined);
    if (signal.aborted || !groups) return;
    this.#groups = groups;
    this.#changed();
  }
}
