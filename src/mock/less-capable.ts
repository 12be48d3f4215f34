import type { Capabilities, PeopleCapabilities } from '../adapter/capabilities.ts';
import type { AccountAdapter } from '../adapter/port.ts';
import type { AccountFacts, Page, PersonRecord } from '../domain/index.ts';

/** What a backend can do less well than the one behind it. */
export interface LessCapable extends Partial<Omit<Capabilities, 'people'>> {
  readonly people?: Partial<PeopleCapabilities>;
  /** Every result says that it covers only so many people, the first that were read. */
  readonly scanned?: number;
}

/**
 * The same backend, which can do less and says so: for trying out what elements show then. What is not declared is not answered
 * either: totals that are `none` or an `estimate`, and facts of the account that are not listed.
 */
export function lessCapable<A extends AccountAdapter>(
  adapter: A,
  { people, scanned, ...rest }: LessCapable,
): A {
  return {
    ...adapter,
    capabilities: async (call) => {
      const all = await adapter.capabilities(call);
      return { ...all, ...rest, people: { ...all.people, ...people } };
    },
    account: async (call) => {
      const snapshot = await adapter.account(call);
      return rest.facts ? { ...snapshot, facts: only(snapshot.facts, rest.facts) } : snapshot;
    },
    people: async (request, call) => {
      const page = await adapter.people(request, call);
      const told =
        scanned === undefined
          ? page
          : { ...page, partial: { reason: 'scan-limit', scanned } as const };
      return people?.totals ? withTotals(told, people.totals) : told;
    },
  };
}

function only(facts: AccountFacts, names: readonly string[]): AccountFacts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => names.includes(name)));
}

function withTotals(
  { total, totalIs: _is, ...page }: Page<PersonRecord>,
  totals: PeopleCapabilities['totals'],
): Page<PersonRecord> {
  if (totals === 'none' || total === undefined) return page;
  return { ...page, total, totalIs: totals };
}
