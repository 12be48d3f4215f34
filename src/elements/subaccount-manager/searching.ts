import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long after the last key a search is sent, in ms. */
const PAUSE_MS = 200;

/** What is typed to search, and, a moment after the last key, what is searched for. */
export class Searching implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #sought: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #text = '';
  #asked = '';

  /** @param sought something else is searched for now */
  constructor(host: ReactiveControllerHost, sought: () => void) {
    this.#host = host;
    this.#sought = sought;
    host.addController(this);
  }

  /** As it is typed. */
  get text(): string {
    return this.#text;
  }

  /** What is searched for. */
  get asked(): string {
    return this.#asked;
  }

  readonly type = (text: string): void => {
    this.#put(text);
    this.#timer = setTimeout(() => this.#seek(), PAUSE_MS);
  };

  /** Searches at once; nothing is said of how many are found where it was not a search of the person's. */
  set(text: string): void {
    this.#put(text);
    this.#asked = text;
  }

  clear(): void {
    this.#put('');
    this.#seek();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  #put(text: string): void {
    clearTimeout(this.#timer);
    this.#text = text;
    this.#host.requestUpdate();
  }

  #seek(): void {
    if (this.#text.trim() === this.#asked.trim()) return;
    this.#asked = this.#text;
    this.#sought();
    this.#host.requestUpdate();
  }
}
