import type { MessageParams } from './message.ts';
import { actionName, featureName, fieldName, poolName, roleName, userTypeName } from './names.ts';
import type { Translator } from './translator.ts';

/** A `Decision` of the policy, as far as it can be said. This layer knows the shape, not the policy. */
export type SayableDecision =
  | { readonly effect: 'allow' }
  | {
      readonly effect: 'deny';
      readonly reason: SayableReason;
      readonly remedy?: SayableRemedy;
    }
  | { readonly effect: 'unknown'; readonly missing: readonly string[] };

export interface SayableReason {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number | boolean | null>>;
}

export type SayableRemedy =
  | { readonly kind: 'ask'; readonly roles: readonly string[] }
  | { readonly kind: 'buy'; readonly pool?: string; readonly feature?: string }
  | { readonly kind: 'first'; readonly action: string }
  | { readonly kind: 'elsewhere'; readonly key: string; readonly href?: string };

/** A `Problem` of the adapter, as far as it can be said. */
export interface SayableProblem {
  readonly kind: string;
  readonly code?: string;
  readonly detail?: string;
  /** What is wrong with single fields; the code of the first says more than that of the problem. */
  readonly fields?: readonly { readonly code: string }[];
  readonly retryAfterMs?: number;
  readonly retryable?: boolean;
  readonly traceId?: string;
}

/** Why, and what can be done about it. */
export interface Said {
  readonly reason: string;
  readonly remedy?: string;
  /** Where the remedy is found. */
  readonly href?: string;
  /** What support needs to find the event, as a sentence. */
  readonly reference?: string;
}

export interface SayOptions {
  /** The host's label of a role, from its policy or its backend. */
  readonly roleLabel?: (id: string) => string | undefined;
  /** An `unknown` that will be known soon, rather than one that the server alone decides. */
  readonly waiting?: boolean;
}

/** Says a decision; nothing for one that allows. */
export function sayDecision(
  t: Translator,
  decision: SayableDecision,
  { roleLabel = () => undefined, waiting }: SayOptions = {},
): Said | undefined {
  switch (decision.effect) {
    case 'allow':
      return undefined;
    case 'unknown':
      // Whoever asks names the people it is about; what may be left out is a sub-account, if one is at hand.
      if (decision.missing.includes('target')) return { reason: t('reason.chooseSubaccount') };
      return { reason: t(waiting ? 'decision.checking' : 'decision.server') };
    case 'deny': {
      const reason = sayReason(t, decision.reason, roleLabel);
      return decision.remedy ? { reason, ...sayRemedy(t, decision.remedy, roleLabel) } : { reason };
    }
  }
}

type RoleLabel = (id: string) => string | undefined;

/** Says a reason, with the ids among its parameters by their names. */
export function sayReason(
  t: Translator,
  { key, params = {} }: SayableReason,
  roleLabel: RoleLabel = () => undefined,
): string {
  const said: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(params)) {
    if (value === null) return t('reason.other'); // Not known: a sentence with a hole says less.
    // A policy joins the values of a list; ids hold no comma.
    const names = String(value)
      .split(', ')
      .map((id) => nameOf(t, name, id, roleLabel));
    said[name] = typeof value === 'number' ? value : t.list(names);
  }
  return t.find(`reason.${key}`, said) ?? t('reason.other');
}

function nameOf(t: Translator, param: string, id: string, roleLabel: RoleLabel): string {
  switch (param) {
    case 'role':
      return roleName(t, id, roleLabel(id));
    case 'pool':
      return poolName(t, id);
    case 'type':
      return userTypeName(t, id);
    case 'feature':
      return featureName(t, id);
    case 'field':
      return fieldName(t, id);
    case 'action':
      return actionName(t, id);
    default:
      return id;
  }
}

function sayRemedy(t: Translator, remedy: SayableRemedy, roleLabel: RoleLabel): Partial<Said> {
  switch (remedy.kind) {
    case 'ask': {
      if (!remedy.roles.length) return {};
      const who = remedy.roles.map((id) => someone(t, id, roleLabel(id)));
      return { remedy: t('remedy.ask', { who: t.list(who, 'disjunction') }) };
    }
    case 'buy':
      if (remedy.pool) return { remedy: t('remedy.buy', { pool: poolName(t, remedy.pool) }) };
      if (remedy.feature)
        return { remedy: t('remedy.feature', { feature: featureName(t, remedy.feature) }) };
      return { remedy: t('remedy.plan') };
    case 'first':
      return { remedy: t('remedy.first', { action: actionName(t, remedy.action) }) };
    case 'elsewhere': {
      const text = t.find(`elsewhere.${remedy.key}`) ?? t.find(remedy.key);
      return text === undefined ? {} : { remedy: text, ...(remedy.href && { href: remedy.href }) };
    }
  }
}

/** "an admin": the kit's roles with their article, a host's own (or renamed) ones by their name. */
function someone(t: Translator, id: string, label?: string): string {
  const renamed = label ?? t.own(`role.${id}`);
  return (
    t.own(`someone.${id}`) ??
    (renamed === undefined ? t.find(`someone.${id}`) : undefined) ??
    t('someone.other', { role: roleName(t, id, label) } as MessageParams & { role: string })
  );
}

/** Kinds for which the backend's own words say more than the kit can. */
const BY_SERVER = ['rule', 'forbidden', 'conflict', 'invalid', 'quota', 'unknown'];

/** Says a problem: by its code where that has words, else in the server's words, else by its kind. */
export function sayProblem(t: Translator, problem: SayableProblem): Said {
  const { kind, detail, traceId } = problem;
  const code = codeOf(t, problem);
  const known = code !== undefined && t.find(`problem.${code}`);
  const byServer = BY_SERVER.includes(kind) && detail;
  const reason = known || byServer || (t.find(`problem.${kind}`) ?? t('problem.unknown'));
  const remedy = nextStep(t, problem, known ? code : kind);
  return {
    reason,
    ...(remedy !== undefined && { remedy }),
    // The other kinds explain themselves; here only the backend's log can.
    ...(kind === 'unknown' && traceId && { reference: t('problem.trace', { id: traceId }) }),
  };
}

/** The code that there are words for: an address may be taken elsewhere (LM-6), or by someone on the account. */
function codeOf(t: Translator, { code, fields }: SayableProblem): string | undefined {
  const narrow = `${code}.${fields?.[0]?.code}`;
  return t.find(`problem.${narrow}`) === undefined ? code : narrow;
}

function nextStep(t: Translator, problem: SayableProblem, word: string): string | undefined {
  const { retryAfterMs, retryable } = problem;
  if (retryAfterMs) return t('problem.retryAt', { when: t.relativeTime(retryAfterMs, 0) });
  return t.find(`problem.${word}.next`) ?? (retryable ? t('problem.retry') : undefined);
}
