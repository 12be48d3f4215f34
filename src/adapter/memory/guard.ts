import type { AccountFacts, Command, Person } from '../../domain/index.ts';
import { toQuestion, type Decision, type Policy, type Target } from '../../policy/index.ts';
import type { ProblemKind } from '../problem.ts';
import { fail } from '../fail.ts';

/** Reasons that are about the actor alone, and those about a number that could be another. The rest are rules. */
const KINDS: Readonly<Record<string, ProblemKind>> = {
  noPermission: 'forbidden',
  restricted: 'forbidden',
  notActive: 'forbidden',
  unknownAction: 'forbidden',
  unknownRole: 'forbidden',
  noSeat: 'quota',
  limit: 'quota',
};

/** What an actor may do, by the policy and the facts of the moment. */
export interface Guard {
  /** Ends the call with the policy's refusal, if it has one. */
  check(command: Command, target?: Target): void;
  /** The rule by which something that is still being filled in is refused already, if there is one. */
  refuses(command: Command, target?: Target): string | undefined;
  /** Whether a question without a change, such as `user.view`, is not refused. */
  sees(action: string, target?: Target): boolean;
}

/**
 * A guard for one actor. A rule that hangs on a fact this account does not keep is left open, as it is for the
 * elements ("your server decides"); whatever else is missing makes the command invalid.
 */
export function guard(policy: Policy | undefined, actor: Person, facts: () => AccountFacts): Guard {
  const decide = (command: Command, target: Target | undefined, draft?: true): Decision => {
    if (!policy) return { effect: 'allow' };
    const account = facts();
    const decision = policy.decide(
      toQuestion(command, actor, { account, ...(target && { target }), ...(draft && { draft }) }),
    );
    if (decision.effect !== 'unknown') return decision;
    const missing = decision.missing.filter((path) => {
      const [whose, fact = ''] = path.split('.');
      return whose !== 'account' || fact in account;
    });
    return missing.length ? { effect: 'unknown', missing } : { effect: 'allow' };
  };
  return {
    check: (command, target) => {
      const decision = decide(command, target);
      if (decision.effect === 'deny') fail(KINDS[decision.reason.key] ?? 'rule', decision.rule);
      if (decision.effect === 'unknown') {
        const fields = decision.missing.map((path) => ({
          pointer: `/${path.replace('.', '/')}`,
          code: 'missing',
        }));
        fail('invalid', 'missing-facts', { fields });
      }
    },
    refuses: (command, target) => {
      const decision = decide(command, target, true);
      return decision.effect === 'deny' ? decision.rule : undefined;
    },
    sees: (action, target) => decide({ id: action, action }, target).effect === 'allow',
  };
}
