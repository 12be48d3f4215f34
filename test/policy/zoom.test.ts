import type { Person } from '../../src/domain/index.ts';
import zoom from '../../src/policy/presets/zoom.ts';
import { truthTable, type Row } from './table.ts';

const person = (id: string, roleId: string, more: Partial<Person> = {}): Person => ({
  id,
  roleId,
  status: 'active',
  userType: 'basic',
  ...more,
});

const owner = person('olga', 'owner');
const admin = person('adam', 'admin');
const otherAdmin = person('anna', 'admin', { userType: 'licensed' });
const member = person('mia', 'member');
const other = person('max', 'member');
const licensed = person('lea', 'member', { userType: 'licensed', addons: ['webinar'] });
const invited = person('ivo', 'member', { status: 'pending' });
const invitedAdmin = person('ina', 'admin', { status: 'pending' });
const gone = person('gil', 'member', { status: 'deactivated' });
const goneAdmin = person('gus', 'admin', { status: 'deactivated' });
const ofDomain = person('dom', 'member', { viaDomain: true });
const both = person('bea', 'member', { roleIds: ['member', 'admin'] });
// A host's own roles: who edits roles, who looks after people, and who may do everything.
const roleEditor = person('rea', 'role-editor');
const helpdesk = person('hal', 'helpdesk');
const superuser = person('sue', 'superuser');

const invite = (roleId: string, more: object = {}) => ({
  change: { roleId, userType: 'basic', ...more },
});
const role = (to: Person, roleId: string) => ({ to, change: { roleId } });
const type = (to: Person, userType: string) => ({ to, change: { userType } });
const edit = (to: Person, ...fields: string[]) => ({ to, change: { fields } });
const convert = (fromType: string, userType: string) => ({ change: { fromType, userType } });

