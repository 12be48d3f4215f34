import type { Command, PersonRecord } from '../../domain/index.ts';
import type { Decision } from '../../policy/index.ts';
import { orAbort } from '../clock.ts';
import { Limit } from '../commands/limit.ts';
import { partFor } from '../commands/part.ts';
import { shows } from '../commands/reconcile.ts';
import { withVerdicts, type VerdictSource } from '../commands/verdicts.ts';
import type { SelectedPeople } from '../selection.ts';
import { keeping } from './keep.ts';
import { BulkPlan, type PlanHost } from './plan.ts';
import { lookUp, selectedPeople, type Selected, type SelectedSource } from './selected-people.ts';
import type { BulkAct, PlanOptions } from './types.ts';
import type { UnfinishedCommand } from '../unfinished.ts';

/** What making a plan needs of its scope. */
export interface PlanSource extends PlanHost, SelectedSource, VerdictSource {
  /** Resolves once the account is known as it is now; rejects with the problem if it cannot be. */
  readonly upToDate: () => Promise<void>;
}

/** Commands that the backend is asked about in one call. */
const ASKED_AT_ONCE = 200;
/** Readings of single people under way at once. */
const READS = 6;

/**
 * Reads whom an act is on, and asks whoever may say no: the policy, and the backend where it tells beforehand.
 *
 * @throws AdapterError if someone cannot be read; AbortError as soon as the signal aborts
 */
export async function makePlan(
  source: PlanSource,
  act: BulkAct,
  selected: SelectedPeople,
  options: PlanOptions = {},
): Promise<BulkPlan> {
  const { signal } = options;
  await orAbort(source.upToDate(), signal);
  const keep = keeping(act.change);
  const read = await selectedPeople(source, selected, { ...options, keep });
  const whole: Command = {
    id: source.newId(),
    action: act.action,
    ...(act.change && { change: act.change }),
  };
  const commands = new Map<string, Command>();
  const earlier = new Map(options.earlier?.map((one) => [one.personId, one]));
  const definition = source.actionOf(act.action);
  for (const person of read.people.values()) {
    const command = partFor(whole, person);
    const before = earlier.get(person.id);
    const isTold = !before || shows(command, definition, person, undefined) !== undefined;
    commands.set(person.id, isTold ? command : sameAgain(command, before));
  }
  for (const id of read.gone) commands.set(id, partFor(whole, { id }));
  const people = await completed(source, read, commands, keep, signal);
  const verdicts = await verdictsOn(source, people, commands, signal);
  return new BulkPlan(source, act, { ...read, people }, commands, verdicts);
}

/** To the letter: a backend that knows its id holds it against what it was then. */
function sameAgain(command: Command, { id, personId, version }: UnfinishedCommand): Command {
  return {
    ...command,
    id,
    target: { kind: 'person', id: personId, ...(version !== undefined && { version }) },
  };
}

/** A list may tell less of a person than the person's own record: where the policy misses something, that is read. */
async function completed(
  source: PlanSource,
  { people }: Selected,
  commands: ReadonlyMap<string, Command>,
  keep: (person: PersonRecord) => PersonRecord,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, PersonRecord>> {
  const ids = [...people.keys()];
  const decisions = decide(source, ids, people, commands);
  const lacking = ids.filter((_, n) => {
    const decision = decisions[n];
    return (
      decision?.effect === 'unknown' && decision.missing.some((path) => path.startsWith('target.'))
    );
  });
  if (lacking.length === 0) return people;
  const whole = new Map(people);
  const limit = new Limit(READS);
  await Promise.all(
    lacking.map((id) =>
      limit.run(async () => {
        const person = await lookUp(source, id, signal);
        if (person) whole.set(id, keep(person));
      }),
    ),
  );
  return whole;
}

/** What the backend says differently from the policy, by person. */
async function verdictsOn(
  source: PlanSource,
  people: ReadonlyMap<string, PersonRecord>,
  commands: ReadonlyMap<string, Command>,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, Decision>> {
  const verdicts = new Map<string, Decision>();
  if (!source.adapter.can) return verdicts;
  const ids = [...people.keys()];
  const decisions = decide(source, ids, people, commands);
  for (let start = 0; start < ids.length; start += ASKED_AT_ONCE) {
    const some = ids.slice(start, start + ASKED_AT_ONCE);
    const before = decisions.slice(start, start + ASKED_AT_ONCE);
    const after = await withVerdicts(
      source,
      some.map((id) => commands.get(id) as Command),
      before,
      signal,
    );
    some.forEach((id, n) => {
      const decision = after[n] as Decision;
      if (decision !== before[n]) verdicts.set(id, decision);
    });
  }
  return verdicts;
}

function decide(
  { decideAll }: PlanSource,
  ids: readonly string[],
  people: ReadonlyMap<string, PersonRecord>,
  commands: ReadonlyMap<string, Command>,
): readonly Decision[] {
  return decideAll(
    ids.map((id) => commands.get(id) as Command),
    (id) => people.get(id),
  );
}
