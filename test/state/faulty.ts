import { createMemoryAdapter, type MemoryAdapter } from '../../src/adapter/memory/index.ts';
import { loadWriting } from '../../src/adapter/memory/writing.ts';
import type { AccountAdapter, Call, RunResult, RunValue } from '../../src/adapter/index.ts';
import { toProblem } from '../../src/adapter/problem.ts';
import { isRef, type Command, type PersonRecord } from '../../src/domain/index.ts';
import {
  createScope,
  type AccountProblemEvent,
  type AccountScope,
  type BulkRun,
  type Outcome,
  type PeopleWindow,
} from '../../src/state/index.ts';
import { withFaults, type FaultPlan, type FaultyAdapter } from '../adapter/faults.ts';
import { crowd } from './fake-backend.ts';
import { ManualClock, turn } from './manual-clock.ts';
import { POLICY } from './setup.ts';

// The clock of these tests stands still while code is fetched.
await loadWriting();

/** A page over a whole backend, with a line between them on which things go wrong. */
export interface Faulty {
  readonly clock: ManualClock;
  readonly memory: MemoryAdapter;
  readonly line: FaultyAdapter;
  readonly scope: AccountScope;
  readonly window: PeopleWindow;
  /** Ids of the commands that the backend really carried out, each as often as it did. */
  readonly executed: string[];
  /** Everything that ever was of anyone: `p1 admin`, `p1 suspended`, `p1 gone`. */
  readonly was: Set<string>;
  /** Notes how someone is now. To be called after a change made elsewhere. */
  note(id: string): void;
  readonly acts: (readonly Outcome[])[];
  readonly asked: (readonly string[])[];
  readonly problems: AccountProblemEvent[];
  /** Acts on many that were begun. */
  readonly runs: BulkRun[];
  /** Signs in again, as often as it is needed. */
  signIn(): void;
  /** Lets everything come to an end, whatever is still on its way. */
  calmDown(): Promise<void>;
}

export interface FaultyOptions {
  readonly people?: number;
  readonly plan?: FaultPlan;
  /** The backend does a command as often as it is sent. */
  readonly forgetful?: boolean;
  /** It does not know versions either. */
  readonly blind?: boolean;
}

export async function faulty({
  people = 250,
  plan,
  forgetful = false,
  blind = false,
}: FaultyOptions = {}): Promise<Faulty> {
  const clock = new ManualClock();
  const executed: string[] = [];
  const memory = createMemoryAdapter({
    people: crowd(people),
    policy: POLICY,
    actor: 'p0',
    now: () => clock.now(),
  });
  const was = new Set<string>();
  const note = (id: string, person = held(memory).get(id)): void => {
    was.add(`${id} ${person ? person.roleId : 'gone'}`).add(`${id} ${person?.status ?? 'gone'}`);
  };
  for (const [id, person] of held(memory)) note(id, person);
  const line = withFaults(counting(memory, executed, { forgetful, blind }, note), plan, clock);
  const scope = createScope({ adapter: line, policy: POLICY, clock });
  const resumes: (() => void)[] = [];
  const signIn = (): void => {
    line.renew();
    for (const resume of resumes.splice(0)) resume();
  };
  const window = scope.query({});
  const all: Faulty = {
    clock, memory, line, scope, window, executed, was, note, signIn,
    acts: [], asked: [], problems: [], runs: [],
    calmDown: async () => {
      line.calm();
      line.online();
      for (let n = 0; n < 3; n++) {
        for (const run of all.runs) run.resume();
        signIn();
        await line.release();
        await clock.runOut();
      }
    },
  }; // prettier-ignore
  scope.addEventListener('session-expired', ({ resume }) => resumes.push(resume));
  scope.addEventListener('account-outcome', ({ outcomes }) => all.acts.push(outcomes));
  scope.addEventListener('account-command', ({ commands }) =>
    all.asked.push(commands.map(({ id }) => id)),
  );
  scope.addEventListener('account-problem', (event) => all.problems.push(event));
  window.show(0, 20);
  await turn();
  return all;
}

/** Counts what is really carried out: an answer out of the backend's memory is not. */
function counting(
  memory: MemoryAdapter,
  executed: string[],
  { forgetful, blind }: Pick<FaultyOptions, 'forgetful' | 'blind'>,
  note: (id: string) => void,
): AccountAdapter {
  const { capabilities } = memory;
  const run = async (command: Command, call?: Call): Promise<RunValue> => {
    const before = memory.trail.length;
    const sent = forgetful
      ? { ...command, id: `${command.id}#${executed.length}${before}` }
      : command;
    const value = await memory.run(sent, call);
    if (memory.trail.length > before) executed.push(command.id);
    if (isRef(command.target)) note(command.target.id);
    return value;
  };
  return {
    ...memory,
    capabilities: async (call) => ({
      ...(await capabilities(call)),
      ...(forgetful && { idempotency: false }),
      ...(blind && { concurrency: 'none' }),
    }),
    run,
    batch: async (commands, call) => {
      const results: RunResult[] = [];
      for (const command of commands) {
        const done = run(command, call).then(
          (value): RunResult => ({ ok: true, value }),
          (thrown: unknown): RunResult => ({ ok: false, problem: toProblem(thrown) }),
        );
        results.push(await done);
      }
      return results;
    },
  };
}

/** Everyone as the backend holds them, by id. */
export function held(memory: MemoryAdapter): Map<string, PersonRecord> {
  return new Map(memory.dump().people.map((person) => [person.id, person]));
}

/** Every row that a window holds. */
export function rows(window: PeopleWindow): PersonRecord[] {
  return Array.from({ length: window.length }, (_, n) => window.at(n)).filter(
    (row): row is PersonRecord => row !== undefined,
  );
}
