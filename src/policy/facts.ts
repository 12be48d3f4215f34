import type { ActionShape, SeatCount } from '../domain/index.ts';
import type { Fold } from './folded.ts';
import type { Question, Target } from './question.ts';

// Before the name: what the fact holds. `[` a list, `?` a flag, `#` a number, `%` counts by key, else one text.
const PERSON =
  'id roleId status userType version [roleIds [subaccountIds [addons [products [restricted [ownedFields ?viaDomain ?billingContact';

/** Every fact that a document can name, with its mark. A target may have others, a host's own. */
export const FACTS: ReadonlyMap<string, string> = new Map([
  ['self', '?'],
  ...Object.entries({
    actor: PERSON,
    target: `${PERSON} parentId organiserId`,
    change:
      'roleId userType fromType groupId domain kind toId [subaccountIds [addons [products [rights [fields #count',
    account:
      'state plan deletionAt [features #customAttributes #runningExports %roleCounts %pendingRoleCounts %seats',
  }).flatMap(([owner, names]) =>
    names
      .split(' ')
      .map((name) => [`${owner}.${name.replace(/\W/, '')}`, name.replace(/\w+/, '')] as const),
  ),
]);

/** A question made ready to be read. */
export interface Case extends Omit<Question, 'target'> {
  readonly target: Target | undefined;
  readonly row: ActionShape;
  /** The action needs a target and the question has none: everything about it is unknown. */
  readonly lacking: boolean;
  /** What earlier questions of the same act would have changed. */
  readonly fold: Fold | undefined;
}

/** The value of a fact of a target that is not there: no test on it holds. */
export const NO_TARGET = Symbol();

/** An own property. What a prototype brings (`constructor`) is no fact. */
export const own = (holder: unknown, key: string): unknown =>
  holder != null && Object.hasOwn(holder, key)
    ? (holder as Readonly<Record<string, unknown>>)[key]
    : undefined;

export const toList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value == null ? [] : [value];

/** Every role held, whichever of `roleId` and `roleIds` names it. */
export function rolesOf(holder: unknown): readonly string[] {
  const first = own(holder, 'roleId') as string | undefined;
  const all = toList(own(holder, 'roleIds')) as readonly string[];
  return [...new Set(first == null ? all : [first, ...all])];
}

/** Reads a fact, with what its absence means (contract: "Absent means"). `undefined`: not known. */
export function read(c: Case, path: string): unknown {
  const { target, row, actor, lacking } = c;
  const dot = path.indexOf('.');
  const owner = path.slice(0, dot);
  const name = path.slice(dot + 1);
  const isTargets = owner === 'target';
  // An event may have the id of a person without being one.
  const isPerson = !row.on || row.on === 'person';
  if (lacking && (isTargets || path === 'self')) return undefined;
  if (path === 'self') return !!target && isPerson && target.id === actor.id;
  const holder = c[owner as 'target'];
  const value = own(holder, name);
  if (path === 'target.organiserId' && c.action.startsWith('event.')) return value ?? actor.id;
  if (isTargets && !target) return NO_TARGET;
  if (name === 'roleIds') {
    const roles = rolesOf(holder);
    // A person without any role is one whose roles are not known; what is no person holds none.
    return roles.length || !isPerson ? roles : undefined;
  }
  const mark = FACTS.get(path);
  // An empty list often comes over the wire as null; elsewhere null is a value like others.
  if (value !== undefined && (value !== null || !mark)) return value;
  if (owner === 'account' || (owner === 'change' && c.draft)) return undefined;
  const absent: Readonly<Record<string, unknown>> = { '[': [], '?': false, '#': 1 };
  return path === 'target.parentId' ? null : absent[mark ?? ''];
}

/**
 * How many hold a role (`roleCounts.owner`), or how many seats of a pool are taken beyond those there are
 * (`seats.licensed`), as the questions before leave it. What is not in a given map is none.
 */
export function countOf({ account, fold }: Case, path: string): number | undefined {
  const [map = '', ...key] = path.split('.');
  const counts = own(account, map);
  if (counts == null) return undefined;
  const count = own(counts, key.join('.')) ?? 0;
  const { used = count, total = 0 } = count as Partial<SeatCount>;
  return Math.max(0, Number(used) + (fold?.counts.get(path) ?? 0)) - total;
}
