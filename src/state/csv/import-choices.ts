import { plainHeading } from './import-mapping.ts';

/** One of the values that a field can have, with whatever it may be called in a file beside its id. */
export interface ImportChoice {
  readonly id: string;
  readonly names?: readonly (string | undefined)[];
}

/** The closed lists of an account. A field without a list takes ids as they are. */
export interface ImportChoices {
  readonly role?: readonly ImportChoice[];
  readonly userType?: readonly ImportChoice[];
  readonly addons?: readonly ImportChoice[];
  readonly group?: readonly ImportChoice[];
}

export type ChoiceField = keyof ImportChoices;

/** Finds what a cell means. */
export class ChoiceReader {
  readonly #ids = new Map<ChoiceField, ReadonlyMap<string, string>>();

  constructor(choices: ImportChoices) {
    for (const [field, list] of Object.entries(choices) as [
      ChoiceField,
      readonly ImportChoice[],
    ][]) {
      const named = list.flatMap(({ id, names = [] }) =>
        names.map((name) => [plainHeading(name ?? ''), id] as const),
      );
      // An id goes before a name that happens to be the same.
      this.#ids.set(
        field,
        new Map([...named, ...list.map(({ id }) => [plainHeading(id), id] as const)]),
      );
    }
  }

  /** The id, or `undefined` where the account has nothing that is called so. */
  idOf(field: ChoiceField, text: string): string | undefined {
    const ids = this.#ids.get(field);
    return ids ? ids.get(plainHeading(text)) : text;
  }
}
