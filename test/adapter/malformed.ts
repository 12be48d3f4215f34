import type { CallKind } from './faults.ts';

/** Answers that no backend should give. Each is a shape of its own; `shape` of a fault picks one by its name. */
export const MALFORMED = {
  nothing: () => undefined,
  null: () => null,
  number: () => 42,
  html: () => '<!doctype html><title>502 Bad Gateway</title>',
  empty: () => ({}),
  list: () => [null, 1, 'x'],
  'items-not-a-list': (answer: unknown) => ({ ...(answer as object), items: 'none' }),
  'null-item': (answer: unknown) => ({ ...(answer as object), items: [null] }),
  'no-id': (answer: unknown) => changed(answer, ({ id: _id, ...rest }) => rest),
  'number-id': (answer: unknown) => changed(answer, (record) => ({ ...record, id: 2 ** 53 })),
  'empty-id': (answer: unknown) => changed(answer, (record) => ({ ...record, id: '' })),
  'role-not-text': (answer: unknown) =>
    changed(answer, (record) => ({ ...record, roleId: { id: 'admin' } })),
  'bad-total': (answer: unknown) => ({ ...(answer as object), total: Number.NaN }),
} as const satisfies Record<string, (answer: unknown) => unknown>;

export type MalformedShape = keyof typeof MALFORMED;

const ANY = ['nothing', 'null', 'number', 'html', 'empty', 'list'] as const;
const RECORD = ['no-id', 'number-id', 'empty-id', 'role-not-text'] as const;

/** Shapes that mean something for a kind of call: a page can go wrong in more ways than a record. */
export function shapesFor(kind: CallKind): readonly MalformedShape[] {
  switch (kind) {
    case 'people': return [...ANY, 'items-not-a-list', 'null-item', ...RECORD, 'bad-total'];
    case 'subaccounts': case 'audit': case 'events': case 'links': return [...ANY, 'items-not-a-list', 'null-item', 'bad-total'];
    case 'person': return [...ANY, ...RECORD];
    // `null` is what a command may well answer.
    case 'run': return ['nothing', 'number', 'html', 'empty', 'list', ...RECORD];
    case 'roles': case 'groups': return ['nothing', 'null', 'number', 'html', 'empty', 'list'];
    default: return ANY;
  } // prettier-ignore
}

type Fields = Record<string, unknown>;

/** The answer with its record, or the first of its records, changed. */
function changed(answer: unknown, change: (record: Fields) => unknown): unknown {
  const { items } = (answer ?? {}) as { readonly items?: readonly Fields[] };
  if (!Array.isArray(items)) return change((answer ?? {}) as Fields);
  return {
    ...(answer as object),
    items: items.map((item, i) => (i === 0 ? change(item as Fields) : (item as unknown))),
  };
}
