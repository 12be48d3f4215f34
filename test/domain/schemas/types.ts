// Types alone: the type check fails where a schema and its type say different things, in either direction.
import type * as z from 'zod/mini';
import type {
  AccountFact, AccountSnapshot, Capabilities, CommandLimits, Money, Paging, PeopleCapabilities, Preview, Problem, ProblemKind,
  RunResult, RunValue, Verdict, WatchEvent,
} from '../../../src/adapter/index.ts'; // prettier-ignore
import type {
  AccountFacts, AuditEntry, Change, ChangeData, Choice, Command, EventLink, EventRecord, EventRequest, FilterTest,
  Group, Invitee, LinkRequest, Page, PageRequest,
  PeopleField, PeopleQuery, Person, PersonRecord, Ref, SeatCount, Selection, SortKey, Subaccount, SubaccountRequest,
} from '../../../src/domain/index.ts'; // prettier-ignore
import type * as schemas from '../../../src/domain/schemas/index.ts';

/** `true` where both are the same type to the last modifier, an error otherwise. */
type Same<A, B> = [
  (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false,
] extends [infer R]
  ? R
  : never;
type Expect<T extends true> = T;

/**
 * A type with what zod cannot say taken out of both sides: everything is readonly, an open vocabulary (`Action`) is
 * any text, and the index signature of a loose object is dropped.
 */
type Plain<T> = unknown extends T ? unknown
  : T extends string ? (string extends T ? string : T)
  : T extends number | boolean | null | undefined ? T
  : T extends readonly (infer Item)[] ? readonly Plain<Item>[]
  : IsRecord<T> extends true ? Readonly<Record<string, Plain<T[keyof T]>>>
  : { readonly [Key in keyof T as string extends Key ? never : Key]: Plain<T[Key]> }; // prettier-ignore

/** Has an index signature and nothing else. */
type IsRecord<T> = string extends keyof T
  ? [keyof { [Key in keyof T as string extends Key ? never : number extends Key ? never : Key]: 1 }] extends [never] ? true : false
  : false; // prettier-ignore

/** The capabilities, with commands of any name: a schema cannot say "these, and a host's own". */
type OpenCommands = Omit<Capabilities, 'commands'> & {
  readonly commands: Readonly<Record<string, true | CommandLimits>>;
};

type Out<Schema extends z.ZodMiniType> = z.output<Schema>;
type In<Schema extends z.ZodMiniType> = z.input<Schema>;

export type Checks = [
  Expect<Same<Out<typeof schemas.person>, Person>>,
  Expect<Same<Out<typeof schemas.personRecord>, PersonRecord>>,
  Expect<Same<Out<typeof schemas.seatCount>, SeatCount>>,
  Expect<Same<Out<typeof schemas.accountFacts>, AccountFacts>>,
  Expect<Same<Out<typeof schemas.accountSnapshot>, AccountSnapshot>>,
  Expect<Same<Out<typeof schemas.subaccount>, Subaccount>>,
  Expect<Same<Out<typeof schemas.subaccountRequest>, SubaccountRequest>>,
  Expect<Same<Out<typeof schemas.eventRecord>, EventRecord>>,
  Expect<Same<Out<typeof schemas.eventRequest>, EventRequest>>,
  Expect<Same<Out<typeof schemas.eventLink>, EventLink>>,
  Expect<Same<Out<typeof schemas.linkRequest>, LinkRequest>>,
  Expect<Same<Out<typeof schemas.paging>, Paging>>,
  Expect<Same<Out<typeof schemas.choice>, Choice>>,
  Expect<Same<Out<typeof schemas.group>, Group>>,
  Expect<Same<Out<typeof schemas.auditEntry>, AuditEntry>>,
  Expect<Same<Out<typeof schemas.ref>, Ref>>,
  Expect<Same<Out<typeof schemas.selection>, Selection>>,
  Expect<Same<Out<typeof schemas.invitee>, Invitee>>,
  Expect<Same<Out<typeof schemas.change>, Change>>,
  Expect<Same<Out<typeof schemas.changeData>, ChangeData>>,
  Expect<Same<Out<typeof schemas.command>, Command>>,
  Expect<Same<Out<typeof schemas.peopleField>, PeopleField>>,
  Expect<Same<Out<typeof schemas.filterTest>, FilterTest>>,
  Expect<Same<Out<typeof schemas.sortKey>, SortKey>>,
  Expect<Same<Out<typeof schemas.peopleQuery>, PeopleQuery>>,
  Expect<Same<Out<typeof schemas.pageRequest>, PageRequest>>,
  Expect<
    Same<Out<ReturnType<typeof schemas.page<typeof schemas.personRecord>>>, Page<PersonRecord>>
  >,
  Expect<Same<Out<typeof schemas.problemKind>, ProblemKind>>,
  Expect<Same<Out<typeof schemas.problem>, Problem>>,
  Expect<Same<Out<typeof schemas.accountFact>, AccountFact>>,
  Expect<Same<Out<typeof schemas.commandLimits>, CommandLimits>>,
  Expect<Same<Out<typeof schemas.peopleCapabilities>, PeopleCapabilities>>,
  Expect<Same<Out<typeof schemas.capabilities>, OpenCommands>>,
  Expect<Same<Out<typeof schemas.runValue>, RunValue>>,
  Expect<Same<Out<typeof schemas.runResult>, RunResult>>,
  Expect<Same<Out<typeof schemas.money>, Money>>,
  Expect<Same<Out<typeof schemas.preview>, Preview>>,
  Expect<Same<Out<typeof schemas.verdict>, Verdict>>,
  Expect<Same<Out<typeof schemas.watchEvent>, WatchEvent>>,
  // Nothing is turned into something else on the way.
  Expect<Same<In<typeof schemas.personRecord>, PersonRecord>>,
  Expect<Same<In<typeof schemas.command>, Command>>,
];

/** The comparison itself notices each way of differing. */
export type Notices = [
  Expect<Same<Same<{ a: string }, { a: string; b?: string }>, false>>,
  Expect<Same<Same<{ a: string }, { a?: string }>, false>>,
  Expect<Same<Same<{ a?: string }, { a?: string | undefined }>, false>>,
  Expect<Same<Same<{ a: 'x' | 'y' }, { a: 'x' }>, false>>,
  Expect<Same<Same<{ a: 'x' }, { a: string }>, false>>,
  Expect<Same<Same<{ a: string[] }, { a: number[] }>, false>>,
  Expect<Same<Same<{ a: Record<string, number> }, { a: Record<string, string> }>, false>>,
  Expect<Same<{ a: string; [key: string]: unknown }, { readonly a: string & {} }>>,
];
