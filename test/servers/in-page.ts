import type { ServerName, ServerOptions } from './servers.mjs';

/** A server that a page reaches at its own origin. */
export interface PageServer {
  /** What an adapter takes for its `baseUrl`. */
  readonly baseUrl: string;
  stop(): Promise<void>;
}

/** Starts one, seeded, for this page alone. */
export async function startServer(
  name: ServerName,
  options: ServerOptions = {},
): Promise<PageServer> {
  const response = await fetch(`/servers/${name}`, {
    method: 'POST',
    body: JSON.stringify(options),
  });
  if (!response.ok) throw new Error(`${name} did not start: ${await response.text()}`);
  const { path } = (await response.json()) as { path: string };
  return {
    baseUrl: path,
    stop: async () => {
      await fetch(path, { method: 'DELETE' });
    },
  };
}
