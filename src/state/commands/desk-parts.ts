import type { AccountAdapter, Call } from '../../adapter/port.ts';
import type { ActionRegistry } from '../../domain/index.ts';
import type { Policy } from '../../policy/index.ts';
import type { AccountStore } from '../account-store.ts';
import type { Activities } from '../activities.ts';
import type { CommandIntake } from '../command-intake.ts';
import type { Decider } from '../decider.ts';
import type { PeopleWindows } from '../people-window.ts';
import type { Line } from '../read.ts';
import type { KnownSubaccounts } from '../subaccounts/known-subaccounts.ts';
import type { Place } from '../subaccounts/place.ts';
import type { SubaccountWindows } from '../subaccounts/subaccount-window.ts';

/** The parts of a scope that are there from the start. */
export interface DeskParts {
  readonly account: AccountStore;
  readonly activities: Activities;
  /** The host's own; what is known of the kit's is loaded with what carries commands out. */
  readonly actions: ActionRegistry | undefined;
  readonly adapter: AccountAdapter;
  readonly call: () => Call;
  /** Aborts when the scope is closed. */
  readonly closed: AbortSignal;
  readonly decider: Decider;
  /** Where everything that concerns the host is dispatched. */
  readonly events: EventTarget;
  readonly intake: CommandIntake;
  readonly knownSubaccounts: KnownSubaccounts;
  readonly line: Line;
  readonly notify: () => void;
  readonly place: Place;
  readonly policy: Policy | undefined;
  readonly subaccounts: SubaccountWindows;
  readonly windows: PeopleWindows;
}
