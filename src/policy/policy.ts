import type { ActionRegistry } from '../domain/index.ts';
import type { Decision } from './decision.ts';
import type { PolicyDocument, RoleDef } from './document.ts';
import type { Question } from './question.ts';

export interface PolicyOptions {
  /** A host's own actions, beside those of the kit. */
  readonly actions?: ActionRegistry;
}

/** A compiled document. Pure and total: the same question always gets the same answer, and none throws. */
export interface Policy {
  readonly id: string;
  readonly document: PolicyDocument;
  /** Every role, highest rank first. */
  readonly roles: readonly RoleDef[];
  decide(question: Question): Decision;
  /**
   * Decides several questions as one act, in order: what an earlier one would change (roles held,
   * seats taken) counts for the later ones. Demoting both of two owners, the second is denied.
   */
  decideAll(questions: readonly Question[]): Decision[];
  /** Per role of the document, whether the question's change could give it. The question is taken as a draft. */
  assignableRoles(question: Question): ReadonlyMap<string, Decision>;
}
