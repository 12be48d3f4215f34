import { COMMAND_CHUNK, type CommandChunk } from '../../src/state/command-chunk.ts';
import type * as Desk from '../../src/state/commands/desk.ts';
import { OnDemand } from '../../src/state/on-demand.ts';

// What carries commands out is there from the start, unless a test is about its absence: no test waits for the disk.
if (!(await COMMAND_CHUNK.fetch())) throw new Error('What carries commands out is not there');

/** The chunk on a network that the test works by hand. */
export function chunkOnItsWay(): {
  readonly chunk: CommandChunk;
  /** How often it was asked for. */
  readonly asked: () => number;
  /** Resolves when it is asked for the first time. */
  readonly wanted: Promise<void>;
  readonly arrive: () => void;
  readonly fail: () => void;
} {
  let asked = 0;
  let ask!: () => void;
  const wanted = new Promise<void>((resolve) => (ask = resolve));
  let settle!: { resolve: (module: typeof Desk) => void; reject: (reason: Error) => void };
  const chunk = new OnDemand(
    () => {
      asked++;
      ask();
      return new Promise<typeof Desk>((resolve, reject) => (settle = { resolve, reject }));
    },
    (module) => module,
  );
  return {
    chunk,
    asked: () => asked,
    wanted,
    arrive: () => settle.resolve(COMMAND_CHUNK.ready as typeof Desk),
    fail: () => settle.reject(new TypeError('Failed to fetch dynamically imported module')),
  };
}
