import { provesScimPage } from './scim-page.ts';

provesScimPage('lean-scim', { actor: { id: 'console', roleId: 'admin', status: 'active' } });
