import type { TemplateResult } from 'lit';
import { personName, type PersonRecord } from '../../domain/index.ts';
import { roleChoice, type RoleOption } from '../../views/role-choice.ts';
import type { TableContext } from './table-context.ts';

/** The list of roles for one person. */
export function roleMenu(person: PersonRecord, table: TableContext): TemplateResult {
  const { scope, t, cell } = table;
  const decisions = scope.assignableRoles({ action: 'user.change-role', target: person });
  const options: RoleOption[] = [...decisions].map(([id, decision]) => ({
    id,
    name: cell.roleName(id),
    decision,
  }));
  return roleChoice({
    label: t('role.change', { name: personName(person) }),
    options,
    current: person.roleId,
    t,
    roleLabel: table.roleLabel,
    serverDecides: (decision) => scope.standing(decision) === 'server-decides',
    choose: (roleId) => table.chooseRole(person, roleId),
  });
}
