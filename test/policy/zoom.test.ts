import type { Person } from '../../src/domain/index.ts';
import zoom from '../../src/policy/presets/zoom.ts';
import { truthTable } from './table.ts';

const person = (id: string, roleId: string, more: Partial<Person> = {}): Person => ({
  id,
  roleId,
  status: 'active',
  userType: 'basic',
  ...more,
});

const owner = person('olga', 'owner');
const admin = person('adam', 'admin');
const otherAdmin = person('anna', 'admin');
const member = person('mia', 'member');
const other = person('max', 'member');
const licensed = person('lea', 'member', { userType: 'licensed' });
const invited = person('ivo', 'member', { status: 'pending' });
const invitedAdmin = person('ina', 'admin', { status: 'pending' });
const gone = person('gil', 'member', { status: 'deactivated' });
const goneAdmin = person('gus', 'admin', { status: 'deactivated' });
const ofDomain = person('dom', 'member', { viaDomain: true });
// A host's own roles: one that edits roles, one that looks after people, one with everything.
const roleEditor = person('rea', 'role-editor');
const helpdesk = person('hal', 'helpdesk');
const superuser = person('sue', 'superuser');

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
    seats: { licensed: { total: 10, used: 8 }, webinar: { total: 1, used: 1 } },
    customAttributes: 4,
    roleCounts: { owner: 1, admin: 2, member: 5 },
    pendingRoleCounts: {},
  },
  rows: [
    ['ZM-1 the owner manages users', owner, 'user.list', {}, 'allow'],
    ['ZM-1 an admin manages users', admin, 'user.list', {}, 'allow'],
    ['ZM-1 a member has no access', member, 'user.list', {}, 'builtin/no-permission'],
    [
      'ZM-1 a member sees nobody in the list',
      member,
      'user.view',
      { to: other },
      'builtin/no-permission',
    ],
    ['ZM-1 a custom role has access by its permission', helpdesk, 'user.list', {}, 'allow'],
    [
      'ZM-1 a free plan has no user management',
      owner,
      'user.list',
      { account: { plan: 'free' } },
      'zoom/plan',
    ],
    [
      'ZM-1 nor lets anyone be added',
      owner,
      'user.invite',
      { account: { plan: 'free' }, change: { roleId: 'member', userType: 'basic' } },
      'zoom/plan',
    ],
    [
      'ZM-1 a free plan with a card on file has',
      owner,
      'user.list',
      { account: { plan: 'free', features: ['card-on-file'] } },
      'allow',
    ],
    [
      'ZM-1 a plan nobody heard of has not',
      owner,
      'user.list',
      { account: { plan: 'trial' } },
      'zoom/plan',
    ],
    [
      'ZM-1 the plan has to be known',
      owner,
      'user.list',
      { without: ['plan'] },
      'unknown: account.plan',
    ],
    [
      'ZM-6 the owner makes a member an admin',
      owner,
      'user.change-role',
      { to: member, change: { roleId: 'admin' } },
      'allow',
    ],
    [
      'ZM-6 the owner makes an admin a member',
      owner,
      'user.change-role',
      { to: admin, change: { roleId: 'member' } },
      'allow',
    ],
    [
      'ZM-6 an admin makes nobody an admin',
      admin,
      'user.change-role',
      { to: member, change: { roleId: 'admin' } },
      'builtin/no-permission',
    ],
  ],
});
