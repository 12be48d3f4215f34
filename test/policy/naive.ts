import type { ActionDefinition, ActionRegistry } from '../../src/domain/index.ts';
import type { Condition, Question } from '../../src/policy/index.ts';

// A second reading of the format, written to be obviously right rather than fast or short, and sharing
// nothing with src/policy but types. What both agree on, the format says.

/** Yes, no, or what has to be known to tell. */
export type Answer = 'yes' | 'no' | { readonly lacks: readonly string[] };

type Facts = Readonly<Record<string, unknown>>;

const and = (answers: readonly Answer[]): Answer => {
  if (answers.includes('no')) return 'no';
  const lacks = answers.flatMap((answer) => (typeof answer === 'object' ? answer.lacks : []));
  return lacks.length > 0 ? { lacks } : 'yes';
};
const opposite = (answer: Answer): Answer =>
  answer === 'yes' ? 'no' : answer === 'no' ? 'yes' : answer;
const or = (answers: readonly Answer[]): Answer => opposite(and(answers.map(opposite)));
const yesIf = (holds: boolean): Answer => (holds ? 'yes' : 'no');

const PERSON_LISTS = ['subaccountIds', 'addons', 'products', 'restricted', 'ownedFields'];
const CHANGE_LISTS = ['subaccountIds', 'addons', 'products', 'rights', 'fields'];

/** What is known about one question. */
export class Situation {
  readonly question: Question;
  readonly row: ActionDefinition;
  readonly target: Facts | undefined;
  readonly isMissingTarget: boolean;

  constructor(question: Question, registry: ActionRegistry) {
    this.question = question;
    this.row = registry[question.action]!;
    this.target =
      this.row.target === undefined ? undefined : (question.target as Facts | undefined);
    this.isMissingTarget = this.row.target === 'required' && this.target === undefined;
  }

  get isDraft(): boolean {
    return this.question.draft === true;
  }

  get isAboutPerson(): boolean {
    return this.row.on === undefined || this.row.on === 'person';
  }

  /** The value of a fact, 'nobody' for a target that is not there, or nothing at all. */
  look(path: string): { value: unknown } | 'nobody' | undefined {
    const [owner = '', name = ''] = path.split('.');
    if (path === 'self' || owner === 'target') {
      if (this.isMissingTarget) return undefined;
      if (path === 'self') return { value: this.isSelf() };
      return this.lookAtTarget(name);
    }
    if (owner === 'actor')
      return this.lookAtPerson(this.question.actor as unknown as Facts, name, true);
    if (owner === 'change') return this.lookAtChange(name);
    const account = (this.question.account ?? {}) as Facts;
    return account[name] === undefined ? undefined : { value: account[name] };
  }

  private isSelf(): boolean {
    return (
      this.target !== undefined &&
      this.isAboutPerson &&
      this.target['id'] === this.question.actor.id
    );
  }

  private lookAtTarget(name: string) {
    if (name === 'organiserId' && this.question.action.split('.')[0] === 'event') {
      return { value: this.target?.['organiserId'] ?? this.question.actor.id };
    }
    if (this.target === undefined) return 'nobody' as const;
    if (name === 'parentId') return { value: this.target['parentId'] ?? null };
    return this.lookAtPerson(this.target, name, this.isAboutPerson);
  }

  private lookAtPerson(person: Facts, name: string, isPerson: boolean) {
    if (name === 'roleIds') {
      const roles = allRoles(person);
      return roles.length === 0 && isPerson ? undefined : { value: roles };
    }
    const value = person[name];
    if (value !== undefined) return { value };
    if (PERSON_LISTS.includes(name)) return { value: [] };
    if (name === 'viaDomain' || name === 'billingContact') return { value: false };
    return undefined;
  }

  private lookAtChange(name: string) {
    const value = ((this.question.change ?? {}) as Facts)[name];
    if (value !== undefined) return { value };
    if (this.isDraft) return undefined;
    if (CHANGE_LISTS.includes(name)) return { value: [] };
    return name === 'count' ? { value: 1 } : undefined;
  }
}

export function allRoles(person: Facts): string[] {
  const first = person['roleId'] === undefined ? [] : [person['roleId'] as string];
  const all = (person['roleIds'] as readonly string[] | undefined) ?? [];
  return [...first, ...all.filter((role, i) => !first.includes(role) && all.indexOf(role) === i)];
}

/** Whether a condition of the document holds. */
export function evaluate(condition: Condition, at: Situation): Answer {
  if ('all' in condition) return and(condition.all.map((one) => evaluate(one, at)));
  if ('any' in condition) return or(condition.any.map((one) => evaluate(one, at)));
  if ('not' in condition) return opposite(evaluate(condition.not, at));
  const left = at.look(condition.fact);
  if (left === 'nobody') return 'no';
  if ('atLeast' in condition || 'atMost' in condition) {
    if (left === undefined) return { lacks: [condition.fact] };
    const size = Array.isArray(left.value) ? left.value.length : left.value;
    if (typeof size !== 'number') return { lacks: [condition.fact] };
    return 'atLeast' in condition
      ? yesIf(size >= condition.atLeast)
      : yesIf(size <= condition.atMost);
  }
  const operand =
    'is' in condition ? [condition.is]
    : 'in' in condition ? condition.in
    : 'overlaps' in condition ? condition.overlaps
    : condition.within; // prettier-ignore
  const isRef = !Array.isArray(operand);
  const right = isRef ? at.look((operand as { fact: string }).fact) : { value: operand };
  if (right === 'nobody') return 'no';
  const some = left && asList(left.value, 'is' in condition || 'in' in condition);
  const among = right && asList(right.value, false);
  if ('within' in condition) {
    if (some?.length === 0) return 'yes';
  } else if (some?.length === 0 || among?.length === 0) {
    return 'no';
  }
  if (some === undefined || among === undefined) {
    return {
      lacks: [
        ...(some === undefined ? [condition.fact] : []),
        ...(among === undefined ? [(operand as { fact: string }).fact] : []),
      ],
    };
  }
  const found = some.filter((value) => among.includes(value));
  return yesIf('within' in condition ? found.length === some.length : found.length > 0);
}

const asList = (value: unknown, isOne: boolean): readonly unknown[] =>
  !isOne && Array.isArray(value) ? value : value === null && !isOne ? [] : [value];
