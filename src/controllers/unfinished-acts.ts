import { readUnfinishedAct, type UnfinishedAct } from '../state/unfinished.ts';

/** Where the browser keeps, for this tab alone, what was under way when the page was left. */
const KEY = 'rosterkit/unfinished/1';

/** How long a page that was left may take to let go of its locks, in ms. */
const LET_GO_MS = 1_000;

/** Acts of an earlier page that somebody on this one has asked for already. */
const taken = new Set<string>();

/**
 * Keeps note of an act for as long as it is under way: now, and once more as it stands when the page is left.
 *
 * @param note what there is to keep; `undefined`: nothing any more
 * @returns the way to let go of it when the act has ended
 */
export function keepUnfinished(note: () => UnfinishedAct | undefined): () => void {
  const first = note();
  if (!first) return () => undefined;
  const { id } = first;
  taken.add(id);
  const write = (): void => {
    const now = note();
    store([...others(id), ...(now ? [{ ...now, id }] : [])]);
  };
  write();
  addEventListener('pagehide', write);
  // A copy of this tab has a copy of the note: whoever holds the lock is the one that is still at it.
  const over = new AbortController();
  void hold(lockOf(id), over.signal);
  return () => {
    removeEventListener('pagehide', write);
    over.abort();
    taken.delete(id);
    dropUnfinished(id);
  };
}

/** Acts that this person began on an earlier page of this tab, and that nobody is at any more. Each is given out once. */
export async function takeUnfinished(actorId: string): Promise<readonly UnfinishedAct[]> {
  const found = stored().filter((act) => act.actorId === actorId && !taken.has(act.id));
  for (const { id } of found) taken.add(id);
  const isOver = await Promise.all(found.map(({ id }) => isLetGo(id)));
  return found.filter((_, n) => isOver[n]);
}

/** Forgets an act: it was gone on with, or left as it is. */
export function dropUnfinished(id: string): void {
  store(others(id));
}

function lockOf(id: string): string {
  return `rosterkit/${id}`;
}

async function hold(lock: string, signal: AbortSignal): Promise<void> {
  try {
    await navigator.locks.request(
      lock,
      { signal },
      () =>
        new Promise<void>((free) => {
          if (signal.aborted) free();
          else signal.addEventListener('abort', () => free());
        }),
    );
  } catch {
    // Let go of before it was given, or no locks without a secure context.
  }
}

/** A page that was left lets go in a moment; one that is still at it does not. */
async function isLetGo(id: string): Promise<boolean> {
  const signal = AbortSignal.timeout(LET_GO_MS);
  try {
    await navigator.locks.request(lockOf(id), { signal }, () => undefined);
    return true;
  } catch {
    return !signal.aborted;
  }
}

function others(id: string): readonly UnfinishedAct[] {
  return stored().filter((act) => act.id !== id);
}

function stored(): readonly UnfinishedAct[] {
  try {
    const list: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(list) ? list.flatMap((one) => readUnfinishedAct(one) ?? []) : [];
  } catch {
    return [];
  }
}

function store(acts: readonly UnfinishedAct[]): void {
  try {
    if (acts.length > 0) sessionStorage.setItem(KEY, JSON.stringify(acts));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Switched off, or full: then a reload forgets.
  }
}
