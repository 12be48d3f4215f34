import type { ActionShapes } from '../domain/index.ts';
import type { PolicyDocument } from './document.ts';
import { FACTS, own, toList } from './facts.ts';
import { DOCUMENT, isObject, REMEDIES, type Spec } from './format.ts';
import { PolicyError, type PolicyProblem } from './policy-error.ts';

/**
 * Reads a document of unknown origin; the result is a frozen copy.
 *
 * @throws {PolicyError} with every mistake there is, each with its path; nothing else, whatever the input.
 */
export function parsePolicy(input: unknown, registry: ActionShapes): PolicyDocument {
  const problems: PolicyProblem[] = [];
  let document: unknown;
  try {
    // What JSON cannot carry (a cycle, a getter that throws) ends here, so nothing after needs to fear it.
    document = JSON.parse(JSON.stringify(input), (_key, value: unknown) => Object.freeze(value));
  } catch {
    throw new PolicyError([{ path: '', message: 'must be JSON' }]);
  }
  const actions = Object.keys(registry);
  const nouns = new Set(actions.map((action) => action.replace(/\..*/, '.*')));
  const known: Readonly<Record<string, readonly unknown[]>> = {
    format: [1],
    action: actions,
    pattern: ['*', '*:write', ...nouns, ...actions],
    fact: [...FACTS.keys()],
    role: toList(own(document, 'roles')).map((role) => own(role, 'id')),
    remedy: Object.keys(REMEDIES),
    scope: ['account', 'subaccount', 'event'],
    pool: ['change.userType', 'change.addons', 'change.products'],
  };
  // A name that every object has (`constructor`) would be found wherever one is looked up carelessly.
  const isText = (value: unknown) => typeof value === 'string' && value !== '' && !(value in {});
  const isNew = () => {
    const seen = new Set();
    return (value: unknown) => isText(value) && !seen.has(value) && seen.add(value);
  };
  const tests: Readonly<Record<string, (value: unknown) => unknown>> = {
    'a text': isText,
    'a number': (value) => typeof value === 'number',
    'a whole number': Number.isInteger,
    'a single value': (value) => !(value instanceof Object),
    'a list': Array.isArray,
    'an object': isObject,
    'a role of its own': isNew(),
    'an id of its own': isNew(),
  };

  /** Whether a value is what its name says; reports it if not. */
  function is(name: string, value: unknown, path: string, names = known[name]): boolean {
    const isRight = names ? names.includes(value) : tests[name]?.(value);
    if (isRight) return true;
    const was = JSON.stringify(value);
    const message = names
      ? `unknown ${name} ${was}; known are ${names.join(', ')}`
      : `must be ${name}, was ${was}`;
    problems.push({ path, message, value });
    return false;
  }

  function check(spec: Spec, value: unknown, path: string): void {
    if (typeof spec === 'string') is(spec, value, path);
    else if (typeof spec === 'function') check(spec(value, path), value, path);
    else if (Array.isArray(spec)) {
      if (is('a list', value, path))
        (value as unknown[]).forEach((one, i) => check(spec[0] as Spec, one, `${path}[${i}]`));
    } else if (is('an object', value, path)) {
      const keys = Object.keys(spec).map((key) => key.replace('?', ''));
      for (const key of new Set([...keys, ...Object.keys(value as object)])) {
        const optional = own(spec, `${key}?`) ?? own(spec, '*?');
        const member = own(value, key);
        if (optional && member === undefined) continue;
        const inner = (own(spec, key) ?? optional) as Spec | undefined;
        const at = path ? `${path}.${key}` : key;
        if (inner) check(inner, member, at);
        else is('key', key, at, keys);
      }
    }
  }

  check(DOCUMENT, document, '');
  if (problems.length) throw new PolicyError(problems);
  return document as PolicyDocument;
}
