import type { SchemaName } from './schemas.ts';

/** One request of the contract. `docs/openapi.json` is written from these rows, and the mock answers by them. */
export interface Route {
  /** The `operationId`. */
  readonly operation: string;
  readonly method: 'get' | 'post';
  /** Below the base; `{id}` stands for an encoded id. */
  readonly path: string;
  readonly tag: 'account' | 'people' | 'commands';
  readonly summary: string;
  readonly description?: string;
  readonly body?: SchemaName;
  /** What a 200 holds. */
  readonly answer: SchemaName;
  /** A stream of these, rather than one. */
  readonly streams?: true;
  /** May be answered with 204, where there is nothing to tell. */
  readonly mayBeEmpty?: true;
  /** The headers `Idempotency-Key` and `If-Match` say again what the command says, for gateways. */
  readonly guarded?: true;
  /** Statuses of refusals beside those that any request may meet. */
  readonly refusals?: readonly number[];
}

/** The contract's requests. Whatever searches is a POST: what people type does not belong into addresses and logs. */
export const ROUTES = [
  {
    operation: 'getCapabilities',
    method: 'get',
    path: '/capabilities',
    tag: 'account',
    summary: 'What this backend can do',
    description: 'What is left out is not offered: no control is drawn for it.',
    answer: 'Capabilities',
  },
  {
    operation: 'getAccount',
    method: 'get',
    path: '/account',
    tag: 'account',
    summary: 'Who is signed in, and what is known of the account',
    answer: 'AccountSnapshot',
  },
  {
    operation: 'listRoles',
    method: 'get',
    path: '/roles',
    tag: 'account',
    summary: 'The roles of the account, custom ones included',
    answer: 'ChoiceList',
  },
  {
    operation: 'listGroups',
    method: 'get',
    path: '/groups',
    tag: 'account',
    summary: 'The groups in use, user groups and chat groups',
    description: 'A kind that the account does not use has none here, and is not asked for.',
    answer: 'GroupList',
  },
  {
    operation: 'searchSubaccounts',
    method: 'post',
    path: '/subaccounts/search',
    tag: 'account',
    summary: 'A page of the sub-accounts the actor may see',
    description:
      'The same whichever of them the page is about. With `ids`, only those of them that there are. `at` is a cursor of an earlier page, or an offset where `capabilities.subaccounts.jump` is true.',
    body: 'SubaccountRequest',
    answer: 'SubaccountPage',
  },
  {
    operation: 'searchEvents',
    method: 'post',
    path: '/events/search',
    tag: 'account',
    summary: 'A page of the events that the actor may do something in',
    description:
      'Those to come first. With `ids`, only those of them that there are. `at` is a cursor of an earlier page, or an offset where `capabilities.events.jump` is true.',
    body: 'EventRequest',
    answer: 'EventPage',
  },
  {
    operation: 'searchLinks',
    method: 'post',
    path: '/links/search',
    tag: 'account',
    summary: 'A page of the links by which people without an account are in events',
    description:
      'As far as the actor may take them away, oldest first. With `eventIds`, only those into these events; without, also those into every event. Their addresses are no part of it.',
    body: 'LinkRequest',
    answer: 'LinkPage',
  },
  {
    operation: 'getLinkAddress',
    method: 'get',
    path: '/links/{id}/address',
    tag: 'account',
    summary: 'The address of one link, for whoever copies it',
    description: 'A secret: whoever has it holds the role. Never cached, never logged.',
    answer: 'LinkAddress',
    refusals: [404],
  },
  {
    operation: 'searchAudit',
    method: 'post',
    path: '/audit/search',
    tag: 'account',
    summary: 'A page of the audit trail, newest first',
    body: 'AuditRequest',
    answer: 'AuditPage',
  },
  {
    operation: 'watch',
    method: 'get',
    path: '/events',
    tag: 'account',
    summary: 'Changes made elsewhere, as server-sent events',
    description:
      'Each `data` line is one event as JSON. Needed where `capabilities.live` is `push`.',
    answer: 'WatchEvent',
    streams: true,
  },
  {
    operation: 'searchPeople',
    method: 'post',
    path: '/people/search',
    tag: 'people',
    summary: 'A page of the people the actor may see',
    description:
      'Past the end is an empty page. `at` is a cursor of an earlier page, or an offset where `capabilities.people.jump` is true.',
    body: 'PageRequest',
    answer: 'PeoplePage',
  },
  {
    operation: 'getPerson',
    method: 'get',
    path: '/people/{id}',
    tag: 'people',
    summary: 'One person',
    answer: 'PersonRecord',
    refusals: [404],
  },
  {
    operation: 'run',
    method: 'post',
    path: '/commands',
    tag: 'commands',
    summary: 'Carries out one command',
    description:
      'A command that is sent twice under one id is done once, and answered alike. Outdated by `ifVersion` it is refused as `stale`, with the record as it is now.',
    body: 'Command',
    answer: 'RunValue',
    mayBeEmpty: true,
    guarded: true,
    refusals: [404, 409, 412, 501],
  },
  {
    operation: 'runBatch',
    method: 'post',
    path: '/commands/batch',
    tag: 'commands',
    summary: 'Carries out many commands: one result each, in order',
    description:
      'One that is refused does not keep the others from being done. Refused as a whole only where nobody is signed in, or there are more than `capabilities.batch.max`.',
    body: 'CommandList',
    answer: 'ResultList',
  },
  {
    operation: 'preview',
    method: 'post',
    path: '/commands/preview',
    tag: 'commands',
    summary: 'What commands would do, without doing it',
    body: 'CommandList',
    answer: 'Preview',
  },
  {
    operation: 'can',
    method: 'post',
    path: '/commands/can',
    tag: 'commands',
    summary: 'Whether the actor may: one verdict for each command, in order',
    description:
      'A hint for controls. Commands may be incomplete; only a refusal that holds already counts.',
    body: 'CommandList',
    answer: 'VerdictList',
  },
] as const satisfies readonly Route[];

export type Operation = (typeof ROUTES)[number]['operation'];
