import * as z from 'zod/mini';
import { id } from './people.ts';
import { peopleQuery } from './query.ts';

const text = z.exactOptional(z.string());
const list = z.exactOptional(z.array(z.string()));

export const ref = z.looseObject({
  kind: z.enum(['person', 'subaccount', 'link', 'event', 'group', 'contact']),
  id,
  version: text,
});

export const selection = z.looseObject({
  query: peopleQuery,
  except: z.array(z.string()),
  count: z.exactOptional(z.number()),
});

export const invitee = z.looseObject({ email: z.string(), firstName: text, lastName: text });

/** A change as a policy knows it. */
export const change = z.looseObject({
  roleId: text,
  subaccountIds: list,
  userType: text,
  fromType: text,
  addons: list,
  products: list,
  groupId: text,
  domain: text,
  rights: list,
  fields: list,
  kind: text,
  toId: text,
  count: z.exactOptional(z.number()),
});

/** A change with the data that carries it out. */
export const changeData = z.looseObject({
  ...change.shape,
  people: z.exactOptional(z.array(invitee)),
  values: z.exactOptional(z.record(z.string(), z.unknown())),
  transferTo: text,
  keep: list,
  chatGroupId: text,
  until: text,
  token: text,
});

/** An action of the kit, or a host's own. */
export const action = z.string();

export const command = z.looseObject({
  id,
  action,
  target: z.exactOptional(z.union([ref, selection])),
  change: z.exactOptional(changeData),
  ifVersion: text,
});
