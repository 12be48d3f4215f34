export { createScimAdapter, type ScimAdapter } from './scim-adapter.ts';
export type { ScimOptions, ScimToken } from './options.ts';
