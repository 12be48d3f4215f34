import { html, nothing } from 'lit';
import { personName } from '../../../domain/index.ts';
import { avatar } from '../../../views/avatar.ts';
import type { GridColumn } from './column.ts';

/** Avatar and name, which opens the person's page where there is one; says which row is one's own. */
export const name: GridColumn = {
  id: 'name',
  header: (t) => t('field.name'),
  sort: 'name',
  width: [220, 2],
  cell: (person, { t, actorId, open }) => {
    const shown = personName(person);
    return html`${avatar({ id: person.id, name: shown, src: person.avatarUrl })}
      ${
        open
          ? html`<button type="button" class="name" part="person-link" dir="auto" title=${shown} @click=${() => open(person)}>${shown}</button>`
          : html`<span class="name" dir="auto" title=${shown}>${shown}</span>`
      }
      ${person.id === actorId ? html`<span class="you">${t('people.you')}</span>` : nothing}`;
  },
};
