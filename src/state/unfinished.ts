import type { Action, ChangeData, Command } from '../domain/index.ts';
import { isRef } from '../domain/index.ts';

/** A command that was not known to have ended, as far as it may be kept: opaque ids alone. */
export interface UnfinishedCommand {
  readonly personId: string;
  /** Its id: what a backend knows it by that does each command once. */
  readonly id: string;
  /** The version of the person that it goes by. */
  readonly version?: string;
}

/**
 * What is kept of an act on many while it is under way, so that it can be told of after the page was reloaded. Holds no
 * name, no address and nothing else of a person but their opaque id.
 */
export interface UnfinishedAct {
  readonly id: string;
  /** Who did it, by their opaque id: what one person began is not offered to another. */
  readonly actorId: string;
  readonly action: Action;
  readonly change?: ChangeData;
  readonly total: number;
  /** Those that were done. */
  readonly done: number;
  /**
   * Those not known to have ended; absent where what was to be set may be personal or was not the same for all, and was not
   * kept, and where they are too many.
   */
  readonly open?: readonly UnfinishedCommand[];
}

/** Parts of a change that say something of the account, not of a person. */
const IMPERSONAL: readonly (keyof ChangeData)[] = [
  'roleId', 'userType', 'addons', 'products', 'groupId', 'kind', 'subaccountIds', 'until',
]; // prettier-ignore

/** Commands that are kept one by one; of an act on more, only the numbers are. */
const KEPT = 5_000;

/** What may be kept of commands that belong together. */
export function unfinishedAct(
  actorId: string,
  {
    total,
    done,
    open,
  }: { readonly total: number; readonly done: number; readonly open: readonly Command[] },
): UnfinishedAct | undefined {
  const [first] = open;
  if (!first) return undefined;
  const { action, change = {}, id } = first;
  const numbers = { id, actorId, action, total, done };
  const content = JSON.stringify([action, change]);
  const isKept =
    open.length <= KEPT &&
    Object.keys(change).every((part) => IMPERSONAL.includes(part as keyof ChangeData)) &&
    open.every((one) => JSON.stringify([one.action, one.change ?? {}]) === content);
  if (!isKept) return numbers;
  return {
    ...numbers,
    ...(first.change && { change }),
    open: open.flatMap((command): readonly UnfinishedCommand[] => {
      const { id: own, ifVersion, target } = command;
      if (!isRef(target)) return [];
      const version = ifVersion ?? target.version;
      return [{ personId: target.id, id: own, ...(version !== undefined && { version }) }];
    }),
  };
}

/** Reads what was kept; anything else is nothing. */
export function readUnfinishedAct(value: unknown): UnfinishedAct | undefined {
  const act = value as Partial<UnfinishedAct> | null;
  const isWhole =
    typeof act?.id === 'string' &&
    typeof act.actorId === 'string' &&
    typeof act.action === 'string' &&
    typeof act.total === 'number' &&
    typeof act.done === 'number' &&
    (act.open === undefined ||
      (Array.isArray(act.open) &&
        act.open.every(
          (one: Partial<UnfinishedCommand> | null) =>
            typeof one?.id === 'string' && typeof one.personId === 'string',
        )));
  return isWhole ? (act as UnfinishedAct) : undefined;
}
