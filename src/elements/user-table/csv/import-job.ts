import { keepUnfinished } from '../../../controllers/unfinished-acts.ts';
import { emailKey, groupsOf, type Group, type PersonRecord } from '../../../domain/index.ts';
import { fieldName, poolName, roleName, userTypeName } from '../../../i18n/index.ts';
import {
  guessMapping, IMPORT_FIELDS, judgeImport, planImport, readCsv, type AccountScope, type CsvFile, type CsvTable,
  type FieldLabels, type ImportChoice, type ImportChoices, type ImportMapping, type JudgedRow, type NewCommand, type Outcome,
} from '../../../state/index.ts'; // prettier-ignore
import type { TableContext } from '../table-context.ts';

export interface ReadProgress {
  readonly signal: AbortSignal;
  readonly progress: (count: number, total: number | undefined) => void;
}

/** How many seats of a pool a file would take, of how many. */
export interface SeatNeed {
  readonly pool: string;
  readonly needed: number;
  readonly free: number;
}

/** One file on its way to the account: read, mapped, judged, sent, tried again. Has no DOM. */
export class ImportJob {
  readonly table: CsvTable;
  readonly #context: TableContext;
  readonly #choices: ImportChoices;
  readonly #known: ReadonlyMap<string, PersonRecord>;
  #mapping: ImportMapping;
  #rows: readonly JudgedRow[] = [];
  #outcomes = new Map<number, readonly Outcome[]>();

  private constructor(
    context: TableContext,
    table: CsvTable,
    choices: ImportChoices,
    known: ReadonlyMap<string, PersonRecord>,
  ) {
    this.table = table;
    this.#context = context;
    this.#choices = choices;
    this.#known = known;
    this.#mapping = guessMapping(table, labelsOf(context));
    this.#plan();
  }

  /**
   * Reads a file, and who is on the account already.
   *
   * @throws CsvError if it cannot be read; AdapterError if the people cannot; AbortError as soon as the signal aborts
   */
  static async of(file: CsvFile, context: TableContext, read: ReadProgress): Promise<ImportJob> {
    const table = await readCsv(file);
    const { scope } = context;
    const { people } = await scope.readPeople({ query: {}, except: [] }, read);
    const groups = await scope.adapter.groups?.({ signal: read.signal }).catch(() => undefined);
    const known = new Map([...people.values()].map((person) => [emailKey(person.email), person]));
    return new ImportJob(context, table, choicesOf(context, groups), known);
  }

  get mapping(): ImportMapping {
    return this.#mapping;
  }

  set mapping(mapping: ImportMapping) {
    this.#mapping = mapping;
    this.#plan();
  }

  /** Every row, with what will happen with it and why it will not. */
  get rows(): readonly JudgedRow[] {
    return this.#rows;
  }

  /** Those that will be sent. */
  get going(): readonly JudgedRow[] {
    return this.#rows.filter(({ commands, refusal }) => commands.length > 0 && !refusal);
  }

