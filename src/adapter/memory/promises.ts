import type { Command } from '../../domain/index.ts';
import { fail } from '../fail.ts';

interface Given {
  readonly until: number;
  readonly contents: Set<string>;
  /** The prices that were shown. */
  readonly prices: string;
}

/** What previews promised: a token stands for the very commands that were shown, for a while. */
export class Promises {
  readonly #given = new Map<string, Given>();
  #count = 0;

  /** A token for these commands at these prices, good until a moment of the backend's clock (ms). */
  give(actorId: string, commands: readonly Command[], until: number, prices: unknown): string {
    const token = `preview-${++this.#count}`;
    const contents = new Set(commands.map((command) => contentOf(actorId, command)));
    this.#given.set(token, { until, contents, prices: canonical(prices ?? {}) });
    return token;
  }

  /** Refuses a command that comes with a token of something else, of other prices or of long ago: it has to be shown again. */
  check(actorId: string, command: Command, now: number, prices: unknown): void {
    const token = command.change?.token;
    if (token === undefined) return;
    const given = this.#given.get(token);
    if (!given || given.until <= now || !given.contents.has(contentOf(actorId, command)))
      fail('conflict', 'preview-outdated');
    if (given.prices !== canonical(prices ?? {})) fail('conflict', 'price-changed');
  }
}

/** What a command does, whatever it is called and whatever it comes with. */
function contentOf(actorId: string, { action, target, change }: Command): string {
  const { token: _token, ...rest } = change ?? {};
  return canonical([actorId, action, target, rest]);
}

/** The same text for the same content, in whatever order its keys came. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort())
      : part,
  );
}
