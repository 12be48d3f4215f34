import type { MemoryOptions, MemoryPerson } from '../../src/adapter/memory/index.ts';
import messaging from '../../src/policy/presets/messaging.ts';

const person = (id: string, roleId: string, ...subaccountIds: string[]): MemoryPerson => ({
  id,
  email: `${id}@example.com`,
  firstName: id.replace(/^./, (letter) => letter.toUpperCase()),
  roleId,
  ...(subaccountIds.length > 0 && { subaccountIds }),
});

/** A messaging account: an admin, managers of two sub-accounts, and (by no rule of the product) one person in four. */
export const MESSAGING: MemoryOptions = {
  policy: messaging,
  people: [
    person('ada', 'admin'),
    person('max', 'manager', 'lyon'),
    person('mia', 'manager', 'lyon'),
    person('pia', 'manager', 'paris'),
    person('tom', 'watcher', 'paris', 'lyon', 'nantes', 'brest'),
  ],
  roles: [{ id: 'watcher', permissions: ['user.list', 'user.view'], label: 'Watcher' }],
  subaccounts: [
    { id: 'lyon', name: 'Lyon' },
    { id: 'paris', name: 'Paris' },
    { id: 'nantes', name: 'Nantes' },
    { id: 'brest', name: 'Brest' },
  ],
};
