/**
 * Ways in which an answer can fail. `500`, `503` and `429`: refused without being carried out. `drop`: the
 * connection breaks before anything is done; `drop-after`: it is done, and the answer is lost.
 */
export const FAILURES = ['500', '503', '429', 'drop', 'drop-after'] as const;
export type Failure = (typeof FAILURES)[number];

/** How the network and the server fare. A mock backend's can be changed while it runs. */
export interface Conditions {
  /** How long every answer takes, in ms; of two numbers, something between them. */
  latency: number | readonly [least: number, most: number];
  /** How many answers fail: 0 none, 1 all. */
  failureRate: number;
  /** How they fail. */
  failures: readonly Failure[];
  /** No answer gets through. */
  offline: boolean;
  /** Nobody is signed in until this is `false` again. */
  expired: boolean;
  /** Requests that are still answered before the session expires. */
  expiresAfter: number;
  /** The bearer token that every request has to bring. Absent: none is looked at. */
  token: string | undefined;
}

export const FAIR: Conditions = {
  latency: 0,
  failureRate: 0,
  failures: FAILURES,
  offline: false,
  expired: false,
  expiresAfter: Infinity,
  token: undefined,
};
