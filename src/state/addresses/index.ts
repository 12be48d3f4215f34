export * from './address-list.ts';
export * from './entry.ts';
export * from './format-entry.ts';
export { readEntries } from './read-entries.ts';
