import type { AccountAdapter, Call, Verdict } from '../../adapter/port.ts';
import type { Command } from '../../domain/index.ts';
import type { Decision, Policy, ResolvedReason } from '../../policy/index.ts';
import { malformed } from '../answers.ts';
import { read, type Line } from '../read.ts';

export interface VerdictSource {
  readonly adapter: AccountAdapter;
  readonly line: Line;
  readonly call: () => Call;
  readonly policy: Policy | undefined;
}

/**
 * The decisions with the backend's own word on each: a refusal from either side wins, and a verdict settles what
 * the policy does not know. Where the backend cannot say, they stay as they are: it will say when it is sent.
 */
export async function withVerdicts(
  { adapter, line, call, policy }: VerdictSource,
  commands: readonly Command[],
  decisions: readonly Decision[],
  signal?: AbortSignal,
): Promise<readonly Decision[]> {
  const asked = decisions.flatMap(({ effect }, n) => (effect === 'deny' ? [] : [n]));
  if (!adapter.can || asked.length === 0) return decisions;
  let verdicts: readonly Verdict[];
  try {
    verdicts = await read(line, 'can', signal, async () =>
      checked(
        await adapter.can?.(
          asked.map((n) => commands[n] as Command),
          { ...call(), ...(signal && { signal }) },
        ),
        asked.length,
      ),
    );
  } catch {
    signal?.throwIfAborted();
    return decisions;
  }
  const settled = [...decisions];
  asked.forEach((n, place) => {
    settled[n] = together(decisions[n] as Decision, verdicts[place] as Verdict, policy);
  });
  return settled;
}

function together(decision: Decision, verdict: Verdict, policy: Policy | undefined): Decision {
  if (decision.effect === 'deny') return decision;
  if (verdict.allowed) return decision.effect === 'unknown' ? { effect: 'allow' } : decision;
  const { code } = verdict;
  return { effect: 'deny', rule: code, reason: reasonOf(code, policy), rules: [code] };
}

/** A backend that enforces the same document refuses by its rules; where one says why without looking at facts, so can we. */
function reasonOf(code: string, policy: Policy | undefined): ResolvedReason {
  const { key, params } = policy?.document.rules.find(({ id }) => id === code)?.reason ?? {};
  const isSayable = key !== undefined && !Object.values(params ?? {}).some(isFact);
  return isSayable
    ? ({ key, ...(params && { params }) } as ResolvedReason)
    : { key: 'noPermission' };
}

function isFact(param: unknown): boolean {
  return typeof param === 'object' && param !== null;
}

function checked(value: unknown, count: number): readonly Verdict[] {
  const isVerdict = (one: unknown): boolean =>
    typeof one === 'object' &&
    one !== null &&
    'allowed' in one &&
    (one.allowed === true ||
      (one.allowed === false && 'code' in one && typeof one.code === 'string'));
  if (!Array.isArray(value) || value.length !== count || !value.every(isVerdict))
    throw malformed('can()', `${count} verdicts`, value);
  return value as readonly Verdict[];
}
