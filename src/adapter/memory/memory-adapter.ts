import type { AccountFacts, Choice, Group, PeopleQuery, PersonRecord } from '../../domain/index.ts';
import type { AccountAdapter, Call, WatchEvent } from '../port.ts';
import { accountData } from './account-data.ts';
import { addressOf, createAccessLists, holderOf } from './access-lists.ts';
import { iso } from './act.ts';
import { capabilitiesOf, offeredBy } from './capabilities.ts';
import { carry } from './carry.ts';
import { createClock } from './clock.ts';
import type { MemoryBackend } from './controls.ts';
import { derived } from './derived.ts';
import { accountFacts } from './facts.ts';
import { fail } from '../fail.ts';
import { fieldsOf } from '../list/fields.ts';
import { frozen } from '../frozen.ts';
import { guard } from './guard.ts';
import { defaultActor, load, typesHeld } from './load.ts';
import type { Moment } from './moment.ts';
import type { MemoryOptions } from './options.ts';
import { pageOf } from '../list/paging.ts';
import { PeopleLists } from './people-list.ts';
import { rulesOf } from './rules.ts';
import type { Traces } from './runner.ts';
import { Store } from './store.ts';
import { createSubaccountList } from './subaccount-list.ts';
import { fold } from '../list/text.ts';
import { createWriting } from './writing.ts';

/** A whole backend over plain arrays, with controls for tests and demos beside the port. */
export interface MemoryAdapter extends Required<AccountAdapter>, MemoryBackend {}

/**
 * A backend that lives in the page: it counts seats, enforces the policy on facts of its own, versions every
 * record, does each command once and keeps a trail. For demos, stories, tests and hosts whose data is small.
 */
