import { roleLabels } from '../../controllers/role-labels.ts';
import { roleName, type Translator } from '../../i18n/index.ts';
import type { AccountScope, Ask } from '../../state/index.ts';
import { roleOptions, type RoleOption } from '../../views/role-choice.ts';

/** A role that a host offers in a `<role-picker>` of its own, inside or outside of an account. */
export interface RoleSpec {
  readonly id: string;
  /** What it is called. Absent: the kit's word for the id. */
  readonly label?: string;
  readonly description?: string;
  /** Why it cannot be chosen. Absent: it can. */
  readonly closed?: string;
  /** What to do so that it can. */
  readonly remedy?: string;
}

/** The options that a host listed itself. */
export function ownOptions(roles: readonly RoleSpec[], t: Translator): readonly RoleOption[] {
  return roles.map(({ id, label, description, closed, remedy }) => ({
    id,
    name: roleName(t, id, label),
    description,
    closed: closed === undefined ? undefined : { reason: closed, ...(remedy && { remedy }) },
  }));
}

/** The options of an account: every role, with the policy's word on whether this actor could give it. */
export function accountOptions(
  scope: AccountScope,
  ask: Ask,
  t: Translator,
): readonly RoleOption[] {
  const roleLabel = roleLabels(scope);
  return roleOptions(scope.assignableRoles(ask), {
    t,
    roleLabel,
    roleName: (id) => roleName(t, id, roleLabel(id)),
    serverDecides: (decision) => scope.standing(decision) === 'server-decides',
  });
}
