import type { PersonRecord } from '../../domain/index.ts';
import type { Policy, RoleDef } from '../../policy/index.ts';
import type { Guard } from './guard.ts';

/** What commands are judged by at one moment: who asks, when, and what they may do. */
export interface Moment {
  readonly actor: PersonRecord;
  readonly guard: Guard;
  readonly now: number;
  readonly roles: readonly RoleDef[];
  readonly policy: Policy | undefined;
  /** What the account has a use for. */
  readonly offered: readonly string[];
}
