import type { Capabilities, PeopleCapabilities } from '../../src/adapter/capabilities.ts';
import type {
  AccountAdapter, AccountSnapshot, Call, Preview, RunResult, RunValue, Verdict, WatchEvent,
} from '../../src/adapter/port.ts'; // prettier-ignore
import { AdapterError, toProblem, type Problem } from '../../src/adapter/problem.ts';
import {
  ACTIONS,
  isRef,
  type AccountFacts,
  type Choice,
  type Command,
  type Page,
  type PageRequest,
  type Person,
  type PersonRecord,
  type Subaccount,
} from '../../src/domain/index.ts';

type Method =
  | 'capabilities'
  | 'account'
  | 'people'
  | 'person'
  | 'roles'
  | 'run'
  | 'batch'
  | 'can'
  | 'preview'
  | 'subaccounts';

/** A call that waits for the test to say how it ends. */
export interface HeldCall {
  readonly args: readonly unknown[];
  readonly signal: AbortSignal | undefined;
  /** Carries it out, and answers. */
  go(): void;
  /** Answers this instead, and does nothing. */
  answer(value: unknown): void;
  fail(problem: Partial<Problem>): void;
}

export interface Held {
  readonly calls: HeldCall[];
  /** Later calls are no longer held. */
  release(): void;
}

export const CAPABILITIES: Capabilities = {
  commands: Object.fromEntries(Object.keys(ACTIONS).map((action) => [action, true])),
  people: {
    search: 'server',
    sort: ['name'],
    filter: {},
    boolean: 'flat',
    jump: true,
    totals: 'exact',
    maxSize: 1000,
    invitations: 'merged',
  },
  facts: ['roleCounts', 'pendingRoleCounts', 'seats'],
  roles: { many: false, editable: false },
  concurrency: 'version',
  idempotency: true,
  live: 'none',
  preview: [],
};

export function person(id: string, parts: Partial<PersonRecord> = {}): PersonRecord {
  return {
    id,
    email: `${id}@example.com`,
    roleId: 'member',
    status: 'active',
    version: '1',
    ...parts,
  };
}

/** People `p0`, `p1`, … of whom the first is an owner. */
export function crowd(count: number): PersonRecord[] {
  return Array.from({ length: count }, (_, n) =>
    person(`p${n}`, { roleId: n === 0 ? 'owner' : 'member' }),
  );
}

export function problem(parts: Partial<Problem>): AdapterError {
  return new AdapterError({ kind: 'unknown', title: 'Test', ...parts });
}

/** A backend in a few lines, any call of which a test can hold, answer or fail by hand. Everything is public. */
export class FakeBackend implements AccountAdapter {
  readonly id = 'fake';
  records: PersonRecord[];
  abilities: Capabilities;
  actorId: string;
  now: string | undefined;
  /** Absent until `takesBatches`. */
  batch?: NonNullable<AccountAdapter['batch']>;
  /** Absent until `saysBeforehand`. */
  can?: NonNullable<AccountAdapter['can']>;
  /** Absent until `has`. */
  subaccounts?: NonNullable<AccountAdapter['subaccounts']>;
  /** Absent until `tells`. */
  watch?: NonNullable<AccountAdapter['watch']>;
  /** Absent until `previews`. */
  preview?: NonNullable<AccountAdapter['preview']>;
  /** Facts beside the counted roles. */
  facts: AccountFacts = {};
  /** Every call, in order: the method and what it was asked. */
  readonly log: {
    readonly method: Method;
    readonly args: readonly unknown[];
    /** Which sub-account it was asked about. */
    readonly at: string | undefined;
  }[] = [];
  /** Commands that were really carried out, in order. */
  readonly done: Command[] = [];
  readonly #answers = new Map<string, RunValue>();
  readonly #held = new Map<Method, Held>();
  readonly #next = new Map<Method, ((proceed: () => unknown) => unknown)[]>();
  #version = 1;

