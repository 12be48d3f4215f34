import type { TemplateResult } from 'lit';
import { personName, type PersonRecord } from '../../domain/index.ts';
import { roleChoice, roleOptions } from '../../views/role-choice.ts';
import type { TableContext } from './table-context.ts';

/** The list of roles for one person. */
export function roleMenu(person: PersonRecord, table: TableContext): TemplateResult {
  const { scope, t, cell } = table;
  const decisions = scope.assignableRoles({ action: 'user.change-role', target: person });
  return roleChoice({
    label: t('role.change', { name: personName(person) }),
    options: roleOptions(decisions, {
      t,
      roleName: cell.roleName,
      roleLabel: table.roleLabel,
      serverDecides: (decision) => scope.standing(decision) === 'server-decides',
    }),
    current: person.roleId,
    choose: (roleId) => table.chooseRole(person, roleId),
  });
}
