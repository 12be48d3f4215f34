import { createScimAdapter, type ScimOptions } from '../../src/adapter/scim/index.ts';
import type { PolicyDocument } from '../../src/policy/index.ts';
import { provesPeoplePage } from './proves.ts';
import type { ServerName } from './servers.mjs';

/** What a host would write down for its directory. */
const policy: PolicyDocument = {
  format: 1,
  id: 'directory',
  roles: [
    { id: 'admin', label: 'Administrator', rank: 20, permissions: ['*'] },
    { id: 'auditor', label: 'Auditor', rank: 10, permissions: ['user.list', 'user.view'] },
    { id: 'agent', label: 'Agent', rank: 10, permissions: ['user.list', 'user.view'] },
    { id: 'member', label: 'Member', rank: 0, permissions: [] },
  ],
  rules: [],
};

/** The same way on either kind of server. */
export function provesScimPage(name: ServerName, options: Partial<ScimOptions> = {}): void {
  provesPeoplePage(name, ({ baseUrl }) => ({
    adapter: createScimAdapter({ baseUrl, ...options }),
    policy,
    role: { from: 'agent', to: 'auditor', label: 'Auditor' },
    stop: { action: 'user.suspend', status: 'suspended' },
    ...(options.create && { invited: 'active' as const }),
  }));
}
