import type { PeopleQuery, PersonRecord } from '../domain/index.ts';
import { PeopleWindow, type WindowSource } from './people-window.ts';

/** Every window onto people that is open on the page. */
export class PeopleWindows {
  readonly #source: Omit<WindowSource, 'released'>;
  readonly #open = new Set<PeopleWindow>();
  readonly #gone = new Set<string>();

  constructor(source: Omit<WindowSource, 'released'>) {
    this.#source = source;
  }

  open(query: PeopleQuery): PeopleWindow {
    const released = (window: PeopleWindow): void => void this.#open.delete(window);
    const window = new PeopleWindow(query, { ...this.#source, released });
    this.#open.add(window);
    return window;
  }

  /** A person as last read by any of them. */
  find(id: string): PersonRecord | undefined {
    for (const window of this.#open) {
      const person = window.find(id);
      if (person) return person;
    }
    return undefined;
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