  /** Those that were sent and were not done, or not altogether. */
  get failed(): readonly JudgedRow[] {
    return this.#rows.filter(({ row }) =>
      this.outcomesOf(row).some((one) => one.status !== 'done'),
    );
  }

  /** How the commands of a row ended; none: it was not sent. */
  outcomesOf(row: number): readonly Outcome[] {
    return this.#outcomes.get(row) ?? [];
  }

  /** What all rows without mistakes need together, also those that are refused for want of it. */
  get seats(): readonly SeatNeed[] {
    const { scope } = this.#context;
    const needed = new Map<string, number>();
    for (const { commands, person } of this.#rows)
      for (const { change } of commands) {
        const held = [person?.userType, ...(person?.addons ?? [])];
        const taken = [...(change?.userType === undefined ? [] : [change.userType]), ...(change?.addons ?? [])]; // prettier-ignore
        for (const pool of taken)
          if (!held.includes(pool)) needed.set(pool, (needed.get(pool) ?? 0) + 1);
      }
    return [...needed].flatMap(([pool, count]) => {
      const seats = scope.seats(pool);
      return seats && seats.total > 0 ? [{ pool, needed: count, free: seats.free }] : [];
    });
  }

  /** Sends what can go, as one act. Never rejects. */
  async run(signal: AbortSignal, progress: (ended: number, total: number) => void): Promise<void> {
    const rows = this.going;
    await this.#send(rows, rows.map(({ commands }) => commands), signal, progress); // prettier-ignore
  }

  /** Sends once more what was not done: the same command where it may have been, a new one where it was refused. */
  async retry(
    signal: AbortSignal,
    progress: (ended: number, total: number) => void,
  ): Promise<void> {
    const rows = this.failed;
    const again = rows.map(({ row }) =>
      this.outcomesOf(row).flatMap(({ status, command }) => {
        if (status === 'done') return [];
        const { id: _, ...anew } = command;
        return status === 'uncertain' ? command : anew;
      }),
    );
    await this.#send(rows, again, signal, progress);
  }

  async #send(
    rows: readonly JudgedRow[],
    commands: readonly (readonly NewCommand[])[],
    signal: AbortSignal,
    progress: (ended: number, total: number) => void,
  ): Promise<void> {
    const id = crypto.randomUUID();
    const all = commands.flat();
    let ended = 0;
    let done = 0;
    progress(0, all.length);
    const { account } = this.#context.scope;
    // Addresses are not kept: of what a reload cuts off, only how much of it was done is told.
    const letGo = keepUnfinished(() =>
      account.status === 'ready'
        ? { id, actorId: account.actor.id, action: 'user.import', total: all.length, done }
        : undefined,
    );
    const outcomes = await this.#context.scope.run(all, {
      source: 'user-table',
      signal,
      ended: ({ status }) => {
        if (status === 'done') done++;
        progress(++ended, all.length);
      },
    });
    letGo();
    let at = 0;
    rows.forEach(({ row }, n) => {
      const before = this.outcomesOf(row).filter(({ status }) => status === 'done');
      this.#outcomes.set(row, [...before, ...outcomes.slice(at, (at += commands[n]?.length ?? 0))]);
    });
  }

  #plan(): void {
    const plan = planImport(this.table, this.#mapping, {
      known: (key) => this.#known.get(key),
      choices: this.#choices,
      defaults: defaultsOf(this.#context.scope, this.#choices),
    });
    this.#rows = judgeImport(plan, this.#context.scope);
    this.#outcomes = new Map();
  }
}

/** How the fields are called on this page, which is how its own exports call them. */
function labelsOf({ t }: TableContext): FieldLabels {
  return Object.fromEntries(
    IMPORT_FIELDS.map((field) => [field, fieldName(t, field === 'addons' ? 'addon' : field)]),
  );
}

function choicesOf(
  { t, roles, capabilities, cell, scope }: TableContext,
  groups: readonly Group[] | undefined,
): ImportChoices {
  const types = capabilities?.people.values?.userType;
  const { account } = scope;
  const pools = account.status === 'ready' ? Object.keys(account.facts.seats ?? {}) : [];
  const addons = pools.filter((pool) => !types?.includes(pool));
  return {
    role: roles.map(({ id }) => ({ id, names: [cell.roleName(id), roleName(t, id)] })),
    ...(types && { userType: types.map((id) => ({ id, names: [userTypeName(t, id)] })) }),
    ...(addons.length > 0 && { addons: addons.map((id) => ({ id, names: [poolName(t, id)] })) }),
    ...(groups && {
      group: groupsOf(groups, 'user').map(({ id, label }): ImportChoice => ({
        id,
        names: [label],
      })),
    }),
  };
}

/** What someone new gets where their row says nothing: the last role that may be given, and a type that needs no seat. */
function defaultsOf(scope: AccountScope, { userType = [] }: ImportChoices) {
  const { account } = scope;
  const pools = account.status === 'ready' ? (account.facts.seats ?? {}) : {};
  const free = userType.find(({ id }) => !Object.hasOwn(pools, id))?.id;
  const open = [...scope.assignableRoles({ action: 'user.invite', draft: true })].filter(
    ([, decision]) => scope.standing(decision) !== 'denied',
  );
  const roleId = open.at(-1)?.[0];
  return { ...(roleId !== undefined && { roleId }), ...(free !== undefined && { userType: free }) };
}
