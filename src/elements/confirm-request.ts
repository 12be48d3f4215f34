import {
  actionRegistry,
  personName,
  type ActionRegistry,
  type PersonRecord,
} from '../domain/index.ts';
import { actionName, sayEffects, type Translator } from '../i18n/index.ts';
import type { ConfirmRequest } from '../views/confirmation.ts';

/** Effects that nobody should cause by a slip. */
const GRAVE: readonly string[] = [
  'loses-access',
  'leaves-account',
  'erases-data',
  'gives-ownership',
];

/** What an act does to someone, a sentence for each thing, and whether it can be undone. */
export function consequencesOf(
  action: string,
  t: Translator,
  own: ActionRegistry | undefined,
): readonly string[] {
  const { effects = [], irreversible, inverse } = actionRegistry(own)[action] ?? {};
  const undo = irreversible ? 'effect.irreversible' : inverse ? 'effect.reversible' : undefined;
  return [...sayEffects(t, effects), ...(undo ? [t(undo)] : [])];
}

/** It erases data: the person has to type before it is done. */
export function isFinal(action: string, own: ActionRegistry | undefined): boolean {
  return actionRegistry(own)[action]?.effects?.includes('erases-data') ?? false;
}

/**
 * What a person is asked before this is done to someone (ZM-32): what happens, and whether it can be undone. What erases data
 * has to be typed. Nothing for what is harmless or easily undone.
 */
export function confirmRequest(
  action: string,
  person: PersonRecord,
  t: Translator,
  own: ActionRegistry | undefined,
): ConfirmRequest | undefined {
  const { effects = [], irreversible } = actionRegistry(own)[action] ?? {};
  if (!irreversible && !effects.some((effect) => GRAVE.includes(effect))) return undefined;
  const name = actionName(t, action);
  return {
    title: t('confirm.one', { action: name, name: personName(person) }),
    names: [],
    consequences: consequencesOf(action, t, own),
    ...(isFinal(action, own) && { typed: person.email }),
    action: name,
    danger: true,
  };
}
