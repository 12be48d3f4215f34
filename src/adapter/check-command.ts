import {
  actionShapes,
  isRef,
  type ActionShapes,
  type Command,
  type Invitee,
} from '../domain/index.ts';
import { invalid } from './fail.ts';

/** Refuses a command that is not complete or not of the right shape, before anything is asked or done. */
export function checkCommand(
  { id, action, target, change = {} }: Command,
  own?: ActionShapes,
): void {
  if (!id) invalid('/id', 'missing');
  const row = actionShapes(own)[action];
  if (!target) {
    if (row?.target === 'required') invalid('/target', 'missing');
    // A selection is one of people.
  } else if (row?.on) {
    const kind = isRef(target) ? target.kind : 'person';
    if (kind !== row.on && kind !== row.alsoOn) invalid('/target/kind', 'unknown');
  }

  for (const part of row?.needs ?? [])
    if (change[part] === undefined) invalid(`/change/${part}`, 'missing');
  for (const [part, value] of Object.entries(change) as [string, unknown][]) {
    if (value !== undefined && !isShaped(part, value)) invalid(`/change/${part}`, 'type');
  }
}

/** Whether a part of a change is of the type that `ChangeData` gives it. */
function isShaped(part: string, value: unknown): boolean {
  if (part === 'count') return Number.isInteger(value) && Number(value) > 0;
  if (part === 'values') return typeof value === 'object' && !!value;
  if (part === 'people') {
    return (
      Array.isArray(value) &&
      value.length > 0 &&
      value.every((one) => typeof (one as Partial<Invitee>).email === 'string')
    );
  }
  return /s$|keep/.test(part)
    ? Array.isArray(value) && value.every((one) => typeof one === 'string')
    : typeof value === 'string';
}
