/**
 * What is on the wire, as zod schemas, for adapters that read answers of a backend and for tests. The types of the
 * kit are not derived from them: a type test keeps the two equal, and zod out of every public type. Unknown fields
 * pass, since backends add some.
 */
export * from './account.ts';
export * from './answers.ts';
export * from './capabilities.ts';
export * from './command.ts';
export * from './people.ts';
export * from './problem.ts';
export * from './query.ts';
