import type { AdapterSource, Doing } from '../create-adapter/index.ts';
import { fail } from '../fail.ts';
import { HttpRefusal } from '../http/fetch-json.ts';
import { pathOf, type Client } from './client.ts';
import type { Groups } from './groups.ts';
import { createdUser, FIELDS, operationsOf, patchBody } from './patch.ts';
import { personOf, type RoleNames } from './person.ts';
import type { Abilities } from './probe.ts';
import { userOf } from './resources.ts';

type Commands = NonNullable<AdapterSource['commands']>;

/** What is offered on this server. */
export function commandsOf(
  client: Client,
  groups: Groups,
  names: RoleNames,
  abilities: Pick<Abilities, 'groups'>,
  isCreating: boolean,
): Commands {
  const shown = async (answer: unknown) => {
    const user = userOf(answer);
    return personOf(user, names, (await groups.reader())(user));
  };

  /** Without effect a PATCH answers nothing, and on some servers always: then the person is read again. */
  const patch: Doing = async (asked, call) => {
    const operations = operationsOf(asked, names) ?? fail('unsupported');
    if (operations.length === 0) return null;
    const path = pathOf('Users', asked.targetId);
    const answer = await client.ask(path, { method: 'PATCH', body: patchBody(operations) }, call);
    return answer === null ? null : shown(answer);
  };

  const create: Doing = async (asked, call) => {
    const body = createdUser(asked, names);
    const answer = await client.ask('/Users', { method: 'POST', body }, call).catch(taken);
    const { groupId } = asked.change;
    if (!groupId) return answer === null ? null : shown(answer);
    const { id } = userOf(answer);
    await groups.assign(id, groupId, call);
    return shown(await client.ask(pathOf('Users', id), {}, call));
  };

  return {
    'user.edit': { run: patch, fields: FIELDS },
    'user.change-role': patch,
    'user.assign-addon': patch,
    'user.suspend': patch,
    'user.reactivate': patch,
    'user.delete': async ({ targetId }, call) => {
      await client.ask(pathOf('Users', targetId), { method: 'DELETE' }, call);
      // They are gone; a reference that could not be removed is no reason to say otherwise.
      await groups.forget(targetId, call).catch(() => undefined);
      return null;
    },
    ...(abilities.groups !== 'none' && {
      'user.assign-group': async ({ targetId, change }, call) => {
        await groups.assign(targetId, change.groupId ?? '', call);
        return null;
      },
    }),
    ...(isCreating && { 'user.invite': { run: create, max: 1 } }),
  };
}

/** A name that is taken is a conflict by its status too, where the server says no more. */
function taken(thrown: unknown): never {
  if (thrown instanceof HttpRefusal && thrown.status === 409) {
    const title = 'The address is taken';
    fail('conflict', 'email-taken', { title, status: 409, fields: [{ pointer: '/change/people/0/email', code: 'on-account' }] }); // prettier-ignore
  }
  throw thrown;
}
