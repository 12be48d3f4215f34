import type { Choice } from '../../../domain/index.ts';
import type { Act } from '../act.ts';
import { invalid } from '../../fail.ts';

type Part = 'groups' | 'chatGroups' | 'attributes';

/** A text among the values of a command; a value is named as the record names it. */
export function textValue({ change: { values = {} } }: Act, name: string): string | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || value.length > 200)
    return invalid(`/change/values/${name}`, 'text');
  return value.trim();
}

/** The same, where the command makes no sense without it. */
export function neededValue(act: Act, name: string): string {
  return textValue(act, name) || invalid(`/change/values/${name}`, 'missing');
}

/** Makes something to choose from `values: { label, id?, description? }`. */
export function addChoice(act: Act, part: Part, prefix: string): Choice {
  const id = textValue(act, 'id') ?? act.store.newId(prefix);
  if (act.store.account[part]?.some((one) => one.id === id)) invalid('/change/values/id', 'taken');
  return putChoice(act, part, { id, label: neededValue(act, 'label') });
}

/** Gives one of them another label or description. */
export function editChoice(act: Act, part: Part, id: string): Choice {
  return putChoice(act, part, choiceOf(act, part, id));
}

function putChoice(act: Act, part: Part, before: Choice): Choice {
  const { store } = act;
  const given = ['label', 'description']
    .map((name) => [name, textValue(act, name)])
    .filter(([, text]) => text);
  const next: Choice = { ...before, ...(Object.fromEntries(given) as Partial<Choice>) };
  const all = store.account[part] ?? [];
  const isNew = !all.some(({ id }) => id === next.id);
  store.account = {
    ...store.account,
    [part]: isNew ? [...all, next] : all.map((one) => (one.id === next.id ? next : one)),
  };
  return next;
}

/** Takes one of them out of the account. */
export function dropChoice(act: Act, part: Part, id: string): void {
  const { store } = act;
  const gone = choiceOf(act, part, id);
  store.account = { ...store.account, [part]: store.account[part]?.filter((one) => one !== gone) };
}

function choiceOf({ store }: Act, part: Part, id: string): Choice {
  return (
    store.account[part]?.find((one) => one.id === id) ?? invalid('/change/values/id', 'unknown')
  );
}

/** Takes an id out of a list of everyone who has it there. */
export function dropFromEveryone(
  { store }: Act,
  list: 'groupIds' | 'chatGroupIds' | 'subaccountIds',
  id: string,
): null {
  for (const { record } of store.rows()) {
    const mine = record[list];
    if (mine?.includes(id)) store.put({ ...record, [list]: mine.filter((one) => one !== id) });
  }
  return null;
}
