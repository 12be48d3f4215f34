/** What a host may answer to a command: nothing (go on), a veto with words for the person, or ids to leave out. */
// eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- an async function that just waits is an answer
export type Intent = void | { readonly veto: string } | { readonly drop: readonly string[] };

/** The promises that a host holds an act with. The same one wherever the question is asked again. */
export class Holds {
  readonly promises: Promise<Intent>[] = [];
  #isOpen = true;

  add(intent: Promise<Intent>): void {
    if (!this.#isOpen) {
      // Whoever comes late believes to hold what has already gone on: better an error than a silent yes.
      throw new DOMException(
        'waitUntil() must be called while account-command is being dispatched, before any await',
        'InvalidStateError',
      );
    }
    this.promises.push(intent);
  }

  /** The question has been asked everywhere; what is added from now on comes too late. */
  seal(): void {
    this.#isOpen = false;
  }
}
