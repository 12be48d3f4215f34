export { createRestAdapter, type RestAdapter } from './rest-adapter.ts';
export type { RestOptions, TokenSource } from './options.ts';
