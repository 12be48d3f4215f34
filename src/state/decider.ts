import {
  isRef,
  type AccountFacts,
  type Action,
  type ActionShapes,
  type Change,
  type Command,
  type PersonRecord,
  type Ref,
  type Subaccount,
} from '../domain/index.ts';
import {
  toQuestion,
  type Decision,
  type Policy,
  type Question,
  type Target,
} from '../policy/index.ts';
import type { AccountState, ReadyAccount } from './account-store.ts';

/** A question of which the scope knows the actor and the account. */
export interface Ask {
  readonly action: Action;
  readonly target?: Target;
  readonly change?: Change;
  /** The change is still being filled in. */
  readonly draft?: true;
}

/**
 * How a control stands: usable, refused with a reason, not known yet, known to the server alone, or waiting until a
 * sub-account is chosen.
 */
export type Standing = 'allowed' | 'denied' | 'pending' | 'server-decides' | 'needs-subaccount';

type FactsFor = (facts: AccountFacts, deciding: readonly Command[]) => AccountFacts;

/** What a decision needs to know of sub-accounts. */
export interface SubaccountsAtHand {
  /** The one that the page is about. */
  readonly current: () => string | undefined;
  readonly find: (id: string) => Subaccount | undefined;
}

/** Asks the policy about the signed-in actor and the account as they are known now. Without a policy, the server decides. */
export class Decider {
  readonly #policy: Policy | undefined;
  readonly #account: () => AccountState;
  readonly #factsFor: FactsFor;
  readonly #shapes: ActionShapes;
  readonly #subaccounts: SubaccountsAtHand;

  /** @param factsFor the facts with what commands under way do to them, but for those being decided */
  constructor(
    policy: Policy | undefined,
    account: () => AccountState,
    factsFor: FactsFor,
    shapes: ActionShapes,
    subaccounts: SubaccountsAtHand,
  ) {
    this.#policy = policy;
    this.#account = account;
    this.#factsFor = factsFor;
    this.#shapes = shapes;
    this.#subaccounts = subaccounts;
  }

  /** The sub-account that an action without a target is about: the one that the page is about. */
  subaccountFor(action: Action): string | undefined {
    return this.#isOnSubaccount(action) ? this.#subaccounts.current() : undefined;
  }

  /** Decides several as one act, in order. */
  asks(asks: readonly Ask[]): readonly Decision[] {
    return this.#all(asks, [], (ask, account) => this.#question(ask, account));
  }

  /** The same for commands, on the people and the other things they are about. */
  commands(
    commands: readonly Command[],
    personOf: (id: string) => PersonRecord | undefined,
    thingOf: (ref: Ref) => Target | undefined = () => undefined,
  ): readonly Decision[] {
    return this.#all(commands, commands, (command, { actor, facts }) => {
      const { target } = command;
      const about = isRef(target)
        ? ((target.kind === 'person' ? personOf(target.id) : thingOf(target)) ?? { id: target.id })
        : undefined;
      return toQuestion(command, actor, { account: facts, ...(about && { target: about }) });
    });
  }

  /** Per role, whether the actor could give it. */
  assignableRoles(ask: Ask): ReadonlyMap<string, Decision> {
    const account = this.#account();
    if (account.status !== 'ready') return new Map();
    if (!this.#policy) return new Map(account.roles.map(({ id }) => [id, { effect: 'allow' }]));
    return this.#policy.assignableRoles(this.#question(ask, this.#asSeen(account, [])));
  }

  standing(decision: Decision): Standing {
    if (decision.effect === 'allow') return 'allowed';
    if (decision.effect === 'deny') return 'denied';
    // Elements name the people they ask about; what is left out is the sub-account at hand.
    if (decision.missing.includes('target')) return 'needs-subaccount';
    return this.#isForTheServer(decision) ? 'server-decides' : 'pending';
  }

  /** Whether a decision lets a command be sent: allowed, or not for the client to know. */
  maySend(decision: Decision): boolean {
    return ['allowed', 'server-decides'].includes(this.standing(decision));
  }

  #all<T>(
    list: readonly T[],
    deciding: readonly Command[],
    question: (one: T, account: ReadyAccount) => Question,
  ): readonly Decision[] {
    const account = this.#account();
    if (account.status !== 'ready')
      return list.map(() => ({ effect: 'unknown', missing: ['actor.id'] }));
    if (!this.#policy) return list.map(() => ({ effect: 'allow' }));
    const seen = this.#asSeen(account, deciding);
    return this.#policy.decideAll(list.map((one) => question(one, seen)));
  }

  #asSeen(account: ReadyAccount, deciding: readonly Command[]): ReadyAccount {
    return { ...account, facts: this.#factsFor(account.facts, deciding) };
  }

  #question(ask: Ask, { actor, facts }: ReadyAccount): Question {
    const at = ask.target ? undefined : this.subaccountFor(ask.action);
    const target = at === undefined ? undefined : (this.#subaccounts.find(at) ?? { id: at });
    return { ...ask, ...(target && { target }), actor, account: facts };
  }

  #isOnSubaccount(action: Action): boolean {
    const { on, target } =
      (Object.hasOwn(this.#shapes, action) ? this.#shapes[action] : undefined) ?? {};
    return on === 'subaccount' && target === 'required';
  }

  /** Whether all that is missing are account facts that this backend never tells. */
  #isForTheServer({ missing }: Extract<Decision, { effect: 'unknown' }>): boolean {
    const account = this.#account();
    if (account.status !== 'ready') return false;
    const told: readonly string[] = account.capabilities.facts;
    return missing.every(
      (path) => path.startsWith('account.') && !told.includes(path.slice('account.'.length)),
    );
  }
}