export function createMemoryAdapter(options: MemoryOptions): MemoryAdapter {
  const store = new Store(accountData(options));
  load(store, options.people);
  const clock = createClock(options.now);
  const lists = new PeopleLists(store);
  const watchers = new Set<(event: WatchEvent) => void>();

  const rules = derived(
    () => store.account.roles,
    (roles) => rulesOf(options, { roles }),
  );
  const offered = derived(
    () => store.account,
    (account) => offeredBy(account, options, rules().roles),
  );
  const fields = derived(
    () => store.account,
    (account) =>
      fieldsOf(
        account,
        rules().roles.map(({ id }) => id),
      ),
  );
  const groups = derived(
    () => store.account,
    ({ groups: own = [], chatGroups = [] }): readonly Group[] =>
      frozen([...own, ...chatGroups.map((one): Group => ({ ...one, kind: 'chat' }))]),
  );
  const userTypes = options.userTypes ?? typesHeld(options.people);
  let actorId = options.actor ?? defaultActor(store, rules().roles);

  const facts = (): AccountFacts => accountFacts(store, rules().policy?.document, clock.now());
  const moment = (): Moment => {
    const { policy, roles } = rules();
    // Whoever came by a link has no account, and may still act in the room.
    const actor = store.get(actorId) ?? holderOf(store.account.links, actorId);
    if (!actor) return fail('unauthenticated');
    return {
      actor,
      roles,
      policy,
      now: clock.now(),
      guard: guard(policy, actor, facts),
      offered: offered(),
    };
  };
  const ask = (action: string) => {
    const now = moment();
    now.guard.check({ id: action, action });
    return now;
  };

  /** Everyone who matches and whom the actor may see, in order. */
  const matching = (query: PeopleQuery, subaccountId?: string): readonly PersonRecord[] => {
    const { actor, guard: may } = ask('user.list');
    const { viewedBy } = rules();
    const seen = new Map<string, boolean>();
    /** Decides once for all people who are alike in everything that a view hangs on. */
    const sees = (person: PersonRecord): boolean => {
      const like = JSON.stringify([
        person.id === actor.id,
        ...viewedBy.map((part) => person[part]),
      ]);
      const known = seen.get(like) ?? may.sees('user.view', person);
      seen.set(like, known);
      return known;
    };
    return lists.query(query, {
      fields: fields(),
      visible: (person) =>
        (subaccountId === undefined || !!person.subaccountIds?.includes(subaccountId)) &&
        sees(person),
      // No rule can count people, so the account and the actor are all that a view hangs on beside the person.
      key: JSON.stringify([store.accountRevision, subaccountId, actor]),
    });
  };
  const traces: Traces = { trail: [], mails: [] };
  const subaccounts = createSubaccountList(store);
  const access = createAccessLists(store);
  const writing = createWriting(({ createRunner }) =>
    createRunner(store, options, moment, matching, traces),
  );

  /** Every method goes through here: time passes, lapsed invitations go, and only `AdapterError` comes out. */
  const answer = <T>(call: Call | undefined, give: () => T): Promise<T> =>
    carry(call?.signal, options.latency, () => {
      store.expire(clock.now());
      return give();
    });
  const tell = (event: WatchEvent): void => {
    store.commit();
    for (const watcher of watchers) watcher(event);
  };

  return {
    id: 'memory',
    clock,
    ...traces,

    capabilities: (call) =>
      answer(call, () => capabilitiesOf(offered(), store.account, fields(), userTypes, options)),
    account: (call) =>
      answer(call, () => {
        const { actor, now } = moment();
        const version = `${store.revision}.${store.accountRevision}`;
        return frozen({ actor, facts: facts(), version, now: iso(now) });
      }),
    people: (request, call) =>
      answer(call, () => {
        writing.fetchAhead();
        return pageOf(matching(request, call?.subaccountId), request, (person) => person);
      }),
    person: (id, call) =>
      answer(call, () => {
        const { actor, guard: may } = moment();
        const person = store.get(id) ?? fail('not-found');
        // Everyone may see themselves.
        if (id !== actor.id) may.check({ id, action: 'user.view' }, person);
        return person;
      }),
    roles: (call) =>
      answer(call, () => {
        const { roles } = rules();
        const ids = roles.length
          ? roles
          : [...store.active.keys(), ...store.pending.keys()].map((id) => ({ id }));
        const choices = new Map<string, Choice>(ids.map((role) => [role.id, choiceOf(role)]));
        return frozen([...choices.values()]);
      }),
    run: (command, call) => writing.do((runner) => answer(call, () => runner.run(command))),
    batch: (commands, call) => writing.do((runner) => answer(call, () => runner.batch(commands))),
    preview: (commands, call) =>
      writing.do((runner) => answer(call, () => runner.preview(commands))),
    can: (commands, call) => writing.do((runner) => answer(call, () => runner.can(commands))),
    groups: (call) => answer(call, () => groups()),
    subaccounts: ({ search = '', ids, ...at }, call) =>
      answer(call, () => {
        const text = fold(search.trim());
        const found = subaccounts(ask('subaccount.list')).filter(
          ({ id, name }) => (!ids || ids.includes(id)) && fold(name).includes(text),
        );
        return pageOf(found, at, frozen);
      }),
    events: (request, call) => answer(call, () => access.events(request, moment())),
    links: (request, call) => answer(call, () => access.links(request, moment())),
    linkAddress: (id, call) => answer(call, () => addressOf(access.link(id, moment()))),
    audit: ({ targetId, ...at }, call) =>
      answer(call, () => {
        ask('audit.view');
        const found = traces.trail.filter(
          (entry) => targetId === undefined || entry.targetId === targetId,
        );
        return pageOf(found.reverse(), at, (entry) => entry);
      }),
    watch: (on, { signal }) => {
      if (signal.aborted) return;
      watchers.add(on);
      signal.addEventListener('abort', () => watchers.delete(on), { once: true });
    },

    actAs: (id) => {
      actorId = id;
      tell({ topic: 'account' });
    },
    add: (...people) => {
      load(store, people, false);
      tell({ topic: 'people', ids: people.map(({ id }) => id) });
    },
    edit: (id, parts) => {
      const person = store.get(id) ?? fail('not-found');
      if (parts) store.put({ ...person, ...parts } as PersonRecord);
      else store.remove(id);
      tell({ topic: 'people', ids: [id] });
    },
    set: (account) => {
      store.account = accountData(account, store.account);
      tell({ topic: 'account' });
      if (account.links) tell({ topic: 'links' });
      if (account.events) tell({ topic: 'events' });
    },
    dump: () =>
      Object.freeze({
        ...store.account,
        people: Object.freeze(store.rows().map(({ record }) => record)),
        trail: Object.freeze([...traces.trail]),
      }),
  };
}

function choiceOf({ id, label }: { readonly id: string; readonly label?: string }): Choice {
  return { id, ...(label !== undefined && { label }) };
}
