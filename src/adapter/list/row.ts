import type { PersonRecord } from '../../domain/index.ts';
import { fold } from './text.ts';

/** A person in a list that is held here, with their place in it and what a search compares. */
export interface Row {
  readonly record: PersonRecord;
  readonly seq: number;
  text?: string;
}

/** What a search looks at: names, address and department, folded once and kept. */
export function searchText(row: Row): string {
  const { firstName, lastName, displayName, email, department } = row.record;
  return (row.text ??= fold([firstName, lastName, displayName, email, department].join('\n')));
}
