import {
  AdapterError,
  type AccountAdapter,
  type Call,
  type Problem,
} from '../../src/adapter/index.ts';
import { createRandom } from '../../src/mock/random.ts';
import { createFaultClock, settle, type FaultClock } from './fault-clock.ts';
import { MALFORMED, shapesFor, type MalformedShape } from './malformed.ts';

export { createFaultClock, settle, type FaultClock } from './fault-clock.ts';
export { MALFORMED, shapesFor, type MalformedShape } from './malformed.ts';

/** Methods that faults can befall; `watch` is left alone. */
export const CALL_KINDS = [
  'capabilities', 'account', 'people', 'person', 'roles', 'run', 'batch', 'preview', 'can', 'subaccounts', 'groups', 'audit',
  'events', 'links', 'linkAddress',
] as const; // prettier-ignore
export type CallKind = (typeof CALL_KINDS)[number];

/**
 * What goes wrong. `drop`: the request never arrives. `drop-after`: it is carried out and the answer is lost.
 * `500`, `429`: refused without being carried out. `delay`: carried out at once, answered late by the clock.
 * `malformed`: carried out, and answered with nonsense. `out-of-order`: carried out, and answered only after the
 * next call of its kind was. `abort`: ends as if the page had aborted it. `offline`, `session-expired`: this call
 * and every later one fail, until `online()` or `renew()`.
 */
export const FAULT_KINDS = [
  'drop', 'drop-after', '500', '429', 'delay', 'malformed', 'out-of-order', 'abort', 'offline', 'session-expired',
] as const; // prettier-ignore
export type FaultKind = (typeof FAULT_KINDS)[number];

/** A fault with its measures: 30 s of delay, 2 s of Retry-After and the first shape, unless it says otherwise. */
export interface Fault {
  readonly kind: FaultKind;
  readonly ms?: number;
  readonly retryAfterMs?: number;
  readonly shape?: MalformedShape;
}

/** Which calls a fault befalls: `{ on: 'run', nth: [1, 3], fault: 'drop' }`. Without `nth`: every one. */
export interface FaultRule {
  readonly on: CallKind | readonly CallKind[] | '*';
  /** Counted per kind of call, from 1. */
  readonly nth?: number | readonly number[];
  readonly fault: FaultKind | Fault;
}

/** Faults at random, the same for the same seed and the same calls. */
export interface RandomFaults {
  readonly seed: number;
  /** How often: 0 never, 1 always. */
  readonly rate: number;
  /** Default: everything but `capabilities`. */
  readonly on?: readonly CallKind[];
  /** Default: every fault that passes by itself, so not `offline` and `session-expired`. */
  readonly faults?: readonly (FaultKind | Fault)[];
}

export type FaultPlan = readonly FaultRule[] | RandomFaults;

/** A call that was made, and what befell it. */
export interface LoggedCall {
  readonly kind: CallKind;
  /** The how-manieth of its kind, from 1. */
  readonly nth: number;
  /** What was asked: the request, the id, the command or commands. */
  readonly asked: unknown;
  readonly fault?: Fault;
}

export interface FaultyAdapter extends AccountAdapter {
  readonly clock: FaultClock;
  /** Every call so far, in order. */
  readonly calls: readonly LoggedCall[];
  /** The next call of a kind meets this, whatever the plan says; several queue up. */
  next(kind: CallKind, ...faults: readonly (FaultKind | Fault)[]): void;
  /** Back on the network after `offline`, or off it without any call. */
  online(): void;
  offline(): void;
  /** Signed in again after `session-expired`, or signed out without any call. */
  renew(): void;
  expire(): void;
  /** Answers what `out-of-order` still holds back. */
  release(): Promise<void>;
  /** From now on nothing goes wrong by itself. */
  calm(): void;
}

const PASSING = FAULT_KINDS.filter((kind) => kind !== 'offline' && kind !== 'session-expired');

