/** A bearer token, or a function that gets one: asked when it is first needed, and again when one is refused. */
export type TokenSource = string | (() => string | Promise<string>);

export interface RestOptions {
  /** Where the contract's paths begin: `/api` (against the page's base), `https://api.example.com/v1`. */
  readonly baseUrl: string;
  /** Sent as `Authorization: Bearer`. Kept in memory alone. Absent: cookies, or whatever `fetch` adds. */
  readonly token?: TokenSource;
  /** Which cookies go along, as `fetch` has it. Default `same-origin`. */
  readonly credentials?: RequestCredentials;
  /** Sent with every request; for a CSRF token, say. */
  readonly headers?: Readonly<Record<string, string>>;
  /** In place of the page's `fetch`; for tests, retries of your own, or a gateway. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Answers longer than this are refused unread. Default 8 MiB. */
  readonly maxBytes?: number;
}
