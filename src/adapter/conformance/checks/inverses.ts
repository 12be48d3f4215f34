import {
  ACTION_CONSEQUENCES, ACTION_SHAPES, type ActionConsequences, type ActionShapes, type ChangeData, type PersonRecord,
} from '../../../domain/index.ts'; // prettier-ignore
import { toProblem } from '../../problem.ts';
import type { Check } from '../check.ts';
import { ensure, skip } from '../ensure.ts';
import type { Subject } from '../subject.ts';

type Held = 'roleId' | 'userType' | 'addons' | 'products' | 'subaccountIds';

/** What each action changes of a person. Those of a standing say nothing more. */
const CHANGES: Readonly<Record<string, Held | 'status'>> = {
  'user.change-role': 'roleId',
  'user.change-type': 'userType',
  'user.assign-addon': 'addons',
  'user.assign-product': 'products',
  'user.assign-subaccounts': 'subaccountIds',
  'user.suspend': 'status',
  'user.deactivate': 'status',
};

/** As it is told: the order of a list says nothing. */
function told(person: PersonRecord, part: Held | 'status'): string {
  const value = person[part];
  return JSON.stringify(Array.isArray(value) ? [...(value as readonly string[])].sort() : value);
}

/** Those of whom something can be put back as it was: nothing and an empty list are not told apart. */
function holding(people: readonly PersonRecord[], part: Held | 'status'): readonly PersonRecord[] {
  return people.filter((person) => person[part] !== undefined);
}

/** A change made of what others hold and this person does not. `undefined`: there is none. */
function otherChange(
  part: Held | 'status',
  person: PersonRecord,
  all: readonly PersonRecord[],
  roles: readonly string[],
): ChangeData | undefined {
  if (part === 'status') return {};
  if (part === 'roleId') {
    const roleId = roles.filter((role) => role !== person.roleId).at(-1);
    return roleId === undefined ? undefined : { roleId };
  }
  const other = all.find(
    (one) => one[part] !== undefined && told(one, part) !== told(person, part),
  );
  return other && { [part]: other[part] };
}

/** Why a backend may fairly refuse: a rule of its own, about this person. */
const FAIR: readonly string[] = ['forbidden', 'rule', 'quota', 'conflict'];
const shapes: ActionShapes = ACTION_SHAPES;
const consequences: Readonly<Record<string, ActionConsequences>> = ACTION_CONSEQUENCES;

/** Does something to somebody, and undoes it. Whether it could be done to them at all. */
async function thereAndBack(
  subject: Subject,
  action: string,
  before: PersonRecord,
  part: Held | 'status',
  change: ChangeData,
): Promise<boolean> {
  const target = { kind: 'person', id: before.id } as const;
  const inverse = consequences[action]?.inverse?.action ?? '';
  try {
    await subject.adapter.run(subject.command(action, target, change));
  } catch (thrown) {
    const { kind } = toProblem(thrown);
    ensure(FAIR.includes(kind), `${action} ended as ${kind}`);
    return false;
  }
  const needs = shapes[inverse]?.needs ?? [];
  const was = Object.fromEntries(needs.map((need) => [need, before[need as Held]]));
  try {
    const after = await subject.adapter.person(before.id);
    ensure(
      told(after, part) !== told(before, part),
      `${action} was done, and left ${told(before, part)} as it was`,
    );
  } finally {
    await subject.adapter.run(subject.command(inverse, target, was));
  }
  const back = told(await subject.adapter.person(before.id), part);
  ensure(
    back === told(before, part),
    `${inverse} after ${action}: ${back} instead of ${told(before, part)}`,
  );
  return true;
}

const TRIED = 5;

export const inverseChecks: readonly Check[] = [
  {
    name: 'what-is-done-can-be-undone',
    promise: 'does every advertised change of what a person holds, and of a standing, and undoes it by its inverse',
    run: async (subject) => {
      if (subject.options.readOnly) skip('read only');
      const actions = Object.entries(CHANGES).filter(
        ([action]) => subject.offers(action) && subject.offers(consequences[action]?.inverse?.action ?? ''),
      );
      if (actions.length === 0) skip('nothing that has an inverse is offered');
      const { actor } = await subject.adapter.account();
      const roles = (await subject.adapter.roles()).map(({ id }) => id);
      const all = await subject.everyone();
      const people = all.filter(({ id, status, roleIds = [] }) => id !== actor.id && status === 'active' && roleIds.length < 2);
      let done = 0;
      for (const [action, part] of actions)
        // From the end: who came last holds least.
        for (const person of holding(people, part).slice(-TRIED).reverse()) {
          const change = otherChange(part, person, all, roles);
          if (!change || !(await thereAndBack(subject, action, person, part, change))) continue;
          done++;
          break;
        }
      if (done === 0) skip('nobody may be changed in any of these ways');
    },
  },
]; // prettier-ignore
