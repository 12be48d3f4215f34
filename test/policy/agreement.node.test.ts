import { expect } from 'chai';
import fc from 'fast-check';
import type { ActionRegistry } from '../../src/domain/index.ts';
import {
  compilePolicy,
  type Decision,
  type Policy,
  type PolicyDocument,
  type Question,
} from '../../src/policy/index.ts';
import { presets } from '../../src/policy/presets/index.ts';
import { documents } from './documents.ts';
import { naiveDecideAll } from './naive-fold.ts';
import { naiveDecide, type Verdict } from './naive-decide.ts';
import { Dice, Pools } from './pools.ts';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1e9);
const QUESTIONS = Number(process.env['QUESTIONS'] ?? 1_000_000);
const ACTS = QUESTIONS / 20;
const PER_DOCUMENT = 2000;

/** Actions of a host's own, one with everything that a row can say. */
const actions: ActionRegistry = {
  'acme.promote': {
    access: 'write',
    target: 'required',
    on: 'person',
    needs: ['roleId', 'userType'],
    membership: 'changes',
  },
  'acme.look': { access: 'read' },
};

const verdictOf = (decision: Decision): Verdict => {
  switch (decision.effect) {
    case 'allow':
      return { effect: 'allow', open: decision.open ?? [] };
    case 'deny':
      return { effect: 'deny', rule: decision.rule, rules: decision.rules };
    case 'unknown':
      return { effect: 'unknown', missing: decision.missing };
  }
};

/** The document as it is, and with its roles, seats and rules in other orders. */
function orders(document: PolicyDocument, dice: Dice): Policy[] {
  const other = () => ({
    ...document,
    roles: dice.shuffled(document.roles),
    rules: dice.shuffled(document.rules),
    ...(document.seats && { seats: dice.shuffled(document.seats) }),
  });
  return [document, other(), other()].map((one) => compilePolicy(one, { actions }));
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function disagreement(document: PolicyDocument, questions: unknown, ours: unknown, naive: unknown) {
  const said = { compiled: ours, naive, questions, document };
  return new Error(`Two readings of one document: ${JSON.stringify(said, null, 1)}`);
}

/** How the answers are spread, so that a run which asks nothing but what is refused shows. */
class Tally {
  readonly counts: Record<string, number> = {};
  note({ effect }: Decision) {
    this.counts[effect] = (this.counts[effect] ?? 0) + 1;
  }
}

function compareOne(document: PolicyDocument, seed: number, count: number, tally: Tally) {
  const dice = new Dice(seed);
  const policies = orders(document, dice);
  const pools = new Pools(dice, document, Object.keys(actions));
  for (let i = 0; i < count; i++) {
    const question: Question = pools.question();
    const decision = dice.one(policies).decide(question);
    const naive = naiveDecide(document, question, actions);
    if (!same(verdictOf(decision), naive)) throw disagreement(document, question, decision, naive);
    tally.note(decision);
  }
}

function compareActs(document: PolicyDocument, seed: number, count: number, tally: Tally) {
  const dice = new Dice(seed);
  const policies = orders(document, dice);
  const pools = new Pools(dice, document, Object.keys(actions));
  for (let i = 0; i < count; i++) {
    const act = pools.act();
    const decisions = dice.one(policies).decideAll(act);
    const naive = naiveDecideAll(document, act, actions);
    if (!same(decisions.map(verdictOf), naive)) throw disagreement(document, act, decisions, naive);
    decisions.forEach((decision) => tally.note(decision));
  }
}

describe(`the compiled policy and a naive reading agree (SEED=${SEED})`, function () {
  this.timeout(300_000);

  const ids = Object.keys(presets) as (keyof typeof presets)[];
  const half = QUESTIONS / 2;
  for (const [i, id] of ids.entries()) {
    it(`on ${half / ids.length} questions to ${id}, in any order of roles and rules`, () => {
      const tally = new Tally();
      compareOne(presets[id], SEED + i, half / ids.length, tally);
      expect(Object.keys(tally.counts)).to.have.members(['allow', 'deny', 'unknown']);
    });
    it(`on ${ACTS / 2 / ids.length} acts under ${id}`, () => {
      const tally = new Tally();
      compareActs(presets[id], SEED + i, ACTS / 2 / ids.length, tally);
      expect(Object.keys(tally.counts)).to.have.members(['allow', 'deny', 'unknown']);
    });
  }

  const runs = (all: number, each: number) => ({ seed: SEED, numRuns: Math.ceil(all / each) });

  it(`on ${half} questions to generated documents`, () => {
    const tally = new Tally();
    fc.assert(
      fc.property(documents, fc.integer(), (document, seed) => {
        compareOne(document, seed, PER_DOCUMENT, tally);
      }),
      runs(half, PER_DOCUMENT),
    );
    expect(Object.keys(tally.counts)).to.have.members(['allow', 'deny', 'unknown']);
  });

  it(`on ${ACTS / 2} acts under generated documents`, () => {
    const tally = new Tally();
    fc.assert(
      fc.property(documents, fc.integer(), (document, seed) => {
        compareActs(document, seed, 100, tally);
      }),
      runs(ACTS / 2, 100),
    );
    expect(Object.keys(tally.counts)).to.have.members(['allow', 'deny', 'unknown']);
  });
});
