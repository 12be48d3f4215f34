import type { Subaccount } from '../../domain/index.ts';
import type { SubaccountWindow } from '../../state/index.ts';

/** One line of the list: something to choose, a heading, or one that is still being read. */
export type Entry =
  | { readonly kind: 'all' }
  | { readonly kind: 'heading'; readonly of: 'recent' | 'others' }
  | { readonly kind: 'one'; readonly one: Subaccount }
  | { readonly kind: 'loading' };

/** What the list is made of: a few lines at its head, and as many after them as the window has. */
export class Entries {
  readonly #head: readonly Entry[];
  readonly #window: SubaccountWindow | undefined;

  constructor(head: readonly Entry[], window: SubaccountWindow | undefined) {
    this.#head = head;
    this.#window = window;
  }

  get length(): number {
    return this.#head.length + (this.#window?.length ?? 0);
  }

  /** Lines before those of the window. */
  get offset(): number {
    return this.#head.length;
  }

  at(index: number): Entry | undefined {
    if (index < 0 || index >= this.length) return undefined;
    const one = this.#window?.at(index - this.#head.length);
    return this.#head[index] ?? (one ? { kind: 'one', one } : { kind: 'loading' });
  }

  /** The nearest line that can be chosen, from `index` on in a direction, else in the other. */
  choosable(index: number, step: 1 | -1): number {
    const inside = Math.max(0, Math.min(this.length - 1, index));
    for (const by of [step, -step] as const)
      for (let at = inside; at >= 0 && at < this.length; at += by)
        if (this.#head[at]?.kind !== 'heading') return at;
    return -1;
  }

  /** Where a sub-account (`undefined`: all of them) is first listed, as far as that is known. */
  indexOf(id: string | undefined): number {
    const inHead = this.#head.findIndex((entry) =>
      entry.kind === 'one' ? entry.one.id === id : entry.kind === 'all' && id === undefined,
    );
    if (inHead >= 0 || id === undefined) return inHead;
    const inList = this.#window?.indexOf(id) ?? -1;
    return inList < 0 ? -1 : inList + this.#head.length;
  }
}
