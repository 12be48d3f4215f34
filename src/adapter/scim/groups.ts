import type { Group } from '../../domain/index.ts';
import { invalid } from '../fail.ts';
import { HttpRefusal } from '../http/fetch-json.ts';
import type { Call } from '../port.ts';
import { pathOf, type Client } from './client.ts';
import { patchBody, replace } from './patch.ts';
import { valuesOf } from './person.ts';
import type { Abilities } from './probe.ts';
import { ifDone } from './probe.ts';
import { isObject, userOf, type ScimGroup, type ScimUser } from './resources.ts';
import { allRows } from './rows.ts';

/** Who is in which group changes elsewhere too: what was read is believed for so long. */
const BELIEVED_MS = 30_000;
const MOST_GROUPS = 5000;

/** The groups of a server. Membership is written on the group, never on the user. */
export class Groups {
  readonly #client: Client;
  readonly #abilities: Abilities;
  #held: { readonly at: number; readonly groups: Promise<readonly ScimGroup[]> } | undefined;

  constructor(client: Client, abilities: Abilities) {
    this.#client = client;
    this.#abilities = abilities;
  }

  async list(): Promise<readonly Group[]> {
    const groups = await this.#all();
    return groups.map(({ id, displayName }) => ({
      id,
      ...(displayName && { label: displayName }),
    }));
  }

  /** Which groups somebody is in: as they are told with the user, or looked up among the members. */
  async reader(): Promise<(user: ScimUser) => readonly string[] | undefined> {
    const { groups: way } = this.#abilities;
    if (way === 'none') return () => undefined;
    if (way === 'told') return ({ groups }) => valuesOf(groups);
    const ids = new Map<string, string[]>();
    for (const { id, members } of await this.#all())
      for (const member of valuesOf(members)) ids.set(member, [...(ids.get(member) ?? []), id]);
    return ({ id }) => ids.get(id);
  }

  /** Puts somebody into one group and out of all others; without one, out of all. */
  async assign(userId: string, groupId: string, call: Call): Promise<void> {
    const user = userOf(await this.#client.ask(pathOf('Users', userId), {}, call));
    if (groupId) await this.#join(userId, groupId, call);
    this.changed();
    const held = (await this.reader())(user) ?? [];
    for (const id of held) if (id !== groupId) await this.#leave(userId, id, call);
    this.changed();
  }

  /** Out of every group, after a user is gone: servers leave references behind. */
  async forget(userId: string, call: Call): Promise<void> {
    if (this.#abilities.groups !== 'members') return;
    this.changed();
    for (const { id, members } of await this.#all())
      if (valuesOf(members).includes(userId)) await this.#leave(userId, id, call);
    this.changed();
  }

  changed(): void {
    this.#held = undefined;
  }

  #all(): Promise<readonly ScimGroup[]> {
    const { groups: way, maxSize } = this.#abilities;
    if (way === 'none') return Promise.resolve([]);
    const now = Date.now();
    if (this.#held && now - this.#held.at < BELIEVED_MS) return this.#held.groups;
    // Whoever is in a group is of no interest where users tell it themselves, and may be a great many.
    const query = way === 'told' ? { excludedAttributes: 'members' } : {};
    const groups = allRows<ScimGroup>(this.#client, '/Groups', { limit: MOST_GROUPS, size: maxSize, query }); // prettier-ignore
    const held = (this.#held = { at: now, groups });
    groups.catch(() => {
      if (this.#held === held) this.#held = undefined;
    });
    return groups;
  }

  /** Somebody who is added twice is in it twice, so they are looked for first. */
  async #join(userId: string, groupId: string, call: Call): Promise<void> {
    const path = pathOf('Groups', groupId);
    const group = await ifDone(this.#client.ask(path, {}, call));
    if (!isObject(group)) return invalid('/change/groupId', 'unknown');
    if (valuesOf((group as unknown as ScimGroup).members).includes(userId)) return;
    const add = { op: 'add', path: 'members', value: [{ value: userId }] } as const;
    await this.#client.ask(path, { method: 'PATCH', body: patchBody([add]) }, call);
  }

  /** One member is taken out by a value filter; where that is refused, the members are written without them. */
  async #leave(userId: string, groupId: string, call: Call): Promise<void> {
    const path = pathOf('Groups', groupId);
    const patch = (operation: Parameters<typeof patchBody>[0][number]) =>
      this.#client.ask(path, { method: 'PATCH', body: patchBody([operation]) }, call);
    try {
      if (!/["\\]/.test(userId)) {
        await patch({ op: 'remove', path: `members[value eq "${userId}"]` });
        return;
      }
    } catch (thrown) {
      if (!(thrown instanceof HttpRefusal) || thrown.status !== 400) throw thrown;
    }
    const group = (await this.#client.ask(path, {}, call)) as ScimGroup | null;
    const members = (group?.members ?? []).filter(({ value }) => value !== userId);
    await patch(replace('members', members.map(({ value }) => ({ value })))); // prettier-ignore
  }
}