// prettier-ignore
const rows: Row[] = [
  ['ZM-1 the owner manages users', owner, 'user.list', {}, 'allow'],
  ['ZM-1 an admin manages users', admin, 'user.list', {}, 'allow'],
  ['ZM-1 an admin sees people in the list', admin, 'user.view', { to: member }, 'allow'],
  ['ZM-1 a member has no access', member, 'user.list', {}, 'builtin/no-permission'],
  ['ZM-1 a member sees nobody in the list', member, 'user.view', { to: other }, 'builtin/no-permission'],
  ['ZM-1 a custom role has access by its permission', helpdesk, 'user.list', {}, 'allow'],
  ['ZM-1 a free plan has no user management', owner, 'user.list', { account: { plan: 'free' } }, 'zoom/plan'],
  ['ZM-1 a free plan lets nobody be added', owner, 'user.invite', { ...invite('member'), account: { plan: 'free' } }, 'zoom/plan'],
  ['ZM-1 a free plan with a card on file manages users', owner, 'user.list', { account: { plan: 'free', features: ['card-on-file'] } }, 'allow'],
  ['ZM-1 a card alone is no plan', owner, 'user.list', { account: { plan: 'trial', features: ['card-on-file'] } }, 'zoom/plan'],
  ['ZM-1 pro manages users', owner, 'user.list', { account: { plan: 'pro' } }, 'allow'],
  ['ZM-1 education manages users', owner, 'user.list', { account: { plan: 'education' } }, 'allow'],
  ['ZM-1 enterprise manages users', owner, 'user.list', { account: { plan: 'enterprise' } }, 'allow'],
  ['ZM-1 the plan has to be known', owner, 'user.list', { without: ['plan'] }, 'unknown: account.plan'],
  ['ZM-1 the plan covers invitations', owner, 'invitation.resend', { to: invited, account: { plan: 'free' } }, 'zoom/plan'],
  ['ZM-1 the plan covers account-wide changes', owner, 'account.convert-type', { ...convert('basic', 'on-prem'), account: { plan: 'free' } }, 'zoom/plan'],
  ['ZM-1 the plan covers groups', owner, 'group.create', { account: { plan: 'free' } }, 'zoom/plan'],
  ['ZM-1 the plan covers attributes', owner, 'attribute.create', { account: { plan: 'free' } }, 'zoom/plan'],
  ['ZM-1 the plan covers roles', owner, 'role.create', { account: { plan: 'free' } }, 'zoom/plan'],
  ['ZM-1 the plan covers external contacts', owner, 'contact.list', { to: member, account: { plan: 'free' } }, 'zoom/plan'],
  ['ZM-1 the plan can be changed on any plan', owner, 'plan.change', { account: { plan: 'free' } }, 'allow'],
  ['ZM-1 the plan covers what an admin does to themselves', admin, 'user.change-type', { ...type(admin, 'on-prem'), account: { plan: 'free' } }, 'zoom/plan'],
  ['ZM-1 and what a member would do to others', member, 'user.edit', { ...edit(other, 'department'), account: { plan: 'free' } }, 'zoom/plan'],

  ['ZM-3 an admin changes a type', admin, 'user.change-type', type(member, 'licensed'), 'allow'],
  ['ZM-3 a member changes no type', member, 'user.change-type', type(member, 'licensed'), 'builtin/no-permission'],
  ['ZM-3 nobody is made a room', owner, 'user.change-type', type(member, 'zoom-room'), 'zoom/types'],
  ['ZM-22 rooms are counted, not invited', owner, 'user.invite', invite('member', { userType: 'zoom-room' }), 'zoom/types'],
  ['ZM-4 an admin imports a file', admin, 'user.import', {}, 'allow'],
  ['ZM-4 a member imports none', member, 'user.import', {}, 'builtin/no-permission'],
  ['ZM-4 a row of the file that adds an admin is decided like any other', admin, 'user.invite', invite('admin'), 'zoom/owner-makes-admins'],
  ['ZM-5 an admin exports the list', admin, 'user.export', {}, 'allow'],
  ['ZM-5 a member does not', member, 'user.export', {}, 'builtin/no-permission'],

  ['ZM-6 the owner makes a member an admin', owner, 'user.change-role', role(member, 'admin'), 'allow'],
  ['ZM-6 the owner makes an admin a member', owner, 'user.change-role', role(admin, 'member'), 'allow'],
  ['ZM-6 an admin makes nobody an admin', admin, 'user.change-role', role(member, 'admin'), 'builtin/no-permission'],
  ['ZM-6 an admin makes no admin a member', admin, 'user.change-role', role(otherAdmin, 'member'), 'builtin/no-permission'],
  ['ZM-6 a role editor changes roles', roleEditor, 'user.change-role', role(member, 'helpdesk'), 'allow'],
  ['ZM-6 a role editor takes a role away again', roleEditor, 'user.change-role', role(helpdesk, 'member'), 'allow'],
  ['ZM-6 a role editor makes nobody an admin', roleEditor, 'user.change-role', role(member, 'admin'), 'zoom/owner-makes-admins'],
  ['ZM-6 a role editor unmakes no admin', roleEditor, 'user.change-role', role(admin, 'member'), 'zoom/owner-touches-admins'],
  ['ZM-6 whoever is an admin beside something else is one', roleEditor, 'user.change-role', role(both, 'member'), 'zoom/owner-touches-admins'],
  ['ZM-6 a role editor gives themselves nothing', roleEditor, 'user.change-role', role(roleEditor, 'superuser'), 'zoom/not-own-role'],
  ['ZM-6 a superuser makes nobody an admin either', superuser, 'user.change-role', role(member, 'admin'), 'zoom/owner-makes-admins'],
  ['ZM-6 an admin who also edits roles unmakes no admin', person('eva', 'admin', { roleIds: ['admin', 'role-editor'] }), 'user.change-role', role(otherAdmin, 'member'), 'zoom/owner-touches-admins'],
  ['ZM-6 a superuser deletes no admin', superuser, 'user.delete', { to: admin }, 'zoom/owner-touches-admins'],
  ['ZM-6 an admin deactivates no admin', admin, 'user.deactivate', { to: otherAdmin }, 'zoom/owner-touches-admins'],
  ['ZM-6 nor suspends one', admin, 'user.suspend', { to: otherAdmin }, 'zoom/owner-touches-admins'],
  ['ZM-6 nor unlinks one', admin, 'user.unlink', { to: otherAdmin }, 'zoom/owner-touches-admins'],
  ['ZM-6 nor puts an end to one', superuser, 'user.set-expiry', { to: otherAdmin }, 'zoom/owner-touches-admins'],
  ['ZM-6 an admin brings no admin back', admin, 'user.reactivate', { to: goneAdmin }, 'zoom/owner-touches-admins'],
  ['ZM-6 an admin calls no admin back in', admin, 'invitation.revoke', { to: invitedAdmin }, 'zoom/owner-touches-admins'],
  ['ZM-6 an admin takes no copy of an admin’s link', admin, 'invitation.copy-link', { to: invitedAdmin }, 'zoom/owner-touches-admins'],
  ['ZM-6 the owner brings an admin back', owner, 'user.reactivate', { to: goneAdmin }, 'allow'],
  ['ZM-6 nobody is made a second owner', owner, 'user.change-role', role(member, 'owner'), 'zoom/one-owner'],
  ['ZM-6 nor invited as one', owner, 'user.invite', invite('owner'), 'zoom/one-owner'],
  ['ZM-6 the owner is demoted by nobody', superuser, 'user.change-role', role(owner, 'member'), 'zoom/owner-stays'],
  ['ZM-6 not even by themselves', owner, 'user.change-role', role(owner, 'member'), 'zoom/owner-stays'],
  ['ZM-6 the owner does not leave', owner, 'user.leave', {}, 'zoom/owner-never-leaves'],
  ['ZM-6 an admin may leave', admin, 'user.leave', {}, 'allow'],
  ['ZM-6 the owner hands the account over', owner, 'user.transfer-ownership', { to: admin }, 'allow'],
  ['ZM-6 nobody takes it', superuser, 'user.transfer-ownership', { to: superuser }, 'zoom/owner-hands-over'],
  ['ZM-6 an admin does not hand it over', admin, 'user.transfer-ownership', { to: member }, 'builtin/no-permission'],
  ['ZM-6 it goes to nobody who was only invited', owner, 'user.transfer-ownership', { to: invited }, 'zoom/active-owner'],
  ['ZM-6 it goes to nobody who is gone', owner, 'user.transfer-ownership', { to: gone }, 'zoom/active-owner'],
  ['ZM-6 to hand it to oneself is nothing', owner, 'user.transfer-ownership', { to: owner }, 'zoom/owner-stays'],
  ['ZM-6 an admin makes no role', admin, 'role.create', {}, 'builtin/no-permission'],
  ['ZM-6 nor edits one', admin, 'role.edit', {}, 'builtin/no-permission'],
  ['ZM-6 nor deletes one', admin, 'role.delete', {}, 'builtin/no-permission'],
  ['ZM-6 the owner makes roles', owner, 'role.create', {}, 'allow'],
  ['ZM-6 nor does an admin delete the account under the owner', admin, 'organization.delete', {}, 'builtin/no-permission'],
  ['ZM-6 a suspended admin may do nothing', person('sam', 'admin', { status: 'suspended' }), 'user.list', {}, 'builtin/not-active'],
  ['ZM-6 nobody takes rights from the owner', superuser, 'role.restrict', { to: owner, change: { rights: ['user.list'] } }, 'zoom/owner-stays'],
  ['ZM-6 nobody but the owner takes rights from an admin', admin, 'role.restrict', { to: otherAdmin, change: { rights: ['user.list'] } }, 'zoom/owner-touches-admins'],
  ['ZM-6 an admin gives no admin rights back', admin, 'role.unrestrict', { to: otherAdmin, change: { rights: ['user.list'] } }, 'zoom/owner-touches-admins'],
  ['ZM-6 whoever has a right taken away does not have it', person('tom', 'admin', { restricted: ['user.invite'] }), 'user.invite', invite('member'), 'builtin/restricted'],

  ['ZM-7 an admin adds members', admin, 'user.invite', invite('member'), 'allow'],
  ['ZM-7 the owner adds an admin', owner, 'user.invite', invite('admin'), 'allow'],
  ['ZM-7 an admin adds no admin', admin, 'user.invite', invite('admin'), 'zoom/owner-makes-admins'],
  ['ZM-7 the owner adds someone with a role of their own', owner, 'user.invite', invite('superuser'), 'allow'],
  ['ZM-7 nobody hands out a role beyond their own', helpdesk, 'user.invite', invite('superuser'), 'zoom/give-own-role'],
  ['ZM-7 an admin hands out none that edits roles', admin, 'user.invite', invite('role-editor'), 'zoom/give-own-role'],
  ['ZM-7 one’s own role may be given', helpdesk, 'user.invite', invite('helpdesk'), 'allow'],
  ['ZM-7 the role has to be known before it is sent', admin, 'user.invite', { change: { userType: 'basic' } }, 'unknown: change.roleId'],
  ['ZM-7 a role that nobody knows is refused', owner, 'user.invite', invite('ghost'), 'builtin/unknown-role'],

  ['ZM-8 licensed while a licence is free', admin, 'user.invite', invite('member', { userType: 'licensed', count: 2 }), 'allow'],
  ['ZM-8 for three there have to be three', admin, 'user.invite', invite('member', { userType: 'licensed', count: 3 }), 'zoom/licence'],
  ['ZM-8 the count of licences has to be known', admin, 'user.invite', { ...invite('member', { userType: 'licensed' }), without: ['seats'] }, 'unknown: account.seats'],
  ['ZM-8 basic takes none', admin, 'user.invite', { ...invite('member', { count: 50 }), without: ['seats'] }, 'allow'],
  ['ZM-8 a change of type takes one', admin, 'user.change-type', { ...type(member, 'licensed'), account: { seats: { licensed: { total: 2, used: 2 } } } }, 'zoom/licence'],
  ['ZM-8 whoever has one needs no other', admin, 'user.change-type', { ...type(licensed, 'licensed'), account: { seats: { licensed: { total: 2, used: 2 } } } }, 'allow'],
  ['ZM-8 a conversion takes one each', admin, 'account.convert-type', { to: member, ...convert('basic', 'licensed'), account: { seats: { licensed: { total: 2, used: 2 } } } }, 'zoom/licence'],
  ['ZM-8 what was never bought is not free', admin, 'user.change-type', { ...type(member, 'licensed'), account: { seats: {} } }, 'zoom/licence'],

  ['ZM-9 on-prem with the meeting connector', admin, 'user.invite', invite('member', { userType: 'on-prem' }), 'allow'],
  ['ZM-9 not without it', admin, 'user.invite', { ...invite('member', { userType: 'on-prem' }), account: { features: [] } }, 'zoom/on-prem'],
  ['ZM-9 without it the other types', admin, 'user.change-type', { ...type(licensed, 'basic'), account: { features: [] } }, 'allow'],
  ['ZM-9 nor by a change of type', admin, 'user.change-type', { ...type(member, 'on-prem'), account: { features: [] } }, 'zoom/on-prem'],
  ['ZM-9 nor by a conversion', admin, 'account.convert-type', { ...convert('basic', 'on-prem'), account: { features: [] } }, 'zoom/on-prem'],
  ['ZM-9 nor as the type of newcomers', admin, 'account.set-default-type', { change: { userType: 'on-prem' }, account: { features: [] } }, 'zoom/on-prem'],
  ['ZM-9 the features have to be known', admin, 'user.change-type', { ...type(member, 'on-prem'), without: ['features'] }, 'unknown: account.features'],

  ['ZM-10 an add-on of which one is free', admin, 'user.assign-addon', { to: member, change: { addons: ['large-meeting'] } }, 'allow'],
  ['ZM-10 not one of which none is free', admin, 'user.assign-addon', { to: member, change: { addons: ['large-meeting', 'webinar'] } }, 'zoom/addon'],
  ['ZM-10 nor one that was not bought', admin, 'user.assign-addon', { to: member, change: { addons: ['audio-plan'] } }, 'zoom/addon'],
  ['ZM-10 what someone has needs no other', admin, 'user.assign-addon', { to: licensed, change: { addons: ['webinar'] } }, 'allow'],
  ['ZM-10 nor to whom is added', admin, 'user.invite', invite('member', { addons: ['webinar'] }), 'zoom/addon'],

  ['ZM-11 a member changes their own department', member, 'user.edit', edit(member, 'department', 'jobTitle', 'location'), 'allow'],
  ['ZM-11 and on any plan', member, 'user.edit', { ...edit(member, 'department'), account: { plan: 'free' } }, 'allow'],
  ['ZM-11 not their manager', member, 'user.edit', edit(member, 'manager'), 'zoom/own-fields'],
  ['ZM-11 nor anyone else', member, 'user.edit', edit(other, 'department'), 'zoom/members-edit-themselves'],
  ['ZM-11 a custom role does not change its own manager', helpdesk, 'user.edit', edit(helpdesk, 'manager'), 'zoom/own-fields'],
  ['ZM-11 but that of others', helpdesk, 'user.edit', edit(member, 'manager'), 'allow'],
  ['ZM-11 an admin edits everything of a member', admin, 'user.edit', edit(member, 'department', 'manager', 'email', 'password'), 'allow'],

  ['ZM-12 a group while groups are in use', admin, 'user.assign-group', { to: member, change: { groupId: 'g1' } }, 'allow'],
  ['ZM-12 a chat group while chat groups are', admin, 'user.assign-group', { to: member, change: { groupId: 'c1' }, account: { features: ['chat-groups'] } }, 'allow'],
  ['ZM-12 no group while none are', admin, 'user.assign-group', { to: member, change: { groupId: 'g1' }, account: { features: [] } }, 'zoom/groups'],

  ['ZM-16 a pending invitation is sent again', admin, 'invitation.resend', { to: invited }, 'allow'],
  ['ZM-16 not one that was accepted', admin, 'invitation.resend', { to: member }, 'zoom/not-pending'],
  ['ZM-17 a pending invitation is revoked', admin, 'invitation.revoke', { to: invited }, 'allow'],
  ['ZM-17 not one that was accepted', admin, 'invitation.revoke', { to: member }, 'zoom/not-pending'],
  ['ZM-17 a member revokes none', member, 'invitation.revoke', { to: invited }, 'builtin/no-permission'],

  ['ZM-20 an admin edits a user', admin, 'user.edit', edit(member, 'manager', 'jobTitle'), 'allow'],
  ['ZM-20 a helpdesk does too', helpdesk, 'user.edit', edit(member, 'jobTitle'), 'allow'],
  ['ZM-20 nobody sets the password of an admin', helpdesk, 'user.edit', edit(admin, 'password'), 'zoom/credentials'],
  ['ZM-20 nor the address of the owner', admin, 'user.edit', edit(owner, 'email'), 'zoom/credentials'],
  ['ZM-20 the rest of an admin may be edited', admin, 'user.edit', edit(otherAdmin, 'location'), 'allow'],
  ['ZM-20 an admin changes their own password', admin, 'user.edit', edit(admin, 'password'), 'allow'],
  ['ZM-20 the owner changes that of an admin', owner, 'user.edit', edit(admin, 'password'), 'allow'],
  ['ZM-20 a role is no field', admin, 'user.edit', edit(member, 'roleId'), 'zoom/profile-only'],
  ['ZM-20 nor a licence, and not at the start either', admin, 'user.invite', invite('member', { fields: ['department', 'userType'] }), 'zoom/profile-only'],
  ['ZM-20 an admin has no permission to choose a role', admin, 'user.change-role', { to: member, draft: true }, 'builtin/no-permission'],
  ['ZM-20 the owner has', owner, 'user.change-role', { to: member, draft: true }, 'allow open: change.roleId'],
  ['ZM-21 a type is changed for each of several', admin, 'user.change-type', type(other, 'on-prem'), 'allow'],

  ['ZM-23 everyone of a type is converted', admin, 'account.convert-type', convert('basic', 'on-prem'), 'allow'],
  ['ZM-23 a member of that type is touched', admin, 'account.convert-type', { to: member, ...convert('basic', 'on-prem') }, 'allow'],
  ['ZM-23 an admin is never touched', owner, 'account.convert-type', { to: admin, ...convert('basic', 'on-prem') }, 'zoom/spare-admins'],
  ['ZM-23 nor the owner', admin, 'account.convert-type', { to: owner, ...convert('basic', 'on-prem') }, 'zoom/spare-admins'],
  ['ZM-23 nor who is of another type', admin, 'account.convert-type', { to: licensed, ...convert('basic', 'on-prem') }, 'zoom/only-this-type'],
  ['ZM-23 nobody is converted to a room', admin, 'account.convert-type', convert('basic', 'zoom-room'), 'zoom/types'],
  ['ZM-23 a member converts nobody', member, 'account.convert-type', convert('basic', 'on-prem'), 'builtin/no-permission'],
  ['ZM-24 everyone of a type is unlinked', admin, 'account.unlink-type', { change: { fromType: 'basic' } }, 'allow'],
  ['ZM-24 a member of that type is', admin, 'account.unlink-type', { to: member, change: { fromType: 'basic' } }, 'allow'],
  ['ZM-24 not who is of another', admin, 'account.unlink-type', { to: licensed, change: { fromType: 'basic' } }, 'zoom/only-this-type'],
  ['ZM-24 nor an admin', owner, 'account.unlink-type', { to: admin, change: { fromType: 'basic' } }, 'zoom/spare-admins'],
  ['ZM-24 nor who came with a domain', admin, 'account.unlink-type', { to: ofDomain, change: { fromType: 'basic' } }, 'zoom/spare-domain'],
  ['ZM-24 who came with a domain may be converted', admin, 'account.convert-type', { to: ofDomain, ...convert('basic', 'on-prem') }, 'allow'],
  ['ZM-25 the type of newcomers is set', admin, 'account.set-default-type', { change: { userType: 'basic', domain: 'example.org' } }, 'allow'],
  ['ZM-25 not to a room', admin, 'account.set-default-type', { change: { userType: 'zoom-room', domain: 'example.org' } }, 'zoom/types'],
  ['ZM-25 not by a member', member, 'account.set-default-type', { change: { userType: 'basic' } }, 'builtin/no-permission'],
  ['ZM-26 the group of newcomers is set', admin, 'account.set-default-group', { change: { groupId: 'g1' } }, 'allow'],
  ['ZM-26 a group is moved', admin, 'account.move-group', { change: { groupId: 'g1', toId: 'g2' } }, 'allow'],
  ['ZM-26 without groups there is nothing to set', admin, 'account.set-default-group', { change: { groupId: 'g1' }, account: { features: [] } }, 'zoom/groups'],
  ['ZM-26 nor to move', admin, 'account.move-group', { change: { groupId: 'g1', toId: 'g2' }, account: { features: [] } }, 'zoom/groups'],
  ['ZM-27 chat groups are enough', admin, 'account.move-group', { change: { groupId: 'c1', toId: 'c2' }, account: { features: ['chat-groups'] } }, 'allow'],
  ['ZM-28 a fifth attribute', admin, 'attribute.create', { account: { customAttributes: 4 } }, 'allow'],
  ['ZM-28 no sixth', admin, 'attribute.create', { account: { customAttributes: 5 } }, 'zoom/five-attributes'],
  ['ZM-28 how many there are has to be known', admin, 'attribute.create', { without: ['customAttributes'] }, 'unknown: account.customAttributes'],
  ['ZM-28 one of five may be deleted', admin, 'attribute.delete', { account: { customAttributes: 5 } }, 'allow'],
  ['ZM-30 an admin opens the contacts of a user', admin, 'contact.list', { to: member }, 'allow'],
  ['ZM-31 an admin removes one', admin, 'contact.remove', { to: { id: 'x1' } }, 'allow'],
  ['ZM-31 a member does not', member, 'contact.remove', { to: { id: 'x1' } }, 'builtin/no-permission'],

  ['ZM-32 an admin deletes a member', admin, 'user.delete', { to: member }, 'allow'],
  ['ZM-32 deactivates one', admin, 'user.deactivate', { to: member }, 'allow'],
  ['ZM-32 unlinks one', admin, 'user.unlink', { to: member }, 'allow'],
  ['ZM-32 and lets one back in', admin, 'user.reactivate', { to: gone }, 'allow'],
  ['ZM-32 not the owner: deleting', admin, 'user.delete', { to: owner }, 'zoom/owner-stays'],
  ['ZM-32 not the owner: deactivating', admin, 'user.deactivate', { to: owner }, 'zoom/owner-stays'],
  ['ZM-32 not the owner: unlinking', admin, 'user.unlink', { to: owner }, 'zoom/owner-stays'],
  ['ZM-32 not the owner: suspending', admin, 'user.suspend', { to: owner }, 'zoom/owner-stays'],
  ['ZM-32 not the owner: an end to it', superuser, 'user.set-expiry', { to: owner }, 'zoom/owner-stays'],
  ['ZM-32 the owner does not delete themselves', owner, 'user.delete', { to: owner }, 'zoom/owner-stays'],
  ['ZM-32 who was only invited is not deleted', admin, 'user.delete', { to: invited }, 'zoom/still-pending'],
  ['ZM-32 nor deactivated', admin, 'user.deactivate', { to: invited }, 'zoom/still-pending'],
  ['ZM-32 nor unlinked', admin, 'user.unlink', { to: invited }, 'zoom/still-pending'],
  ['ZM-32 nor suspended', admin, 'user.suspend', { to: invited }, 'zoom/still-pending'],
  ['ZM-32 nor let in without having accepted', owner, 'user.reactivate', { to: invited }, 'zoom/still-pending'],
  ['ZM-32 nor sent a new password', admin, 'user.reset-password', { to: invited }, 'zoom/still-pending'],
  ['ZM-32 nor signed out', admin, 'user.revoke-sessions', { to: invited }, 'zoom/still-pending'],
  ['ZM-32 whom it is about has to be said', admin, 'user.delete', {}, 'unknown: target'],
  ['ZM-32 a member may not, whomever it is about', member, 'user.delete', {}, 'builtin/no-permission'],
];

