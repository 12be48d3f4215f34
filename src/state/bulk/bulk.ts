import type { ActionRegistry, PageRequest, PeopleQuery } from '../../domain/index.ts';
import { checkPage } from '../answers.ts';
import type { DeskParts } from '../commands/desk-parts.ts';
import type { Undo } from '../commands/undo.ts';
import { newId } from '../new-command.ts';
import { read } from '../read.ts';
import type { SelectedPeople } from '../selection.ts';
import { everyone, type ReadingOptions } from './everyone.ts';
import { makePlan, type PlanSource } from './make-plan.ts';
import type { BulkPlan } from './plan.ts';
import type { BulkRun } from './run.ts';
import { selectedPeople, type Selected } from './selected-people.ts';
import type { BulkAct, PlanOptions } from './types.ts';

/** Acts on many people: planned, then run, and remembered while they last. */
export class Bulk {
  /** Those under way, oldest first. */
  runs: readonly BulkRun[] = [];
  readonly #source: PlanSource;

  constructor(
    parts: DeskParts & { readonly actions: ActionRegistry },
    undo: () => Undo,
    again: PlanSource['again'],
  ) {
    const { account, actions, adapter, call, decider, intake, line, notify, policy, windows } =
      parts;
    this.#source = {
      adapter, line, call, policy, newId, again,
      capabilities: async () => (await account.ready()).capabilities,
      account: () => account.state,
      actionOf: (action) => (Object.hasOwn(actions, action) ? actions[action] : undefined),
      decideAll: (commands, personOf) => decider.commands(commands, personOf),
      maySend: (decision) => decider.maySend(decision),
      upToDate: async () => {
        await account.ready();
        if (account.outdated) await account.again();
      },
      find: windows.find.bind(windows),
      gone: (id) => windows.learned(id, null),
      send: (commands, act) => intake.run(commands, act),
      inverses: (ids) => undo().inverses(ids),
      undo: (ids, act) => undo().undo(ids, act),
      changed: (run) => {
        if (run.status === 'ended') this.runs = this.runs.filter((one) => one !== run);
        else if (!this.runs.includes(run)) this.runs = [...this.runs, run];
        notify();
      },
    }; // prettier-ignore
  }

  /**
   * For an act on what is shown now. All of it is read in, and sent to, the sub-account that the page is about now, whatever
   * it is about by then.
   */
  #here(): PlanSource {
    const where = this.#source.call();
    const { gone, send } = this.#source;
    return {
      ...this.#source,
      call: () => where,
      gone: (id) => {
        if (this.#source.call().subaccountId === where.subaccountId) gone(id);
      },
      send: (commands, act) => send(commands, { ...act, callOf: () => where }),
    };
  }

  plan(act: BulkAct, selected: SelectedPeople, options?: PlanOptions): Promise<BulkPlan> {
    return makePlan(this.#here(), act, selected, options);
  }

  /** Reads everyone whom a selection is about. */
  read(selected: SelectedPeople, options: ReadingOptions = {}): Promise<Selected> {
    return selectedPeople(this.#here(), selected, options);
  }

  /** Ids of rows by their place, both inclusive: one reading where the backend can jump, else all the way to them. */
  async idsBetween(
    query: PeopleQuery,
    first: number,
    last: number,
    signal?: AbortSignal,
  ): Promise<readonly string[]> {
    const source = this.#here();
    const { adapter, call, capabilities, line } = source;
    const { jump, maxSize } = (await capabilities()).people;
    if (!jump) {
      const { people } = await everyone(
        source,
        { query, except: [] },
        { upTo: last + 1, ...(signal && { signal }) },
      );
      return [...people.keys()].slice(first, last + 1);
    }
    const ids: string[] = [];
    for (let offset = first; offset <= last;) {
      const size = Math.min(maxSize, last + 1 - offset);
      const request: PageRequest = { ...query, size, at: { offset } };
      const { items } = await read(line, 'user.list', signal, async () =>
        checkPage(await adapter.people(request, { ...call(), ...(signal && { signal }) })),
      );
      if (items.length === 0) break;
      ids.push(...items.slice(0, size).map(({ id }) => id));
      offset += items.length;
    }
    return ids;
  }
}
