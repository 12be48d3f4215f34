import {
  actionRegistry,
  personName,
  type ActionRegistry,
  type PersonRecord,
} from '../../domain/index.ts';
import { actionName, sayEffects, type Translator } from '../../i18n/index.ts';
import type { ConfirmRequest } from '../../views/confirmation.ts';

/** Effects that nobody should cause by a slip. */
const GRAVE: readonly string[] = [
  'loses-access',
  'leaves-account',
  'erases-data',
  'gives-ownership',
];

/**
 * What a person is asked before this is done to someone (ZM-32): what happens, and whether it can be undone. What erases data
 * has to be typed. Nothing for what is harmless or easily undone.
 */
export function confirmRequest(
  action: string,
  people: readonly PersonRecord[],
  t: Translator,
  own?: ActionRegistry,
): ConfirmRequest | undefined {
  const { effects = [], irreversible, inverse } = actionRegistry(own)[action] ?? {};
  const grave = effects.some((effect) => GRAVE.includes(effect));
  if (!grave && !irreversible) return undefined;
  const name = actionName(t, action);
  const [first] = people;
  const isOne = people.length === 1 && first !== undefined;
  return {
    title: isOne
      ? t('confirm.one', { action: name, name: personName(first) })
      : t('confirm.many', { action: name, count: people.length }),
    names: people.map(personName),
    consequences: [
      ...sayEffects(t, effects),
      ...(irreversible ? [t('effect.irreversible')] : inverse ? [t('effect.reversible')] : []),
    ],
    ...(effects.includes('erases-data') && {
      typed: isOne ? first.email : String(people.length),
    }),
    action: name,
    danger: true,
  };
}