truthTable({
  document: zoom,
  roles: [
    {
      id: 'role-editor',
      permissions: ['user.list', 'user.view', 'user.invite', 'user.change-role'],
    },
    {
      id: 'helpdesk',
      permissions: ['user.list', 'user.view', 'user.edit', 'user.invite', 'user.delete'],
    },
    { id: 'superuser', permissions: ['*'] },
  ],
  account: {
    plan: 'business',
    features: ['groups', 'meeting-connector'],
    seats: {
      licensed: { total: 10, used: 8 },
      webinar: { total: 1, used: 1 },
      'large-meeting': { total: 2, used: 1 },
    },
    customAttributes: 4,
  },
  rows,
  acts: [
    [
      'ZM-21 several are licensed while licences are free',
      [
        ['the first', admin, 'user.change-type', type(member, 'licensed'), 'allow'],
        ['the second', admin, 'user.change-type', type(other, 'licensed'), 'allow'],
        ['the third', admin, 'user.change-type', type(ofDomain, 'licensed'), 'zoom/licence'],
      ],
    ],
    [
      'ZM-21 a licence given back goes to the next',
      [
        [
          'two are added',
          admin,
          'user.invite',
          invite('member', { userType: 'licensed', count: 2 }),
          'allow',
        ],
        ['no third', admin, 'user.change-type', type(member, 'licensed'), 'zoom/licence'],
        ['one is taken back', admin, 'user.change-type', type(licensed, 'basic'), 'allow'],
        ['now there is one', admin, 'user.change-type', type(member, 'licensed'), 'allow'],
        ['and it was for one', admin, 'user.change-type', type(other, 'licensed'), 'zoom/licence'],
      ],
    ],
    [
      'ZM-6 who was made an admin just now is one',
      [
        ['a member is made an admin', owner, 'user.change-role', role(member, 'admin'), 'allow'],
        [
          'whom an admin does not delete',
          admin,
          'user.delete',
          { to: member },
          'zoom/owner-touches-admins',
        ],
      ],
    ],
    [
      'ZM-6 who handed the account over is owner no more',
      [
        ['to an admin', owner, 'user.transfer-ownership', { to: admin }, 'allow'],
        ['who stays', owner, 'user.delete', { to: admin }, 'zoom/owner-stays'],
        [
          'and alone makes admins',
          owner,
          'user.change-role',
          role(member, 'admin'),
          'builtin/no-permission',
        ],
      ],
    ],
  ],
});
