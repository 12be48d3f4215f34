import type {
  AccountFacts, AuditEntry, Choice, Command, EventLink, EventRecord, EventRequest, Group, LinkRequest, Page,
  PageRequest, Person, PersonRecord, Subaccount, SubaccountRequest,
} from '../domain/index.ts'; // prettier-ignore
import type { Capabilities } from './capabilities.ts';
import type { Problem } from './problem.ts';

/** Goes along with every call. */
export interface Call {
  readonly signal?: AbortSignal;
  /** The sub-account that the page is about; absent: all of them. */
  readonly subaccountId?: string;
}

export interface AccountSnapshot {
  /** Who is signed in. */
  readonly actor: Person;
  readonly facts: AccountFacts;
  readonly version?: string;
  /** The backend's clock when it answered, ISO 8601; invitations expire by it. */
  readonly now?: string;
}

/** What a change gave back: the record as it is now, or `null` where the backend says nothing or it is gone. */
export type RunValue = PersonRecord | EventLink | Subaccount | Choice | null;

export type RunResult =
  | { readonly ok: true; readonly value: RunValue }
  | { readonly ok: false; readonly problem: Problem };

/** What a command would do, asked before it is done. */
export interface Preview {
  readonly perTarget: readonly {
    readonly id: string;
    readonly effects: readonly {
      readonly code: string;
      readonly params?: Readonly<Record<string, string | number>>;
    }[];
    readonly problem?: Problem;
  }[];
  readonly cost?: Money & {
    /** It is the part of the price for the time until then. */
    readonly proratedUntil?: string;
    /** What is charged next, when, and from then on how often. */
    readonly nextCharge?: Money & { readonly at: string; readonly every?: 'month' | 'year' };
  };
  /** Sent along with the command, so that what was shown is what is done. */
  readonly token?: string;
  readonly validUntil?: string;
}

/** An amount in minor units (cents) with an ISO 4217 code. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** The backend's own word on what this actor may do. A refusal from either side wins. */
export type Verdict =
  { readonly allowed: true } | { readonly allowed: false; readonly code: string };

export interface WatchEvent {
  readonly topic: 'people' | 'account' | 'subaccounts' | 'groups' | 'links' | 'events';
  readonly ids?: readonly string[];
}

/**
 * The only thing a backend implements. Every method rejects with an `AdapterError` and nothing else.
 * Ids, cursors and versions are opaque strings.
 */
export interface AccountAdapter {
  /** Names the adapter in messages for developers. */
  readonly id: string;
  capabilities(call?: Call): Promise<Capabilities>;
  /** Who is signed in, and what is known about the account. */
  account(call?: Call): Promise<AccountSnapshot>;
  /** The people this actor may see. Rows past the end are an empty page, never the first one again. */
  people(request: PageRequest, call?: Call): Promise<Page<PersonRecord>>;
  person(id: string, call?: Call): Promise<PersonRecord>;
  /** The roles of the account, custom ones included. */
  roles(call?: Call): Promise<readonly Choice[]>;
  /** Carries out one command. `command.id` is the idempotency key. */
  run(command: Command, call?: Call): Promise<RunValue>;
  /** Carries out many: one result per command, in order. Rejects as a whole only on abort or lost sign-in. */
  batch?(commands: readonly Command[], call?: Call): Promise<readonly RunResult[]>;
  preview?(commands: readonly Command[], call?: Call): Promise<Preview>;
  can?(commands: readonly Command[], call?: Call): Promise<readonly Verdict[]>;
  /** The sub-accounts this actor may see; the same whichever of them the page is about. */
  subaccounts?(request: SubaccountRequest, call?: Call): Promise<Page<Subaccount>>;
  /** The groups in use, of whichever kinds the account has (ZM-12). */
  groups?(call?: Call): Promise<readonly Group[]>;
  /** The events that this actor may do something in: run, see who attends, moderate. */
  events?(request: EventRequest, call?: Call): Promise<Page<EventRecord>>;
  /** The links by which people without an account are in events, as far as this actor may take them away (CM-7). */
  links?(request: LinkRequest, call?: Call): Promise<Page<EventLink>>;
  /**
   * The address of one link, asked for when somebody copies it. It is a secret: whoever has it holds the role. The kit
   * hands it to the clipboard and keeps it nowhere.
   */
  linkAddress?(id: string, call?: Call): Promise<string>;
  audit?(
    request: { readonly targetId?: string; readonly size?: number; readonly at?: string },
    call?: Call,
  ): Promise<Page<AuditEntry>>;
  /** Tells of changes made elsewhere, until the signal aborts. */
  watch?(on: (event: WatchEvent) => void, call: Call & { readonly signal: AbortSignal }): void;
}
