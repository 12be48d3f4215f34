import type { PEOPLE_FIELDS, PersonStatus, REASONS, ReasonKey } from '../domain/index.ts';

/**
 * Text that depends on a number: one sentence per `Intl.PluralRules` category. `by` names the
 * placeholder that chooses (default `count`); a category that is absent falls back to `other`.
 */
export interface PluralMessage extends Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> {
  readonly by?: string;
  readonly other: string;
}

/** What a person reads: whole sentences with `{placeholder}`s. Never a fragment to be glued. */
export type Message = string | PluralMessage;

/** Values for placeholders. Numbers are written as the locale writes them. */
export type MessageParams = Readonly<Record<string, string | number>>;

/** The names in braces of a text. */
export type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** The placeholder whose number chooses the sentence. */
export type Selector<M> = M extends string
  ? never
  : M extends { readonly by: infer By extends string }
    ? By
    : 'count';

/** Every placeholder that a message takes. */
export type PlaceholdersOf<M> = M extends string
  ? Placeholders<M>
  : M extends PluralMessage
    ? Placeholders<M['other']> | Selector<M>
    : never;

/** Every placeholder written anywhere in a message, in rare categories too. */
export type WrittenIn<M> = M extends string
  ? Placeholders<M>
  : { [C in keyof M]: C extends 'by' ? M[C] : Placeholders<M[C]> }[keyof M];

type Intersection<U> = (U extends unknown ? (each: U) => void : never) extends (
  all: infer I,
) => void
  ? I
  : never;

/** A text that holds every one of these placeholders. */
export type TextWith<P extends string> = [P] extends [never]
  ? string
  : Intersection<P extends string ? `${string}{${P}}${string}` : never>;

/** A message that holds every one of these placeholders; of a plural, its `other` must. */
export type MessageWith<P extends string> =
  | TextWith<P>
  | ({ readonly by?: P; readonly other: TextWith<P> } & {
      readonly [C in Exclude<Intl.LDMLPluralRule, 'other'>]?: string;
    });

/** What the domain obliges every locale to say: all reasons of policies, all statuses, all fields. */
export type DomainMessages = {
  readonly [K in ReasonKey as `reason.${K}`]: MessageWith<(typeof REASONS)[K][number]>;
} & { readonly [S in PersonStatus as `status.${S}`]: string } & {
  readonly [F in (typeof PEOPLE_FIELDS)[number] as `field.${F}`]: string;
};
