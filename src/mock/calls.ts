import type { MemoryAdapter } from '../adapter/memory/index.ts';
import type { Call } from '../adapter/port.ts';
import type { Command, PageRequest } from '../domain/index.ts';
import type { Operation } from './wire/routes.ts';

/** A request whose body has the shape that its route promises. */
export interface Asked {
  readonly id: string;
  readonly body: unknown;
  readonly call: Call;
}

type Answered = Exclude<Operation, 'watch'>;

/** What each request asks of the backend, and nothing else: what happens then is the backend's business. */
export const CALLS: Readonly<
  Record<Answered, (backend: MemoryAdapter, asked: Asked) => Promise<unknown>>
> = {
  getCapabilities: (backend, { call }) => backend.capabilities(call),
  getAccount: (backend, { call }) => backend.account(call),
  listRoles: async (backend, { call }) => ({ items: await backend.roles(call) }),
  listGroups: async (backend, { call }) => ({ items: await backend.groups(call) }),
  searchSubaccounts: (backend, { body, call }) => backend.subaccounts(body as object, call),
  searchEvents: (backend, { body, call }) => backend.events(body as object, call),
  searchLinks: (backend, { body, call }) => backend.links(body as object, call),
  getLinkAddress: async (backend, { id, call }) => ({
    address: await backend.linkAddress(id, call),
  }),
  searchAudit: (backend, { body, call }) => backend.audit(body as object, call),
  searchPeople: (backend, { body, call }) => backend.people(body as PageRequest, call),
  getPerson: (backend, { id, call }) => backend.person(id, call),
  run: (backend, { body, call }) => backend.run(body as Command, call),
  runBatch: async (backend, { body, call }) => ({
    results: await backend.batch(commandsIn(body), call),
  }),
  preview: (backend, { body, call }) => backend.preview(commandsIn(body), call),
  can: async (backend, { body, call }) => ({
    verdicts: await backend.can(commandsIn(body), call),
  }),
};

function commandsIn(body: unknown): readonly Command[] {
  return (body as { readonly commands: readonly Command[] }).commands;
}
