import type { AccountAdapter, Call, Preview } from '../../adapter/port.ts';
import type { Capabilities } from '../../adapter/capabilities.ts';
import { isRef, type Command } from '../../domain/index.ts';
import { malformed } from '../answers.ts';
import { read, type Line } from '../read.ts';

export interface PreviewSource {
  readonly adapter: AccountAdapter;
  readonly line: Line;
  readonly call: () => Call;
  readonly capabilities: () => Promise<Capabilities>;
}

type PerTarget = Preview['perTarget'][number];

/**
 * What commands would do and cost, as the backend says: something for each target, in their order, also where it had
 * nothing to say of one; what it says of others (people behind a selection, addresses invited) comes after.
 * `undefined`: this backend has no preview of these.
 *
 * @throws AdapterError if it cannot be read
 */
export async function previewOf(
  { adapter, line, call, capabilities }: PreviewSource,
  commands: readonly Command[],
  signal?: AbortSignal,
): Promise<Preview | undefined> {
  const { preview: previewed } = await capabilities();
  const isPreviewed = commands.every(({ action }) => previewed.includes(action));
  if (!adapter.preview || !isPreviewed || commands.length === 0) return undefined;
  const preview = await read(line, 'preview', signal, async () =>
    checkPreview(await adapter.preview?.(commands, { ...call(), ...(signal && { signal }) })),
  );
  const told = new Map(preview.perTarget.map((one) => [one.id, one]));
  const perTarget = new Map<string, PerTarget>();
  for (const { target } of commands)
    if (isRef(target))
      perTarget.set(target.id, told.get(target.id) ?? { id: target.id, effects: [] });
  for (const [id, one] of told) if (!perTarget.has(id)) perTarget.set(id, one);
  return { ...preview, perTarget: [...perTarget.values()] };
}

function checkPreview(value: unknown): Preview {
  const perTarget = (value as Partial<Preview> | null | undefined)?.perTarget as unknown;
  if (!Array.isArray(perTarget)) throw malformed('preview().perTarget', 'a list', perTarget);
  perTarget.forEach((one: unknown, index) => {
    const { id, effects } = (one ?? {}) as Record<string, unknown>;
    const path = `preview().perTarget[${index}]`;
    if (typeof id !== 'string') throw malformed(`${path}.id`, 'a string', id);
    if (!Array.isArray(effects) || !effects.every(isEffect))
      throw malformed(`${path}.effects`, 'a list of effects with their codes', effects);
  });
  return value as Preview;
}

function isEffect(effect: unknown): boolean {
  return typeof (effect as { code?: unknown } | null)?.code === 'string';
}
