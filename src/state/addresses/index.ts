export * from './address-list.ts';
export * from './entry.ts';
export * from './format-entry.ts';
export { KnownPeople } from './known-people.ts';
export { readEntries } from './read-entries.ts';
