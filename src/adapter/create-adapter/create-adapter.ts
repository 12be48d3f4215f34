import type { AuditEntry, Command, Page, Subaccount } from '../../domain/index.ts';
import type { AccountFact, Capabilities } from '../capabilities.ts';
import { fail } from '../fail.ts';
import { malformed } from '../malformed.ts';
import type { AccountAdapter, Call, RunResult, RunValue } from '../port.ts';
import { isFatal, oneByOne, refusalOf } from './batch.ts';
import { askedOf, doingOf, offeredBy, stays, valueOf } from './commands.ts';
import { COUNTED, countsOf } from './counts.ts';
import { found } from './found.ts';
import { People } from './people.ts';
import { guardOf } from './problems.ts';
import { actorOf, isObject, personOf, thingsOf } from './records.ts';
import type { AdapterSource, Asked, BatchSource } from './source.ts';
import { accessCapabilities, accessOf } from './access.ts';
import { Subaccounts } from './subaccounts.ts';

/** Commands at most in one batch that is sent a few at a time. */
const MAX_BATCH = 1000;
const SCAN_LIMIT = 10_000;

/** An adapter made by `createAdapter`: `batch` is always there, sent a few at a time where the backend has none. */
export type CreatedAdapter = AccountAdapter & Required<Pick<AccountAdapter, 'batch'>>;

/**
 * Makes an adapter of what a backend does, and supplies what it lacks: search, sort, filter and paging over as many people
 * as may be read (`partial` says where that was not all), reading one person, batches, reading again after an empty answer,
 * counting the holders of roles, and one `AdapterError` for whatever is thrown.
 *
 * ```ts
 * createAdapter({
 *   id: 'crm',
 *   account: () => me(),
 *   roles: [{ id: 'admin' }, { id: 'agent' }],
 *   people: { paging: 'page', read: ({ page, size }) => users(page, size) },
 *   commands: { 'user.suspend': ({ targetId }) => disable(targetId) },
 * });
 * ```
 *
 * What is not declared is not offered, and never reaches the source.
 */