/** Any adapter, with things going wrong on the way to it and back. */
export function withFaults(
  adapter: AccountAdapter,
  plan: FaultPlan = [],
  clock: FaultClock = createFaultClock(),
): FaultyAdapter {
  const calls: LoggedCall[] = [];
  const counts = new Map<CallKind, number>();
  const queued = new Map<CallKind, Fault[]>();
  const held = new Map<CallKind, (() => void)[]>();
  let planned = planner(plan);
  let isOffline = false;
  let isExpired = false;

  const call = async (
    kind: CallKind,
    asked: unknown,
    { signal }: Call,
    go: () => Promise<unknown>,
  ): Promise<unknown> => {
    const nth = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, nth);
    const fault = queued.get(kind)?.shift() ?? planned(kind, nth);
    calls.push({ kind, nth, asked, ...(fault && { fault }) });
    isOffline ||= fault?.kind === 'offline';
    isExpired ||= fault?.kind === 'session-expired';
    // A call that the page has given up meets nothing else.
    if (signal?.aborted) fail({ kind: 'aborted', title: 'Aborted' });
    if (isOffline) fail({ kind: 'network', title: 'Offline' });
    if (isExpired)
      fail({
        kind: 'unauthenticated',
        status: 401,
        title: 'Session expired',
        code: 'session-expired',
      });

    try {
      return await meet(fault, kind, signal, go);
    } finally {
      // Whoever was held back for an earlier call is answered after this one.
      const waiting = fault?.kind === 'out-of-order' ? [] : (held.get(kind)?.splice(0) ?? []);
      if (waiting.length) void settle().then(() => waiting.forEach((answer) => answer()));
    }
  };

  const meet = async (
    fault: Fault | undefined,
    kind: CallKind,
    signal: AbortSignal | undefined,
    go: () => Promise<unknown>,
  ) => {
    switch (fault?.kind) {
      case 'drop': return fail({ kind: 'network', title: 'Connection lost' });
      case 'drop-after':
        await go();
        return fail({ kind: 'network', title: 'Connection lost' });
      case '500': return fail({ kind: 'unavailable', status: 500, title: 'Internal Server Error' });
      case '429': return fail({ kind: 'rate-limited', status: 429, title: 'Too Many Requests', retryAfterMs: fault.retryAfterMs ?? 2000 });
      case 'abort': return fail({ kind: 'aborted', title: 'Aborted' });
      case 'malformed': {
        const answer = await go();
        const { [fault.shape ?? shapesFor(kind)[0] ?? 'nothing']: shape } = MALFORMED;
        return shape(answer);
      }
      case 'delay': {
        const answer = go();
        // The wait is what is tested; that the answer may be a refusal is dealt with when it comes.
        answer.catch(() => undefined);
        await clock.wait(fault.ms ?? 30_000, signal);
        if (signal?.aborted) return fail({ kind: 'aborted', title: 'Aborted' });
        return answer;
      }
      case 'out-of-order': {
        const answer = go();
        answer.catch(() => undefined);
        await new Promise<void>((done) => {
          held.set(kind, [...(held.get(kind) ?? []), done]);
          signal?.addEventListener('abort', () => done(), { once: true });
        });
        if (signal?.aborted) return fail({ kind: 'aborted', title: 'Aborted' });
        return answer;
      }
      default: return go();
    } // prettier-ignore
  };

  const wrapped = Object.fromEntries(
    CALL_KINDS.filter((kind) => adapter[kind]).map((kind) => [
      kind,
      (...args: unknown[]) => {
        const takesNothing = ['capabilities', 'account', 'roles', 'groups'].includes(kind);
        const [asked, context] = takesNothing ? [undefined, args[0]] : args;
        const method = adapter[kind] as (...given: unknown[]) => Promise<unknown>;
        return call(kind, asked, context ?? {}, () => method.apply(adapter, args));
      },
    ]),
  );
  return {
    ...(wrapped as unknown as AccountAdapter),
    ...(adapter.watch && { watch: adapter.watch.bind(adapter) }),
    id: `faulty-${adapter.id}`,
    clock,
    calls,
    next: (kind, ...faults) =>
      void queued.set(kind, [...(queued.get(kind) ?? []), ...faults.map(full)]),
    online: () => void (isOffline = false),
    offline: () => void (isOffline = true),
    renew: () => void (isExpired = false),
    expire: () => void (isExpired = true),
    release: async () => {
      for (const waiting of held.values()) for (const answer of waiting.splice(0)) answer();
      await settle();
    },
    calm: () => {
      planned = () => undefined;
      queued.clear();
    },
  };
}

type Planner = (kind: CallKind, nth: number) => Fault | undefined;

function planner(plan: FaultPlan): Planner {
  if ('seed' in plan) {
    const random = createRandom(plan.seed);
    const {
      rate,
      on = CALL_KINDS.filter((kind) => kind !== 'capabilities'),
      faults = PASSING,
    } = plan;
    return (kind) => {
      if (!on.includes(kind) || !random.chance(rate)) return undefined;
      const fault = full(random.pick(faults));
      return fault.kind === 'malformed' && !fault.shape
        ? { ...fault, shape: random.pick(shapesFor(kind)) }
        : fault;
    };
  }
  return (kind, nth) => {
    const rule = plan.find(
      ({ on, nth: which }) =>
        (on === '*' || [on].flat().includes(kind)) &&
        (which === undefined || [which].flat().includes(nth)),
    );
    return rule && full(rule.fault);
  };
}

function full(fault: FaultKind | Fault): Fault {
  return typeof fault === 'string' ? { kind: fault } : fault;
}

function fail(problem: Omit<Problem, 'retryable'>): never {
  throw new AdapterError(problem);
}
