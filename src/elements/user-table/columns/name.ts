import { html, nothing, type TemplateResult } from 'lit';
import { personName, type PersonRecord } from '../../../domain/index.ts';
import { fieldName } from '../../../i18n/index.ts';
import { avatar } from '../../../views/avatar.ts';
import { icon } from '../../../views/icons.ts';
import type { CellContext, GridColumn } from './column.ts';

/** Avatar and name, which opens the person's page where there is one; says which row is one's own, and who is provisioned (LM-3). */
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
      ${person.id === actorId ? html`<span class="you">${t('people.you')}</span>` : nothing}
      ${provisioned(person, t)}`;
  },
};

/** That a directory keeps some of their fields, and which, where one points at it. */
function provisioned(
  { ownedFields = [] }: PersonRecord,
  t: CellContext['t'],
): TemplateResult | typeof nothing {
  if (ownedFields.length === 0) return nothing;
  const fields = t.list(ownedFields.map((field) => fieldName(t, field)));
  return html`<span class="provisioned" part="provisioned" title=${t('people.provisioned.fields', { fields })}
    >${icon('sync')}<span class="visually-hidden">${t('people.provisioned')}</span></span
  >`;
}
