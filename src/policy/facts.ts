import type { ActionDefinition } from '../domain/index.ts';
import type { Fold } from './fold.ts';
import type { Question, Target } from './question.ts';

/** What a fact holds. A map is read by limits and seats alone; no test can name one. */
export type Kind = 'text' | 'number' | 'flag' | 'list' | 'map';

const PERSON = {
  text: 'id roleId status userType version',
  list: 'roleIds subaccountIds addons products restricted ownedFields',
  flag: 'viaDomain billingContact',
};

const KINDS: Readonly<Record<string, Readonly<Partial<Record<Kind, string>>>>> = {
  actor: PERSON,
  target: { ...PERSON, text: `${PERSON.text} parentId organiserId` },
  change: {
    text: 'roleId userType fromType groupId domain kind toId',
    list: 'subaccountIds addons products rights fields',
    number: 'count',
  },
  account: {
    text: 'state plan',
    list: 'features',
    number: 'customAttributes runningExports',
    map: 'roleCounts pendingRoleCounts seats',
  },
};

/** The kind of every fact that a document can name. A target may have others, a host's own. */
export const FACTS: ReadonlyMap<string, Kind> = new Map([
  ['self', 'flag'],
  ...Object.entries(KINDS).flatMap(([owner, kinds]) =>
    Object.entries(kinds).flatMap(([kind, names]) =>
      names.split(' ').map((name) => [`${owner}.${name}`, kind as Kind] as const),
    ),
  ),
]);

/** A question made ready to be read. */
export interface Case extends Omit<Question, 'target'> {
  readonly target: Target | undefined;
  readonly row: ActionDefinition;
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
    ? (holder as Record<string, unknown>)[key]
    : undefined;

export const toList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value == null ? [] : [value];

/** Every role held, whichever of `roleId` and `roleIds` names it. */
export const rolesOf = (holder: unknown): readonly string[] => [
  ...new Set([own(holder, 'roleId'), own(holder, 'roleIds')].flatMap(toList) as string[]),
];

/** Reads a fact, with what its absence means (contract: "Absent means"). `undefined`: not known. */
export function read(c: Case, path: string): unknown {
  const { target, row, actor, fold, lacking } = c;
  const [owner, name = '', ...key] = path.split('.') as ['target', string];
  // An event may have the id of a person without being one.
  const isPerson = !row.on || row.on === 'person';
  if (lacking && /^[ts]/.test(path)) return undefined;
  if (path === 'self') return !!target && isPerson && target.id === actor.id;
  const value = own(c[owner], name);
  if (path === 'target.organiserId' && c.action.startsWith('event.')) return value ?? actor.id;
  if (owner === 'target' && !target) return NO_TARGET;
  if (name === 'roleIds') {
    const roles = rolesOf(c[owner]);
    // A person without any role is one whose roles are not known; what is no person holds none.
    return roles.length || !isPerson ? roles : undefined;
  }
  const kind = FACTS.get(`${owner}.${name}`);
  if (kind === 'map' && value) {
    const held = own(value, key.join('.')) ?? 0;
    const moved = fold?.counts.get(path) ?? 0;
    const taken = Math.max(0, Number(own(held, 'used') ?? held) + moved);
    // Of seats, how many are taken beyond those there are.
    return taken - Number(own(held, 'total') ?? 0);
  }
  // An empty list often comes over the wire as null; elsewhere null is a value like others.
  if (value !== undefined && (value !== null || !kind || kind === 'text')) return value;
  if (owner.startsWith('acc') || (c.draft && owner.startsWith('change'))) return undefined;
  const absent: Partial<Record<Kind, unknown>> = { list: [], flag: false, number: 1 };
  return path === 'target.parentId' ? null : absent[kind!];
}
