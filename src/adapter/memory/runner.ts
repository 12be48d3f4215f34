import {
  actionShapes, isRef,
  type AuditEntry, type Command, type EventRecord, type PeopleQuery, type PersonRecord, type Ref, type Selection, type Subaccount,
} from '../../domain/index.ts'; // prettier-ignore
import { toQuestion, type Target } from '../../policy/index.ts';
import type { Preview, RunResult, RunValue, Verdict } from '../port.ts';
import { AdapterError, toProblem, type Problem } from '../problem.ts';
import { iso, type Act, type Charge, type MemoryMail } from './act.ts';
import { subaccountsNow, type Link } from './account-data.ts';
import { eventsFor } from './access-lists.ts';
import { can } from './can.ts';
import { MAX_BATCH } from './capabilities.ts';
import { checkCommand } from '../check-command.ts';
import { HANDLERS } from './commands/index.ts';
import { checkLimits } from './limits.ts';
import { fail } from '../fail.ts';
import type { Moment } from './moment.ts';
import type { MemoryOptions } from './options.ts';
import { preview } from './preview.ts';
import { canonical, Promises } from './promises.ts';
import type { Store } from './store.ts';

/** What commands leave behind beside the records: the adapter shows it, the runner writes it. */
export interface Traces {
  readonly trail: AuditEntry[];
  readonly mails: MemoryMail[];
}

/** Carries out commands: whole or not at all, once per id, noted in the trail. */
export interface Runner {
  run(command: Command): RunValue;
  /** One result for each. A lost sign-in ends the whole batch; everything else only the command it befell. */
  batch(commands: readonly Command[]): readonly RunResult[];
  preview(commands: readonly Command[]): Preview;
  can(commands: readonly Command[]): readonly Verdict[];
}

