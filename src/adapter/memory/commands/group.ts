import type { Act, Handlers } from '../act.ts';
import { invalid } from '../fail.ts';
import { addChoice, dropChoice, editChoice } from './choices.ts';
import { checkGroup } from './known.ts';

/** The group that the command points at, and where such groups are kept. */
function group(act: Act) {
  const id = act.target?.id ?? invalid('/target', 'missing');
  const held = checkGroup(act, id, '/target/id');
  return { id, held, part: held === 'groupIds' ? 'groups' : 'chatGroups' } as const;
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
    const { part, held, id } = group(act);
    dropChoice(act, part, id);
    for (const { record } of act.store.rows()) {
      const mine = record[held];
      if (mine?.includes(id))
        act.store.put({ ...record, [held]: mine.filter((one) => one !== id) });
    }
    return null;
  },
};
