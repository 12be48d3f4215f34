import { css, html, nothing, type TemplateResult } from 'lit';
import type { Area, Level, Reach } from '../domain/reach.ts';
import type { Translator } from '../i18n/index.ts';

export interface PermissionTableParts {
  readonly reach: ReadonlyMap<string, Reach>;
  readonly areas: readonly Area[];
  readonly roleName: (id: string) => string;
  /** The role that the table is looked at for: the one that is being chosen. */
  readonly chosen?: string | undefined;
  /** The role of whoever looks at it. */
  readonly own?: string | undefined;
}

/** Roles by areas, each with how far it reaches (RI-17). A native table: screen readers move in it as in any other. */
export function permissionTable(
  { reach, areas, roleName, chosen, own }: PermissionTableParts,
  t: Translator,
): TemplateResult {
  return html`<div class="permissions" part="permissions" tabindex="0" role="region" aria-label=${t('permissions.label')}>
    <table part="table">
      <caption class="visually-hidden">
        ${t('permissions.label')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('field.role')}</th>
          ${areas.map((area) => html`<th scope="col">${t(`area.${area}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${[...reach].map(
          ([id, levels]) => html`<tr part="role" data-role=${id} ?data-chosen=${id === chosen}>
            <th scope="row" aria-current=${id === chosen ? 'true' : nothing}>
              <bdi>${roleName(id)}</bdi>${id === own ? html` <span class="own">${t('permissions.you')}</span>` : nothing}
            </th>
            ${areas.map((area) => cell(levels[area], t))}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function cell(level: Level, t: Translator): TemplateResult {
  return html`<td class="level is-${level}" part="level level-${level}" data-level=${level}>
    <span class="mark" aria-hidden="true"></span>${t(`level.${level}`)}
  </td>`;
}

export const permissionTableStyles = css`
  .permissions {
    overflow-x: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .permissions:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .permissions table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--_size-small);
    line-height: 1.4;
  }
  .permissions :is(th, td) {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }
  .permissions tbody tr:last-child > * {
    border-block-end: 0;
  }
  .permissions thead th {
    color: var(--_text-muted);
  }
  .permissions tbody th {
    font-weight: var(--_medium);
  }
  .permissions [data-chosen] {
    background: var(--_accent-soft);
  }
  .permissions .own {
    display: block;
    color: var(--_text-muted);
    font-weight: 400;
  }
  .level {
    white-space: nowrap;
  }
  .level > .mark {
    display: inline-block;
    inline-size: 8px;
    block-size: 8px;
    margin-inline-end: calc(var(--_space) * 1.5);
    border: 1.5px solid currentcolor;
    border-radius: 50%;
  }
  .level.is-full > .mark {
    background: currentcolor;
  }
  .level.is-limited > .mark {
    background: linear-gradient(to top, currentcolor 50%, transparent 50%);
  }
  .level.is-none {
    color: var(--_text-muted);
  }
  .level.is-none > .mark {
    border-style: dotted;
  }
  .level:is(.is-full, .is-limited) {
    color: var(--_text);
  }
  @media (forced-colors: active) {
    .level > .mark {
      forced-color-adjust: none;
      color: CanvasText;
    }
    .permissions [data-chosen] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
