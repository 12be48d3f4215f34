import type { Command } from '../../domain/index.ts';
import type { CommandLimits } from '../capabilities.ts';
import { invalid } from '../fail.ts';

/** Refuses a field, or a value of one, that the backend has said it does not take. */
export function checkLimits({ change }: Command, limits: CommandLimits = {}): void {
  const { fields, values = {} } = limits;
  for (const [name, value] of Object.entries(change?.values ?? {})) {
    const isKnown = fields?.includes(name) ?? true;
    if (!isKnown || (values[name] && !values[name].includes(String(value))))
      invalid(`/change/values/${name}`, 'unknown');
  }
}
