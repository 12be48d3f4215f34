import { actionRegistry, personName, type PersonRecord } from '../domain/index.ts';
import { actionName, sayEffects, type Translator } from '../i18n/index.ts';
import type { AccountScope } from '../state/index.ts';
import type { ConfirmRequest } from '../views/confirmation.ts';

/** Effects that nobody should cause by a slip. */
const GRAVE: readonly string[] = [
  'loses-access',
  'loses-subaccounts',
  'leaves-account',
  'erases-data',
  'gives-ownership',
];

/** What an act does in this product: what its policy document says, else what the kit or the host does. */
function effectsOf(action: string, { actions, policy }: AccountScope): readonly string[] {
  return policy?.document.effects?.[action] ?? actionRegistry(actions)[action]?.effects ?? [];
}

/** What an act does to someone, a sentence for each thing, and whether it can be undone. */
export function consequencesOf(
  action: string,
  t: Translator,
  scope: AccountScope,
): readonly string[] {
  const effects = effectsOf(action, scope);
  const { irreversible, inverse } = actionRegistry(scope.actions)[action] ?? {};
  const undo = irreversible ? 'effect.irreversible' : inverse ? 'effect.reversible' : undefined;
  return [...sayEffects(t, effects), ...(undo ? [t(undo)] : [])];
}

/** It erases data: the person has to type before it is done. */
export function isFinal(action: string, scope: AccountScope): boolean {
  return effectsOf(action, scope).includes('erases-data');
}

/**
 * What a person is asked before this is done to someone (ZM-32): what happens, and whether it can be undone. What erases data
 * has to be typed. Nothing for what is harmless or easily undone.
 */
export function confirmRequest(
  action: string,
  person: PersonRecord,
  t: Translator,
  scope: AccountScope,
): ConfirmRequest | undefined {
  const { irreversible } = actionRegistry(scope.actions)[action] ?? {};
  if (!irreversible && !effectsOf(action, scope).some((effect) => GRAVE.includes(effect)))
    return undefined;
  const name = actionName(t, action);
  return {
    title: t('confirm.one', { action: name, name: personName(person) }),
    names: [],
    consequences: consequencesOf(action, t, scope),
    ...(isFinal(action, scope) && { typed: person.email }),
    action: name,
    danger: true,
  };
}
