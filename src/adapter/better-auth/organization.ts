import type { AccountFacts } from '../../domain/index.ts';
import type { Listing, SourcePerson } from '../create-adapter/index.ts';
import { idOf } from '../create-adapter/records.ts';
import { malformed } from '../malformed.ts';
import type { Call } from '../port.ts';
import { AdapterError, toProblem } from '../problem.ts';
import type { BetterAuthOptions } from './options.ts';
import { holds, isInvitationId, isObject, readerOf, standing, type Invitation } from './records.ts';
import type { Requests } from './requests.ts';

/** Rows in one answer. It would give any number, and none of them is a limit of its own. */
export const MAX_SIZE = 200;

/** Who is signed in, as far as it matters here. */
interface Session {
  readonly userId: string;
  readonly active: string | undefined;
}

/** Reads an organization: who is signed in to it, its members, and those invited. */
export class Organization {
  readonly #requests: Requests;
  readonly #read: ReturnType<typeof readerOf>;
  readonly #roles: readonly string[];
  #id: Promise<string> | undefined;

  constructor(requests: Requests, { organizationId }: BetterAuthOptions, roles: readonly string[]) {
    this.#requests = requests;
    this.#read = readerOf(roles);
    this.#roles = roles;
    if (organizationId !== undefined) this.#id = Promise.resolve(organizationId);
  }

