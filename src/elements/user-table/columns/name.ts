import { html, nothing } from 'lit';
import { personName } from '../../../domain/index.ts';
import { avatar } from '../../../views/avatar.ts';
import type { GridColumn } from './column.ts';

/** Avatar and name; says which row is one's own. */
export const name: GridColumn = {
  id: 'name',
  header: (t) => t('field.name'),
  sort: 'name',
  width: [220, 2],
  cell: (person, { t, actorId }) => {
    const shown = personName(person);
    return html`${avatar({ id: person.id, name: shown, src: person.avatarUrl })}
      <span class="name" dir="auto" title=${shown}>${shown}</span>
      ${person.id === actorId ? html`<span class="you">${t('people.you')}</span>` : nothing}`;
  },
};
