import { FACTS, own, toList } from './facts.ts';

/**
 * What a value has to be: something by its name (an `action`, `a text`), a list, an object with these keys (`?`: may
 * be absent; `*?`: whatever others), or what a function makes of the value and its path.
 */
export type Spec =
  | string
  | readonly [Spec]
  | { readonly [key: string]: Spec }
  | ((value: unknown, path: string) => Spec);

export const isObject = (value: unknown): value is object =>
  value instanceof Object && !Array.isArray(value);

const either =
  (ifObject: Spec, otherwise: Spec): Spec =>
  (value) =>
    isObject(value) ? ifObject : otherwise;

const some =
  (item: Spec): Spec =>
  (value) =>
    toList(value).length ? [item] : 'a list that is not empty';

const REF: Spec = {
  // Of a target, any name of a host's own.
  fact: (value) => {
    const own = /^target\.([^.]+)$/.exec(String(value))?.[1];
    return own && !(own in {}) ? 'a text' : 'fact';
  },
};
const VALUES = either(REF, ['a single value']);
const ONE = { ...REF, 'is?': 'a single value', 'in?': VALUES };
const SIZE = { ...REF, 'atLeast?': 'a number', 'atMost?': 'a number' };
const SEVERAL = { ...SIZE, 'overlaps?': VALUES, 'within?': VALUES };

/** Tests, by the mark of their fact: one that could never hold is a mistake, not a rule. */
const TESTS: Readonly<Record<string, Spec>> = {
  '': ONE,
  '?': ONE,
  '#': { ...ONE, ...SIZE },
  '[': SEVERAL,
  '%': REF,
};

const NO_CONDITION = 'a condition with one operator';

const CONDITION: Spec = (value, path) => {
  // Longer than anyone writes, and shorter than what any engine's stack can follow.
  if (path.length > 999) return NO_CONDITION;
  const key = ['all', 'any', 'not'].find((one) => own(value, one));
  if (key) return { [key]: key === 'not' ? CONDITION : some(CONDITION) };
  if (!isObject(value) || Object.keys(value).length !== 2) return NO_CONDITION;
  return (
    TESTS[FACTS.get(own(value, 'fact') as string) ?? ' '] ?? {
      ...ONE,
      ...SEVERAL,
    }
  );
};

/** The remedies, by their kind. */
export const REMEDIES: Readonly<Record<string, Spec>> = {
  ask: { kind: 'remedy' },
  buy: { kind: 'remedy', 'pool?': 'a text', 'feature?': 'a text' },
  first: { kind: 'remedy', action: 'action' },
  elsewhere: { kind: 'remedy', key: 'a text', 'href?': 'a text' },
};

/** The whole format. */
export const DOCUMENT: Spec = {
  format: 'format',
  id: 'a text',
  roles: [
    {
      id: 'a role of its own',
      permissions: ['pattern'],
      'label?': 'a text',
      'except?': ['action'],
      'rank?': 'a number',
      'scope?': 'scope',
      'min?': 'a whole number',
      'max?': 'a whole number',
      'recommended?': 'a whole number',
    },
  ],
  rules: [
    {
      id: 'an id of its own',
      actions: some('pattern'),
      when: (value) => (value === true ? 'a single value' : CONDITION),
      reason: {
        key: 'a text',
        'params?': { '*?': either(REF, 'a single value') },
      },
      'remedy?': (value) => (own(REMEDIES, String(own(value, 'kind'))) ?? REMEDIES['ask']) as Spec,
      'rank?': 'a number',
    },
  ],
  'seats?': [
    {
      id: 'an id of its own',
      actions: some('action'),
      pool: either({ name: 'a text' }, 'pool'),
      'among?': ['a text'],
      'roles?': ['role'],
    },
  ],
  'effects?': { '*?': ['a text'] },
  'messages?': { '*?': { '*?': 'a text' } },
};
