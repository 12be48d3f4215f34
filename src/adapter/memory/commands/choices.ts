import type { Choice } from '../../../domain/index.ts';
import type { Act } from '../act.ts';
import { invalid } from '../fail.ts';

type Part = 'groups' | 'chatGroups' | 'attributes';

/** A text among the values of a command; a value is named as the record names it. */
export function textValue({ change: { values = {} } }: Act, name: string): string | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  const text = typeof value === 'string' ? value.trim() : invalid(`/change/values/${name}`, 'type');
  return text.length <= 200 ? text : invalid(`/change/values/${name}`, 'too-long');
}

/** The same, where the command makes no sense without it. */
export function neededValue(act: Act, name: string): string {
  return textValue(act, name) || invalid(`/change/values/${name}`, 'missing');
}

/** Makes something to choose from `values: { label, id?, description? }`. */
export function addChoice(act: Act, part: Part, prefix: string): Choice {
  const { store } = act;
  const before = store.account[part] ?? [];
  const id = textValue(act, 'id') ?? store.newId(prefix);
  if (before.some((one) => one.id === id)) invalid('/change/values/id', 'taken');
  const description = textValue(act, 'description');
  const choice: Choice = {
    id,
    label: neededValue(act, 'label'),
    ...(description && { description }),
  };
  store.account = { ...store.account, [part]: [...before, choice] };
  return choice;
}

/** Gives one of them another label or description. */
export function editChoice(act: Act, part: Part, id: string): Choice {
  const { store } = act;
  const before = store.account[part] ?? [];
  const one = before.find((choice) => choice.id === id) ?? invalid('/change/values/id', 'unknown');
  const label = textValue(act, 'label') === undefined ? one.label : neededValue(act, 'label');
  const description = textValue(act, 'description') ?? one.description;
  const next: Choice = { id, ...(label && { label }), ...(description && { description }) };
  store.account = {
    ...store.account,
    [part]: before.map((choice) => (choice === one ? next : choice)),
  };
  return next;
}

/** Takes one of them out of the account. */
export function dropChoice({ store }: Act, part: Part, id: string): void {
  const before = store.account[part] ?? [];
  if (!before.some((one) => one.id === id)) invalid('/change/values/id', 'unknown');
  store.account = { ...store.account, [part]: before.filter((one) => one.id !== id) };
}
