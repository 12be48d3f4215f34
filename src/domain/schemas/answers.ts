import * as z from 'zod/mini';
import { choice, eventLink, subaccount } from './account.ts';
import { id, personRecord } from './people.ts';
import { problem } from './problem.ts';

const text = z.exactOptional(z.string());

/** What a change gave back. The record that has most is looked for first: a loose one would fit them all. */
export const runValue = z.union([personRecord, eventLink, subaccount, choice, z.null()]);

/** What became of one command of a batch. */
export const runResult = z.union([
  z.looseObject({ ok: z.literal(true), value: runValue }),
  z.looseObject({ ok: z.literal(false), problem }),
]);

/** Minor units of an ISO 4217 currency. */
export const money = z.looseObject({ amount: z.number(), currency: z.string() });

/** What commands would do to whom. */
export const preview = z.looseObject({
  perTarget: z.array(
    z.looseObject({
      id,
      effects: z.array(
        z.looseObject({
          code: z.string(),
          params: z.exactOptional(z.record(z.string(), z.union([z.string(), z.number()]))),
        }),
      ),
      problem: z.exactOptional(problem),
    }),
  ),
  cost: z.exactOptional(
    z.looseObject({
      ...money.shape,
      proratedUntil: text,
      nextCharge: z.exactOptional(
        z.looseObject({
          ...money.shape,
          at: z.string(),
          every: z.exactOptional(z.enum(['month', 'year'])),
        }),
      ),
    }),
  ),
  token: text,
  validUntil: text,
});

/** The backend's word on whether the actor may. */
export const verdict = z.union([
  z.looseObject({ allowed: z.literal(true) }),
  z.looseObject({ allowed: z.literal(false), code: z.string() }),
]);

/** Something was changed elsewhere. */
export const watchEvent = z.looseObject({
  topic: z.enum(['people', 'account', 'subaccounts', 'groups', 'links', 'events']),
  ids: z.exactOptional(z.array(z.string())),
});
