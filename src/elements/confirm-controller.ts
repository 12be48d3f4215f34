import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ConfirmRequest } from '../views/confirmation.ts';

/**
 * Asks the person before something is done that is not easily taken back: one native modal dialog, rendered by the host.
 * Escape and Cancel answer no. The browser gives the focus back to where it was.
 */
export class ConfirmController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #dialog: () => HTMLDialogElement | null | undefined;
  #request: ConfirmRequest | undefined;
  #answer: ((yes: boolean) => void) | undefined;
  #typed = '';

  /** @param dialog the dialog in the host's shadow root, once it is drawn */
  constructor(host: ReactiveControllerHost, dialog: () => HTMLDialogElement | null | undefined) {
    this.#host = host;
    this.#dialog = dialog;
    host.addController(this);
  }

  /** What is being asked. */
  get request(): ConfirmRequest | undefined {
    return this.#request;
  }

  /** What the person has typed where typing is asked for. */
  get typed(): string {
    return this.#typed;
  }

  /** Whether what had to be typed is there; letter case and white space around do not matter. */
  get isComplete(): boolean {
    const { typed, orTyped } = this.#request ?? {};
    if (typed === undefined) return true;
    const text = this.#typed.trim().toLocaleLowerCase();
    return text === typed.toLocaleLowerCase() || text === orTyped?.toLocaleLowerCase();
  }

  /** Resolves to the person's answer. Asking again answers an open question with no. */
  ask(request: ConfirmRequest): Promise<boolean> {
    this.#answer?.(false);
    this.#request = request;
    this.#typed = '';
    this.#host.requestUpdate();
    return new Promise((resolve) => (this.#answer = resolve));
  }

  hostUpdated(): void {
    const dialog = this.#dialog();
    if (!this.#request || !dialog || dialog.open) return;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }

  hostDisconnected(): void {
    this.#settle(false);
  }

  readonly type = (text: string): void => {
    this.#typed = text;
    this.#host.requestUpdate();
  };

  readonly confirm = (): void => {
    if (this.isComplete) this.#settle(true);
  };

  readonly cancel = (): void => this.#settle(false);

  #settle(yes: boolean): void {
    const answer = this.#answer;
    if (!answer) return;
    this.#answer = this.#request = undefined;
    this.#dialog()?.close();
    answer(yes);
    this.#host.requestUpdate();
  }
}
