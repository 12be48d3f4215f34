import type { AccountFacts, Command, Person } from '../../domain/index.ts';
import { toQuestion, type Decision, type Policy, type Target } from '../../policy/index.ts';
import type { ProblemKind } from '../problem.ts';
import { fail } from './fail.ts';

/** Reasons that are about the actor alone: nothing about the change would help. */
const FORBIDDEN = ['noPermission', 'restricted', 'notActive', 'unknownAction', 'unknownRole'];
/** Reasons that are about a number, which buying or freeing some would change. */
const QUOTA = ['noSeat', 'limit'];

/** What an actor may do, by the policy and the facts of the moment. */
export interface Guard {
  /** Ends the call with the policy's refusal, if it has one. */
  check(command: Command, target?: Target): void;
  /** Whether a question without a change, such as `user.view`, is not refused. */
  sees(action: string, target?: Target): boolean;
}

/**
 * A guard for one actor. A rule that hangs on a fact this account does not keep is left open, as it is for the
 * elements ("your server decides"); whatever else is missing makes the command invalid.
 */
export function guard(policy: Policy | undefined, actor: Person, facts: () => AccountFacts): Guard {
  const decide = (command: Command, target: Target | undefined): Decision => {
    if (!policy) return { effect: 'allow' };
    const account = facts();
    const decision = policy.decide(
      toQuestion(command, actor, { account, ...(target && { target }) }),
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
      if (decision.effect === 'unknown') {
        const fields = decision.missing.map((path) => ({
          pointer: `/${path.replace('.', '/')}`,
          code: 'missing',
        }));
        fail('invalid', `Not known: ${decision.missing.join(', ')}`, {
          code: 'missing-facts',
          fields,
        });
      }
      if (decision.effect === 'deny') refuse(policy, decision);
    },
    sees: (action, target) => decide({ id: '', action }, target).effect === 'allow',
  };
}

function refuse(
  policy: Policy | undefined,
  { rule, reason }: Extract<Decision, { effect: 'deny' }>,
): never {
  const isSeat = policy?.document.seats?.some(({ id }) => id === rule);
  const kind: ProblemKind = FORBIDDEN.includes(reason.key) ? 'forbidden'
    : isSeat || QUOTA.includes(reason.key) ? 'quota'
    : 'rule'; // prettier-ignore
  fail(kind, `Refused by ${rule}`, { code: rule });
}