  /**
   * Which one it is. The one that was active at first stays: another tab may make another one active, and what is done
   * here must not be done there.
   */
  id(call: Call): Promise<string> {
    if (this.#id) return this.#id;
    const found = this.session(call).then(({ active }) => {
      if (active !== undefined) return active;
      throw new AdapterError({
        kind: 'forbidden',
        code: 'NO_ACTIVE_ORGANIZATION',
        title: 'No organization is active in this session, and no organizationId is given',
      });
    });
    this.#id = found;
    found.catch(() => {
      if (this.#id === found) this.#id = undefined;
    });
    return found;
  }

  /** Nobody signed in is a 200 with `null`, as is somebody who was banned meanwhile. */
  async session(call: Call): Promise<Session> {
    const answer = await this.#requests.get('/get-session', {}, call);
    if (answer === null)
      throw new AdapterError({
        kind: 'unauthenticated',
        title: '/get-session: nobody is signed in',
      });
    const { session, user } = answer as { session?: unknown; user?: unknown };
    if (!isObject(session) || !isObject(user)) throw malformed('/get-session has no user');
    const { activeOrganizationId: active } = session;
    return {
      userId: idOf(user['id'], '/get-session user.id'),
      active: active ? idOf(active, '/get-session activeOrganizationId') : undefined,
    };
  }

  /** The membership of whoever is signed in. */
  async me(call: Call): Promise<SourcePerson> {
    const { userId } = await this.session(call);
    const { items } = await this.#members({ ...only('userId', userId) }, call);
    const [me] = items;
    if (me) return me;
    throw new AdapterError({ kind: 'forbidden', title: 'Whoever is signed in is no member' });
  }

  /** How many hold each role, without reading everybody where they are many. */
  async counts(call: Call): Promise<Pick<AccountFacts, 'roleCounts' | 'pendingRoleCounts'>> {
    const [{ items, total }, invited] = await Promise.all([
      this.#members({ limit: MAX_SIZE }, call),
      this.invitations(call),
    ]);
    const roleCounts =
      total <= items.length ? countsOf(items) : Object.fromEntries(await this.#tally(call));
    return { roleCounts, pendingRoleCounts: countsOf(invited.map(({ record }) => record)) };
  }

  /** Members, then those invited. */
  async people(offset: number, size: number, call: Call): Promise<Listing<SourcePerson>> {
    const [{ items, total }, invited] = await Promise.all([
      this.#slice(offset, size, call),
      this.invitations(call),
    ]);
    const start = Math.max(0, offset - total);
    const room = offset + size > total ? size - items.length : 0;
    const rest = invited.slice(start, start + room).map(({ record }) => record);
    return { items: [...items, ...rest], total: total + invited.length };
  }

  /**
   * Members as they joined, where they fit into one answer; else in the order of their ids. Nothing changes that, so that
   * nobody is lost between two answers: many may have joined at one moment.
   */
  async #slice(offset: number, size: number, call: Call) {
    // Sorting by anything but a column of the membership is answered with 500.
    const by = { sortBy: 'id', sortDirection: 'asc' };
    if (offset < MAX_SIZE) {
      const { items, total } = await this.#members({ ...by, limit: MAX_SIZE, offset: 0 }, call);
      const isWhole = total <= items.length;
      const ordered = isWhole ? [...items].sort(bySince) : items;
      if (isWhole || offset + size <= items.length)
        return { items: ordered.slice(offset, offset + size), total };
    }
    return this.#members({ ...by, limit: size, offset }, call);
  }

  /** One person, without reading the others. */
  async person(id: string, call: Call): Promise<SourcePerson | undefined> {
    if (isInvitationId(id)) return (await this.invitation(id, call))?.record;
    const { items } = await this.#members(only('id', id), call);
    return items[0];
  }

  /** The invitations that stand. Who may not send any is shown none: then there are none for them. */
  async invitations(call: Call): Promise<readonly Invitation[]> {
    return standing(await this.#invitations(call));
  }

  async invitation(id: string, call: Call): Promise<Invitation | undefined> {
    return (await this.invitations(call)).find(({ record }) => record.id === id);
  }

  /** What became of an invitation that does not stand any more. */
  async fate(id: string, call: Call): Promise<unknown> {
    return (await this.#invitations(call)).find(({ record }) => record.id === id)?.status;
  }

  /** One that was just sent, or sent again. */
  invited(answer: unknown): SourcePerson {
    return this.#read.invitation(answer).record;
  }

  /** Whether whoever is signed in has a role. */
  async holds(role: string, call: Call): Promise<boolean> {
    return holds(await this.me(call), role);
  }

  /** Each role by itself. Several are one text, so others may hold the name within theirs: of a few that is looked at. */
  #tally(call: Call): Promise<readonly (readonly [string, number])[]> {
    return Promise.all(
      this.#roles.map(async (role) => {
        const holding = { filterField: 'role', filterOperator: 'contains', filterValue: role };
        const { items, total } = await this.#members({ ...holding, limit: MAX_SIZE }, call);
        const isWhole = total <= items.length;
        return [role, isWhole ? (countsOf(items)[role] ?? 0) : total] as const;
      }),
    );
  }

  async #invitations(call: Call): Promise<readonly Invitation[]> {
    const organizationId = await this.id(call);
    try {
      const all = await this.#requests.get(
        '/organization/list-invitations',
        { organizationId },
        call,
      );
      if (!Array.isArray(all)) throw malformed('/organization/list-invitations is no list');
      return all.map(this.#read.invitation);
    } catch (thrown) {
      if (toProblem(thrown).code === 'YOU_ARE_NOT_ALLOWED_TO_LIST_INVITATIONS') return [];
      throw thrown;
    }
  }

  async #members(query: Readonly<Record<string, string | number>>, call: Call) {
    const organizationId = await this.id(call);
    const path = '/organization/list-members';
    const answer = await this.#requests.get(path, { organizationId, ...query }, call);
    const { members, total } = (answer ?? {}) as { members?: unknown; total?: unknown };
    if (!Array.isArray(members) || !Number.isInteger(total))
      throw malformed(`${path} has no members, or no total`);
    return { items: members.map(this.#read.member), total: total as number };
  }
}

function countsOf(people: readonly SourcePerson[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { roleId, roleIds } of people)
    for (const role of roleIds ?? [roleId]) counts[role] = (counts[role] ?? 0) + 1;
  return counts;
}

const sinceOf = ({ createdAt }: SourcePerson): number => Date.parse(String(createdAt)) || 0;
const bySince = (a: SourcePerson, b: SourcePerson): number => sinceOf(a) - sinceOf(b);

const only = (field: 'id' | 'userId', value: string) => ({
  filterField: field,
  filterOperator: 'eq',
  filterValue: value,
});
