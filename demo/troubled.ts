import { AdapterError, type AccountAdapter } from '../src/adapter/index.ts';

const LATENCY_MS: Readonly<Record<string, number>> = { normal: 250, slow: 4_000 };

/** A backend as the demo's bar wants it: slow, refusing, or failing. */
export function troubled(adapter: AccountAdapter, behaviour: string): AccountAdapter {
  const wait = async (signal: AbortSignal | undefined): Promise<void> => {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(resolve, LATENCY_MS[behaviour] ?? 250);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(new AdapterError({ kind: 'aborted', title: 'Aborted' }));
      });
    });
    if (behaviour === 'failing')
      throw new AdapterError({ kind: 'unavailable', status: 503, title: 'Service unavailable' });
  };
  const after =
    <A extends unknown[], T>(call: (...args: A) => Promise<T>, signalAt: number) =>
    async (...args: A): Promise<T> => {
      await wait((args[signalAt] as { signal?: AbortSignal } | undefined)?.signal);
      return call.apply(adapter, args);
    };
  return {
    id: `${adapter.id} (${behaviour})`,
    capabilities: (call) => adapter.capabilities(call),
    account: after(adapter.account, 0),
    roles: (call) => adapter.roles(call),
    people: after(adapter.people, 1),
    person: after(adapter.person, 1),
    run: async (command, call) => {
      await wait(call?.signal);
      if (behaviour === 'refusing')
        throw new AdapterError({ kind: 'forbidden', status: 403, title: 'Forbidden' });
      return adapter.run(command, call);
    },
  };
}
