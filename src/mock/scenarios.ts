import type { MemoryOptions } from '../adapter/memory/index.ts';
import type { Policy, PolicyDocument, Rule } from '../policy/index.ts';
import type { MockOptions } from './mock-backend.ts';

const UNLISTED: Rule = {
  id: 'mock/unlisted',
  actions: ['user.view'],
  when: { fact: 'self', is: true },
  reason: { key: 'noPermission' },
};

const STRICTER: Rule = {
  id: 'mock/drift',
  actions: ['user.change-role'],
  when: true,
  reason: { key: 'noPermission' },
};

/** States of an account, a server or a network that a page has to cope with, by name. */
export const scenarios = {
  /** A company of 200 on a fair day. */
  default: {},
  /** Nobody is listed yet: whoever set the account up runs it without being one of its people. */
  empty: { count: 1, adjust: withRule(UNLISTED) },
  /** The owner, alone. */
  'one-person': { count: 1 },
  /** One owner and no admin: nobody could put back what the owner gives away. */
  'last-owner': { count: 40, adjust: withoutAdmins },
  /** Every seat of every pool is taken. */
  'no-seats': { freeSeats: 0 },
  /** Every answer takes some seconds. */
  slow: { latency: [2000, 6000] },
  /** The server is down for whatever is asked of it. */
  failing: { failureRate: 1, failures: ['503'] },
  /** Nothing gets through. */
  offline: { offline: true },
  /** 40,000 people. */
  huge: { count: 40_000 },
  /** Signed in as someone who may not see the people page. */
  'no-access': { as: 'member' },
  /** The session ends after a while; `conditions.expired = false` signs in again. */
  'session-expires': { expiresAfter: 12 },
  /** The server refuses changes of roles that the page's policy allows. */
  drift: { adjust: withRule(STRICTER) },
} as const satisfies Readonly<Record<string, MockOptions>>;

export type ScenarioName = keyof typeof scenarios;

/** The same account under one rule more. */
function withRule(rule: Rule) {
  return (account: MemoryOptions): MemoryOptions => ({
    ...account,
    ...(account.policy && { policy: stricter(account.policy, rule) }),
  });
}

function stricter(policy: Policy | PolicyDocument, rule: Rule): PolicyDocument {
  const document = 'document' in policy ? policy.document : policy;
  return { ...document, rules: [...document.rules, rule] };
}

/** The first person made is the owner; everyone else becomes a member. */
function withoutAdmins(account: MemoryOptions): MemoryOptions {
  const [owner, ...rest] = account.people;
  const members = rest.map((person) => ({ ...person, roleId: 'member' }));
  return { ...account, people: [...(owner ? [owner] : []), ...members] };
}
