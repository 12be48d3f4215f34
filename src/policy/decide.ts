import type { ActionShape, ActionShapes, RefKind } from '../domain/index.ts';
import { holds } from './condition.ts';
import type { Decision, ResolvedReason, ResolvedRemedy } from './decision.ts';
import type {
  ActionPattern,
  FactPath,
  PolicyDocument,
  Reason,
  RoleDef,
  Scalar,
} from './document.ts';
import { NO_TARGET, own, read, type Case } from './facts.ts';
import { apply, keyOf } from './fold.ts';
import type { Fold } from './folded.ts';
import { builtIns, limits, unknownAction, type Refusal } from './grounds.ts';
import type { Question } from './question.ts';
import { seatRefusals } from './seats.ts';

/** Answers a question; with a fold, on the account as earlier ones leave it, noting what this one changes. */
export type Decide = (question: Question, fold?: Fold) => Decision;

interface Ranked {
  readonly id: string;
  readonly rank?: number;
}

/** Highest rank first, then smallest id: by code unit, so that the order is the same in every locale. */
export const byRank = (a: Ranked, b: Ranked): number =>
  (b.rank ?? 0) - (a.rank ?? 0) || (a.id > b.id ? 1 : a.id < b.id ? -1 : 0);

/** Makes a document answer that the parser let through. */
export function decider(
  { seats = [], rules }: PolicyDocument,
  roles: readonly RoleDef[],
  registry: ActionShapes,
): Decide {
  const known = roles.map(({ id }) => id);

  /** Of each action its row, what may refuse it whatever the question, and what seats it may take. */
  const entries = new Map(
    Object.entries(registry).map(([action, row]) => {
      const covers = (pattern: ActionPattern) =>
        pattern === '*' ||
        pattern === action ||
        (pattern === '*:write' && row.access === 'write') ||
        (pattern.endsWith('.*') && action.startsWith(pattern.slice(0, -1)));
      const granting = roles.filter(
        ({ permissions, except }) => permissions.some(covers) && !except?.includes(action),
      );
      const fixed: Refusal[] = [
        ...builtIns(
          action,
          known,
          granting.map(({ id }) => id),
        ),
        ...roles.flatMap((role) => limits(role, row)),
        ...rules.filter(({ actions }) => actions.some(covers)),
      ];
      return [
        action,
        {
          row,
          fixed,
          uses: seats.filter(({ actions }) => actions.includes(action)),
        },
      ];
    }),
  );

  function refusalsOf(c: Case): readonly Refusal[] {
    const entry = entries.get(c.action);
    if (!entry) return [unknownAction(c.action)];
    return [...entry.fixed, ...entry.uses.flatMap((use) => seatRefusals(use, c))];
  }

  /** The roles with which someone else would not be refused. */
  function askable(c: Case): string[] {
    const id = `${c.actor.id}/${c.target?.id}/someone-else`;
    return known.filter((roleId) => {
      const asked: Case = { ...c, actor: { id, roleId, status: 'active' } };
      return !refusalsOf(asked).some(({ when }) => holds(when, asked) === true);
    });
  }

  return (question, fold) => {
    const { action, actor, target } = question;
    const row: ActionShape = entries.get(action)?.row ?? {
      access: 'read',
    };
    const seen = <T extends object>(one: T, on?: RefKind): T => ({
      ...one,
      ...fold?.people.get(keyOf(own(one, 'id'), on)),
    });
    // An action without a target is not swayed by one that is sent along.
    const about = row.target && target ? seen(target, row.on) : undefined;
    const lacking = row.target === 'required' && !about;
    const c: Case = {
      ...question,
      actor: seen(actor),
      target: about,
      row,
      lacking,
      fold,
    };
    const held: Refusal[] = [];
    const missing = new Set<string>();
    const open = new Set<string>();
    for (const refusal of refusalsOf(c)) {
      const truth = holds(refusal.when, c);
      if (truth === true) held.push(refusal);
      if (typeof truth !== 'object') continue;
      // What waits for a part of a draft is left open, whatever else it also waits for.
      const parts = truth.filter((path) => c.draft && path.startsWith('change'));
      for (const path of parts.length ? parts : truth) (parts.length ? open : missing).add(path);
    }
    const [first] = held.sort(byRank);
    if (first) {
      const asked = first.remedy?.kind === 'ask' && askable(c);
      // Where nobody else may either, there is nobody to ask.
      const remedy = asked ? asked.length && { kind: 'ask', roles: asked } : first.remedy;
      return {
        effect: 'deny',
        rule: first.id,
        reason: resolve(first.reason, c),
        ...(remedy && { remedy: remedy as ResolvedRemedy }),
        rules: [...new Set(held.map(({ id }) => id))],
      };
    }
    if (lacking) return { effect: 'unknown', missing: ['target'] };
    if (missing.size) return { effect: 'unknown', missing: sorted(missing) };
    if (fold) apply(fold, seats, c);
    return { effect: 'allow', ...(open.size && { open: sorted(open) }) };
  };
}

const sorted = (paths: ReadonlySet<string>) => [...paths].sort() as FactPath[];

/** A reason with its facts looked up: a list is joined, and what is not known is null. */
function resolve({ key, params }: Reason, c: Case): ResolvedReason {
  if (!params) return { key };
  const entries = Object.entries(params).map(([name, param]) => {
    const value: unknown = param instanceof Object ? read(c, param.fact) : param;
    const said = Array.isArray(value) ? value.join(', ') : value;
    return [name, said === NO_TARGET ? null : (said ?? null)] as [string, Scalar];
  });
  return { key, params: Object.fromEntries(entries) };
}
