import type { MessageOverrides, PartialLocale } from './messages.ts';

const registered = new Map<string, MessageOverrides>();
const listeners = new Set<() => void>();

/**
 * Adds a locale: the default export of `rosterkit/locales/<tag>`, or one of the host. A later one under the
 * same tag replaces the earlier. May be called at any time; what is on the page follows.
 */
export function registerMessages(locale: PartialLocale): void {
  const tag = canonical(locale.tag);
  if (!tag) {
    throw new TypeError(`registerMessages: tag "${locale.tag}" is not a BCP 47 language tag.`);
  }
  registered.set(tag, locale.messages);
  for (const listener of listeners) listener();
}

/** Calls back whenever a locale is added, until the returned function is called. */
export function onMessages(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * The first of the tags that can be said: itself or its language is registered. Keeps the region, so that
 * dates follow it: `fr-CH` stays `fr-CH` where `fr` is registered. English when none can.
 */
export function resolveLocale(tags: readonly (string | null | undefined)[]): string {
  for (const wanted of tags) {
    const tag = wanted && canonical(wanted);
    if (tag && parents(tag).some((parent) => parent === 'en' || registered.has(parent))) return tag;
  }
  return 'en';
}

/** The messages registered for a tag and for the languages it falls back to, nearest first. */
export function messagesFor(tag: string): MessageOverrides[] {
  return parents(tag)
    .map((parent) => registered.get(parent))
    .filter((messages) => messages !== undefined);
}

/** `zh-Hant-TW`, `zh-Hant`, `zh`. */
export function parents(tag: string): string[] {
  const parts = tag.split('-');
  return parts.map((_, dropped) => parts.slice(0, parts.length - dropped).join('-'));
}

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined; // A page may say lang="fr_FR"; that is no reason to fail.
  }
}
