import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * What a screen reader is told: one polite message at a time, kept until the next. The host renders `text`
 * inside an element with `role="status"`. The same words said again are said again.
 */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #text = '';
  #again = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get text(): string {
    // A trailing no-break space makes a repetition a change of the text without changing what is heard.
    return this.#again ? `${this.#text}\u00a0` : this.#text;
  }

  say(text: string): void {
    this.#again = text === this.#text && !this.#again;
    this.#text = text;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#text = '';
  }
}
