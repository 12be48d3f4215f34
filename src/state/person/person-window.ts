import type { AccountAdapter, Call } from '../../adapter/port.ts';
import { toProblem, type Problem } from '../../adapter/problem.ts';
import type { AuditEntry, Page, PersonRecord } from '../../domain/index.ts';
import { checkPerson, malformed } from '../answers.ts';
import { read, type Line } from '../read.ts';

export interface PersonSource {
  readonly adapter: AccountAdapter;
  readonly line: Line;
  readonly call: () => Call;
  readonly changed: () => void;
  readonly released: (window: PersonWindow) => void;
}

/** Problems by which a backend says that this person is not for us to see. */
const HIDDEN: readonly Problem['kind'][] = ['forbidden', 'rule'];

/**
 * A live view onto one person: their own record, read again when something may have changed it, and patched with whatever a
 * command made of it. Once read, the last record stays also where the person is gone. Release it when it is no longer needed.
 */
export class PersonWindow {
  readonly id: string;
  /** Lists know more of who stands where: what they show of a person counts first. */
  readonly isSingle = true;
  readonly #source: PersonSource;
  #person: PersonRecord | undefined;
  #problem: Problem | undefined;
  #reading: AbortController | undefined;
  /** A command left something newer than what is on its way here. */
  #isOutdated = false;

  constructor(id: string, source: PersonSource) {
    this.id = id;
    this.#source = source;
    this.refresh();
  }

  /** `gone`: they were here, and are deleted or out of reach now. */
  get status(): 'loading' | 'ready' | 'gone' | 'failed' {
    const kind = this.#problem?.kind;
    if (this.#person) return kind === 'not-found' || this.isHidden ? 'gone' : 'ready';
    return kind ? 'failed' : 'loading';
  }

  /** The newest record there is. */
  get person(): PersonRecord | undefined {
    return this.#person;
  }

  /** How the last reading failed. */
  get problem(): Problem | undefined {
    return this.#problem;
  }

  /** The backend keeps this person from us. */
  get isHidden(): boolean {
    return this.#problem !== undefined && HIDDEN.includes(this.#problem.kind);
  }

  get refreshing(): boolean {
    return this.#reading !== undefined;
  }

  find(id: string): PersonRecord | undefined {
    return id === this.id && this.status === 'ready' ? this.#person : undefined;
  }

  indexOf(id: string): number {
    return id === this.id ? 0 : -1;
  }

  /** Takes a newer record. */
  patch(person: PersonRecord): void {
    if (person.id !== this.id) return;
    this.#person = person;
    this.#problem = undefined;
    this.#isOutdated = this.refreshing;
  }

  /** Reads the record again; what is known of it stays until the answer is there. */
  refresh(): void {
    this.#reading?.abort();
    const reading = (this.#reading = new AbortController());
    this.#isOutdated = false;
    void this.#read(reading);
  }

  /** The page is about another sub-account: how they were in the former is shown no more. */
  reset(): void {
    this.#person = undefined;
    this.#problem = undefined;
    this.refresh();
  }

  /**
   * What was done to them lately, newest first, as the backend has noted it.
   *
   * @throws AdapterError if it cannot be read; AbortError as soon as the signal aborts
   */
  trail(size: number, signal: AbortSignal): Promise<Page<AuditEntry>> {
    const { adapter, call, line } = this.#source;
    return read(line, 'audit.view', signal, async () => {
      const page = await adapter.audit?.({ targetId: this.id, size }, { ...call(), signal });
      if (page && !Array.isArray(page.items)) throw malformed('audit()', 'a page', page);
      return page ?? { items: [] };
    });
  }

  release(): void {
    this.#reading?.abort();
    this.#reading = undefined;
    this.#source.released(this);
  }

  async #read(reading: AbortController): Promise<void> {
    const { adapter, call, changed, line } = this.#source;
    const { signal } = reading;
    try {
      const person = await read(line, 'user.view', signal, async () =>
        checkPerson(await adapter.person(this.id, { ...call(), signal })),
      );
      if (signal.aborted) return;
      if (this.#isOutdated) {
        this.refresh();
        return;
      }
      this.#person = person;
      this.#problem = undefined;
    } catch (thrown) {
      if (signal.aborted) return;
      this.#problem = toProblem(thrown);
    }
    this.#reading = undefined;
    changed();
  }
}
