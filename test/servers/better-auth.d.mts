import type { RunningServer } from './servers.mjs';

/** Somebody with an account on the server. */
export interface Somebody {
  readonly userId: string;
  readonly email: string;
  /** Of their session, for the `bearer` plugin. */
  readonly token: string;
}

/** Somebody who belongs to the organization, as they joined it. */
export interface Joined extends Somebody {
  readonly memberId: string;
  readonly role: string;
}

export interface Candidate {
  readonly name: string;
  readonly email: string;
  /** Several are joined by commas, as better-auth does. */
  readonly role: string;
}

/** What most answers have of interest to a test: of a thing its id, of a session its user, of a refusal its code. */
export interface Told {
  readonly id: string;
  readonly user: { readonly email: string };
  readonly code: string;
}

export interface BetterAuthServer extends RunningServer {
  /** What a page that it belongs to would send as its `Origin`. */
  readonly origin: string;
  readonly organizationId: string;
  /** Who joined before it was handed over, by address. */
  readonly members: Readonly<Record<string, Joined>>;
  /** Addresses that an invitation was sent to, in order. */
  readonly mails: readonly string[];
  /** Sends one request as whoever has the token: a POST if there is a body. */
  ask<Answer = Told>(
    token: string | undefined,
    path: string,
    body?: object,
  ): Promise<{ readonly status: number; readonly json: Answer; readonly token: string | null }>;
  /** Invites somebody, by default as the founder; answers the invitation's id. */
  invite(whom: { readonly email: string; readonly role: string }, from?: Somebody): Promise<string>;
  /** Signs somebody up who is then invited and accepts. */
  join(whom: Candidate): Promise<Joined>;
  signUp(whom: { readonly name: string; readonly email: string }): Promise<Somebody>;
}

export interface BetterAuthServerOptions {
  readonly count?: number;
  readonly people?: readonly Candidate[];
  readonly invited?: readonly { readonly email: string; readonly role: string }[];
  /** Of the organization plugin, besides. */
  readonly plugin?: object;
  /** Of better-auth itself, besides. */
  readonly auth?: object;
}

export const PASSWORD: string;
/** Whoever signs up with this address runs the platform, and may ban people from it. */
export const ROOT: string;
/** Of the organization plugin: a role beside the default ones. */
export function withRole(
  id: string,
  statements: Readonly<Record<string, readonly string[]>>,
): object;
export function start(options?: BetterAuthServerOptions): Promise<BetterAuthServer>;
