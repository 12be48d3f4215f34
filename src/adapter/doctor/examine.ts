import {
  conformance,
  type ConformanceCheck,
  type ConformanceOptions,
} from '../conformance/index.ts';
import type { AccountAdapter } from '../port.ts';
import { toProblem } from '../problem.ts';
import { shownAt, TRAITS, type Level } from './traits.ts';

/** What became of one check. */
export interface Finding {
  readonly name: string;
  /** What was expected. */
  readonly promise: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** What was found instead, or why there was nothing to look at. */
  readonly reason?: string;
}

/** What a backend has not got, and what the page shows then. */
export interface Lack {
  readonly id: string;
  readonly name: string;
  readonly level: Level;
  readonly shown: string;
}

export interface Diagnosis {
  readonly adapter: string;
  readonly findings: readonly Finding[];
  readonly lacks: readonly Lack[];
}

export interface ExamineOptions extends ConformanceOptions {
  /** How long one check may take, in ms. Default a minute. */
  readonly timeoutMs?: number;
  /** Told of each finding as it is made. */
  readonly found?: (finding: Finding) => void;
}

/** Holds an adapter against every promise of the port, one after the other, and says what it has not got. */
export async function examine(
  source: AccountAdapter | (() => AccountAdapter | Promise<AccountAdapter>),
  { timeoutMs = 60_000, found, ...options }: ExamineOptions = {},
): Promise<Diagnosis> {
  const adapter = typeof source === 'function' ? await source() : source;
  const capabilities = await within(timeoutMs, adapter.capabilities());
  const findings: Finding[] = [];
  for (const check of conformance(source, options)) {
    const finding = await tried(check, timeoutMs);
    findings.push(finding);
    found?.(finding);
  }
  const lacks = TRAITS.flatMap((trait): readonly Lack[] => {
    const level = trait.level(capabilities, adapter);
    const shown = shownAt(trait, level);
    return shown ? [{ id: trait.id, name: trait.name, level, shown }] : [];
  });
  return { adapter: adapter.id, findings, lacks };
}

async function tried(
  { name, promise, run }: ConformanceCheck,
  timeoutMs: number,
): Promise<Finding> {
  try {
    return { name, promise, ...(await within(timeoutMs, run())) };
  } catch (thrown) {
    const isFailure = thrown instanceof Error && thrown.name === 'ConformanceFailure';
    const { kind, title } = toProblem(thrown);
    const reason = isFailure ? thrown.message : `a call ended as ${kind}: ${title}`;
    return { name, promise, status: 'failed', reason };
  }
}

/** What is not there by then, is not coming. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
