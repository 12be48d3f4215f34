import {
  personName,
  type ActionDefinition,
  type Command,
  type Page,
  type PersonRecord,
} from '../../domain/index.ts';
import type { Decision } from '../../policy/index.ts';
import type { RunOptions } from '../act.ts';
import type { AccountState } from '../account-store.ts';
import { isUnchanged } from '../commands/reconcile.ts';
import { BulkRun, type BulkItem, type BulkRunHost } from './run.ts';
import type { Selected } from './selected-people.ts';
import type { BulkAct, BulkPerson, SkippedPeople, SkipReason } from './types.ts';

/** What a plan needs of its scope. */
export interface PlanHost extends BulkRunHost {
  readonly account: () => AccountState;
  /** Decides the commands as one act, on the people they are about. */
  readonly decideAll: (
    commands: readonly Command[],
    personOf: (id: string) => PersonRecord | undefined,
  ) => readonly Decision[];
  readonly maySend: (decision: Decision) => boolean;
  readonly actionOf: (action: string) => ActionDefinition | undefined;
  readonly newId: () => string;
}

/** One person of a plan, with the command that is for them. */
interface Planned {
  readonly person: BulkPerson;
  readonly command: Command;
  /** Why they are left out, whatever the policy says now. */
  readonly fixed?: SkipReason;
}

type Sorted = {
  readonly going: readonly Planned[];
  readonly skipped: ReadonlyMap<string, SkipReason>;
};

/**
 * An act on many people, before anything is sent: who it will be done to, and who will be left out and why. Decided
 * together, so that limits and seats count for all of them; decided anew when what is known of the account changes.
 */
export class BulkPlan {
  readonly act: BulkAct;
  /** Everyone the act is on, in their order. */
  readonly people: readonly BulkPerson[];
  /** Set where the backend's answer covered only a part of those who match: there may be more than these. */
  readonly partial: Page<unknown>['partial'];
  readonly #host: PlanHost;
  readonly #planned: readonly Planned[];
  readonly #records: ReadonlyMap<string, PersonRecord>;
  /** What the backend said beforehand, by person: a refusal, or a settled unknown. */
  readonly #verdicts: ReadonlyMap<string, Decision>;
  #sorted: Sorted | undefined;
  #account: AccountState | undefined;
  #run: BulkRun | undefined;

  constructor(
    host: PlanHost,
    act: BulkAct,
    { people, gone, partial }: Selected,
    commands: ReadonlyMap<string, Command>,
    verdicts: ReadonlyMap<string, Decision>,
  ) {
    this.#host = host;
    this.act = act;
    this.partial = partial;
    this.#records = people;
    this.#verdicts = verdicts;
    const definition = host.actionOf(act.action);
    this.#planned = [
      ...[...people.values()].map((record): Planned => {
        const command = commands.get(record.id) as Command;
        const person = { id: record.id, name: personName(record), email: record.email };
        return isUnchanged(command, definition, record)
          ? { person, command, fixed: { kind: 'unchanged' } }
          : { person, command };
      }),
      ...gone.map((id): Planned => {
        const command = commands.get(id) as Command;
        return { person: { id, name: '', email: '' }, command, fixed: { kind: 'gone' } };
      }),
    ];
    this.people = this.#planned.map(({ person }) => person);
  }

  /** Those it will be done to. */
  get going(): readonly BulkPerson[] {
    return this.#sort().going.map(({ person }) => person);
  }

  /** Those left out, grouped by reason, the largest group first. */
  get skipped(): readonly SkippedPeople[] {
    const { skipped } = this.#sort();
    const groups = new Map<string, { reason: SkipReason; people: BulkPerson[] }>();
    for (const { person } of this.#planned) {
      const reason = skipped.get(person.id);
      if (!reason) continue;
      const key = keyOf(reason);
      const group = groups.get(key) ?? { reason, people: [] };
      groups.set(key, group);
      group.people.push(person);
    }
    return [...groups.values()].sort((a, b) => b.people.length - a.people.length);
  }

  /** The commands that would be sent, for a preview of what they cost. */
  get commands(): readonly Command[] {
    return this.#sort().going.map(({ command }) => command);
  }

  /** Does it. Whoever it is called by again gets the same run: an act is done once. */
  run(options: RunOptions = {}): BulkRun {
    return (this.#run ??= this.#start(options));
  }

  #start(options: RunOptions): BulkRun {
    const { skipped } = this.#sort();
    const items = this.#planned.map(({ person, command }): BulkItem => {
      const reason = skipped.get(person.id);
      return { person, command, ...(reason && { reason }) };
    });
    return new BulkRun(this.#host, items, this.#records, options);
  }

  #sort(): Sorted {
    const account = this.#host.account();
    if (!this.#sorted || account !== this.#account) this.#sorted = this.#decide();
    this.#account = account;
    return this.#sorted;
  }

  #decide(): Sorted {
    const { decideAll, maySend } = this.#host;
    const skipped = new Map<string, SkipReason>();
    const open: Planned[] = [];
    for (const one of this.#planned) {
      const verdict = this.#verdicts.get(one.person.id);
      if (one.fixed) skipped.set(one.person.id, one.fixed);
      else if (verdict?.effect === 'deny')
        skipped.set(one.person.id, { kind: 'policy', decision: verdict });
      else open.push(one);
    }
    const decisions = decideAll(
      open.map(({ command }) => command),
      (id) => this.#records.get(id),
    );
    const going = open.filter(({ person }, n) => {
      const decision = decisions[n] as Decision;
      if (maySend(decision)) return true;
      if (decision.effect === 'unknown' && this.#verdicts.get(person.id)) return true;
      skipped.set(person.id, { kind: 'policy', decision });
      return false;
    });
    return { going, skipped };
  }
}

/** What people would be told in the same words. */
function keyOf(reason: SkipReason): string {
  if (reason.kind !== 'policy') return reason.kind;
  const { decision } = reason;
  return JSON.stringify(decision.effect === 'deny' ? [decision.reason, decision.remedy] : decision);
}
