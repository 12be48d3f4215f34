import type { Choice, Person } from '../../domain/index.ts';

/** A bearer token, or a function that gets one before every request. */
export type ScimToken = string | (() => string | Promise<string>);

export interface ScimOptions {
  /** Where `/Users` is below: `/scim` (against the page's base), `https://id.example.com/scim/v2`. */
  readonly baseUrl: string;
  /**
   * Sent as `Authorization: Bearer`. It may do anything to anybody: for scripts and servers. In a page leave it out, and let
   * your own proxy add it.
   */
  readonly token?: ScimToken;
  /** Sent with every request; for a CSRF token of your proxy, say. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Which cookies go along, as `fetch` has it. Default `same-origin`. */
  readonly credentials?: RequestCredentials;
  /** In place of the page's `fetch`. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /**
   * Who is signed in: SCIM knows only who provisions. Without it `/Me` is asked, which few servers have.
   */
  readonly actor?: Person | (() => Person | Promise<Person>);
  /** The roles there are; their ids are what the server has in `roles[].value`. Without them: those that people hold. */
  readonly roles?: readonly Choice[];
  /** Values of the server by role id, where your policy has other names: `{ admin: 'Administrator' }`. */
  readonly roleValues?: Readonly<Record<string, string>>;
  /** The role of whoever the server gives none. Default `member`. */
  readonly defaultRole?: string;
  /** Offers `user.invite`, which creates the account at once: SCIM has no invitations, and sends no mail. Default false. */
  readonly create?: boolean;
  /** Leaves groups out. Default: they are shown where the server has `/Groups`. */
  readonly groups?: false;
  /**
   * Up to so many people are searched, sorted and filtered here, accents and departments included; more are left to
   * the server, as far as it proves that it can. Default 1000.
   */
  readonly readWhole?: number;
}
