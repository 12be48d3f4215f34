import { actionRegistry, type Command, type Ref } from '../../domain/index.ts';
import type { Preview, RunValue } from '../port.ts';
import { toProblem, type Problem } from '../problem.ts';
import { iso, type Charge, type MemoryMail } from './act.ts';
import { costOf } from './cost.ts';
import { accountFacts } from './facts.ts';
import { frozen } from '../frozen.ts';
import type { MemoryOptions } from './options.ts';
import type { Moment } from './moment.ts';
import type { Store } from './store.ts';

/** What a preview is made of: a backend on which things can be tried. */
export interface Rehearsal {
  readonly store: Store;
  readonly options: MemoryOptions;
  readonly mails: readonly MemoryMail[];
  /** What is to be paid for so far. */
  readonly charges: readonly Charge[];
  readonly moment: Moment;
  /** Checks that a command is complete, and tells whom it is about; once `undefined` where it has no target. */
  targetsOf(command: Command): readonly (Ref | undefined)[];
  /** Carries a complete command out on one target. */
  one(command: Command, target: Ref | undefined): RunValue;
  /** Takes back, when called, everything done since. */
  mark(): () => void;
  /** A token that stands for the commands until then; see `ChangeData.token`. */
  promise(until: number): string;
}

type Impact = Preview['perTarget'][number];
type Effects = Impact['effects'];

/** How long what was shown may be relied on. */
const VALID_MS = 5 * 60_000;

/**
 * What commands would do: they are done, in order, so that each finds the seats and roles that the ones before it
 * left, and then everything is taken back. Nothing here has an opinion of its own.
 */
export function preview(commands: readonly Command[], rehearsal: Rehearsal): Preview {
  const { store, options, charges, mark, moment, promise } = rehearsal;
  const takeBack = mark();
  try {
    const perTarget = commands.flatMap(oneByOne).flatMap((command) => impacts(command, rehearsal));
    const cost = costOf(charges, store.account.prices, options, moment.now);
    const validUntil = moment.now + VALID_MS;
    return frozen({
      perTarget,
      ...(cost && { cost }),
      token: promise(validUntil),
      validUntil: iso(validUntil),
    });
  } finally {
    takeBack();
  }
}

/** An invitation of many as one for each, so that every address has an impact of its own. */
function oneByOne(command: Command): readonly Command[] {
  const { people } = command.change ?? {};
  if (command.target || !people || people.length < 2) return [command];
  return people.map((invitee) => ({
    ...command,
    change: { ...command.change, people: [invitee] },
  }));
}

function impacts(command: Command, rehearsal: Rehearsal): readonly Impact[] {
  const { target, change } = command;
  const named = target && 'id' in target ? target.id : (change?.people?.[0]?.email ?? command.id);
  try {
    return rehearsal.targetsOf(command).map((one) => impact(command, one, named, rehearsal));
  } catch (thrown) {
    return [{ id: named, effects: [], problem: problemOf(thrown) }];
  }
}

function impact(
  command: Command,
  target: Ref | undefined,
  named: string,
  { store, options, mails, moment, one, mark }: Rehearsal,
): Impact {
  const id = target?.id ?? named;
  const policy = moment.policy?.document;
  const used = () => accountFacts(store, policy, moment.now).seats ?? {};
  const before = used();
  const mailed = mails.length;
  const takeBack = mark();
  try {
    const value = one(command, target);
    const after = used();
    const seats = Object.keys(after).map((pool) => ({
      pool,
      count: (after[pool]?.used ?? 0) - (before[pool]?.used ?? 0),
    }));
    const row = actionRegistry(options.actions)[command.action];
    const said = policy?.effects?.[command.action] ?? row?.effects ?? [];
    const effects = said.flatMap((code): Effects => {
      if (code === 'sends-mail') return mails.slice(mailed).map(mailEffect);
      if (code === 'frees-seats') return seatEffects(code, seats, -1);
      if (code === 'ends-at-period' && value && 'activeUntil' in value && value.activeUntil)
        return [{ code, params: { until: value.activeUntil } }];
      return [{ code }];
    });
    const isWaiting = value && 'awaiting' in value && value.awaiting;
    return {
      id,
      effects: [
        ...effects,
        ...seatEffects('takes-seats', seats, 1),
        ...(isWaiting ? [{ code: `awaiting-${value.awaiting}` }] : []),
      ],
    };
  } catch (thrown) {
    takeBack();
    return { id, effects: [], problem: problemOf(thrown) };
  }
}

/** ZM-13: which of the two mails it is. */
const mailEffect = ({ kind }: MemoryMail) => ({ code: 'sends-mail', params: { mail: kind } });

/** One effect for each pool in which seats become free (-1), or are taken (1). */
function seatEffects(
  code: string,
  seats: readonly { readonly pool: string; readonly count: number }[],
  sign: 1 | -1,
): Effects {
  return seats
    .filter(({ count }) => count * sign > 0)
    .map(({ pool, count }) => ({ code, params: { pool, count: count * sign } }));
}

/** The refusal of one target. What is no refusal is a mistake of the backend, and ends the preview. */
function problemOf(thrown: unknown): Problem {
  const problem = toProblem(thrown);
  if (problem.kind === 'unknown') throw thrown;
  return problem;
}
