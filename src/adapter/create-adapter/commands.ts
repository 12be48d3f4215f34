import { actionShapes, isRef, type ActionShapes, type Command } from '../../domain/index.ts'; // prettier-ignore
import type { Capabilities, CommandLimits } from '../capabilities.ts';
import { checkCommand } from '../check-command.ts';
import { fail, invalid } from '../fail.ts';
import { answerOf } from '../http/fetch-json.ts';
import type { RunValue } from '../port.ts';
import { isObject, personOf, thingOf } from './records.ts';
import type { AdapterSource, Asked, Doing, SourceCommand } from './source.ts';

type Commands = AdapterSource['commands'];

/** What is offered: exactly what there is a function for. */
export function offeredBy(commands: Commands = {}): Capabilities['commands'] {
  return Object.fromEntries(
    Object.entries(commands)
      .filter(([, command]) => command !== undefined)
      .map(([action, command]) => [action, limitsOf(command)]),
  );
}

function limitsOf(command: SourceCommand | undefined): true | CommandLimits {
  if (typeof command !== 'object') return true;
  const { run: _run, ...limits } = command;
  return Object.keys(limits).length > 0 ? limits : true;
}

/** The function that does a command; what is not offered has none. */
export function doingOf(commands: Commands = {}, action: string): Doing {
  const command = Object.hasOwn(commands, action) ? commands[action] : undefined;
  if (!command) return fail('unsupported', 'unsupported', { title: `${action} is not offered` });
  return typeof command === 'function' ? command : command.run;
}

/** A command that is complete, and of which nothing goes beyond what was offered. Refused before anything is sent. */
export function askedOf(
  command: Command,
  commands: Commands = {},
  own: ActionShapes | undefined,
): Asked {
  const { action, target, change = {} } = command;
  doingOf(commands, action);
  checkCommand(command, own);
  if (target && !isRef(target))
    fail('unsupported', 'selection', { title: `${action} is done to one at a time` });
  const targetId = target?.id ?? '';
  // A path with one of these would lead to the list, or above it.
  if (target && ['', '.', '..'].includes(targetId)) fail('not-found');
  const limits = limitsOf(commands[action]);
  if (limits !== true) {
    const { max = Infinity, fields } = limits;
    if ((change.people?.length ?? 0) > max) invalid('/change/people', 'range');
    for (const field of Object.keys(change.values ?? {}))
      if (fields && !fields.includes(field)) invalid(`/change/values/${field}`, 'unknown');
  }
  return { ...command, change, targetId };
}

/** What a command gave back, as the kit has it; `null` where it says nothing of use. */
export async function valueOf(
  given: Awaited<ReturnType<Doing>>,
  { action }: Command,
): Promise<RunValue> {
  if (given instanceof Response) {
    // What is in it nobody has mapped; that it went well is all that is wanted.
    if (!given.ok || given.redirected) await answerOf(given, action);
    return null;
  }
  if (given === null || given === undefined) return null;
  if (isObject(given) && 'email' in given && 'roleId' in given) return personOf(given, action);
  return thingOf(given, action);
}

/** Whether somebody is still there after a command about them, so that they can be read again. */
export function stays({ action, target }: Command, own: ActionShapes | undefined): boolean {
  if (!target || !isRef(target) || target.kind !== 'person') return false;
  return actionShapes(own)[action]?.access === 'write' && !LEAVING.includes(action);
}

const LEAVING: readonly string[] = [
  'user.delete', 'user.unlink', 'user.leave', 'user.transfer-seat', 'invitation.revoke',
]; // prettier-ignore
