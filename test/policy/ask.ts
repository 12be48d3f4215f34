import {
  compilePolicy,
  type Decision,
  type PolicyDocument,
  type Question,
  type Rule,
} from '../../src/policy/index.ts';
import type { Person } from '../../src/domain/index.ts';

/** Someone who may do everything. */
export const ana: Person = { id: 'ana', roleId: 'boss', status: 'active' };
/** Someone who may do next to nothing. */
export const bob: Person = { id: 'bob', roleId: 'worker', status: 'active' };

export const account = { roleCounts: { boss: 1, worker: 2 }, pendingRoleCounts: {} };

/** A rule that refuses everything, but for what the second parameter says otherwise. */
export const rule = (id: string, more: Partial<Rule> = {}): Rule => ({
  id,
  actions: ['*'],
  when: true,
  reason: { key: 'limit' },
  ...more,
});

export const document = (more: Partial<PolicyDocument> = {}): PolicyDocument => ({
  format: 1,
  id: 'test',
  roles: [
    { id: 'worker', rank: 1, permissions: ['user.view'] },
    { id: 'boss', rank: 2, permissions: ['*'] },
  ],
  rules: [],
  ...more,
});

/** What a small document answers, where Ana asks unless the question says otherwise. */
export const ask = (more: Partial<PolicyDocument>, question: Partial<Question>): Decision =>
  compilePolicy(document(more)).decide({ action: 'audit.view', actor: ana, ...question });
