import { provesScimPage } from './scim-page.ts';

provesScimPage('scimmy', { create: true });
