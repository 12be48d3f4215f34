import { FACTS, own } from './facts.ts';
import { isObject, list, must, number, object, scalar, type Fields, type Shape } from './shape.ts';

const knownFact = must('fact', [...FACTS.keys()]);

/** A fact that questions have; of a target, any name of a host's own. */
const factPath: Shape = (value, path, report) => {
  const [owner, name, more] = String(value).split('.');
  if (owner !== 'target' || !name || more !== undefined || name in {})
    knownFact(value, path, report);
};

export const factRef = object({ fact: factPath });

export const either =
  (ifObject: Shape, otherwise: Shape): Shape =>
  (value, path, report) =>
    (isObject(value) ? ifObject : otherwise)(value, path, report);

const values = either(factRef, list(scalar));
const one = { is: scalar, in: values };
const size = { atLeast: number, atMost: number };
const several = { overlaps: values, within: values };

/** What can be asked of a fact, by its kind. A test that could never hold is a mistake, not a rule. */
const OPERATORS: Readonly<Record<string, Fields>> = {
  text: one,
  flag: one,
  number: { ...one, ...size },
  list: { ...several, ...size },
  map: {},
};

// Deeper than anyone writes, and shallower than any engine's stack.
const DEPTH = 50;

/** A test, or `all`, `any` or `not` of conditions. */
export const condition: Shape = (value, path, report) => {
  if (path.split('.').length > DEPTH) return report(path, 'is nested too deep');
  const parts: Fields = { all: list(condition, 1), any: list(condition, 1), not: condition };
  for (const key in parts)
    if (own(value, key)) return object({ [key]: parts[key]! })(value, path, report);
  const kind = FACTS.get(own(value, 'fact') as string);
  const operators = kind ? OPERATORS[kind] : { ...one, ...size, ...several };
  single(value, path, report);
  return object({ fact: factPath }, operators, `operator for a ${kind} fact`)(value, path, report);
};

const single = must(
  'a test with one operator, or all, any or not',
  (value) => isObject(value) && Object.keys(value).length === 2,
);
