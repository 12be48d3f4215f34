import { AdapterError, toProblem, type Problem } from '../../adapter/problem.ts';
import type { AccountScope } from '../../state/index.ts';

/** Copied; or the address, where the browser did not let it be; or why it could not be read. */
export type Copied = { readonly address: string | undefined } | { readonly problem: Problem };

/** Reads the address of a link and hands it to the clipboard. Nothing keeps it. */
export async function copyAddress(id: string, scope: AccountScope): Promise<Copied> {
  const reading = scope.read('link.copy', async (call) => {
    const address: unknown = await scope.adapter.linkAddress?.(id, call);
    if (typeof address === 'string' && URL.canParse(address)) return address;
    throw new AdapterError({ kind: 'unknown', code: 'malformed', title: 'Not an address' });
  });
  try {
    await write(reading);
    return { address: undefined };
  } catch {
    // Which of the two it was, the reading says.
    return reading.then(
      (address) => ({ address }),
      (thrown: unknown) => ({ problem: toProblem(thrown) }),
    );
  }
}

/** Begun at once: some engines let a page write only while the click that asked for it is still warm. */
async function write(reading: Promise<string>): Promise<void> {
  if (!('ClipboardItem' in globalThis) || !('write' in navigator.clipboard)) {
    await navigator.clipboard.writeText(await reading);
    return;
  }
  const text = reading.then((address) => new Blob([address], { type: 'text/plain' }));
  text.catch(() => undefined);
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
}
