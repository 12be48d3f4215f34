import * as z from 'zod/mini';
import { GROUP_KINDS } from '../account.ts';
import { EVENT_STATUSES } from '../event.ts';
import { id, person } from './people.ts';

const text = z.exactOptional(z.string());
const counts = z.exactOptional(z.record(z.string(), z.number()));

export const seatCount = z.looseObject({
  total: z.number(),
  used: z.number(),
  pending: z.exactOptional(z.number()),
});

export const accountFacts = z.looseObject({
  roleCounts: counts,
  pendingRoleCounts: counts,
  seats: z.exactOptional(z.record(z.string(), seatCount)),
  features: z.exactOptional(z.array(z.string())),
  customAttributes: z.exactOptional(z.number()),
  state: z.exactOptional(z.enum(['active', 'cancelled'])),
  deletionAt: text,
  plan: text,
  runningExports: z.exactOptional(z.number()),
});

/** Who is signed in and what is known: the answer of `account()`. */
export const accountSnapshot = z.looseObject({
  actor: person,
  facts: accountFacts,
  version: text,
  now: text,
});

export const subaccount = z.looseObject({
  id,
  name: z.string(),
  parentId: z.exactOptional(z.nullable(z.string())),
  status: z.exactOptional(z.enum(['awaiting-activation', 'active', 'ending', 'ended'])),
  activeUntil: text,
  pageName: text,
  userName: text,
  email: text,
  size: text,
  version: text,
});

export const eventRecord = z.looseObject({
  id,
  name: z.string(),
  status: z.exactOptional(z.enum(EVENT_STATUSES)),
  startsAt: text,
  organiserId: text,
  organiserName: text,
  version: text,
});

export const eventLink = z.looseObject({
  id,
  roleId: id,
  eventId: text,
  label: text,
  restricted: z.exactOptional(z.array(z.string())),
  createdAt: text,
  version: text,
});

/** A secret: whoever has it holds the role. */
export const linkAddress = z.looseObject({ address: z.string() });

export const choice = z.looseObject({ id, label: text, description: text });

export const group = z.looseObject({
  ...choice.shape,
  kind: z.exactOptional(z.enum(GROUP_KINDS)),
});

export const auditEntry = z.looseObject({
  id,
  at: z.string(),
  actorId: z.nullable(z.string()),
  action: z.string(),
  targetId: text,
  detail: z.exactOptional(z.record(z.string(), z.unknown())),
});
