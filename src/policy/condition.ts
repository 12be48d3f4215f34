import { countOf, NO_TARGET, read, toList, type Case } from './facts.ts';

/** True, false, or unknown for want of these facts (strong Kleene logic). */
export type Truth = boolean | readonly string[];

/** A condition of a document, or one that only the engine can put: of any fact, or worked out. */
export type Ground =
  | true
  | ((c: Case) => Truth)
  | { readonly all: readonly Ground[] }
  | { readonly any: readonly Ground[] }
  | { readonly not: Ground }
  | { readonly fact: string; readonly [operator: string]: unknown };

/** Whether a condition holds of a case. */
export function holds(ground: Ground, c: Case): Truth {
  if (ground === true) return true;
  if (typeof ground === 'function') return ground(c);
  if ('all' in ground) return settle(ground.all as readonly Ground[], c, false);
  if ('any' in ground) return settle(ground.any as readonly Ground[], c, true);
  if ('not' in ground) {
    const truth = holds(ground.not as Ground, c);
    return typeof truth === 'object' ? truth : !truth;
  }
  for (const operator in ground)
    if (operator !== 'fact') return compare(ground.fact, operator, ground[operator], c);
  return true;
}

/** Whatever else is unknown, one member with the truth `stop` settles it. */
function settle(grounds: readonly Ground[], c: Case, stop: boolean): Truth {
  const missing: string[] = [];
  for (const ground of grounds) {
    const truth = holds(ground, c);
    if (truth === stop) return stop;
    if (typeof truth === 'object') missing.push(...truth);
  }
  return missing.length ? missing : !stop;
}

function compare(fact: string, operator: string, operand: unknown, c: Case): Truth {
  const ref = operand instanceof Object && (operand as { fact?: string }).fact;
  const left = read(c, fact);
  const right = ref ? read(c, ref) : operand;
  if (left === NO_TARGET || right === NO_TARGET) return false;
  const truth = operator.startsWith('at')
    ? compareSize(operator, left, right as number)
    : compareValues(operator, left, right);
  // An unknown that makes no difference is not missed.
  return (
    truth ?? [
      ...(left === undefined || right !== undefined ? [fact] : []),
      ...(right === undefined ? [ref as string] : []),
    ]
  );
}

function compareSize(operator: string, left: unknown, right: number): boolean | undefined {
  const over = ((Array.isArray(left) ? left.length : left) as number) - right;
  // What has no size cannot be told, so it is never taken for a size that is fine.
  return Number.isNaN(over) ? undefined : operator === 'atMost' ? over <= 0 : over >= 0;
}

function compareValues(operator: string, left: unknown, right: unknown): boolean | undefined {
  const isWithin = operator === 'within';
  const values = operator.startsWith('i') && left !== undefined ? [left] : toList(left);
  const among = operator === 'is' ? [right] : toList(right);
  if (left !== undefined && !values.length) return isWithin;
  if (right !== undefined && !among.length && !isWithin) return false;
  if (left === undefined || right === undefined) return undefined;
  const has = (value: unknown) => among.includes(value);
  return isWithin ? values.every(has) : values.some(has);
}

/** How many people or things a change is about; one until it says more. */
export const amountOf = ({ change }: Case): number => Math.max(0, change?.count ?? 1);

/** The fact of which a count is a part: `account.roleCounts` of `roleCounts.owner`. */
const factOf = (path: string) => `account.${path.replace(/\..*/, '')}`;

/** Whether no more than so many are counted. */
export const atMost =
  (path: string, most: number): Ground =>
  (c) => {
    const count = countOf(c, path);
    return count === undefined ? [factOf(path)] : count <= most;
  };

/**
 * Whether what a change is about is more than some counts leave room for. A count that is not known is
 * `least` at the least; so is the amount of a draft that does not give it, and it may become more.
 */
export const tooMany =
  (counts: readonly string[], most: number, least: number): Ground =>
  (c) => {
    const missing = c.draft && !c.target && c.change?.count == null ? ['change.count'] : [];
    let sum = amountOf(c);
    if (sum === 0) return false;
    for (const path of counts) {
      const count = countOf(c, path);
      if (count === undefined) missing.push(factOf(path));
      sum += count ?? least;
    }
    // Of what is no number, nobody can say that there is room for it.
    return !(sum <= most) || (missing.length ? missing : false);
  };
