import { expect } from 'chai';
import type { AccountFacts, Change, Person } from '../../src/domain/index.ts';
import { compilePolicy, PolicyError } from '../../src/policy/index.ts';

// The type check complains here when the domain gets a fact, and the test when documents cannot name it.
const PERSON = {
  id: 'is', roleId: 'is', status: 'is', userType: 'is', version: 'is',
  roleIds: 'overlaps', subaccountIds: 'overlaps', addons: 'overlaps', products: 'overlaps',
  restricted: 'overlaps', ownedFields: 'overlaps', viaDomain: 'is', billingContact: 'is',
} satisfies Record<keyof Person, string>; // prettier-ignore
const CHANGE = {
  roleId: 'is', userType: 'is', fromType: 'is', groupId: 'is', domain: 'is', kind: 'is', toId: 'is',
  subaccountIds: 'overlaps', addons: 'overlaps', products: 'overlaps', rights: 'overlaps',
  fields: 'overlaps', count: 'atLeast',
} satisfies Record<keyof Change, string>; // prettier-ignore
const ACCOUNT = {
  state: 'is', deletionAt: 'is', plan: 'is', features: 'overlaps', customAttributes: 'atLeast', runningExports: 'atLeast',
} satisfies Record<Exclude<keyof AccountFacts, 'roleCounts' | 'pendingRoleCounts' | 'seats'>, string>; // prettier-ignore

const VALUES: Readonly<Record<string, unknown>> = { is: 'x', overlaps: ['x'], atLeast: 1 };

const compile = (fact: string, operator: string) =>
  compilePolicy({
    format: 1,
    id: 'test',
    roles: [],
    rules: [
      {
        id: 'r',
        actions: ['*'],
        when: { fact, [operator]: VALUES[operator] } as never,
        reason: { key: 'k' },
      },
    ],
  });

describe('facts', () => {
  for (const [owner, names] of Object.entries({
    actor: PERSON,
    target: { ...PERSON, parentId: 'is', organiserId: 'is' },
    change: CHANGE,
    account: ACCOUNT,
  }))
    it(`of ${owner} can all be named, each with its own operators`, () => {
      for (const [name, operator] of Object.entries(names)) {
        compile(`${owner}.${name}`, operator);
        const wrong = operator === 'overlaps' ? 'is' : 'overlaps';
        expect(() => compile(`${owner}.${name}`, wrong), `${owner}.${name}`).to.throw(PolicyError);
      }
    });
});
