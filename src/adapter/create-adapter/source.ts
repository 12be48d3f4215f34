import type {
  AccountFacts, Action, ActionShapes, AuditEntry, ChangeData, Choice, Command, Filter, FilterOperator, FilterTest, Group,
  Page, PeopleField, Person, PersonRecord, SortKey, Subaccount,
} from '../../domain/index.ts'; // prettier-ignore
import type { AccountFact, Capabilities, PeopleCapabilities } from '../capabilities.ts';
import type { Call, Preview, Verdict, WatchEvent } from '../port.ts';
import type { Problem } from '../problem.ts';
import type { AccessSource } from './access.ts';

export type Awaitable<T> = T | Promise<T>;
/** A value, or how it is found out when it is first needed. One that could not be found out is asked for again. */
export type Found<T> = T | ((call: Call) => Awaitable<T>);

/** An id as a backend writes it. A number that has lost digits (above 2^53) is found, and nothing is believed of its page. */
export type SourceId = string | number;
type Loose<T> = { readonly [K in keyof T]?: T[K] | null | undefined };

/**
 * A person as a backend tells of them: as in the kit, but ids may be numbers, dates `Date`s, and what there is nothing of
 * `null`. Times that are texts are ISO 8601.
 */
export type SourcePerson = Omit<
  Loose<PersonRecord>,
  'id' | 'roleId' | 'roleIds' | 'groupIds' | 'subaccountIds' | 'createdAt' | 'lastActiveAt' | 'invitedAt' | 'expiresAt' | 'status'
> & {
  readonly id: SourceId;
  readonly roleId: SourceId;
  readonly roleIds?: readonly SourceId[] | null | undefined;
  readonly groupIds?: readonly SourceId[] | null | undefined;
  readonly subaccountIds?: readonly SourceId[] | null | undefined;
  readonly createdAt?: string | Date | null | undefined;
  readonly lastActiveAt?: string | Date | null | undefined;
  readonly invitedAt?: string | Date | null | undefined;
  readonly expiresAt?: string | Date | null | undefined;
  readonly status: PersonRecord['status'];
}; // prettier-ignore

/**
 * How a list is asked for. `page`: by a page number from 1; `offset`: from a row on; `cursor`: from where the last
 * answer ended; `whole`: all at once.
 */
export type SourcePaging = 'page' | 'offset' | 'cursor' | 'whole';

/** Where in a list to read. Which of them counts is told by `paging`. */
export interface Place {
  /** Rows at most. */
  readonly size: number;
  /** From 1. */
  readonly page: number;
  readonly offset: number;
  /** The `next` of the answer before; absent at the start. */
  readonly cursor?: string;
}

/** What a list is answered with. */
export interface Listing<T> {
  readonly items: readonly T[];
  /** How many there are in all, needed where `totals` promises it. */
  readonly total?: number | null | undefined;
  /** With `cursor`: where to go on; nothing at the end. With the others `false` may say that this was the end. */
  readonly next?: string | boolean | null | undefined;
}

/** How a list is read, page by page. */
export interface ListSource<Asked, T> {
  readonly paging: SourcePaging;
  /** Rows in one answer at most. Default 100. */
  readonly maxSize?: number;
  /** Default: `none` with `cursor`, else `exact`. */
  readonly totals?: PeopleCapabilities['totals'];
  /** Reads one page. It is never asked for anything that was not declared. */
  read(asked: Asked & Place, call: Call): Awaitable<Listing<T>>;
}

/** Which people a backend is asked for: the part of a query that it declared to understand. */
export interface PeopleAsked {
  /** What was typed; empty for all. */
  readonly search: string;
  /** All of these have to hold; with `combine: 'nested'` empty, see `filter`. */
  readonly tests: readonly FilterTest[];
  /** With `combine: 'nested'`: the tree. */
  readonly filter?: Filter;
  readonly sort: readonly SortKey[];
  /** BCP 47; by its collation text is to be sorted. */
  readonly locale?: string;
}

/** What a backend's list of people can do. What it cannot is done here, over as many as `scanLimit` allows. */
export interface PeopleSource extends ListSource<PeopleAsked, SourcePerson> {
  /** `server`: the backend searches. Default `client`: it is searched here. `false`: there is no search. */
  readonly search?: PeopleCapabilities['search'];
  /** What the backend sorts by. */
  readonly sort?: readonly PeopleField[];
  /** By how many keys at once. Default: any. */
  readonly sortKeys?: number;
  /** What the backend filters by. */
  readonly filter?: Readonly<Partial<Record<PeopleField, readonly FilterOperator[]>>>;
  /** `single`: one test at a time; `flat` (default): several, all of which hold; `nested`: any tree. */
  readonly combine?: 'single' | 'flat' | 'nested';
  /** What its records hold: by that they are sorted and filtered here, where the backend does not. Default `name email role status`. */
  readonly fields?: readonly PeopleField[];
  readonly values?: PeopleCapabilities['values'];
  /** Default `merged`. */
  readonly invitations?: PeopleCapabilities['invitations'];
}

