import * as z from 'zod/mini';
import { FILTER_OPERATORS, PEOPLE_FIELDS, type Filter } from '../query.ts';

/** A field of the kit, or one of the account's own. */
export const peopleField = z.union([z.enum(PEOPLE_FIELDS), z.templateLiteral(['x-', z.string()])]);

export const filterTest = z.looseObject({
  field: peopleField,
  op: z.enum(FILTER_OPERATORS),
  value: z.exactOptional(z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
});

/** A test, or a tree of them. */
export const filter: z.ZodMiniType<Filter, Filter> = z.union([
  filterTest,
  z.looseObject({ and: z.array(z.lazy(() => filter)) }),
  z.looseObject({ or: z.array(z.lazy(() => filter)) }),
]);

export const sortKey = z.looseObject({ field: peopleField, desc: z.exactOptional(z.boolean()) });

export const peopleQuery = z.looseObject({
  search: z.exactOptional(z.string()),
  filter: z.exactOptional(filter),
  sort: z.exactOptional(z.array(sortKey)),
  locale: z.exactOptional(z.string()),
});

/** Which part of a list. */
const part = {
  size: z.exactOptional(z.number()),
  at: z.exactOptional(z.union([z.string(), z.looseObject({ offset: z.number() })])),
};

export const pageRequest = z.looseObject({ ...peopleQuery.shape, ...part });

export const subaccountRequest = z.looseObject({
  search: z.exactOptional(z.string()),
  ids: z.exactOptional(z.array(z.string())),
  ...part,
});

export const eventRequest = z.looseObject({ ids: z.exactOptional(z.array(z.string())), ...part });

export const linkRequest = z.looseObject({
  eventIds: z.exactOptional(z.array(z.string())),
  ...part,
});

/** A page of whatever a list is of. */
export function page<T extends z.ZodMiniType>(item: T) {
  return z.looseObject({
    items: z.array(item),
    next: z.exactOptional(z.string()),
    total: z.exactOptional(z.number().check(z.nonnegative())),
    totalIs: z.exactOptional(z.enum(['exact', 'estimate'])),
    partial: z.exactOptional(
      z.looseObject({
        reason: z.enum(['scan-limit', 'client-side']),
        scanned: z.exactOptional(z.number()),
      }),
    ),
  });
}
