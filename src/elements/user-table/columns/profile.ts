import { html } from 'lit';
import type { PersonRecord } from '../../../domain/index.ts';
import { hasNone, type GridColumn } from './column.ts';

/** A column that shows one text of the profile as it is. */
function text(id: 'department' | 'jobTitle' | 'location' | 'manager'): GridColumn {
  const value = (person: PersonRecord): string => person[id] ?? '';
  return {
    id,
    header: (t) => t(`field.${id}`),
    sort: id,
    width: [128, 1],
    isOffered: (scope) => !hasNone(scope, id),
    cell: (person) => html`<span dir="auto" title=${value(person)}>${value(person)}</span>`,
  };
}

export const department = text('department');
export const jobTitle = text('jobTitle');
export const location = text('location');
export const manager = text('manager');
