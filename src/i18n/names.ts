import type { Translator } from './translator.ts';

/**
 * What a role is called: the host's wording in this language (`role.<id>`), its label, the kit's wording, and
 * where there is none the id.
 */
export function roleName(t: Translator, id: string, label?: string): string {
  return named(t, id, ['role'], label);
}

/** What a licence kind is called. */
export function userTypeName(t: Translator, id: string, label?: string): string {
  return named(t, id, ['type'], label);
}

/** What a pool of seats is called; a pool of a licence kind by the kind. */
export function poolName(t: Translator, id: string, label?: string): string {
  return named(t, id, ['pool', 'type'], label);
}

/** What a feature of the account is called. */
export function featureName(t: Translator, id: string, label?: string): string {
  return named(t, id, ['feature'], label);
}

/** What a person's status is called; `expired` is a pending one past its date. */
export function statusName(t: Translator, id: string): string {
  return named(t, id, ['status']);
}

/** What a field or column is called. */
export function fieldName(t: Translator, id: string, label?: string): string {
  return named(t, id, ['field'], label);
}

/** What an action is called, for remedies and the list of recent changes. */
export function actionName(t: Translator, id: string, label?: string): string {
  return named(t, id, ['action'], label);
}

function named(t: Translator, id: string, nouns: readonly string[], label?: string): string {
  const keys = nouns.map((noun) => `${noun}.${id}`);
  return first(keys, (key) => t.own(key)) ?? label ?? first(keys, (key) => t.find(key)) ?? id;
}

function first(
  keys: readonly string[],
  say: (key: string) => string | undefined,
): string | undefined {
  for (const key of keys) {
    const text = say(key);
    if (text !== undefined) return text;
  }
  return undefined;
}
