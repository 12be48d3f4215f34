import type { Handlers } from '../act.ts';
import { addChoice, dropChoice, editChoice, neededValue } from './choices.ts';

/** Custom attributes (ZM-28). The registry gives them no target, so `values.id` says which one is meant. */
export const attributeCommands: Handlers = {
  'attribute.create': (act) => addChoice(act, 'attributes', 'c'),
  'attribute.edit': (act) => editChoice(act, 'attributes', neededValue(act, 'id')),
  'attribute.delete': (act) => {
    const id = neededValue(act, 'id');
    dropChoice(act, 'attributes', id);
    for (const { record } of act.store.rows()) {
      if (record.attributes?.[id] === undefined) continue;
      const left = Object.entries(record.attributes).filter(([key]) => key !== id);
      act.store.put({ ...record, attributes: Object.fromEntries(left) });
    }
    return null;
  },
};