  constructor(records: PersonRecord[] = crowd(3), people: Partial<PeopleCapabilities> = {}) {
    this.records = records;
    this.abilities = { ...CAPABILITIES, people: { ...CAPABILITIES.people, ...people } };
    this.actorId = records[0]?.id ?? '';
  }

  /** From now on calls of this method wait for the test. */
  hold(method: Method): Held {
    const held: Held = { calls: [], release: () => void this.#held.delete(method) };
    this.#held.set(method, held);
    return held;
  }

  /** The next calls of a method end like this, one after the other. */
  next(method: Method, ...ways: ((proceed: () => unknown) => unknown)[]): void {
    this.#next.set(method, [...(this.#next.get(method) ?? []), ...ways]);
  }

  asked(method: Method): readonly (readonly unknown[])[] {
    return this.log.filter((call) => call.method === method).map(({ args }) => args);
  }

  /** A change made elsewhere. */
  edit(id: string, parts: Partial<PersonRecord>): PersonRecord {
    const index = this.records.findIndex((one) => one.id === id);
    const next = { ...this.records[index]!, ...parts, version: String(++this.#version) };
    this.records = this.records.with(index, next);
    return next;
  }

  remove(id: string): void {
    this.records = this.records.filter((one) => one.id !== id);
  }

  find(id: string): PersonRecord {
    const found = this.records.find((one) => one.id === id);
    if (!found) throw problem({ kind: 'not-found', title: `No ${id}` });
    return found;
  }

  capabilities(call?: Call): Promise<Capabilities> {
    return this.#answer('capabilities', [], call, () => this.abilities);
  }

  account(call?: Call): Promise<AccountSnapshot> {
    return this.#answer('account', [], call, () => {
      const roleCounts: Record<string, number> = {};
      for (const { roleId, status } of this.records)
        if (status === 'active') roleCounts[roleId] = (roleCounts[roleId] ?? 0) + 1;
      const actor: Person = this.find(this.actorId);
      return {
        actor,
        facts: { roleCounts, pendingRoleCounts: {}, ...this.facts },
        ...(this.now !== undefined && { now: this.now }),
      };
    });
  }

  roles(call?: Call): Promise<readonly Choice[]> {
    return this.#answer('roles', [], call, () => [{ id: 'owner' }, { id: 'member' }]);
  }

  people(request: PageRequest, call?: Call): Promise<Page<PersonRecord>> {
    return this.#answer('people', [request], call, () => this.page(request, call?.subaccountId));
  }

  /** By offset or by cursor, with or without totals, as the abilities say. */
  page({ size = 50, at }: PageRequest, subaccountId?: string): Page<PersonRecord> {
    const { jump, totals } = this.abilities.people;
    const records = this.records.filter(
      ({ subaccountIds }) => subaccountId === undefined || subaccountIds?.includes(subaccountId),
    );
    if (typeof at === 'object' && !jump) throw problem({ kind: 'invalid', title: 'No jumping' });
    const offset = typeof at === 'object' ? at.offset : Number(at ?? 0);
    const items = records.slice(offset, offset + size);
    const end = offset + items.length;
    return {
      items,
      ...(end < records.length && { next: String(end) }),
      ...(totals !== 'none' && { total: records.length, totalIs: totals }),
    };
  }

  person(id: string, call?: Call): Promise<PersonRecord> {
    return this.#answer('person', [id], call, () => this.find(id));
  }

  /** From now on it takes so many commands in one call. */
  takesBatches(max = 1000): void {
    this.abilities = { ...this.abilities, batch: { max, native: true } };
    this.batch = (commands, call) =>
      this.#answer('batch', [commands], call, () =>
        commands.map((command): RunResult => {
          try {
            return { ok: true, value: this.carryOut(command) };
          } catch (thrown) {
            return { ok: false, problem: toProblem(thrown) };
          }
        }),
      );
  }