export function createAdapter(source: AdapterSource): CreatedAdapter {
  const { id, commands, actions, scanLimit = SCAN_LIMIT } = source;
  const guard = guardOf(source);
  const roles = found(source.roles);
  const batch = found(source.batch);
  const people = found(async () => {
    const given = typeof source.people === 'function' ? await source.people({}) : source.people;
    // Only where they are known without asking: an order is no reason to wait for anything.
    const known = typeof source.roles === 'function' ? [] : source.roles;
    // Everything that a source throws while a list is read is made one problem here, so that a reading shared by several ends alike for all.
    const read = (...[asked, by]: Parameters<typeof given.read>) =>
      guard('people', by, (also) => given.read(asked, also));
    return new People({ ...given, read }, known.map(({ id: role }) => role), scanLimit); // prettier-ignore
  });
  const subaccounts = source.subaccounts && new Subaccounts(source.subaccounts, guard, scanLimit);

  /** Facts that can be known: those of the roles only where they are told, or everybody can be read. */
  async function factsOf(call: Call): Promise<readonly AccountFact[]> {
    const { facts = [] } = source;
    if (!facts.some((fact) => COUNTED.includes(fact))) return facts;
    const told = (await source.account(call)).facts ?? {};
    const missing = facts.filter((fact) => COUNTED.includes(fact) && !(fact in told));
    if (missing.length === 0 || (await countsOf(await people(), call))) return facts;
    return facts.filter((fact) => !missing.includes(fact));
  }

  async function capabilities(call: Call): Promise<Capabilities> {
    const [{ capabilities: list }, native, facts] = await Promise.all([people(), batch(), factsOf(call)]); // prettier-ignore
    const offered = offeredBy(commands);
    return {
      commands: offered,
      people: list,
      ...(subaccounts && { subaccounts: subaccounts.paging }),
      ...accessCapabilities(source),
      facts,
      roles: { many: !!source.manyRoles, editable: 'role.create' in offered },
      batch: { max: native?.max ?? MAX_BATCH, native: native !== undefined },
      concurrency: source.concurrency ?? 'none',
      idempotency: source.idempotency ?? false,
      live: source.watch ? (source.live ?? 'push') : 'none',
      preview: source.preview?.actions ?? [],
      ...(source.audit && { audit: true }),
    };
  }

  const person = async (personId: string, call: Call) => {
    // A path with one of these would lead to the list, or above it.
    if (['', '.', '..'].includes(personId)) return fail('not-found');
    if (!source.person) return (await people()).find(personId, call);
    const given = (await source.person(personId, call)) ?? fail('not-found');
    const record = personOf(given, 'person');
    if (record.id !== personId) throw malformed('person is somebody else than was asked for');
    return record;
  };

  /** The record as it is after a command: as answered, or read again where nothing was. */
  async function after(asked: Asked, given: Parameters<typeof valueOf>[0], call: Call): Promise<RunValue> {
    const value = await valueOf(given, asked);
    if (value || !stays(asked, actions)) return value;
    (await people()).changed();
    // It is done; that it cannot be read just now is no reason to say otherwise.
    return person(asked.targetId, call).catch(() => null);
  } // prettier-ignore

  /** Does something that changes what was read before, whatever becomes of it. */
  async function changing<T>(change: () => Promise<T>): Promise<T> {
    try {
      return await change();
    } finally {
      (await people().catch(() => undefined))?.changed();
      subaccounts?.changed();
    }
  }

  const run = (command: Command, given: Call | undefined): Promise<RunValue> =>
    guard(
      command.action,
      given,
      (call) => {
        const asked = askedOf(command, commands, actions);
        const doing = doingOf(commands, asked.action);
        return changing(async () => after(asked, await doing(asked, call), call));
      },
      true,
    );

  /** In one request, but for those that are refused before it. */
  async function together(
    given: readonly Command[],
    { run: send }: BatchSource,
    call: Call,
  ): Promise<readonly RunResult[]> {
    const results: RunResult[] = [];
    const sent: (readonly [number, Asked])[] = [];
    given.forEach((command, index) => {
      try {
        sent.push([index, askedOf(command, commands, actions)]);
      } catch (thrown) {
        results[index] = refusalOf(thrown);
      }
    });
    if (sent.length === 0) return results;
    const answers: unknown = await send(sent.map(([, asked]) => asked), call); // prettier-ignore
    if (!Array.isArray(answers) || answers.length !== sent.length)
      throw malformed(`batch should have ${sent.length} answers`);
    for (const [n, [index, asked]] of sent.entries()) {
      const answer: unknown = answers[n];
      try {
        results[index] = {
          ok: true,
          value: await guard(asked.action, call, () => answered(asked, answer, call), true),
        };
      } catch (thrown) {
        if (isFatal(thrown)) throw thrown;
        results[index] = refusalOf(thrown);
      }
    }
    return results;
  }
  function answered(asked: Asked, answer: unknown, call: Call): Promise<RunValue> {
    if (!isObject(answer)) throw malformed('batch should have a list of answers');
    if ('error' in answer) throw answer['error'];
    return after(asked, answer['value'] as never, call);
  }

  return {
    id,
    capabilities: (call) => guard('capabilities', call, capabilities),
    account: (call) =>
      guard('account', call, async (by) => {
        const given = await source.account(by);
        if (!isObject(given)) throw malformed('account should be an object');
        const { actor, facts = {}, version, now } = given;
        const declared = source.facts ?? [];
        const missing = declared.filter((fact) => COUNTED.includes(fact) && !(fact in facts));
        const counted = missing.length > 0 ? await countsOf(await people(), by) : undefined;
        const known = Object.entries({ ...counted, ...facts }).filter(([fact]) =>
          (declared as readonly string[]).includes(fact),
        );
        return {
          actor: actorOf(actor, 'account.actor'),
          facts: Object.fromEntries(known),
          ...(version !== undefined && { version }),
          ...(now !== undefined && { now }),
        };
      }),
    people: (request, call) => guard('people', call, async (by) => (await people()).page(request, by)), // prettier-ignore
    person: (personId, call) => guard('person', call, (by) => person(personId, by)),
    roles: (call) => guard('roles', call, async () => thingsOf(await roles(), 'roles')),
    run,
    batch: (given, call) =>
      guard(
        'batch',
        call,
        async (by) => {
          const native = await batch();
          if (given.length > (native?.max ?? MAX_BATCH)) fail('invalid', 'too-many');
          if (!native) return oneByOne(given, (command) => run(command, by));
          return changing(() => together(given, native, by));
        },
        true,
      ),
    ...(source.groups && {
      groups: (call) => guard('groups', call, async (by) => thingsOf(await source.groups?.(by), 'groups')), // prettier-ignore
    }),
    ...(subaccounts && {
      subaccounts: (request, call): Promise<Page<Subaccount>> =>
        guard('subaccounts', call, (by) => subaccounts.page(request, by)),
    }),
    ...accessOf(source, guard),
    ...(source.audit && {
      audit: (request, call) =>
        guard('audit', call, async (by): Promise<Page<AuditEntry>> => {
          const page: unknown = await source.audit?.(request, by);
          if (!isObject(page)) throw malformed('audit should be a page');
          return { ...page, items: thingsOf(page['items'], 'audit') as AuditEntry[] };
        }),
    }),
    ...(source.preview && {
      preview: (asked, call) => guard('preview', call, async (by) => source.preview?.run(asked, by) ?? fail('unsupported')), // prettier-ignore
    }),
    ...(source.can && {
      can: (asked, call) => guard('can', call, async (by) => source.can?.(asked, by) ?? []),
    }),
    ...(source.watch && {
      watch: (on, call) => {
        source.watch?.((event) => {
          void people().then((list) => list.changed(), () => undefined); // prettier-ignore
          subaccounts?.changed();
          on(event);
        }, call);
      },
    }),
  };
}
