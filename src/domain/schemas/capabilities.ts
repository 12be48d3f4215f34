import * as z from 'zod/mini';
import { FILTER_OPERATORS } from '../query.ts';
import { peopleField } from './query.ts';

const operators = z.array(z.enum(FILTER_OPERATORS));

/** The facts of `AccountFacts`, by name; a type test holds the two together. */
export const accountFact = z.enum([
  'roleCounts', 'pendingRoleCounts', 'seats', 'features', 'customAttributes', 'state', 'deletionAt', 'plan', 'runningExports',
]); // prettier-ignore

export const commandLimits = z.looseObject({
  max: z.exactOptional(z.number()),
  fields: z.exactOptional(z.array(z.string())),
  values: z.exactOptional(z.record(z.string(), z.array(z.string()))),
  emulated: z.exactOptional(z.boolean()),
});

export const paging = z.looseObject({
  jump: z.boolean(),
  totals: z.enum(['exact', 'estimate', 'none']),
  maxSize: z.number().check(z.int(), z.positive()),
});

export const peopleCapabilities = z.looseObject({
  search: z.union([z.enum(['server', 'client']), z.literal(false)]),
  sort: z.array(peopleField),
  filter: z.partialRecord(peopleField, operators),
  values: z.exactOptional(z.partialRecord(peopleField, z.array(z.string()))),
  boolean: z.enum(['flat', 'nested']),
  ...paging.shape,
  invitations: z.enum(['merged', 'separate', 'none']),
});

/** What a backend can do at all: the answer of `capabilities()`. */
export const capabilities = z.looseObject({
  commands: z.record(z.string(), z.union([z.literal(true), commandLimits])),
  people: peopleCapabilities,
  subaccounts: z.exactOptional(paging),
  events: z.exactOptional(paging),
  links: z.exactOptional(paging),
  facts: z.array(accountFact),
  roles: z.looseObject({ many: z.boolean(), editable: z.boolean() }),
  batch: z.exactOptional(z.looseObject({ max: z.number(), native: z.boolean() })),
  concurrency: z.enum(['version', 'none']),
  idempotency: z.boolean(),
  live: z.enum(['push', 'poll', 'none']),
  preview: z.array(z.string()),
  audit: z.exactOptional(z.boolean()),
});
