import type { PeopleQuery, PersonRecord } from '../domain/index.ts';
import { PeopleWindow, type WindowSource } from './people-window.ts';

/** Something on the page that shows people as they were last read. */
export interface ShownPeople {
  /** It shows one person alone, and may have been read longer ago than the lists. */
  readonly isSingle?: boolean;
  readonly refreshing: boolean;
  find(id: string): PersonRecord | undefined;
  /** -1 where it does not show this person. */
  indexOf(id: string): number;
  patch(person: PersonRecord): void;
  refresh(): void;
  release(): void;
}

/** Every window onto people that is open on the page. */
export class PeopleWindows {
  readonly #source: Omit<WindowSource, 'released'>;
  readonly #open = new Set<ShownPeople>();
  readonly #gone = new Set<string>();

  constructor(source: Omit<WindowSource, 'released'>) {
    this.#source = source;
  }

  open(query: PeopleQuery): PeopleWindow {
    const window = new PeopleWindow(query, { ...this.#source, released: this.leave });
    this.join(window);
    return window;
  }

  /** From now on it hears of everything that is learned of people. */
  join(window: ShownPeople): void {
    this.#open.add(window);
  }

  readonly leave = (window: ShownPeople): void => {
    this.#open.delete(window);
  };

  /** A person as last read by any of them. */
  find(id: string): PersonRecord | undefined {
    let single: PersonRecord | undefined;
    for (const window of this.#open) {
      const person = window.find(id);
      if (person && !window.isSingle) return person;
      single ??= person;
    }
    return single;
  }

  /** Whether the backend said that someone is gone, and no window shows them since. */
  isGone(id: string): boolean {
    return this.#gone.has(id) && !this.find(id);
  }

  /** Someone was taken away; those who show them will be read again. */
  left(id: string): void {
    this.#gone.add(id);
  }

  /** The backend said how someone is, or (`null`) that they are gone. */
  learned(id: string, person: PersonRecord | null): void {
    if (person) this.#gone.delete(id);
    else this.#gone.add(id);
    for (const window of this.#open) {
      if (person) window.patch(person);
      else if (window.indexOf(id) >= 0) window.refresh();
    }
  }

  get refreshing(): boolean {
    return [...this.#open].some(({ refreshing }) => refreshing);
  }

  refresh(): void {
    for (const window of this.#open) window.refresh();
  }

  close(): void {
    for (const window of [...this.#open]) window.release();
  }
}
