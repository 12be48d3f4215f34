import type { Action, ChangeData, PersonRecord } from '../../domain/index.ts';
import type { NewCommand } from '../new-command.ts';
import type { ImportField } from './import-fields.ts';
import { namesOf, newNames } from './import-names.ts';
import type { ImportValues } from './import-values.ts';

/** Fields that `user.edit` sets, and an invitation takes along, under their own names. */
const PROFILE = ['displayName', 'department', 'manager', 'jobTitle', 'location'] as const;

/** Adds one person, with everything that the row says of them. */
export function inviteCommand(
  email: string,
  values: ImportValues,
  defaults: ChangeData,
): NewCommand {
  const { addons, group, role, userType } = values;
  const profile = Object.fromEntries(
    PROFILE.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]])),
  );
  return {
    action: 'user.invite',
    change: {
      ...defaults,
      people: [{ email, ...namesOf(values) }],
      ...(role !== undefined && { roleId: role }),
      ...(userType !== undefined && { userType }),
      ...(addons && { addons }),
      ...(group !== undefined && { groupId: group }),
      ...(Object.keys(profile).length > 0 && { values: { ...defaults.values, ...profile } }),
    },
  };
}

export interface Update {
  readonly fields: readonly ImportField[];
  readonly commands: readonly NewCommand[];
}

/** Changes what differs, each kind of change by the command that it would be done with by hand. */
export function updateCommands(person: PersonRecord, row: ImportValues): Update {
  const fields: ImportField[] = [];
  const commands: NewCommand[] = [];
  const add = (action: Action, change: ChangeData, ...set: ImportField[]): void => {
    const { id, version } = person;
    fields.push(...set);
    commands.push({
      action,
      target: { kind: 'person', id, ...(version !== undefined && { version }) },
      change,
    });
  };
  const edited = editedValues(person, row);
  const { addons, group, role, userType } = row;
  if (Object.keys(edited).length > 0)
    add('user.edit', { values: edited }, ...(Object.keys(edited) as ImportField[]));
  if (role !== undefined && role !== person.roleId)
    add('user.change-role', { roleId: role }, 'role');
  if (userType !== undefined && userType !== person.userType)
    add('user.change-type', { userType }, 'userType');
  if (addons && !isSameSet(addons, person.addons)) add('user.assign-addon', { addons }, 'addons');
  if (group !== undefined && !isSameSet([group], person.groupIds))
    add('user.assign-group', { groupId: group }, 'group');
  return { fields, commands };
}

/** Values of an edit that are not so already. */
function editedValues(person: PersonRecord, row: ImportValues): Readonly<Record<string, string>> {
  const names = newNames(person, row);
  const said = { ...Object.fromEntries(PROFILE.map((field) => [field, row[field]])), ...names };
  const held: Readonly<Record<string, unknown>> = { ...person };
  const differs = ([field, value]: [string, string | undefined]): boolean => {
    const before = held[field];
    const text = typeof before === 'string' ? before.trim().normalize('NFC') : '';
    return value !== undefined && value !== text;
  };
  return Object.fromEntries(
    (Object.entries(said) as [string, string | undefined][]).filter(differs),
  ) as Readonly<Record<string, string>>;
}

function isSameSet(one: readonly string[], other: readonly string[] = []): boolean {
  return new Set(one).size === new Set(other).size && one.every((id) => other.includes(id));
}
