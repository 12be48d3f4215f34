import type {
  Action,
  ChangeData,
  Command,
  EventRecord,
  PersonRecord,
  Ref,
  Subaccount,
} from '../../domain/index.ts';
import type { RoleDef } from '../../policy/index.ts';
import type { RunValue } from '../port.ts';
import type { Link } from './account-data.ts';
import type { MemoryOptions } from './options.ts';
import type { Store } from './store.ts';

/** A mail the backend would have sent. */
export interface MemoryMail {
  readonly to: string;
  readonly kind: 'activation' | 'join' | 'reset-password';
  readonly at: string;
}

/** Seats that a command takes (or, negative, gives back) for money. */
export interface Charge {
  readonly pool: string;
  readonly count: number;
  /** Where the pool comes in sizes. */
  readonly size?: string;
}

/** One command being carried out. Whatever it writes is taken back if it fails. */
export interface Act {
  readonly command: Command;
  readonly change: ChangeData;
  readonly target: Ref | undefined;
  readonly actor: PersonRecord;
  readonly store: Store;
  readonly options: MemoryOptions;
  /** The backend's clock, ms. */
  readonly now: number;
  /** Every role of the account, highest first. */
  readonly roles: readonly RoleDef[];
  /** Whom, or which other thing, the command is about, where the registry says that it is about one. */
  readonly person: PersonRecord;
  readonly subaccount: Subaccount;
  readonly link: Link;
  readonly event: EventRecord;
  mail(to: string, kind: MemoryMail['kind']): void;
  /** Says what it has to be paid for. */
  charge(pool: string, count: number, size?: string): void;
  /** Does a part of this command as a command of its own, decided and noted like any other. */
  also(action: Action, target: Ref | undefined, change?: ChangeData): RunValue;
  /** Compiles the policy with the account's roles as they are now; throws what its parser throws. */
  compile(): void;
}

/** Carries out one action. By the time it is called the command is complete, its target exists and the policy agrees. */
export type Handler = (act: Act) => RunValue;
export type Handlers = Readonly<Partial<Record<Action, Handler>>>;

/** The moment of an act, as records hold it. */
export function iso(ms: number): string {
  return new Date(ms).toISOString();
}
