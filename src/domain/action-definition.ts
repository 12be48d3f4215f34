import type { ChangeData } from './change.ts';
import type { RefKind } from './ref.ts';

/** What a change makes stale, so that whoever shows it reads it again. `person` is the target alone. */
export type Topic =
  'people' | 'person' | 'account' | 'subaccounts' | 'groups' | 'contacts' | 'links' | 'events';

/** What an act does to people and things, named before it is done. */
export type Effect =
  | 'sends-mail' | 'loses-access' | 'regains-access' | 'frees-seats' | 'leaves-account' | 'keeps-own-data' | 'keeps-data'
  | 'separate-data' | 'erases-data' | 'moves-seat' | 'gives-ownership' | 'ends-sessions' | 'resets-expiry' | 'charges'
  | 'ends-at-period' | 'ends-service' | 'leaves-channels' | 'loses-subaccounts' | 'unassigns-contacts' | 'closes-subaccounts'
  | 'drops-messages' | 'stops-workflows' | 'flags-deletion'; // prettier-ignore

/**
 * How an action moves people in and out of roles; the limits `min` and `max` of a role follow from it.
 * `joins`: `change.count` new holders; `changes`: the target's roles are replaced; `leaves`: the target
 * (of an action that has no target: the actor) stops holding any; `returns`: the target holds theirs
 * again; `swaps`: the target and the actor exchange theirs.
 */
export type Membership = 'joins' | 'changes' | 'leaves' | 'returns' | 'swaps';

/** What a command is made of, and about: what a policy asks, and a backend checks. */
export interface ActionShape {
  readonly access: 'read' | 'write';
  /** Absent: the action has no target. */
  readonly target?: 'required' | 'optional';
  readonly on?: RefKind;
  /** Somebody who is no person of the account may be pointed at by this instead: the holder of a link (CM-8). */
  readonly alsoOn?: RefKind;
  /** Parts of the change without which the command is not complete. */
  readonly needs?: readonly (keyof ChangeData)[];
  readonly membership?: Membership;
}

/** What follows once it is done: what is read again, what is said of it, what undoes it. */
export interface ActionConsequences {
  readonly invalidates?: readonly Topic[];
  /**
   * The command that undoes it: the same target, with the named parts as they were before; with `made`, what the command
   * has made, which is of that kind.
   */
  readonly inverse?: {
    readonly action: string;
    readonly restores?: readonly (keyof ChangeData)[];
    readonly made?: RefKind;
  };
  /** Cannot be undone, not even by another command; undo is never offered. */
  readonly irreversible?: true;
  readonly effects?: readonly Effect[];
}

/** One row of the registry: what the kit has to know about an action, as data. A host's own are written whole. */
export interface ActionDefinition extends ActionShape, ActionConsequences {}
