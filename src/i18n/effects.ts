import type { Effect } from '../domain/index.ts';
import type { Translator } from './translator.ts';

/** What an act will do to people and things, a sentence for each effect. One that no message says is left out. */
export function sayEffects(
  t: Translator,
  effects: readonly (Effect | (string & {}))[],
): readonly string[] {
  return effects.flatMap((effect) => t.find(`effect.${effect}`) ?? []);
}
