import { toProblem } from '../../adapter/problem.ts';
import type { Page, PersonRecord } from '../../domain/index.ts';
import { checkPerson } from '../answers.ts';
import { Limit } from '../commands/limit.ts';
import { read } from '../read.ts';
import type { SelectedPeople } from '../selection.ts';
import { everyone, type EveryoneSource, type ReadingOptions } from './everyone.ts';

export interface SelectedSource extends EveryoneSource {
  /** Someone as a window shows them. */
  readonly find: (id: string) => PersonRecord | undefined;
  /** Someone turned out to be no longer there. */
  readonly gone: (id: string) => void;
}

/** Those whom a selection is about, as they are now. */
export interface Selected {
  /** In the order of the query, or in that in which they were named. */
  readonly people: ReadonlyMap<string, PersonRecord>;
  /** Ids of people named who are no longer there. */
  readonly gone: readonly string[];
  readonly partial?: NonNullable<Page<PersonRecord>['partial']>;
}

/** Readings of single people under way at once. */
const READS = 6;

/**
 * Reads the people of a selection. Of those named one by one, whoever a window shows is known already.
 *
 * @throws AdapterError if someone cannot be read; AbortError as soon as the signal aborts
 */
export async function selectedPeople(
  source: SelectedSource,
  selected: SelectedPeople,
  options: ReadingOptions,
): Promise<Selected> {
  if ('query' in selected) return { gone: [], ...(await everyone(source, selected, options)) };
  const { keep, progress, signal } = options;
  const ids = [...new Set(selected.ids)];
  const found = new Map<string, PersonRecord | undefined>();
  const limit = new Limit(READS);
  await Promise.all(
    ids.map(async (id) => {
      const person = source.find(id) ?? (await limit.run(() => lookUp(source, id, signal)));
      found.set(id, person && keep ? keep(person) : person);
      progress?.(found.size, ids.length);
    }),
  );
  const people = new Map<string, PersonRecord>();
  const gone: string[] = [];
  for (const id of ids) {
    const person = found.get(id);
    if (person) people.set(id, person);
    else gone.push(id);
  }
  return { people, gone };
}

/** Someone whom no window shows; `undefined`: they are gone. */
export async function lookUp(
  { adapter, line, call, gone }: SelectedSource,
  id: string,
  signal: AbortSignal | undefined,
): Promise<PersonRecord | undefined> {
  try {
    return await read(line, 'user.view', signal, async () =>
      checkPerson(await adapter.person(id, { ...call(), ...(signal && { signal }) })),
    );
  } catch (thrown) {
    if (toProblem(thrown).kind !== 'not-found') throw thrown;
    gone(id);
    return undefined;
  }
}
