import { ACTIONS, type ActionRegistry } from '../../src/domain/index.ts';
import type { PolicyDocument, Question, RoleDef, SeatUse } from '../../src/policy/index.ts';
import { allRoles, evaluate, Situation, type Answer } from './naive.ts';

export type Verdict =
  | { readonly effect: 'allow'; readonly open: readonly string[] }
  | { readonly effect: 'deny'; readonly rule: string; readonly rules: readonly string[] }
  | { readonly effect: 'unknown'; readonly missing: readonly string[] };

interface Ground {
  readonly id: string;
  readonly rank: number;
  readonly answer: Answer;
}

const both = (...answers: readonly Answer[]): Answer => {
  if (answers.includes('no')) return 'no';
  const lacks = answers.flatMap((one) => (typeof one === 'object' ? one.lacks : []));
  return lacks.length > 0 ? { lacks } : 'yes';
};
const isNot = (answer: Answer): Answer =>
  answer === 'yes' ? 'no' : answer === 'no' ? 'yes' : answer;
const yesIf = (holds: boolean): Answer => (holds ? 'yes' : 'no');

/** Answers a question by going through the document from top to bottom, every time. */
export function naiveDecide(
  document: PolicyDocument,
  question: Question,
  own: ActionRegistry = {},
): Verdict {
  const registry: ActionRegistry = Object.hasOwn(own, question.action) ? own : ACTIONS;
  if (!Object.hasOwn(registry, question.action)) {
    return refusal([{ id: 'builtin/unknown-action', rank: 200, answer: 'yes' }]);
  }
  const at = new Situation(question, registry);
  const grounds = [
    ...builtIns(document, at),
    ...document.roles.flatMap((role) => limits(role, at)),
    ...(document.seats ?? []).map((use) => ({ id: use.id, rank: 0, answer: isShort(use, at) })),
    ...document.rules
      .filter((rule) => rule.actions.some((pattern) => isCovered(pattern, at)))
      .map(({ id, rank = 0, when }) => ({
        id,
        rank,
        answer: when === true ? ('yes' as const) : evaluate(when, at),
      })),
  ];
  const holding = grounds.filter(({ answer }) => answer === 'yes');
  if (holding.length > 0) return refusal(holding);
  if (at.isMissingTarget) return { effect: 'unknown', missing: ['target'] };
  const missing: string[] = [];
  const open: string[] = [];
  for (const { answer } of grounds) {
    if (typeof answer !== 'object') continue;
    const parts = answer.lacks.filter((path) => path.startsWith('change.'));
    if (at.isDraft && parts.length > 0) open.push(...parts);
    else missing.push(...answer.lacks);
  }
  if (missing.length > 0) return { effect: 'unknown', missing: tidy(missing) };
  return { effect: 'allow', open: tidy(open) };
}

const tidy = (paths: readonly string[]) =>
  paths.filter((path, i) => paths.indexOf(path) === i).sort();

function refusal(holding: readonly Ground[]): Verdict {
  const sorted = [...holding].sort((a, b) =>
    a.rank === b.rank ? (a.id < b.id ? -1 : 1) : b.rank - a.rank,
  );
  const rules = sorted.map(({ id }) => id).filter((id, i, ids) => ids.indexOf(id) === i);
  return { effect: 'deny', rule: rules[0]!, rules };
}

function isCovered(pattern: string, { question: { action }, row }: Situation): boolean {
  if (pattern === '*') return true;
  if (pattern === '*:write') return row.access === 'write';
  return pattern.endsWith('.*') ? action.startsWith(pattern.slice(0, -1)) : action === pattern;
}

function builtIns({ roles }: PolicyDocument, at: Situation): Ground[] {
  const { actor, change, action } = at.question;
  const held = roles.filter(({ id }) => allRoles(actor as never).includes(id));
  const isStrange = change?.roleId !== undefined && !roles.some(({ id }) => id === change.roleId);
  const may = held.some(
    ({ permissions, except = [] }) =>
      permissions.some((pattern) => isCovered(pattern, at)) && !except.includes(action),
  );
  const status: Answer =
    actor.status === undefined ? { lacks: ['actor.status'] } : yesIf(actor.status !== 'active');
  return [
    { id: 'builtin/unknown-role', rank: 200, answer: yesIf(held.length === 0 || isStrange) },
    { id: 'builtin/not-active', rank: 100, answer: status },
    {
      id: 'builtin/restricted',
      rank: 100,
      answer: yesIf(actor.restricted?.includes(action) ?? false),
    },
    { id: 'builtin/no-permission', rank: 50, answer: yesIf(!may) },
  ];
}

/** Whether the target holds a role (of an action that has no target: whether the actor does). */
function holdsRole(role: string, at: Situation): Answer {
  const held = at.look(at.row.target === undefined ? 'actor.roleIds' : 'target.roleIds');
  if (held === 'nobody') return 'no';
  const whose = at.row.target === undefined ? 'actor' : 'target';
  return held ? yesIf((held.value as string[]).includes(role)) : { lacks: [`${whose}.roleIds`] };
}

