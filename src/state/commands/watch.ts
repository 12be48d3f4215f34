import type { AccountAdapter, Call, WatchEvent } from '../../adapter/port.ts';
import { toProblem } from '../../adapter/problem.ts';
import type { Line } from '../read.ts';

export interface WatchHost {
  readonly adapter: AccountAdapter;
  readonly line: Line;
  readonly call: () => Call;
  /** What is shown is being read just now. */
  readonly isReading: () => boolean;
  /** Something was changed elsewhere. */
  readonly changed: (topics: ReadonlySet<WatchEvent['topic']>) => void;
}

/** After something was heard, what else is heard is gathered for this long, in ms. */
const GATHERED_MS = 1_000;

/**
 * Listens to changes made elsewhere, until the signal aborts. The first is passed on at once; those that follow close
 * upon it are gathered, and wait until what the one before caused has been read: a busy account is not read without end.
 */
export function watchElsewhere(host: WatchHost, signal: AbortSignal): void {
  const { adapter, call, changed, isReading, line } = host;
  if (signal.aborted) return;
  let heard = new Set<WatchEvent['topic']>();
  let isGathering = false;
  const passOn = async (): Promise<void> => {
    isGathering = true;
    try {
      while (heard.size > 0) {
        const topics = heard;
        heard = new Set();
        changed(topics);
        do await line.clock.sleep(GATHERED_MS, signal);
        while (isReading());
      }
    } catch {
      // Nobody listens any more.
    }
    isGathering = false;
  };
  const startedAt = line.clock.now();
  try {
    adapter.watch?.(
      ({ topic }) => {
        if (signal.aborted) return;
        heard.add(topic);
        if (!isGathering) void passOn();
      },
      { ...call(), signal },
    );
  } catch (thrown) {
    // Without it, the page is as up to date as its own reading.
    line.report(toProblem(thrown), 'watch', startedAt);
  }
}
