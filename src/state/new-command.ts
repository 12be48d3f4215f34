import type { Command } from '../domain/index.ts';

/** A command to be run; without an id it gets one. */
export type NewCommand = Omit<Command, 'id'> & { readonly id?: string };

export function withId(command: NewCommand): Command {
  return { ...command, id: command.id ?? newId() };
}

export function isList(input: NewCommand | readonly NewCommand[]): input is readonly NewCommand[] {
  return Array.isArray(input);
}

/** An id that nobody else has. */
export function newId(): string {
  // `randomUUID` is missing on pages that are not served securely, such as a host's test server.
  if ('randomUUID' in crypto) return crypto.randomUUID();
  return Array.from((crypto as Crypto).getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
