import { actionShapes } from '../domain/index.ts';
import { byRank, decider } from './decide.ts';
import type { PolicyDocument } from './document.ts';
import { parsePolicy } from './parse.ts';
import type { Policy, PolicyOptions } from './policy.ts';

/**
 * Checks a policy document and makes it answer questions. The document is copied, so a later change of the
 * given one changes nothing.
 *
 * @throws {PolicyError} naming every mistake of the document with its path; never anything else.
 */
export function compilePolicy(given: PolicyDocument, options?: PolicyOptions): Policy {
  const registry = actionShapes(options?.actions);
  const document = parsePolicy(given, registry);
  const roles = [...document.roles].sort(byRank);
  const decide = decider(document, roles, registry);
  return {
    id: document.id,
    document,
    roles,
    decide: (question) => decide(question),
    decideAll(questions) {
      const fold = { counts: new Map(), people: new Map() };
      return questions.map((question) => decide(question, fold));
    },
    assignableRoles: (question) =>
      new Map(
        roles.map(({ id: roleId }) => {
          const change = { ...question.change, roleId };
          return [roleId, decide({ ...question, change, draft: true })];
        }),
      ),
  };
}
