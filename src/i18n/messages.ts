import type { English } from './english.ts';
import type { Message, MessageWith, PlaceholdersOf, Selector, WrittenIn } from './message.ts';

export type MessageKey = keyof English;

/** Every message of the kit, each with the placeholders that English gives it. */
export type Messages = { readonly [K in MessageKey]: MessageWith<PlaceholdersOf<English[K]>> };

/** The messages without placeholders. */
export type PlainKey = {
  [K in MessageKey]: [PlaceholdersOf<English[K]>] extends [never] ? K : never;
}[MessageKey];

/** What `t(key, …)` has to be given. */
export type ParamsOf<K extends MessageKey> = {
  readonly [P in PlaceholdersOf<English[K]>]: P extends Selector<English[K]>
    ? number
    : string | number;
};

/** `M`, or for each message with a placeholder that English lacks, a type that says which. */
export type Checked<M> = {
  readonly [K in keyof M]: K extends MessageKey
    ? Exclude<WrittenIn<M[K]>, PlaceholdersOf<English[K]>> extends never
      ? M[K]
      : { readonly 'unknown placeholder': Exclude<WrittenIn<M[K]>, PlaceholdersOf<English[K]>> }
    : { readonly 'unknown message': K };
};

/**
 * A complete locale, as `rosterkit/locales/<tag>` exports it. `satisfies Locale<typeof messages>` also finds
 * placeholders that do not exist.
 */
export interface Locale<M = Messages> {
  /** BCP 47 tag. */
  readonly tag: string;
  readonly messages: Messages & Checked<M>;
}

/** Own wording for some messages, and for a host's own ids: `role.auditor`, `reason.onCall`, anything. */
export type MessageOverrides = { readonly [K in MessageKey]?: Message } & {
  readonly [key: string]: Message | undefined;
};

/** A regional variant: what differs from its language. `fr-CA` falls back to `fr`, then to English. */
export interface PartialLocale {
  readonly tag: string;
  readonly messages: MessageOverrides;
}
