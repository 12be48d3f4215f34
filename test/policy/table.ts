import { expect } from 'chai';
import type { AccountFacts, Action, Person } from '../../src/domain/index.ts';
import {
  compilePolicy,
  type Decision,
  type Policy,
  type PolicyDocument,
  type Question,
  type RoleDef,
  type Target,
} from '../../src/policy/index.ts';

/**
 * One sentence of a product as a question with its answer: `allow`, `allow open: a, b`, the id of the rule that
 * refuses, or `unknown: a, b`.
 */
export type Row = readonly [
  says: string,
  who: Person,
  does: Action,
  about: Pick<Question, 'change' | 'draft'> & {
    readonly to?: Target;
    /** Beside the account of the table. */
    readonly account?: AccountFacts;
    /** Facts of the table's account that are not known. */
    readonly without?: readonly (keyof AccountFacts)[];
  },
  answer: string,
];

/** Questions of one act: each is decided on what the ones before it leave. */
export type Act = readonly [says: string, rows: readonly Row[]];

export interface Table {
  readonly document: PolicyDocument;
  /** A host's own roles, there in every row. */
  readonly roles: readonly RoleDef[];
  readonly account: AccountFacts;
  readonly rows: readonly Row[];
  readonly acts?: readonly Act[];
}

/** Every table that was declared, for whoever wants to ask it something else. */
export const tables: Table[] = [];

export function questionOf(table: Table, [, actor, action, about]: Row): Question {
  const { to, account: own, without = [], ...rest } = about;
  const known = Object.entries({ ...table.account, ...own }).filter(
    ([name]) => !without.includes(name as keyof AccountFacts),
  );
  return { action, actor, ...rest, ...(to && { target: to }), account: Object.fromEntries(known) };
}

export function answerOf(decision: Decision): string {
  switch (decision.effect) {
    case 'allow':
      return decision.open ? `allow open: ${decision.open.join(', ')}` : 'allow';
    case 'deny':
      return decision.rule;
    case 'unknown':
      return `unknown: ${decision.missing.join(', ')}`;
  }
}

/** The rows that a policy answers differently, as sentences. */
export function mistakes(table: Table, policy: Policy): string[] {
  const wrong = ([says, , , , answer]: Row, decision: Decision) =>
    answerOf(decision) === answer ? [] : [`${says}: ${answerOf(decision)}, not ${answer}`];
  const single = table.rows.flatMap((row) => wrong(row, policy.decide(questionOf(table, row))));
  const together = (table.acts ?? []).flatMap(([, rows]) => {
    const decisions = policy.decideAll(rows.map((row) => questionOf(table, row)));
    return rows.flatMap((row, i) => wrong(row, decisions[i]!));
  });
  return [...single, ...together];
}

/** The document with the table's own roles, and its roles and rules in another order. */
export function documentOf(table: Table, order: <T>(list: readonly T[]) => readonly T[]) {
  const { document, roles } = table;
  return {
    ...document,
    roles: order([...document.roles, ...roles]),
    rules: order(document.rules),
    ...(document.seats && { seats: order(document.seats) }),
  };
}

// A fixed shuffle: the same order in every run, so that a failure can be run again.
const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((one, i) => [(i * 7919 + 13) % 101, one] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, one]) => one);

const ORDERS = {
  'as written': <T>(list: readonly T[]) => list,
  'in reverse': <T>(list: readonly T[]) => [...list].reverse(),
  shuffled,
};

/** Declares a table, and tests each of its rows with the document in three orders. */
export function truthTable(table: Table): void {
  tables.push(table);
  // The script that removes rules one by one reads the tables outside any test runner.
  if (typeof describe === 'undefined') return;
  for (const [name, order] of Object.entries(ORDERS)) {
    describe(`${table.document.id}, ${name}`, () => {
      const policy = compilePolicy(documentOf(table, order));
      for (const row of table.rows)
        it(row[0], () => {
          expect(answerOf(policy.decide(questionOf(table, row)))).to.equal(row[4]);
        });
      for (const [says, rows] of table.acts ?? [])
        it(says, () => {
          const decisions = policy.decideAll(rows.map((row) => questionOf(table, row)));
          expect(decisions.map(answerOf)).to.deep.equal(rows.map((row) => row[4]));
        });
    });
  }
}