export interface SubaccountSource
  extends ListSource<{ readonly search: string }, Omit<Subaccount, 'id'> & { readonly id: SourceId }> {
  /** `true`: the backend searches. Default: it is searched here. */
  readonly search?: boolean;
} // prettier-ignore

/** A command that was found complete, as it is carried out. */
export interface Asked extends Command {
  readonly change: ChangeData;
  /** Whom or what it is about; empty where it is about nothing in particular. */
  readonly targetId: string;
}

/**
 * Carries out one command, and answers the record as it is then. Answering nothing (or a `Response`) is as good: then it
 * is read again.
 */
export type Doing = (
  asked: Asked,
  call: Call,
  // eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- a function that returns nothing, asynchronous or not, is welcome
) => Awaitable<SourcePerson | Subaccount | Choice | Response | null | undefined | void>;

export type SourceCommand =
  | Doing
  | {
      readonly run: Doing;
      /** How many people in one call. */
      readonly max?: number;
      /** Fields that can be set; any other is refused. */
      readonly fields?: readonly string[];
    };

/** What became of one command of a batch: what `run` would have answered, or thrown. */
export type BatchAnswer =
  { readonly value: Awaited<ReturnType<Doing>> } | { readonly error: unknown };

/** What a backend answered in place of what was asked for. */
export interface Refusal {
  readonly status?: number;
  /** The JSON of the body, if it is any. */
  readonly body?: unknown;
  readonly headers?: Headers;
  /** What was thrown. */
  readonly thrown: unknown;
}

/** What a backend does, in its own words. `createAdapter` makes an adapter of it and supplies what is lacking. */
export interface AdapterSource extends AccessSource {
  /** Names the adapter in messages for developers. */
  readonly id: string;
  readonly people: Found<PeopleSource>;
  /** One person; nothing if there is none. Without it they are looked for in the list. */
  person?(id: string, call: Call): Awaitable<SourcePerson | null | undefined>;
  /** Who is signed in, and those of the declared `facts` that the backend tells. */
  account(call: Call): Awaitable<{
    readonly actor: Omit<Person, 'id' | 'roleId'> & { readonly id: SourceId; readonly roleId: SourceId };
    readonly facts?: AccountFacts;
    readonly version?: string;
    readonly now?: string;
  }>; // prettier-ignore
  /** Facts that can be known. `roleCounts` and `pendingRoleCounts` are counted where `account` does not tell them and everybody can be read. */
  readonly facts?: readonly AccountFact[];
  readonly roles: Found<readonly Choice[]>;
  /** Several roles per person. */
  readonly manyRoles?: boolean;
  /** What can be done. Nothing else is offered, nor done. */
  readonly commands?: Readonly<Partial<Record<Action, SourceCommand>>>;
  /** Many commands at once, where the backend can. Without it they are sent a few at a time. */
  readonly batch?: Found<BatchSource | undefined>;
  groups?(call: Call): Awaitable<readonly (Omit<Group, 'id'> & { readonly id: SourceId })[]>;
  readonly subaccounts?: SubaccountSource;
  audit?(
    request: { readonly targetId?: string; readonly size?: number; readonly at?: string },
    call: Call,
  ): Awaitable<Page<AuditEntry>>;
  watch?(on: (event: WatchEvent) => void, call: Call & { readonly signal: AbortSignal }): void;
  readonly preview?: {
    readonly actions: readonly Action[];
    run(commands: readonly Command[], call: Call): Awaitable<Preview>;
  };
  can?(commands: readonly Command[], call: Call): Awaitable<readonly Verdict[]>;
  /** `version`: `ifVersion` is honoured. Default `none`. */
  readonly concurrency?: Capabilities['concurrency'];
  /** A command sent twice with the same id is done once. Default false. */
  readonly idempotency?: boolean;
  /** How `watch` gets to know of things. Default `push`. */
  readonly live?: 'push' | 'poll';
  /** What a refusal means, by the backend's own code. What is left out follows from the status. */
  toProblem?(refusal: Refusal): (Partial<Problem> & Pick<Problem, 'kind'>) | undefined;
  /** Rows read at most for what the backend cannot do by itself. Default 10,000. */
  readonly scanLimit?: number;
  /** What a host's own actions are about and need. */
  readonly actions?: ActionShapes;
}

export interface BatchSource {
  readonly max: number;
  /** One answer for each, in order. */
  run(commands: readonly Asked[], call: Call): Awaitable<readonly BatchAnswer[]>;
}
