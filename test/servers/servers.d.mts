/** A server that runs, until it is stopped. */
export interface RunningServer {
  /** What an adapter takes for its `baseUrl`. */
  readonly url: string;
  /** What has to go along with every request; a host's own proxy adds it, so that no page holds it. */
  readonly headers?: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** How many people there are. Each server has a default of its own, small enough for tests. */
  readonly count?: number;
  /** Anything else that a server understands; its module says what. */
  readonly [option: string]: unknown;
}

export type ServerName = 'better-auth' | 'scimmy' | 'lean-scim' | 'mock-behind-prism';

export function startServer(name: ServerName, options?: ServerOptions): Promise<RunningServer>;
