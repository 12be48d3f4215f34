import type { Person } from '../../src/domain/index.ts';
import logmein from '../../src/policy/presets/logmein.ts';
import { truthTable, type Row } from './table.ts';

const person = (id: string, roleId: string, more: Partial<Person> = {}): Person => ({
  id,
  roleId,
  status: 'active',
  products: [],
  ...more,
});

const admin = person('ada', 'account-admin');
const contact = person('cem', 'account-admin', { billingContact: true });
const user = person('uma', 'user');
const payer = person('pam', 'user', { billingContact: true });
const holder = person('hal', 'user', { products: ['meeting'] });
const provisioned = person('pia', 'user', { ownedFields: ['firstName', 'lastName', 'email'] });
const suspended = person('sam', 'user', { status: 'suspended' });
const invited = person('ivo', 'user', { status: 'pending' });
const invitedAdmin = person('ina', 'account-admin', { status: 'pending' });
const goneAdmin = person('gus', 'account-admin', { status: 'suspended' });
// A host's own roles: who helps out, and who may do everything.
const helpdesk = person('hel', 'helpdesk');
const superuser = person('sue', 'superuser');

const products = (to: Person, ...ids: string[]) => ({ to, change: { products: ids } });
const add = (roleId: string, ...ids: string[]) => ({ change: { roleId, products: ids } });
const edit = (to: Person, ...fields: string[]) => ({ to, change: { fields } });
const role = (to: Person, roleId: string) => ({ to, change: { roleId } });

