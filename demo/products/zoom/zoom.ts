import { scenarios } from '../../../src/mock/index.ts';
import type { PolicyDocument, RoleDef } from '../../../src/policy/index.ts';
import zoom from '../../../src/policy/presets/zoom.ts';
import { productPage } from '../../product-page.ts';

/** A role of the host's own: permissions are all it needs, the preset's limits hold for it too. */
const peopleLead: RoleDef = {
  id: 'people-lead',
  permissions: ['user.list', 'user.view', 'user.change-role'],
};
const policy: PolicyDocument = {
  ...zoom,
  roles: [...zoom.roles, peopleLead],
  messages: {
    en: { 'role.people-lead': 'People lead', 'field.x-cost-centre': 'Cost centre' },
    fr: { 'role.people-lead': 'Référent équipe', 'field.x-cost-centre': 'Centre de coûts' },
  },
};

const { provider } = productPage({
  viewers: policy.roles.map(({ id }) => id),
  scenarios,
  account: ({ count }) => ({ count: Number(count), roles: [peopleLead] }),
});
provider.policy = policy;

// This page has a shop: five more, on the house.
provider.addEventListener('seat-buy', (event) => {
  event.preventDefault();
  const change = { values: { pool: event.pool }, count: 5 };
  void provider.scope?.run({ action: 'license.add', change });
});
