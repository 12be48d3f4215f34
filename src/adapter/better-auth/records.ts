import { emailKey } from '../../domain/index.ts';
import type { SourcePerson } from '../create-adapter/index.ts';
import { malformed } from '../malformed.ts';

type Json = Readonly<Record<string, unknown>>;

/** Members and invitations have ids of their own, which may be the same where a database counts them. */
const INVITATION = 'invitation:';

export const isInvitationId = (id: string): boolean => id.startsWith(INVITATION);
export const invitationIdOf = (id: string): string => id.slice(INVITATION.length);

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const holds = ({ roleId, roleIds }: SourcePerson, role: string): boolean =>
  roleId === role || !!roleIds?.includes(role);

/** An invitation as it is told. */
export interface Invitation {
  readonly status: unknown;
  /** The roles as better-auth writes them: `member,billing`. */
  readonly role: string;
  readonly record: SourcePerson;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads members and invitations; their roles come in the order of those there are, so that the first says most. */
export function readerOf(order: readonly string[]) {
  const place = (role: string) => (order.includes(role) ? order.indexOf(role) : order.length);

  /** Several roles are one text, joined by commas. */
  function rolesOf(value: unknown) {
    const held = textOf(value).split(',').map((role) => role.trim()); // prettier-ignore
    const all = [...new Set(held)].filter(Boolean).sort((a, b) => place(a) - place(b));
    return { roleId: all[0] ?? '', ...(all.length > 1 && { roleIds: all }) };
  }

  return {
    member(value: unknown): SourcePerson {
      if (!isObject(value) || !isObject(value['user'])) throw malformed('a member has no user');
      const { name, image, email } = value['user'];
      return {
        ...rolesOf(value['role']),
        id: value['id'] as string,
        email: email as string,
        status: 'active',
        displayName: name as string,
        avatarUrl: image as string,
        createdAt: value['createdAt'] as string,
      };
    },

    invitation(value: unknown): Invitation {
      if (!isObject(value)) throw malformed('an invitation is none');
      const { id, role, status, email, teamId, createdAt, expiresAt } = value;
      const isId = typeof id === 'string' || Number.isSafeInteger(id);
      return {
        status,
        role: textOf(role),
        record: {
          ...rolesOf(role),
          // One that cannot be relied on is found out with the others.
          id: isId ? `${INVITATION}${String(id)}` : (id as string),
          email: email as string,
          status: 'pending',
          ...(textOf(teamId) && { groupIds: textOf(teamId).split(',') }),
          createdAt: createdAt as string,
          invitedAt: createdAt as string,
          // It goes on saying `pending` when it has lapsed: whoever has a clock sees that it has.
          expiresAt: expiresAt as string,
        },
      };
    },
  };
}

/**
 * The invitations that stand: of each address the last, where nobody has answered it yet. One that has lapsed stays
 * pending beside the next, whatever becomes of that.
 */
export function standing(invitations: readonly Invitation[]): readonly Invitation[] {
  const last = new Map<string, Invitation>();
  const since = ({ record }: Invitation) => String(record.createdAt ?? '');
  for (const one of invitations) {
    const key = emailKey(String(one.record.email));
    const other = last.get(key);
    if (!other || since(other) <= since(one)) last.set(key, one);
  }
  return [...last.values()].filter(({ status }) => status === 'pending');
}