// prettier-ignore
const rows: Row[] = [
  ['LM-2 an admin adds users', admin, 'user.invite', { change: { roleId: 'user', count: 5 } }, 'allow'],
  ['LM-2 several at once from a list', admin, 'user.import', {}, 'allow'],
  ['LM-2 a user adds nobody', user, 'user.invite', add('user'), 'builtin/no-permission'],
  ['LM-2 nor sees who is there', user, 'user.list', {}, 'builtin/no-permission'],
  ['LM-2 an admin makes another', admin, 'user.change-role', role(user, 'account-admin'), 'allow'],
  ['LM-2 and deletes another', admin, 'user.delete', { to: contact }, 'allow'],
  ['LM-2 and gives any role', admin, 'user.change-role', role(user, 'superuser'), 'allow'],
  ['LM-2 a helpdesk edits a user', helpdesk, 'user.edit', edit(user, 'email'), 'allow'],
  ['LM-2 a helpdesk makes none', helpdesk, 'user.change-role', role(user, 'account-admin'), 'logmein/give-own-role'],
  ['LM-2 nor adds one', superuser, 'user.invite', add('account-admin'), 'logmein/give-own-role'],
  ['LM-2 nor anyone who may do more', helpdesk, 'user.change-role', role(user, 'superuser'), 'logmein/give-own-role'],
  ['LM-2 least of all themselves', helpdesk, 'user.change-role', role(helpdesk, 'superuser'), 'logmein/give-own-role'],
  ['LM-2 makes another helpdesk', helpdesk, 'user.change-role', role(user, 'helpdesk'), 'allow'],
  ['LM-2 and a user again', helpdesk, 'user.change-role', role(person('hob', 'helpdesk'), 'user'), 'allow'],
  ['LM-2 nor makes one a user', helpdesk, 'user.change-role', role(admin, 'user'), 'logmein/admins-touch-admins'],
  ['LM-2 nor changes the address of one', helpdesk, 'user.edit', edit(admin, 'email'), 'logmein/admins-touch-admins'],
  ['LM-2 nor deletes one', superuser, 'user.delete', { to: admin }, 'logmein/admins-touch-admins'],
  ['LM-2 nor suspends one', superuser, 'user.suspend', { to: admin }, 'logmein/admins-touch-admins'],
  ['LM-2 nor deactivates one', superuser, 'user.deactivate', { to: admin }, 'logmein/admins-touch-admins'],
  ['LM-2 nor unlinks one', superuser, 'user.unlink', { to: admin }, 'logmein/admins-touch-admins'],
  ['LM-2 nor puts an end to one', superuser, 'user.set-expiry', { to: admin }, 'logmein/admins-touch-admins'],
  ['LM-2 nor brings one back', superuser, 'user.reactivate', { to: goneAdmin }, 'logmein/admins-touch-admins'],
  ['LM-2 nor calls one back in', superuser, 'invitation.revoke', { to: invitedAdmin }, 'logmein/admins-touch-admins'],
  ['LM-2 nor takes a copy of the link', superuser, 'invitation.copy-link', { to: invitedAdmin }, 'logmein/admins-touch-admins'],
  ['LM-2 there is no ownership to hand over', admin, 'user.transfer-ownership', { to: user }, 'logmein/no-ownership'],
  ['LM-2 nobody takes the place of an admin', superuser, 'user.transfer-ownership', { to: admin }, 'logmein/no-ownership'],
  ['LM-2 an admin defines roles', admin, 'role.create', {}, 'allow'],
  ['LM-2 nobody else does', superuser, 'role.edit', {}, 'logmein/admins-only'],
  ['LM-2 nor unlinks people by their type', superuser, 'account.unlink-type', { to: admin, change: { fromType: 'x' } }, 'logmein/admins-only'],
  ['LM-2 who has not come yet is reminded', admin, 'invitation.resend', { to: invited }, 'allow'],
  ['LM-2 who has is not', admin, 'invitation.resend', { to: user }, 'logmein/not-pending'],

  ['LM-3 what the directory owns is not edited', admin, 'user.edit', edit(provisioned, 'department', 'email'), 'logmein/owned-fields'],
  ['LM-3 the rest is', admin, 'user.edit', edit(provisioned, 'department'), 'allow'],
  ['LM-3 of whom it owns nothing everything is', admin, 'user.edit', edit(user, 'email'), 'allow'],
  ['LM-3 nobody takes a field from it', admin, 'user.edit', edit(provisioned, 'ownedFields'), 'logmein/profile-only'],
  ['LM-3 nor at the start', admin, 'user.invite', { change: { roleId: 'user', fields: ['billingContact'] } }, 'logmein/profile-only'],

  ['LM-4 a product of which a seat is free', admin, 'user.assign-product', products(user, 'meeting'), 'allow'],
  ['LM-4 not one of which none is', admin, 'user.assign-product', products(user, 'meeting', 'webinar'), 'logmein/product-seat'],
  ['LM-4 what someone holds needs no other', admin, 'user.assign-product', { ...products(holder, 'meeting'), account: { seats: {} } }, 'allow'],
  ['LM-4 for three users there have to be three', admin, 'user.invite', { change: { roleId: 'user', products: ['meeting'], count: 3 } }, 'logmein/product-seat'],
  ['LM-4 a seat is given with the invitation', admin, 'user.invite', add('user', 'meeting'), 'allow'],
  ['LM-4 how many there are has to be known', admin, 'user.assign-product', { ...products(user, 'meeting'), without: ['seats'] }, 'unknown: account.seats'],
  ['LM-4 any admin adds licences', admin, 'license.add', {}, 'allow'],
  ['LM-4 a user does not', user, 'license.add', {}, 'builtin/no-permission'],

  ['LM-5 a billing contact gets to billing', contact, 'billing.view', {}, 'allow'],
  ['LM-5 also without being an admin', payer, 'billing.view', {}, 'allow'],
  ['LM-5 an admin who is none does not', admin, 'billing.view', {}, 'logmein/billing-contact'],
  ['LM-5 nor manages it', admin, 'billing.manage', {}, 'logmein/billing-contact'],
  ['LM-5 nor does a user who is none', user, 'billing.view', {}, 'logmein/billing-contact'],

  ['LM-7 an admin moves a seat', admin, 'user.transfer-seat', { to: holder, change: { toId: 'uma' } }, 'allow'],
  ['LM-7 a user does not', holder, 'user.transfer-seat', { to: holder, change: { toId: 'uma' } }, 'builtin/no-permission'],
  ['LM-8 an admin suspends a user', admin, 'user.suspend', { to: user }, 'allow'],
  ['LM-8 a user suspends nobody', user, 'user.suspend', { to: holder }, 'builtin/no-permission'],
  ['LM-8 who is suspended may do nothing', { ...contact, status: 'suspended' }, 'billing.view', {}, 'builtin/not-active'],
  ['LM-8 and is let back in', admin, 'user.reactivate', { to: suspended }, 'allow'],

  ['LM-9 an admin resets nobody’s password', admin, 'user.reset-password', { to: user }, 'logmein/own-password'],
  ['LM-9 nor does a helpdesk', helpdesk, 'user.reset-password', { to: user }, 'logmein/own-password'],
  ['LM-9 but their own', admin, 'user.reset-password', { to: admin }, 'allow'],
  ['LM-9 nor sets one', admin, 'user.edit', edit(user, 'password'), 'logmein/password-stays'],
  ['LM-9 but their own again', admin, 'user.edit', edit(admin, 'password'), 'allow'],

  ['LM-10 meetings are listed', admin, 'user.list-sessions', { to: user, change: { kind: 'meeting' } }, 'allow'],
  ['LM-10 and trainings', admin, 'user.list-sessions', { to: user, change: { kind: 'training' } }, 'allow'],
  ['LM-10 no webinars', admin, 'user.list-sessions', { to: user, change: { kind: 'webinar' } }, 'logmein/listed-sessions'],
  ['LM-10 nor conferences', admin, 'user.list-sessions', { to: user, change: { kind: 'conference' } }, 'logmein/listed-sessions'],

  ['LM-11 a user views their own recordings', user, 'user.view-recordings', { to: user }, 'allow'],
  ['LM-11 nobody else does', user, 'user.view-recordings', { to: holder }, 'logmein/own-recordings'],
  ['LM-11 not even an admin', admin, 'user.view-recordings', { to: user }, 'logmein/own-recordings'],
  ['LM-12 an admin deletes a user', admin, 'user.delete', { to: user }, 'allow'],
  ['LM-12 also one who is suspended', admin, 'user.delete', { to: suspended }, 'allow'],
  ['LM-12 a user deletes nobody', user, 'user.delete', { to: holder }, 'builtin/no-permission'],
];

truthTable({
  document: logmein,
  roles: [
    {
      id: 'helpdesk',
      permissions: [
        'user.list',
        'user.view',
        'user.edit',
        'user.change-role',
        'user.reset-password',
      ],
    },
    { id: 'superuser', permissions: ['*'] },
  ],
  account: { seats: { meeting: { total: 5, used: 3 }, webinar: { total: 1, used: 1 } } },
  rows,
  acts: [
    [
      'LM-8 the seats of who is suspended go to someone else',
      [
        [
          'two are given',
          admin,
          'user.invite',
          { change: { roleId: 'user', products: ['meeting'], count: 2 } },
          'allow',
        ],
        [
          'no third',
          admin,
          'user.assign-product',
          products(user, 'meeting'),
          'logmein/product-seat',
        ],
        ['one is suspended', admin, 'user.suspend', { to: holder }, 'allow'],
        ['whose seat is free', admin, 'user.assign-product', products(user, 'meeting'), 'allow'],
        [
          'once',
          admin,
          'user.assign-product',
          products(provisioned, 'meeting'),
          'logmein/product-seat',
        ],
      ],
    ],
  ],
});
