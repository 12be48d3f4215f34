import { formatDate, formatList, formatNumber, formatRelative, pluralCategory } from './formats.ts';
import { english } from './english.ts';
import type { Message, MessageParams, PluralMessage } from './message.ts';
import type { MessageKey, MessageOverrides, ParamsOf, PlainKey } from './messages.ts';
import { messagesFor, parents, resolveLocale } from './registry.ts';

/** Own wording of a policy document, by locale. */
export type PolicyMessages = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface TranslatorOptions {
  /** Tags in order of preference; the first that can be said is used. */
  readonly tags?: readonly (string | null | undefined)[];
  /** An element's own wording; above everything. */
  readonly messages?: MessageOverrides | undefined;
  /** `PolicyDocument.messages`; above the kit's locales. */
  readonly policy?: PolicyMessages | undefined;
}

/** Says messages in one language: `t('people.count', { count: 3 })`. */
export interface Translator {
  (key: PlainKey): string;
  <K extends Exclude<MessageKey, PlainKey>>(key: K, params: ParamsOf<K>): string;
  /** The tag whose words, plurals, numbers and dates are used. */
  readonly locale: string;
  /** The message under any key, a host's own included; `undefined` where nobody has words for it. */
  find(key: string, params?: MessageParams): string | undefined;
  /** The same, but only from the element's and the policy's own wording in this language. */
  own(key: string, params?: MessageParams): string | undefined;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  list(items: readonly string[], type?: Intl.ListFormatType): string;
  date(value: Date | string | number, options?: Intl.DateTimeFormatOptions): string;
  relativeTime(value: Date | string | number, now?: Date | string | number): string;
}

/**
 * A translator for the first language of `tags` that has words. Looks in the element's own messages, the
 * policy's (for the region, then the language), the registered locale, the policy's English, then English.
 */
export function createTranslator({
  tags = [],
  messages,
  policy,
}: TranslatorOptions = {}): Translator {
  const locale = resolveLocale(tags);
  const own = present([messages, ...parents(locale).map((tag) => policy?.[tag])]);
  const all = present([...own, ...messagesFor(locale), policy?.['en'], english]);

  const say = (layers: readonly MessageOverrides[], key: string, params?: MessageParams) => {
    for (const layer of layers) {
      const message = Object.hasOwn(layer, key) ? layer[key] : undefined;
      if (!isMessage(message)) continue;
      // Built-in English counts by English rules, even on a page whose language lacks a message.
      return fill(choose(message, layer === english ? 'en' : locale, params), locale, params);
    }
    return undefined;
  };
  const translate = (key: MessageKey, params?: MessageParams) => say(all, key, params) ?? key;

  return Object.assign(translate, {
    locale,
    find: (key: string, params?: MessageParams) => say(all, key, params),
    own: (key: string, params?: MessageParams) => say(own, key, params),
    number: formatNumber.bind(null, locale),
    list: formatList.bind(null, locale),
    date: formatDate.bind(null, locale),
    relativeTime: formatRelative.bind(null, locale),
  });
}

/** A host that writes JavaScript may well say `null` for none. */
function present(layers: readonly (MessageOverrides | null | undefined)[]): MessageOverrides[] {
  return layers.filter((layer) => layer !== undefined && layer !== null);
}

/** A host's messages may come from a server; what is none is passed over. */
function isMessage(message: unknown): message is Message {
  return typeof ((message as PluralMessage | undefined | null)?.other ?? message) === 'string';
}

function choose(message: Message, locale: string, params?: MessageParams): string {
  if (typeof message === 'string') return message;
  const by = params?.[message.by ?? 'count'];
  const category = typeof by === 'number' ? pluralCategory(locale, by) : 'other';
  return message[category] ?? message.other;
}

// Text of the other direction would drag the punctuation after it along; isolates keep it in its place.
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** Puts the values in. A placeholder without a value stays as it is written, so that a mistake can be seen. */
function fill(text: string, locale: string, params: MessageParams = {}): string {
  return text.replace(/\{(\w+)\}/g, (written, name: string) => {
    const value: unknown = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined || value === null) return written;
    if (typeof value === 'number') return formatNumber(locale, value);
    return RIGHT_TO_LEFT.test(value as string)
      ? `\u2068${value as string}\u2069`
      : (value as string);
  });
}
