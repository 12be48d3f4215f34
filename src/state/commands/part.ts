import type { Command } from '../../domain/index.ts';

/**
 * The part of a command on many that is for one person. The same act on the same person is the same command, however
 * often it is tried.
 */
export function partFor(
  { id, ...command }: Command,
  person: { readonly id: string; readonly version?: string },
): Command {
  const { version } = person;
  return {
    ...command,
    id: `${id}/${encodeURIComponent(person.id)}`,
    target: { kind: 'person', id: person.id, ...(version !== undefined && { version }) },
  };
}
