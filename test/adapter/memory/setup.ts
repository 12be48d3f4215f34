import { toProblem, type Problem, type RunValue } from '../../../src/adapter/index.ts';
import {
  createMemoryAdapter,
  type MemoryAdapter,
  type MemoryOptions,
  type MemoryPerson,
} from '../../../src/adapter/memory/index.ts';
import type { ChangeData, Command, PersonRecord, Ref } from '../../../src/domain/index.ts';
import type { PolicyDocument } from '../../../src/policy/index.ts';

/** Friday noon; every backend of these tests starts its clock here. */
export const NOW = Date.parse('2026-11-20T12:00:00Z');
export const DAY = 86_400_000;

/** Someone, with an address made of their id. */
export function person(id: string, parts: Partial<MemoryPerson> = {}): MemoryPerson {
  return { id, email: `${id}@acme.example`, roleId: 'member', ...parts };
}

/** A small company: one owner, one admin, members in different standings. */
export const PEOPLE: readonly MemoryPerson[] = [
  person('olga', { roleId: 'owner', firstName: 'Olga', lastName: 'Ödegård', department: 'Direction', userType: 'licensed' }),
  person('adam', { roleId: 'admin', firstName: 'Adam', lastName: 'Zięba', department: 'IT', userType: 'licensed' }),
  person('mia', { firstName: 'Mia', lastName: 'Étoile', department: 'Qualité', userType: 'basic' }),
  person('max', { firstName: 'Max', lastName: 'Ångström', userType: 'licensed', addons: ['webinar'] }),
  person('pia', { status: 'pending', userType: 'licensed', invitedAt: '2026-11-10T12:00:00Z', expiresAt: '2026-12-10T12:00:00Z', mail: 'activation' }),
  person('stan', { status: 'suspended', firstName: 'Stan', userType: 'basic' }),
]; // prettier-ignore

/** Roles with limits, one pool and a rule of every kind that the backend has to tell apart. */
export const POLICY: PolicyDocument = {
  format: 1,
  id: 'acme',
  roles: [
    { id: 'owner', rank: 30, permissions: ['*'], min: 1, max: 2 },
    { id: 'admin', rank: 20, permissions: ['*'], except: ['organization.delete'] },
    { id: 'member', rank: 10, permissions: ['user.edit'] },
  ],
  seats: [
    { id: 'acme/licence', actions: ['user.invite', 'user.change-type', 'account.convert-type'], pool: 'change.userType', among: ['licensed'] },
    { id: 'acme/addon', actions: ['user.invite', 'user.assign-addon'], pool: 'change.addons' },
  ],
  rules: [
    { id: 'acme/owned', actions: ['user.edit'], when: { fact: 'target.ownedFields', overlaps: { fact: 'change.fields' } }, reason: { key: 'ownedField' } },
    { id: 'acme/own-profile', actions: ['user.edit'], when: { all: [{ fact: 'actor.roleId', is: 'member' }, { fact: 'self', is: false }] }, reason: { key: 'ownField' } },
    { id: 'acme/spare-admins', actions: ['account.convert-type', 'account.unlink-type'], when: { fact: 'target.roleId', in: ['owner', 'admin'] }, reason: { key: 'exceptRole', params: { role: 'admin' } } },
    { id: 'acme/five', actions: ['attribute.create'], when: { fact: 'account.customAttributes', atLeast: 5 }, reason: { key: 'limit', params: { max: 5 } } },
    { id: 'acme/plan', actions: ['user.import'], when: { not: { fact: 'account.plan', is: 'pro' } }, reason: { key: 'needsPlan' } },
    { id: 'acme/groups', actions: ['user.assign-group'], when: { not: { fact: 'change.kind', is: 'any' } }, reason: { key: 'noPermission' } },
  ],
}; // prettier-ignore

export interface Tried {
  readonly backend: MemoryAdapter;
  /** Sends a command about someone, or about nothing in particular. */
  run(
    action: string,
    target?: string | Ref | Command['target'],
    change?: ChangeData,
    rest?: Partial<Command>,
  ): Promise<RunValue>;
  /** The problem that such a command ends with. */
  refusal(...args: Parameters<Tried['run']>): Promise<Problem>;
  /** Someone as they are in the backend, seen from behind. */
  now(id: string): PersonRecord | undefined;
}

export function setup(options: Partial<MemoryOptions> = {}): Tried {
  const backend = createMemoryAdapter({
    people: PEOPLE,
    now: () => NOW,
    baseType: 'basic',
    ...options,
  });
  let count = 0;
  const run: Tried['run'] = (action, target, change, rest) =>
    backend.run({
      id: `c${count++}`,
      action,
      ...(target && {
        target: typeof target === 'string' ? { kind: 'person', id: target } : target,
      }),
      ...(change && { change }),
      ...rest,
    });
  return {
    backend,
    run,
    refusal: (...args) => problemOf(run(...args)),
    now: (id) => backend.dump().people.find((one) => one.id === id),
  };
}

/** The problem that a call ends with; a call that is answered fails the test. */
export async function problemOf(call: Promise<unknown>): Promise<Problem> {
  let answer: unknown;
  try {
    answer = await call;
  } catch (thrown) {
    return toProblem(thrown);
  }
  throw new Error(`expected a problem, got ${JSON.stringify({ answer })}`);
}
