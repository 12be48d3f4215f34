import type { Asked, SourceCommand } from '../create-adapter/index.ts';
import type { Action } from '../../domain/index.ts';
import type { Call } from '../port.ts';
import { AdapterError, toProblem } from '../problem.ts';
import type { Organization } from './organization.ts';
import { RULES } from './problems.ts';
import { holds, invitationIdOf, isInvitationId } from './records.ts';
import type { Requests } from './requests.ts';

interface CommandOptions {
  readonly requests: Requests;
  readonly organization: Organization;
  /** What somebody is invited as, unless it is said. */
  readonly leastRole: string;
  readonly teams: boolean;
}

/** What can be done to the people of an organization, each by the endpoint for it. */
export function commandsOf({
  requests,
  organization,
  leastRole,
  teams,
}: CommandOptions): Partial<Record<Action, SourceCommand>> {
  /** Changes something of this organization. */
  const post = async (endpoint: string, body: object, call: Call): Promise<unknown> => {
    const organizationId = await organization.id(call);
    return requests.post(`/organization/${endpoint}`, { organizationId, ...body }, call);
  };

  return {
    'user.invite': {
      max: 1,
      fields: [],
      run: async ({ change }, call) => {
        const { people = [], roleId = leastRole, groupId } = change;
        const email = people[0]?.email.trim() ?? '';
        const team = teams && groupId !== undefined && { teamId: groupId };
        const body = { email, role: roleId, ...team };
        return organization.invited(
          await post('invite-member', body, call).catch((thrown: unknown) => {
            // The member who was not found is whoever asks.
            throw refused(thrown, 'MEMBER_NOT_FOUND') ? forbidden(thrown) : thrown;
          }),
        );
      },
    },

    'user.change-role': async ({ targetId, change: { roleId } }, call) => {
      refuseInvitation(targetId);
      // It answers the membership without the person: they are read again.
      await post('update-member-role', { memberId: targetId, role: roleId }, call).catch(
        async (thrown: unknown) => {
          const isUnsaid = refused(thrown, 'YOU_ARE_NOT_ALLOWED_TO_UPDATE_THIS_MEMBER');
          if (!isUnsaid || (await organization.holds('owner', call))) throw thrown;
          if (roleId === 'owner') throw forbidden(thrown, RULES.makeOwners);
          const target = await organization.person(targetId, call);
          throw target && holds(target, 'owner') ? forbidden(thrown, RULES.touchOwners) : thrown;
        },
      );
    },

    'user.unlink': async ({ targetId }, call) => {
      refuseInvitation(targetId);
      await post('remove-member', { memberIdOrEmail: targetId }, call).catch(
        async (thrown: unknown) => {
          // The same is said of the last owner, and to whoever is none and removes one of many.
          const isUnsaid = refused(thrown, RULES.lastOwner);
          if (!isUnsaid || (await organization.holds('owner', call))) throw thrown;
          throw forbidden(thrown, RULES.touchOwners);
        },
      );
    },

    'user.leave': async (_, call) => {
      await post('leave', {}, call);
    },

    'invitation.resend': async (asked, call) => {
      const invitation = await organization.invitation(asked.targetId, call);
      if (!invitation) return notStanding(organization, asked, call);
      // Where it has not lapsed its role stays, whatever is sent; else it is made anew, and needs what it had.
      const { record, role } = invitation;
      const team = record.groupIds && { teamId: record.groupIds };
      const body = { email: record.email, role: role.split(','), ...team, resend: true };
      return organization.invited(await post('invite-member', body, call));
    },

    'invitation.revoke': async (asked, call) => {
      const { targetId } = asked;
      // Of one that was accepted it would be answered that it is cancelled, and they would stay.
      const fate = isInvitationId(targetId) && (await organization.fate(targetId, call));
      if (fate === 'canceled') return;
      if (fate === false || (fate !== undefined && fate !== 'pending'))
        return notStanding(organization, asked, call);
      await requests.post(
        '/organization/cancel-invitation',
        { invitationId: invitationIdOf(targetId) },
        call,
      );
    },
  };
}

const refused = (thrown: unknown, code: string): boolean => toProblem(thrown).code === code;

/** The same refusal as one of whoever asks. */
function forbidden(thrown: unknown, code?: string): AdapterError {
  const { detail: _, ...problem } = toProblem(thrown);
  return new AdapterError(
    { ...problem, kind: 'forbidden', ...(code && { code }) },
    { cause: thrown },
  );
}

/** An invitation has the role it was sent with, and nobody is a member by it. */
function refuseInvitation(id: string): void {
  if (!isInvitationId(id)) return;
  throw new AdapterError({ kind: 'rule', code: RULES.stillPending, title: 'It is an invitation' });
}

/** Ends as what there is in place of an invitation: one that was answered, a member, or nothing. */
async function notStanding(
  organization: Organization,
  { targetId }: Asked,
  call: Call,
): Promise<never> {
  const isThere = isInvitationId(targetId)
    ? (await organization.fate(targetId, call)) !== undefined
    : (await organization.person(targetId, call)) !== undefined;
  throw isThere
    ? new AdapterError({
        kind: 'conflict',
        code: RULES.notPending,
        title: 'It is not open any more',
      })
    : new AdapterError({ kind: 'not-found', title: 'There is no such invitation' });
}
