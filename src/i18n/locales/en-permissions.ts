import type { Message } from '../message.ts';

/** English of the table of what each role may do. */
const permissions = {
  'permissions.label': 'What each role may do',
  'permissions.none': 'What a role may do is decided by the server; this page does not know it.',
  'permissions.you': 'Your role',
  'area.settings': 'General settings',
  'area.people': 'Users',
  'area.subaccounts': 'Sub-accounts',
  'area.billing': 'Billing',
  'level.full': 'Full',
  'level.limited': 'Limited',
  'level.view': 'View',
  'level.none': 'None',
} as const satisfies Readonly<Record<string, Message>>;

export default permissions;