  /** From now on it says beforehand what it would refuse, and by which code. */
  saysBeforehand(refusal: (command: Command) => string | undefined): void {
    this.can = (commands, call) =>
      this.#answer('can', [commands], call, () =>
        commands.map((command): Verdict => {
          const code = refusal(command);
          return code === undefined ? { allowed: true } : { allowed: false, code };
        }),
      );
  }

  /** From now on it tells of changes made elsewhere: by calling what this gives back. */
  tells(): {
    readonly listeners: Set<(event: WatchEvent) => void>;
    tell(topic: WatchEvent['topic']): void;
  } {
    const listeners = new Set<(event: WatchEvent) => void>();
    this.abilities = { ...this.abilities, live: 'push' };
    this.watch = (on, { signal }) => {
      listeners.add(on);
      signal.addEventListener('abort', () => listeners.delete(on));
    };
    return { listeners, tell: (topic) => listeners.forEach((on) => on({ topic })) };
  }

  /** From now on it has these sub-accounts; `knowsIds`: it can be asked for some by their ids. */
  has(subaccounts: readonly Subaccount[], { knowsIds = true } = {}): void {
    this.subaccounts = ({ search = '', ids, size = 50, at }, call) =>
      this.#answer('subaccounts', [{ search, ids, size, at }], call, () => {
        const found = subaccounts.filter(
          ({ id, name }) => (!knowsIds || !ids || ids.includes(id)) && name.includes(search),
        );
        const offset = typeof at === 'object' ? at.offset : Number(at ?? 0);
        const end = offset + size;
        return {
          items: found.slice(offset, end),
          total: found.length,
          ...(end < found.length && { next: String(end) }),
        };
      });
  }

  /** From now on it says what these actions would do. */
  previews(actions: readonly string[], say: (commands: readonly Command[]) => unknown): void {
    this.abilities = { ...this.abilities, preview: actions };
    this.preview = (commands, call) =>
      this.#answer('preview', [commands], call, () => say(commands) as Preview);
  }

  run(command: Command, call?: Call): Promise<RunValue> {
    return this.#answer('run', [command], call, () => this.carryOut(command));
  }

  carryOut(command: Command): RunValue {
    const { id, action, target, change, ifVersion } = command;
    if (this.abilities.idempotency && this.#answers.has(id)) return this.#answers.get(id)!;
    let value: RunValue = null;
    if (isRef(target)) {
      const current = this.find(target.id);
      if (ifVersion !== undefined && ifVersion !== current.version)
        throw problem({ kind: 'stale', title: 'Changed meanwhile', current });
      if (action === 'user.delete') this.remove(target.id);
      else if (action === 'user.suspend') value = this.edit(target.id, { status: 'suspended' });
      else if (action === 'user.reactivate') value = this.edit(target.id, { status: 'active' });
      else if (change?.values) value = this.edit(target.id, change.values);
      else if (change?.roleId) value = this.edit(target.id, { roleId: change.roleId });
    }
    this.done.push(command);
    this.#answers.set(id, value);
    return value;
  }

  async #answer<T>(
    method: Method,
    args: readonly unknown[],
    call: Call | undefined,
    carryOut: () => T,
  ): Promise<T> {
    this.log.push({ method, args, at: call?.subaccountId });
    const signal = call?.signal;
    const way = this.#next.get(method)?.shift();
    if (way) return (await way(carryOut)) as T;
    const held = this.#held.get(method);
    if (!held) {
      signal?.throwIfAborted();
      return carryOut();
    }
    return new Promise<T>((resolve, reject) => {
      held.calls.push({
        args,
        signal,
        go: () => {
          try {
            resolve(carryOut());
          } catch (thrown) {
            reject(thrown instanceof Error ? thrown : new Error(String(thrown)));
          }
        },
        answer: (value) => resolve(value as T),
        fail: (parts) => reject(problem(parts)),
      });
    });
  }
}

// Ways for `next`.

export const fails =
  (parts: Partial<Problem>): (() => never) =>
  () => {
    throw problem(parts);
  };

/** It is done, and the answer is lost. */
export const doneThenFails =
  (parts: Partial<Problem>) =>
  (proceed: () => unknown): never => {
    proceed();
    throw problem(parts);
  };

export const answers =
  (value: unknown): (() => unknown) =>
  () =>
    value;
