import * as z from 'zod/mini';
import { PERSON_STATUSES } from '../person.ts';

/** Ids are opaque, and texts; a number has lost digits already when it gets here. */
export const id = z.string().check(z.minLength(1));
const text = z.exactOptional(z.string());
const flag = z.exactOptional(z.boolean());
const list = z.exactOptional(z.array(z.string()));

/** A person as a policy knows them. What a host adds is let through. */
export const person = z.looseObject({
  id,
  roleId: id,
  roleIds: list,
  status: z.exactOptional(z.enum(PERSON_STATUSES)),
  subaccountIds: list,
  userType: text,
  addons: list,
  products: list,
  restricted: list,
  ownedFields: list,
  viaDomain: flag,
  billingContact: flag,
  version: text,
});

/** A person as a list shows them. */
export const personRecord = z.looseObject({
  ...person.shape,
  email: z.string(),
  status: z.enum(PERSON_STATUSES),
  firstName: text,
  lastName: text,
  displayName: text,
  avatarUrl: text,
  department: text,
  manager: text,
  jobTitle: text,
  location: text,
  groupIds: list,
  chatGroupIds: list,
  attributes: z.exactOptional(z.record(z.string(), z.string())),
  externalContacts: z.exactOptional(z.number()),
  createdAt: text,
  lastActiveAt: text,
  invitedAt: text,
  expiresAt: text,
  mail: z.exactOptional(z.enum(['activation', 'join'])),
  awaiting: z.exactOptional(z.enum(['balance-choice'])),
});
