import { html, nothing, type TemplateResult } from 'lit';
import { PERSON_STATUSES, type PeopleField } from '../../domain/index.ts';
import { fieldName, sayDecision, statusName, userTypeName } from '../../i18n/index.ts';
import {
  FILTER_FIELDS,
  PEOPLE_LISTS,
  filteredTo,
  isFiltered,
  withoutFilters,
  type FilterField,
} from '../../state/index.ts';
import { icon } from '../../views/icons.ts';
import type { TableContext } from './table-context.ts';

export interface ToolbarParts {
  readonly searchText: string;
  readonly onSearch: (text: string) => void;
}

/** Search, filters and the way to the columns; only what the backend can do is drawn. */
export function toolbar(
  { searchText, onSearch }: ToolbarParts,
  table: TableContext,
): TemplateResult {
  const { t, scope, capabilities, menu, view, setView } = table;
  return html`<div class="toolbar" part="toolbar" role="group" aria-label=${t('filter.label')}>
    ${listSwitch(table)}
    ${
      capabilities?.people.search
        ? html`<label class="field search" part="search">
            ${icon('search')}
            <input
              type="search"
              autocomplete="off"
              spellcheck="false"
              aria-label=${t('search.label')}
              placeholder=${t('search.label')}
              .value=${searchText}
              @input=${(event: Event) => onSearch((event.currentTarget as HTMLInputElement).value)}
            />
            ${
              searchText
                ? html`<button type="button" class="button quiet icon" aria-label=${t('search.clear')} @click=${(event: Event) => clearSearch(event, onSearch)}>
                    ${icon('close')}
                  </button>`
                : nothing
            }
          </label>`
        : nothing
    }
    <div class="filters" tabindex="-1">
      ${FILTER_FIELDS.map((field) => filterButton(field, table))}
      ${
        isFiltered(view.query)
          ? html`<button type="button" class="button quiet" @click=${() => setView({ ...view, query: withoutFilters(view.query) })}>
              ${t('filter.clear')}
            </button>`
          : nothing
      }
    </div>
    <div class="toolbar-end">
      <slot name="toolbar"></slot>
      ${
        scope.offers('user.export') || (!table.readonly && scope.offers('user.import'))
          ? html`<button
              type="button"
              class="button"
              part="csv-button"
              aria-haspopup="menu"
              aria-expanded=${menu.name?.kind === 'csv'}
              @click=${(event: Event) => menu.toggle({ kind: 'csv' }, event.currentTarget as HTMLElement)}
            >
              ${t('csv.open')}
            </button>`
          : nothing
      }
      <button
        type="button"
        class="button"
        part="view-button"
        aria-label=${t('view.open')}
        aria-haspopup="dialog"
        aria-expanded=${menu.name?.kind === 'view'}
        @click=${(event: Event) => menu.toggle({ kind: 'view' }, event.currentTarget as HTMLElement)}
      >
        ${icon('columns')}<span class="button-text">${t('view.open')}</span>
      </button>
      ${inviteButton(table)}
    </div>
  </div>`;
}

/** Asks for the form by which people are invited; an `<invite-dialog>` on the page opens (ZM-7). */
function inviteButton({
  t,
  scope,
  invite,
  roleLabel,
}: TableContext): TemplateResult | typeof nothing {
  if (!invite || !scope.offers('user.invite')) return nothing;
  const decision = scope.decide({ action: 'user.invite', draft: true });
  const closed = scope.standing(decision) === 'denied';
  const said = closed ? sayDecision(t, decision, { roleLabel }) : undefined;
  const why = said && [said.reason, said.remedy].filter(Boolean).join(' ');
  return html`<button
    type="button"
    class="button ${closed ? '' : 'primary'}"
    part="invite-button"
    aria-label=${t('invite.open')}
    aria-disabled=${closed ? 'true' : nothing}
    aria-description=${why ?? nothing}
    title=${why ?? nothing}
    @click=${() => invite(why)}
  >
    ${icon(closed ? 'lock' : 'plus')}<span class="button-text">${t('invite.open')}</span>
  </button>`;
}

/** Those on the account, those invited: where the page wants them apart and the backend can tell them apart. */
function listSwitch({
  t,
  view,
  capabilities,
  showList,
}: TableContext): TemplateResult | typeof nothing {
  if (view.list === undefined || !capabilities?.people.filter.status?.includes('in'))
    return nothing;
  return html`<div class="lists" role="group" aria-label=${t('list.label')}>
    ${PEOPLE_LISTS.map(
      (list) => html`<button
        type="button"
        class="list-button"
        part="list"
        aria-pressed=${view.list === list}
        @click=${() => showList(list)}
      >
        ${t(`list.${list}`)}
      </button>`,
    )}
  </div>`;
}

function clearSearch(event: Event, onSearch: (text: string) => void): void {
  const input = (event.currentTarget as HTMLElement).closest('label')?.querySelector('input');
  onSearch('');
  input?.focus();
}

function filterButton(field: FilterField, table: TableContext): TemplateResult | typeof nothing {
  const { t, view, menu } = table;
  const values = filterValues(field, table);
  // Of those invited there is but one status.
  if (values.length === 0 || (field === 'status' && view.list === 'pending')) return nothing;
  const chosen = filteredTo(view.query, field);
  const name = fieldName(t, field);
  const names = chosen.map((value) => valueName(field, value, table));
  const isOpen = menu.name?.kind === 'filter' && menu.name.field === field;
  return html`<button
    type="button"
    class="button filter ${chosen.length > 0 ? 'chosen' : ''}"
    part="filter"
    aria-haspopup="dialog"
    aria-expanded=${isOpen}
    @click=${(event: Event) => menu.toggle({ kind: 'filter', field }, event.currentTarget as HTMLElement)}
  >
    <span class="filter-text">${chosen.length > 0 ? t('filter.chip', { field: name, values: t.list(names) }) : name}</span>
    ${icon('chevron-down')}
  </button>`;
}

/** The values of a field that this backend can filter by; none: no filter is drawn. */
export function filterValues(
  field: FilterField,
  { capabilities, roles, view }: TableContext,
): readonly string[] {
  const people = capabilities?.people;
  const operators = people?.filter[field as PeopleField];
  if (!people || !operators?.includes('in')) return [];
  if (people.values?.[field]) return people.values[field];
  if (field === 'role') return roles.map(({ id }) => id);
  const isHere = view.list === 'users';
  return field === 'status' ? PERSON_STATUSES.filter((one) => !isHere || one !== 'pending') : [];
}

/** What a value of a filter is called. */
export function valueName(field: FilterField, value: string, { t, cell }: TableContext): string {
  if (field === 'role') return cell.roleName(value);
  return field === 'status' ? statusName(t, value) : userTypeName(t, value);
}
