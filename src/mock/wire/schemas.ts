import * as z from 'zod/mini';
import * as schemas from '../../domain/schemas/index.ts';

const { auditEntry, choice, command, page, personRecord, subaccount } = schemas;

const text = z.exactOptional(z.string());
const paged = { size: z.exactOptional(z.number()), at: text };

const list = <T extends z.ZodMiniType>(item: T) => z.looseObject({ items: z.array(item) });

/** Every shape of the contract, by the name that `docs/openapi.json` gives it. */
export const SCHEMAS = {
  AccountFacts: schemas.accountFacts,
  AccountSnapshot: schemas.accountSnapshot,
  Action: schemas.action,
  AuditEntry: auditEntry,
  AuditPage: page(auditEntry),
  AuditRequest: z.looseObject({ targetId: text, ...paged }),
  Capabilities: schemas.capabilities,
  ChangeData: schemas.changeData,
  Choice: choice,
  ChoiceList: list(choice),
  Command: command,
  CommandList: z.looseObject({ commands: z.array(command) }),
  CommandLimits: schemas.commandLimits,
  EventLink: schemas.eventLink,
  EventPage: page(schemas.eventRecord),
  EventRecord: schemas.eventRecord,
  EventRequest: schemas.eventRequest,
  Filter: schemas.filter,
  FilterTest: schemas.filterTest,
  Group: schemas.group,
  GroupList: list(schemas.group),
  Invitee: schemas.invitee,
  LinkAddress: schemas.linkAddress,
  LinkPage: page(schemas.eventLink),
  LinkRequest: schemas.linkRequest,
  PageRequest: schemas.pageRequest,
  Paging: schemas.paging,
  PeopleCapabilities: schemas.peopleCapabilities,
  PeopleField: schemas.peopleField,
  PeoplePage: page(personRecord),
  PeopleQuery: schemas.peopleQuery,
  Person: schemas.person,
  PersonRecord: personRecord,
  Preview: schemas.preview,
  Problem: schemas.problem,
  ProblemKind: schemas.problemKind,
  Ref: schemas.ref,
  ResultList: z.looseObject({ results: z.array(schemas.runResult) }),
  RunResult: schemas.runResult,
  RunValue: schemas.runValue,
  SeatCount: schemas.seatCount,
  Selection: schemas.selection,
  SortKey: schemas.sortKey,
  Subaccount: subaccount,
  SubaccountPage: page(subaccount),
  SubaccountRequest: schemas.subaccountRequest,
  Verdict: schemas.verdict,
  VerdictList: z.looseObject({ verdicts: z.array(schemas.verdict) }),
  WatchEvent: schemas.watchEvent,
} as const satisfies Readonly<Record<string, z.ZodMiniType>>;

export type SchemaName = keyof typeof SCHEMAS;