export function createRunner(
  store: Store,
  options: MemoryOptions,
  moment: () => Moment,
  matching: (query: PeopleQuery) => readonly PersonRecord[],
  { trail, mails }: Traces,
): Runner {
  /** What was done, by command id. A refusal is not remembered: it had no effect, and may be lifted. */
  const done = new Map<string, { readonly content: string; readonly value: RunValue }>();
  const promises = new Promises();
  /** What the commands of a preview would be charged for; nothing is charged here. */
  const charges: Charge[] = [];
  const registry = actionShapes(options.actions);

  function run(command: Command): RunValue {
    const { actor, now } = moment();
    const { id, target } = command;
    const content = canonical([actor.id, command]);
    const before = done.get(id);
    if (before)
      return before.content === content ? before.value : fail('conflict', 'command-id-reused');
    const targets = targetsOf(command);
    promises.check(actor.id, command, now, store.account.prices);
    const takeBack = mark();
    try {
      const value = target && !isRef(target) ? many(command, targets) : one(command, targets[0]);
      store.commit();
      done.set(id, { content, value });
      charges.length = 0;
      return value;
    } catch (thrown) {
      takeBack();
      throw thrown;
    }
  }

  function targetsOf(command: Command): readonly (Ref | undefined)[] {
    const { action, target } = command;
    if (!moment().offered.includes(action)) fail('unsupported');
    checkCommand(command, options.actions);
    return target && !isRef(target) ? peopleIn(target) : [target];
  }

  function peopleIn({ query, except }: Selection): readonly Ref[] {
    const spared = new Set(except);
    const found = matching(query).filter(({ id }) => !spared.has(id));
    return found.map(({ id }) => ({ kind: 'person', id }));
  }

  function mark(): () => void {
    const [noted, sent, owed, held] = [trail.length, mails.length, charges.length, store.mark()];
    return () => {
      charges.length = owed;
      store.rollback(held);
      trail.length = noted;
      mails.length = sent;
    };
  }

  /** A selection is one act: everyone in it, or, with the refused ones named, nobody. */
  function many(command: Command, targets: readonly (Ref | undefined)[]): null {
    const fields: { pointer: string; code: string }[] = [];
    let first: Problem | undefined;
    for (const target of targets) {
      try {
        one(command, target);
      } catch (thrown) {
        const problem = toProblem(thrown);
        if (problem.kind === 'unknown') throw thrown;
        first ??= problem;
        fields.push({
          pointer: `/target/${target?.id ?? ''}`,
          code: problem.code ?? problem.kind,
        });
      }
    }
    if (first) throw new AdapterError({ ...first, fields });
    return null;
  }

  function one(command: Command, target: Ref | undefined): RunValue {
    const { actor, guard, now, roles } = moment();
    const { action, change = {}, ifVersion } = command;
    const asked: Command = { ...command, ...(target && { target }) };
    const about = target && find(target, now);
    if (target && !about) fail('not-found');
    const person = about as PersonRecord;
    if (ifVersion !== undefined && person.version !== ifVersion) {
      // The record goes along only to those who may see it.
      fail(
        'stale',
        'stale',
        target?.kind === 'person' && guard.sees('user.view', person) ? { current: person } : {},
      );
    }
    guard.check(asked, about);
    checkLimits(asked, options.limits?.[action]);

    const act: Act = {
      command: asked,
      change,
      target,
      actor,
      store,
      options,
      now,
      roles,
      person,
      subaccount: about as Subaccount,
      charge: (pool, count, size) =>
        void charges.push({ pool, count, ...(size !== undefined && { size }) }),
      link: about as Link,
      event: about as EventRecord,
      mail: (to, kind) => void mails.push(Object.freeze({ to, kind, at: iso(now) })),
      also: (next, on, parts) => {
        const part: Command = {
          id: command.id,
          action: next,
          ...(on && { target: on }),
          ...(parts && { change: parts }),
        };
        checkCommand(part, options.actions);
        return one(part, on);
      },
      compile: () => void moment(),
    };
    const value = HANDLERS[action]?.(act) ?? null;
    if (registry[action]?.access === 'write') note(asked, act, value);
    return value;
  }

  /** The trail says what was done and by whom, with the facts a policy sees and none of the personal data. */
  function note(command: Command, { actor, target, now }: Act, value: RunValue): void {
    const { change } = toQuestion(command, actor, {});
    const targetId = target?.id ?? value?.id;
    trail.push(Object.freeze({
      id: `a${trail.length + 1}`,
      at: iso(now),
      actorId: actor.id,
      action: command.action,
      ...(targetId !== undefined && { targetId }),
      ...(change && { detail: change as Readonly<Record<string, unknown>> }),
    })); // prettier-ignore
  }

  function find({ kind, id }: Ref, now: number): Target | undefined {
    const { account } = store;
    const { groups = [], chatGroups = [], links, events } = account;
    if (kind === 'person') return store.get(id);
    const among: Readonly<Partial<Record<Ref['kind'], readonly Target[]>>> = {
      subaccount: subaccountsNow(account, now),
      group: [...groups, ...chatGroups],
      link: links,
      // An event that is not the one a link leads into is none for whoever holds that link.
      ...(events && { event: eventsFor(moment().actor, events) }),
    };
    // Contacts, and events that are not kept here: all that is known of one is that somebody named it.
    return (among[kind] ?? [{ id }]).find((each) => each.id === id);
  }

  function batch(commands: readonly Command[]): readonly RunResult[] {
    moment();
    if (commands.length > MAX_BATCH) fail('invalid', 'batch-size');
    return commands.map((command) => {
      try {
        return { ok: true, value: run(command) };
      } catch (thrown) {
        return { ok: false, problem: toProblem(thrown) };
      }
    });
  }

  return {
    run,
    batch,
    preview: (commands) => {
      const now = moment();
      const promise = (until: number) =>
        promises.give(now.actor.id, commands, until, store.account.prices);
      charges.length = 0;
      const rehearsal = {
        store,
        options,
        mails,
        charges,
        moment: now,
        targetsOf,
        one,
        mark,
        promise,
      };
      return preview(commands, rehearsal);
    },
    can: (commands) => {
      const now = moment();
      return commands.map((command) => can(command, (target) => find(target, now.now), now));
    },
  };
}
