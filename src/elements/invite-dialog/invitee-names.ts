import type { Invitee } from '../../domain/index.ts';
import type { ListedAddress } from '../../state/index.ts';
import type { FormCore } from './form-core.ts';

/** First and last name, as they were typed. */
export type Names = Pick<Invitee, 'firstName' | 'lastName'>;

/**
 * The name of the one person who is being invited, in fields of its own. It belongs to their address; what is typed before
 * there is one waits for it, also while there are several.
 */
export class InviteeNames {
  readonly #form: FormCore;
  #waiting: Names = {};

  constructor(form: FormCore) {
    this.#form = form;
  }

  /** It can be one person only. */
  get isAsked(): boolean {
    return this.#form.list.entries.length <= 1;
  }

  get value(): Names {
    return this.#one ?? this.#waiting;
  }

  /** Something that belongs to no address yet. */
  get isWaiting(): boolean {
    return Object.values(this.#waiting).some((text) => text !== '');
  }

  set(part: Names): void {
    const one = this.#one;
    if (one) this.#form.list.rename(one.id, part);
    else this.#waiting = { ...this.#waiting, ...part };
    this.#form.changed();
  }

  /** Gives what has waited to the one address there is, unless that came with a name. */
  settle(): void {
    const one = this.#one;
    if (!one || !this.isWaiting) return;
    if (one.firstName === undefined && one.lastName === undefined)
      this.#form.list.rename(one.id, this.#waiting);
    this.clear();
  }

  clear(): void {
    this.#waiting = {};
  }

  /** The one person whose address is there. */
  get #one(): ListedAddress | undefined {
    const { entries } = this.#form.list;
    return entries.length === 1 && entries[0]?.key !== '' ? entries[0] : undefined;
  }
}
