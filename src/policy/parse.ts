import type { ActionRegistry } from '../domain/index.ts';
import type { PolicyDocument } from './document.ts';
import { own, toList } from './facts.ts';
import { condition, either, factRef } from './parse-condition.ts';
import { PolicyError, type PolicyProblem } from './policy-error.ts';
import {
  list,
  must,
  number,
  object,
  scalar,
  text,
  whole,
  type Fields,
  type Shape,
} from './shape.ts';

/**
 * Reads a document of unknown origin; the result is a frozen copy.
 *
 * @throws {PolicyError} with every mistake there is, each with its path; nothing else, whatever the input.
 */
export function parsePolicy(input: unknown, registry: ActionRegistry): PolicyDocument {
  const problems: PolicyProblem[] = [];
  let document: unknown;
  try {
    // What JSON cannot carry (a cycle, a getter that throws) ends here, so nothing after needs to fear it.
    document = JSON.parse(JSON.stringify(input), (_key, value: unknown) => Object.freeze(value));
  } catch {
    throw new PolicyError([{ path: '', message: 'must be JSON' }]);
  }
  documentShape(document, Object.keys(registry))(document, '', (path, message, value) =>
    problems.push({ path, message, value }),
  );
  if (problems.length) throw new PolicyError(problems);
  return document as PolicyDocument;
}

/** A text that no earlier one equals. */
function unique(): Shape {
  const seen = new Map<unknown, string>();
  return (value, path, report) => {
    if (seen.has(value)) report(path, `is the same as ${seen.get(value)}`, value);
    if (text(value, path, report)) seen.set(value, path);
  };
}

const REMEDIES = (action: Shape): Readonly<Record<string, readonly Fields[]>> => ({
  ask: [],
  buy: [{}, { pool: text, feature: text }],
  first: [{ action }],
  elsewhere: [{ key: text }, { href: text }],
});

/** The whole format, for one set of actions and the roles that the document itself names. */
function documentShape(document: unknown, actions: readonly string[]): Shape {
  const nouns = new Set(actions.map((name) => name.replace(/\..*/, '.*')));
  const action = must('action', actions);
  const pattern = must('action', ['*', '*:write', ...nouns, ...actions]);
  const role = must(
    'role',
    toList(own(document, 'roles')).map((one) => own(one, 'id')),
  );
  const roleId = unique();
  const kinds = REMEDIES(action);
  const remedy: Shape = (value, path, report) => {
    const [required, optional] = (own(kinds, String(own(value, 'kind'))) ?? []) as Fields[];
    object({ kind: must('remedy', Object.keys(kinds)), ...required }, optional)(
      value,
      path,
      report,
    );
  };
  const unused = unique();
  const id: Shape = (value, path, report) => {
    unused(value, path, report);
    if (/^builtin\/|\/m(in|ax)$/.test(String(value))) report(path, 'is a built-in id', value);
  };
  return object(
    {
      format: must('format', [1]),
      id: text,
      roles: list(
        object(
          { id: roleId, permissions: list(pattern) },
          {
            label: text,
            except: list(action),
            rank: number,
            scope: must('scope', ['account', 'subaccount', 'event']),
            min: whole,
            max: whole,
          },
        ),
      ),
      rules: list(
        object(
          {
            id,
            actions: list(pattern, 1),
            when: (value, path, report) => value === true || condition(value, path, report),
            reason: object({ key: text }, { params: object(either(factRef, scalar)) }),
          },
          { remedy, rank: number },
        ),
      ),
    },
    {
      seats: list(
        object(
          {
            id,
            actions: list(action, 1),
            pool: either(
              object({ name: text }),
              must('pool', ['change.userType', 'change.addons', 'change.products']),
            ),
          },
          { among: list(text), roles: list(role) },
        ),
      ),
      messages: object(object(text)),
    },
  );
}