function hasStatus(status: string, at: Situation): Answer {
  const path = at.row.target === undefined ? 'actor.status' : 'target.status';
  const known = at.look(path);
  if (known === 'nobody') return 'no';
  return known ? yesIf(known.value === status) : { lacks: [path] };
}

function getsRole(role: string, { question }: Situation): Answer {
  const given = question.change?.roleId;
  return given === undefined ? { lacks: ['change.roleId'] } : yesIf(given === role);
}

/** The least that a change is about, and whether a draft may still say more. */
function amount({ question, isDraft, target }: Situation) {
  const given = question.change?.count;
  return { least: given ?? 1, mayGrow: given === undefined && isDraft && target === undefined };
}

function limits({ id, min, max }: RoleDef, at: Situation): Ground[] {
  const { membership } = at.row;
  const { roleCounts, pendingRoleCounts } = at.question.account ?? {};
  const found: Ground[] = [];
  if (min !== undefined && (membership === 'leaves' || membership === 'changes')) {
    const goes = membership === 'leaves' ? 'yes' : isNot(getsRole(id, at));
    const few: Answer = roleCounts
      ? yesIf((roleCounts[id] ?? 0) - 1 < min)
      : { lacks: ['account.roleCounts'] };
    const answer = both(goes, holdsRole(id, at), hasStatus('active', at), few);
    found.push({ id: `${id}/min`, rank: 0, answer });
  }
  const comes =
    membership === 'joins' ? getsRole(id, at)
    : membership === 'changes' ? both(getsRole(id, at), isNot(holdsRole(id, at)))
    : membership === 'returns' ? both(holdsRole(id, at), isNot(hasStatus('active', at)))
    : undefined; // prettier-ignore
  if (max !== undefined && comes !== undefined) {
    const { least, mayGrow } = amount(at);
    const lacks = [
      ...(roleCounts ? [] : ['account.roleCounts']),
      ...(pendingRoleCounts ? [] : ['account.pendingRoleCounts']),
      ...(mayGrow ? ['change.count'] : []),
    ];
    const sum = (roleCounts?.[id] ?? 0) + (pendingRoleCounts?.[id] ?? 0) + least;
    const many: Answer =
      least === 0 ? 'no' : sum > max ? 'yes' : lacks.length > 0 ? { lacks } : 'no';
    found.push({ id: `${id}/max`, rank: 0, answer: both(comes, many) });
  }
  return found;
}

/** Every pool that a seat use may take from, with whether it does. */
export function takings(use: SeatUse, at: Situation): { pool: string; takes: Answer }[] {
  if (!use.actions.includes(at.question.action)) return [];
  const forRole = use.roles ? both(or(use.roles.map((role) => getsRole(role, at)))) : 'yes';
  if (typeof use.pool === 'object') {
    const held = use.roles ? at.look('target.roleIds') : undefined;
    const alreadyHeld: Answer = !use.roles || held === 'nobody' ? 'no'
      : held === undefined ? { lacks: ['target.roleIds'] }
      : yesIf(use.roles.some((role) => (held.value as string[]).includes(role))); // prettier-ignore
    return [{ pool: use.pool.name, takes: both(forRole, isNot(alreadyHeld)) }];
  }
  const part = use.pool.split('.')[1]!;
  const wanted = at.look(use.pool);
  const isSure: Answer = wanted === undefined ? { lacks: [use.pool] } : 'yes';
  const names =
    wanted === undefined ? (use.among ?? ['']) : listed((wanted as { value: unknown }).value);
  return names
    .filter((name, i) => names.indexOf(name) === i && (use.among?.includes(name) ?? true))
    .map((pool) => {
      const held = at.look(`target.${part}`);
      const alreadyHeld: Answer = held === 'nobody' ? 'no'
        : held === undefined ? { lacks: [`target.${part}`] }
        : yesIf(listed(held.value).includes(pool)); // prettier-ignore
      return { pool, takes: both(forRole, isSure, isNot(alreadyHeld)) };
    });
}

const or = (answers: readonly Answer[]): Answer => {
  if (answers.includes('yes')) return 'yes';
  const lacks = answers.flatMap((one) => (typeof one === 'object' ? one.lacks : []));
  return lacks.length > 0 ? { lacks: tidy(lacks) } : 'no';
};
const listed = (value: unknown) => (Array.isArray(value) ? value : [value]) as string[];

function isShort(use: SeatUse, at: Situation): Answer {
  const { least, mayGrow } = amount(at);
  const { seats } = at.question.account ?? {};
  const answers = takings(use, at).map(({ pool, takes }) => {
    if (least === 0) return 'no';
    const counts = seats?.[pool] ?? { total: 0, used: 0 };
    if (seats && least > counts.total - counts.used) return takes;
    const lacks = [...(seats ? [] : ['account.seats']), ...(mayGrow ? ['change.count'] : [])];
    return both(takes, lacks.length > 0 ? { lacks } : 'no');
  });
  return or(answers);
}
