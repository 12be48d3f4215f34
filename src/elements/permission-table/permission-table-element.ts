import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { roleLabels } from '../../controllers/role-labels.ts';
import { addEnglish, roleName } from '../../i18n/index.ts';
import words from '../../i18n/locales/en-permissions.ts';
import type { Policy } from '../../policy/index.ts';
import type { Reach } from '../../domain/reach.ts';
import { areasOf, reachOf } from '../../state/permissions.ts';
import { permissionTable } from '../../views/permission-table.ts';
import { KitElement } from '../kit-element.ts';
import { permissionTableElementStyles } from './permission-table.styles.ts';

/**
 * What each role may do: roles by areas, `full`, `limited`, `view` or `none`, found out by asking the policy itself. It shows; it
 * grants nothing. Without a policy only the server knows, and it says that.
 *
 * @tag permission-table
 * @csspart permissions - The scrolling box around the table.
 * @csspart table - The table.
 * @csspart role - The row of a role.
 * @csspart level - A cell; `level-full`, `level-limited`, `level-view`, `level-none`.
 * @csspart state - What stands in place of the table: `state-no-policy`.
 */
export class PermissionTableElement extends KitElement {
  static override readonly tag: string = 'permission-table';
  static override readonly styles = permissionTableElementStyles;

  /** The role to point out, such as one that is being chosen. */
  @property({ attribute: 'role-id' }) roleId = '';

  /** What was asked of which policy: the answer stays the same as long as that does. */
  #asked: { readonly of: Policy; readonly reach: ReadonlyMap<string, Reach> } | undefined;

  constructor() {
    super();
    addEnglish(words);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { scope, t } = this;
    if (!scope) return this.scopeMissing ? this.#renderState(t('people.noScope.next')) : nothing;
    const { account, policy } = scope;
    if (!policy) return this.#renderState(t('permissions.none'));
    if (this.#asked?.of !== policy) this.#asked = { of: policy, reach: reachOf(policy) };
    const { reach } = this.#asked;
    const roleLabel = roleLabels(scope);
    return permissionTable(
      {
        reach,
        areas: areasOf(reach),
        roleName: (id) => roleName(t, id, roleLabel(id)),
        chosen: this.roleId || undefined,
        own: account.status === 'ready' ? account.actor.roleId : undefined,
      },
      t,
    );
  }

  #renderState(text: string): TemplateResult {
    return html`<p class="none" part="state state-no-policy">${text}</p>`;
  }
}
