import type { Act, Handlers } from '../act.ts';
import { addChoice, dropChoice, dropFromEveryone, editChoice } from './choices.ts';
import { checkGroup } from './known.ts';

/** The group that the command points at, and where such groups are kept. */
function group(act: Act) {
  const id = act.target?.id ?? '';
  const list = checkGroup(act, id);
  return { id, list, part: list === 'groupIds' ? 'groups' : 'chatGroups' } as const;
}

/** User groups, and with `kind: 'chat'` chat groups (ZM-12, ZM-27). */
export const groupCommands: Handlers = {
  'group.create': (act) =>
    addChoice(act, act.change.kind === 'chat' ? 'chatGroups' : 'groups', 'g'),
  'group.edit': (act) => {
    const { part, id } = group(act);
    return editChoice(act, part, id);
  },
  'group.delete': (act) => {
    const { part, list, id } = group(act);
    dropChoice(act, part, id);
    return dropFromEveryone(act, list, id);
  },
};
