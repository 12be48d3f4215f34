import type { Choice } from '../../domain/index.ts';

export interface BetterAuthOptions {
  /** Where its handler is mounted. Default `/api/auth`, against the page's base. */
  readonly baseUrl?: string;
  /** Whose people these are. Absent: the organization that is active in the session. */
  readonly organizationId?: string;
  /** A session's token for the `bearer` plugin, or a function that gets one for each request. Absent: the session's cookie. */
  readonly token?: string | (() => string | Promise<string>);
  /** Which cookies go along, as `fetch` has it. Default `same-origin`. */
  readonly credentials?: RequestCredentials;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** In place of the page's `fetch`. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Every role there is, highest first, where there are others than `owner`, `admin` and `member`: no endpoint lists them all. */
  readonly roles?: readonly Choice[];
  /** The plugin has `teams`: whoever is invited can be put into one. */
  readonly teams?: boolean;
  /** How many members are read at most to search, sort and count them here. Default 10,000. */
  readonly maxPeople?: number;
}

/** The roles that every organization has, unless the host says otherwise. */
export const DEFAULT_ROLES: readonly Choice[] = [
  { id: 'owner' },
  { id: 'admin' },
  { id: 'member' },
];
