/** Runs `act`, and gives back what was thrown outside of any caller while it ran: by listeners, by callbacks. */
export async function uncaughtDuring(act: () => Promise<void>): Promise<readonly string[]> {
  const caught: string[] = [];
  const restore = typeof window === 'undefined' ? inNode(caught) : inBrowser(caught);
  try {
    await act();
  } finally {
    restore();
  }
  return caught;
}

function inBrowser(caught: string[]): () => void {
  // The test framework listens by `onerror` or by event, depending on its version; neither is to hear of these.
  const before = window.onerror;
  window.onerror = null;
  const hear = (event: ErrorEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    caught.push(event.message);
  };
  window.addEventListener('error', hear, { capture: true });
  return () => {
    window.removeEventListener('error', hear, { capture: true });
    window.onerror = before;
  };
}

function inNode(caught: string[]): () => void {
  const before = process.listeners('uncaughtException');
  const { error } = console;
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', (thrown) => caught.push(thrown.message));
  // What a browser would report, Node has no place for but the console.
  console.error = (first: unknown) =>
    caught.push(first instanceof Error ? first.message : String(first));
  return () => {
    console.error = error;
    process.removeAllListeners('uncaughtException');
    for (const listener of before) process.on('uncaughtException', listener);
  };
}
