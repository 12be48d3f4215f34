import { ACTIONS, type ActionRegistry, type Person } from '../../src/domain/index.ts';
import type { PolicyDocument, Question } from '../../src/policy/index.ts';
import { allRoles, Situation } from './naive.ts';
import { naiveDecide, takings, type Verdict } from './naive-decide.ts';

/** What one allowed question leaves behind. */
interface Trace {
  readonly roles: readonly { readonly map: string; readonly role: string; readonly by: number }[];
  readonly seats: readonly { readonly pool: string; readonly by: number }[];
  readonly people: readonly { readonly key: string; readonly now: Partial<Person> }[];
}

/** Decides one after the other, each time going through everything that was allowed before. */
export function naiveDecideAll(
  document: PolicyDocument,
  questions: readonly Question[],
  own: ActionRegistry = {},
): Verdict[] {
  const registry = { ...ACTIONS, ...own };
  const traces: Trace[] = [];
  return questions.map((original) => {
    if (!Object.hasOwn(registry, original.action)) return naiveDecide(document, original, own);
    const question = asLeftBy(traces, original, registry);
    const verdict = naiveDecide(document, question, own);
    if (verdict.effect === 'allow') {
      traces.push(traceOf(document, new Situation(question, registry)));
    }
    return verdict;
  });
}

function asLeftBy(
  traces: readonly Trace[],
  question: Question,
  registry: ActionRegistry,
): Question {
  const { on = 'person', target: takesTarget } = registry[question.action]!;
  const overlay = <T extends object>(one: T, key: string): T => {
    const met = traces.flatMap(({ people }) => people.filter((person) => person.key === key));
    return met.reduce((now, { now: change }) => ({ ...now, ...change }), one);
  };
  const sum = (map: string, role: string) =>
    traces
      .flatMap(({ roles }) => roles.filter((one) => one.map === map && one.role === role))
      .reduce((total, { by }) => total + by, 0);
  const account: Record<string, unknown> = { ...question.account };
  for (const map of ['roleCounts', 'pendingRoleCounts']) {
    const counts = account[map] as Record<string, number> | undefined;
    if (!counts) continue;
    const names = [
      ...Object.keys(counts),
      ...traces.flatMap(({ roles }) => roles.map((r) => r.role)),
    ];
    account[map] = Object.fromEntries(
      names.map((role) => [role, Math.max(0, (counts[role] ?? 0) + sum(map, role))]),
    );
  }
  const seats = question.account?.seats;
  if (seats) {
    const names = [...Object.keys(seats), ...traces.flatMap((one) => one.seats.map((s) => s.pool))];
    account['seats'] = Object.fromEntries(
      names.map((pool) => {
        const { total, used } = seats[pool] ?? { total: 0, used: 0 };
        const moved = traces
          .flatMap((one) => one.seats.filter((seat) => seat.pool === pool))
          .reduce((all, { by }) => all + by, 0);
        return [pool, { total, used: Math.max(0, used + moved) }];
      }),
    );
  }
  const { target } = question;
  return {
    ...question,
    actor: overlay(question.actor, `person:${question.actor.id}`),
    ...(target && takesTarget && { target: overlay(target, `${on}:${target.id}`) }),
    ...(question.account && { account }),
  };
}

function traceOf(document: PolicyDocument, at: Situation): Trace {
  const { change = {}, actor, action } = at.question;
  const { membership, needs = [], on = 'person' } = at.row;
  const count = change.count ?? 1;
  const taken = (document.seats ?? [])
    .flatMap((use) => takings(use, at))
    .filter(({ takes }) => takes === 'yes' || (takes !== 'no' && !at.isDraft))
    .map(({ pool }) => ({ pool, by: count }));
  if (membership === 'joins') {
    const { roleId } = change;
    const joined =
      roleId === undefined ? [] : [{ map: 'pendingRoleCounts', role: roleId, by: count }];
    return { roles: joined, seats: taken, people: [] };
  }
  const before = (at.row.target === undefined ? actor : at.target) as Person | undefined;
  if (!before) return { roles: [], seats: taken, people: [] };

  const changes: [Person, Partial<Person>][] = [];
  if (membership === 'leaves') {
    changes.push([before, { status: action === 'user.suspend' ? 'suspended' : 'deactivated' }]);
  } else if (membership === 'returns') {
    changes.push([before, { status: 'active', ...partsOf(change, needs) }]);
  } else if (membership === 'swaps') {
    // What holds no role has none to give in exchange.
    if (allRoles(before as never).length === 0) return { roles: [], seats: taken, people: [] };
    changes.push([before, { roleId: actor.roleId, roleIds: allRoles(actor as never) }]);
    changes.push([actor, { roleId: before.roleId, roleIds: allRoles(before as never) }]);
  } else if (membership === 'changes') {
    const { roleId, subaccountIds } = change;
    changes.push([
      before,
      {
        ...partsOf(change, needs),
        ...(subaccountIds && { subaccountIds }),
        ...(roleId !== undefined && { roleId, roleIds: [roleId] }),
      },
    ]);
  } else {
    changes.push([before, partsOf(change, needs)]);
  }

  const roles: { map: string; role: string; by: number }[] = [];
  const seats: { pool: string; by: number }[] = [...taken];
  for (const [was, difference] of changes) {
    const is = { ...was, ...difference };
    roles.push(...countedIn(was).map((one) => ({ ...one, by: -1 })));
    roles.push(...countedIn(is).map((one) => ({ ...one, by: 1 })));
    const kept = seatsOf(document, is);
    const freed = seatsOf(document, was).filter((pool) => !kept.includes(pool));
    seats.push(...freed.map((pool) => ({ pool, by: -1 })));
  }
  const people = changes.map(([{ id }, now]) => ({ key: `${on}:${id}`, now }));
  return { roles, seats, people };
}

function partsOf(change: Question['change'] & object, needs: readonly string[]): Partial<Person> {
  return Object.fromEntries(
    ['userType', 'addons', 'products', 'subaccountIds']
      .filter((part) => needs.includes(part) && part in change)
      .map((part) => [part, (change as Record<string, unknown>)[part]]),
  );
}

/** In which of the account's counts someone is; without a status, among the active. */
function countedIn(person: Person): { map: string; role: string }[] {
  const { status = 'active' } = person;
  if (status !== 'active' && status !== 'pending') return [];
  const map = status === 'active' ? 'roleCounts' : 'pendingRoleCounts';
  return allRoles(person as never).map((role) => ({ map, role }));
}

/** The seats that someone is known to hold. */
function seatsOf(document: PolicyDocument, person: Person): string[] {
  if (person.status !== 'active' && person.status !== 'pending') return [];
  const held = (document.seats ?? []).flatMap(({ pool, among, roles }) => {
    if (typeof pool === 'object')
      return allRoles(person as never).some((role) => roles?.includes(role)) ? [pool.name] : [];
    const value = (person as unknown as Record<string, unknown>)[pool.split('.')[1]!];
    const names = (value === undefined ? [] : Array.isArray(value) ? value : [value]) as string[];
    return names.filter((name) => among?.includes(name) ?? true);
  });
  return [...new Set(held)];
}
