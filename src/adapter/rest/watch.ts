import type { Call, WatchEvent } from '../port.ts';
import { toProblem } from '../problem.ts';
import { orAbort } from '../http/or-abort.ts';
import type { Wire } from './wire.ts';

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;

/** What is told after a gap: anything may have changed in it. */
const EVERYTHING: readonly WatchEvent[] = [
  { topic: 'people' },
  { topic: 'account' },
  { topic: 'subaccounts' },
  { topic: 'groups' },
  { topic: 'links' },
  { topic: 'events' },
];
const TOPICS: readonly unknown[] = EVERYTHING.map(({ topic }) => topic);

/**
 * Reads server-sent events (HTML, section 9.2) until the signal aborts, and connects again when they break off.
 * By `fetch`, since an `EventSource` sends no token. A backend that has no such route is left alone.
 */
export async function watch(
  wire: Wire,
  on: (event: WatchEvent) => void,
  call: Call & { readonly signal: AbortSignal },
): Promise<void> {
  const { signal } = call;
  let wait = FIRST_WAIT_MS;
  let asked: number | undefined;
  for (let n = 0; !signal.aborted; n++) {
    try {
      const response = await wire.open(
        { method: 'GET', path: '/events', headers: { Accept: 'text/event-stream' } },
        call,
      );
      wait = FIRST_WAIT_MS;
      if (n > 0) EVERYTHING.forEach(on);
      for await (const [field, value] of fieldsOf(response, signal)) {
        if (field === 'retry' && /^\d+$/.test(value)) asked = Number(value);
        const event = field === 'data' && eventOf(value);
        if (event) on(event);
      }
    } catch (thrown) {
      if (toProblem(thrown).kind === 'unsupported') return;
    }
    await pause(asked ?? wait, signal);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
}

/** The lines of a stream as fields. Every event here has its data on one line. */
async function* fieldsOf(
  { body }: Response,
  signal: AbortSignal,
): AsyncGenerator<readonly [field: string, value: string]> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    while (reader) {
      const { done, value } = await orAbort(reader.read(), signal);
      if (done) return;
      const lines = (rest + decoder.decode(value, { stream: true })).split(/\r\n|\r|\n/);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [, field = '', text = ''] = /^([^:]+)(?:: ?(.*))?$/.exec(line) ?? [];
        if (field) yield [field, text];
      }
    }
  } finally {
    reader?.cancel().catch(() => undefined);
  }
}

function eventOf(data: string): WatchEvent | undefined {
  try {
    const { topic, ids } = JSON.parse(data) as { topic?: unknown; ids?: unknown };
    if (!TOPICS.includes(topic)) return undefined;
    const isList = Array.isArray(ids) && ids.every((id) => typeof id === 'string');
    return { topic: topic as WatchEvent['topic'], ...(isList && { ids }) };
  } catch {
    // Not for us; the next one may be.
    return undefined;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(finish, ms);
    function finish(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      done();
    }
    signal.addEventListener('abort', finish);
    if (signal.aborted) finish();
  });
}
