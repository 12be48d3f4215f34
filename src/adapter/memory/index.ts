export { createMemoryAdapter, type MemoryAdapter } from './memory-adapter.ts';
export type * from './controls.ts';
export type { KnownElsewhere, MemoryAccount, MemoryOptions, MemoryPerson } from './options.ts';
