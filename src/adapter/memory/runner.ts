import {
  actionRegistry, isRef,
  type Action, type AuditEntry, type ChangeData, type Command, type PeopleQuery, type PersonRecord,
  type Ref, type Selection,
} from '../../domain/index.ts'; // prettier-ignore
import { toQuestion, type RoleDef, type Target } from '../../policy/index.ts';
import type { RunValue } from '../port.ts';
import { AdapterError } from '../problem.ts';
import { iso, type Act, type Handlers, type MemoryMail } from './act.ts';
import { subaccountsNow } from './account-data.ts';
import { checkCommand } from './check-command.ts';
import { fail, invalid } from './fail.ts';
import type { Guard } from './guard.ts';
import type { MemoryOptions } from './options.ts';
import type { Store } from './store.ts';

/** What the runner is told about the moment: who asks, when, and what they may do. */
export interface Moment {
  readonly actor: PersonRecord;
  readonly guard: Guard;
  readonly now: number;
  readonly roles: readonly RoleDef[];
  /** What the account has a use for. */
  readonly handlers: Handlers;
}

/** Carries out commands: whole or not at all, once per id, noted in the trail. */
export class Runner {
  readonly trail: AuditEntry[] = [];
  readonly mails: MemoryMail[] = [];
  readonly #store: Store;
  readonly #options: MemoryOptions;
  readonly #moment: () => Moment;
  readonly #matching: (query: PeopleQuery) => readonly PersonRecord[];
  /** What was done, by command id. A refusal is not remembered: it had no effect, and may be lifted. */
  readonly #done = new Map<string, { readonly content: string; readonly value: RunValue }>();

  constructor(
    store: Store,
    options: MemoryOptions,
    moment: () => Moment,
    matching: (query: PeopleQuery) => readonly PersonRecord[],
  ) {
    this.#store = store;
    this.#options = options;
    this.#moment = moment;
    this.#matching = matching;
  }

  run(command: Command): RunValue {
    const { actor, handlers } = this.#moment();
    const content = canonical([actor.id, command]);
    const before = this.#done.get(command.id);
    if (before) {
      if (before.content === content) return before.value;
      fail('conflict', 'The command id was used for another command', {
        code: 'command-id-reused',
      });
    }
    if (!Object.hasOwn(handlers, command.action)) {
      fail('unsupported', `This backend cannot do ${command.action}`, { code: 'unsupported' });
    }
    checkCommand(command, this.#options.actions);
    const [noted, sent] = [this.trail.length, this.mails.length];
    try {
      const value = isRef(command.target) || !command.target
        ? this.#one(command, command.target)
        : this.#many(command, command.target); // prettier-ignore
      this.#store.commit();
      this.#done.set(command.id, { content, value });
      return value;
    } catch (thrown) {
      this.#store.rollback();
      this.trail.length = noted;
      this.mails.length = sent;
      throw thrown;
    }
  }

  /** A selection is one act: everyone in it, or, with the refused ones named, nobody. */
  #many(command: Command, { query, except }: Selection): null {
    const refused: { pointer: string; code: string }[] = [];
    let first: AdapterError | undefined;
    const spared = new Set(except);
    for (const { id } of this.#matching(query)) {
      if (spared.has(id)) continue;
      try {
        this.#one(command, { kind: 'person', id });
      } catch (thrown) {
        if (!(thrown instanceof AdapterError)) throw thrown;
        first ??= thrown;
        refused.push({ pointer: `/target/${id}`, code: thrown.problem.code ?? 'unknown' });
      }
    }
    if (first) throw new AdapterError({ ...first.problem, fields: refused }, { cause: first });
    return null;
  }

  #one(command: Command, target: Ref | undefined): RunValue {
    const { actor, guard, now, roles, handlers } = this.#moment();
    const store = this.#store;
    const asked: Command = { ...command, ...(target && { target }) };
    const facts = target && this.#targetOf(target, now);
    if (target && !facts) fail('not-found', `No such ${target.kind}`, { code: 'not-found' });
    const current = target?.kind === 'person' ? store.get(target.id) : undefined;
    if (
      command.ifVersion !== undefined &&
      (facts as PersonRecord | undefined)?.version !== command.ifVersion
    ) {
      // The record goes along only to those who may see it.
      const shown = current && guard.sees('user.view', current) && { current };
      fail('stale', 'Changed meanwhile', { code: 'stale', ...shown });
    }
    guard.check(asked, facts);

    const act: Act = {
      command: asked,
      change: command.change ?? {},
      target,
      actor,
      store,
      options: this.#options,
      now,
      roles,
      person: () => current ?? invalid('/target', 'missing'),
      subaccount: () =>
        store.account.subaccounts?.find(({ id }) => id === target?.id) ??
        invalid('/target', 'missing'),
      mail: (to, kind) => void this.mails.push({ to, kind, at: iso(now) }),
      also: (action, on, change) => this.#also(command, action, on, change),
      compile: () => void this.#moment(),
    };
    const value = handlers[command.action]?.(act) ?? null;
    if (actionRegistry(this.#options.actions)[command.action]?.access !== 'read')
      this.#note(asked, act, value);
    return value;
  }

  #also(
    command: Command,
    action: Action,
    target: Ref | undefined,
    change: ChangeData | undefined,
  ): RunValue {
    const part: Command = {
      id: command.id,
      action,
      ...(target && { target }),
      ...(change && { change }),
    };
    checkCommand(part, this.#options.actions);
    return this.#one(part, target);
  }

  /** The trail says what was done and by whom, with the facts a policy sees and none of the personal data. */
  #note(command: Command, { actor, target, now }: Act, value: RunValue): void {
    const { change } = toQuestion(command, actor, {});
    const targetId = target?.id ?? value?.id;
    this.trail.push(Object.freeze({
      id: `a${this.trail.length + 1}`,
      at: iso(now),
      actorId: actor.id,
      action: command.action,
      ...(targetId !== undefined && { targetId }),
      ...(change && { detail: change as Readonly<Record<string, unknown>> }),
    })); // prettier-ignore
  }

  #targetOf({ kind, id }: Ref, now: number): Target | undefined {
    const { account } = this.#store;
    const among = (list: readonly { readonly id: string }[] = []) =>
      list.find((one) => one.id === id);
    switch (kind) {
      case 'person': return this.#store.get(id);
      case 'subaccount': return among(subaccountsNow(account, now));
      case 'group': return among(account.groups) ?? among(account.chatGroups);
      case 'link': return among(account.links);
      // Events and contacts live elsewhere; all that is known of one is that somebody named it.
      default: return { id };
    } // prettier-ignore
  }
}

/** The same text for the same content, in whatever order its keys came. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
