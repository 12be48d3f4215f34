import {
  ACTIONS,
  type AccountFacts,
  type Action,
  type Change,
  type Person,
} from '../../src/domain/index.ts';
import type { PolicyDocument, Question, Target } from '../../src/policy/index.ts';

/** A small, fast generator of numbers: the same seed always gives the same questions. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0 || 1;
  }

  /** From 0 up to, not including, a bound. */
  below(bound: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % bound;
  }

  one<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  some<T>(list: readonly T[], percent = 40): T[] {
    return list.filter(() => this.chance(percent));
  }

  shuffled<T>(list: readonly T[]): T[] {
    const rest = [...list];
    return list.map(() => rest.splice(this.below(rest.length), 1)[0]!);
  }
}

const IDS = ['ana', 'bob', 'cem', 'dea'];
const SUBACCOUNTS = ['north', 'south', 'east'];
const FIELDS = ['department', 'jobTitle', 'email', 'password', 'manager', 'roleId'];
const STATUSES = ['active', 'active', 'active', 'pending', 'suspended', 'deactivated'] as const;
const PLANS = ['free', 'pro', 'business', 'trial'];
const FEATURES = ['groups', 'chat-groups', 'meeting-connector', 'card-on-file', 'parallel-events'];
const KINDS = ['meeting', 'training', 'webinar', 'conference'];

/** What questions about one document are made of: every name it mentions, and some that it does not. */
export class Pools {
  readonly #dice: Dice;
  readonly #actions: readonly Action[];
  readonly #roles: readonly string[];
  /** The actions after which roles or seats are counted differently, and the roles that may do them all. */
  readonly #moving: readonly Action[];
  readonly #bosses: readonly string[];
  readonly #types: readonly string[];
  readonly #pools: readonly string[];

  constructor(dice: Dice, document: PolicyDocument, hostActions: readonly Action[] = []) {
    this.#dice = dice;
    const kit = [...Object.keys(ACTIONS), ...hostActions, 'user.fly', 'constructor'];
    const named = [...document.rules, ...(document.seats ?? [])].flatMap(({ actions }) =>
      actions.flatMap((pattern) => {
        const start = pattern.split('*')[0]!;
        return kit.filter((action) =>
          start === pattern ? action === pattern : action.startsWith(start),
        );
      }),
    );
    const moving = Object.entries(ACTIONS).flatMap(([action, row]) =>
      'membership' in row ? [action, action, action] : [],
    );
    this.#actions = [...kit, ...named, ...moving];
    this.#moving = [
      ...new Set([...moving, ...(document.seats ?? []).flatMap(({ actions }) => actions)]),
    ];
    this.#bosses = document.roles
      .filter(({ permissions }) => permissions.includes('*'))
      .map(({ id }) => id);
    this.#roles = document.roles.map(({ id }) => id);
    const texts = [...JSON.stringify([document.seats, document.rules]).matchAll(/"([\w-]+)"/g)];
    const words = texts.map(([, word]) => word!);
    const among = [
      'basic',
      'licensed',
      'on-prem',
      'zoom-room',
      'webinar',
      'large-meeting',
      'meeting',
    ];
    this.#types = [...among, ...among.filter((name) => words.includes(name))];
    this.#pools = [...among, 'presenter', 'subaccount'];
  }

  question(): Question {
    const dice = this.#dice;
    const actor = this.#person(dice.one(IDS), true);
    const target = dice.chance(80) ? this.#target(actor) : undefined;
    const change = dice.chance(85) ? this.#change() : undefined;
    const account = dice.chance(95) ? this.account() : undefined;
    return {
      action: dice.one(this.#actions),
      actor,
      ...(target && { target }),
      ...(change && { change }),
      ...(account && { account }),
      ...(dice.chance(30) && { draft: true as const }),
    };
  }

  /** Questions of one act: mostly such as move people and seats, about the same few people, on one account. */
  act(): Question[] {
    const dice = this.#dice;
    const people = IDS.map((id) => this.#person(id, dice.chance(80)));
    const boss = dice.chance(85) && this.#bosses.length > 0 ? dice.one(this.#bosses) : this.#role();
    const actor: Person = dice.chance(90)
      ? { id: 'ana', roleId: boss, status: 'active', subaccountIds: SUBACCOUNTS }
      : people[0]!;
    const account = {
      ...this.account(),
      state: 'active' as const,
      plan: 'pro',
      features: FEATURES,
    };
    const actions = dice.chance(80) ? dice.shuffled(this.#moving).slice(0, 3) : this.#actions;
    return Array.from({ length: 3 + dice.below(5) }, () => {
      const { change, draft, target } = this.question();
      const known = dice.chance(90) ? dice.one(people) : target;
      return {
        action: dice.one(actions),
        actor,
        account,
        ...(known && { target: known }),
        ...(change && { change }),
        ...(draft && dice.chance(30) && { draft }),
      };
    });
  }

  account(): AccountFacts {
    const dice = this.#dice;
    const counts = () =>
      Object.fromEntries(dice.some(this.#roles, 80).map((role) => [role, dice.below(4)]));
    const seats = dice.some(this.#pools, 70).map((pool) => {
      const used = dice.below(3);
      return [pool, { total: used + dice.below(3), used }] as const;
    });
    return {
      ...(dice.chance(85) && { roleCounts: counts() }),
      ...(dice.chance(85) && { pendingRoleCounts: counts() }),
      ...(dice.chance(85) && { seats: Object.fromEntries(seats) }),
      ...(dice.chance(85) && { features: dice.some(FEATURES, 50) }),
      ...(dice.chance(85) && { customAttributes: 3 + dice.below(4) }),
      ...(dice.chance(85) && {
        state: dice.chance(80) ? ('active' as const) : ('cancelled' as const),
      }),
      ...(dice.chance(85) && { plan: dice.one(PLANS) }),
      ...(dice.chance(85) && { runningExports: dice.below(3) }),
    };
  }

  #role(): string {
    return this.#dice.chance(96)
      ? this.#dice.one(this.#roles)
      : this.#dice.one(['ghost', 'constructor']);
  }

  #person(id: string, isMostlyKnown: boolean): Person {
    const dice = this.#dice;
    const roleId = this.#role();
    const known = isMostlyKnown ? 92 : 70;
    return {
      id,
      roleId,
      ...(dice.chance(15) && { roleIds: [roleId, this.#role()] }),
      ...(dice.chance(known) && {
        status: isMostlyKnown && dice.chance(60) ? 'active' : dice.one(STATUSES),
      }),
      ...(dice.chance(60) && { subaccountIds: dice.some(SUBACCOUNTS) }),
      ...(dice.chance(known) && { userType: dice.one(this.#types) }),
      ...(dice.chance(50) && { addons: dice.some(['webinar', 'large-meeting']) }),
      ...(dice.chance(50) && { products: dice.some(['meeting', 'webinar']) }),
      ...(dice.chance(8) && { restricted: [dice.one(this.#actions), 'event.start'] }),
      ...(dice.chance(30) && { ownedFields: dice.some(FIELDS, 30) }),
      ...(dice.chance(20) && { viaDomain: dice.chance(80) }),
      ...(dice.chance(30) && { billingContact: dice.chance(80) }),
    };
  }

  #target(actor: Person): Target {
    const dice = this.#dice;
    if (dice.chance(12)) return actor;
    if (dice.chance(80)) return this.#person(dice.one(IDS), false);
    return {
      id: dice.one([...SUBACCOUNTS, ...IDS]),
      ...(dice.chance(50) && { parentId: dice.chance(50) ? null : dice.one(SUBACCOUNTS) }),
      ...(dice.chance(70) && { status: dice.one(['awaiting-activation', 'active', 'ended']) }),
      ...(dice.chance(60) && { organiserId: dice.one(IDS) }),
    };
  }

  #change(): Change {
    const dice = this.#dice;
    return {
      ...(dice.chance(65) && { roleId: this.#role() }),
      ...(dice.chance(45) && { subaccountIds: dice.some(SUBACCOUNTS) }),
      ...(dice.chance(60) && { userType: dice.one(this.#types) }),
      ...(dice.chance(50) && { fromType: dice.one(this.#types) }),
      ...(dice.chance(40) && { addons: dice.some(['webinar', 'large-meeting', 'basic'], 50) }),
      ...(dice.chance(40) && { products: dice.some(['meeting', 'webinar', 'licensed'], 50) }),
      ...(dice.chance(30) && { groupId: 'staff' }),
      ...(dice.chance(40) && { rights: dice.some(['event.start', 'event.end', 'event.record']) }),
      ...(dice.chance(45) && { fields: dice.some(FIELDS, 25) }),
      ...(dice.chance(50) && { kind: dice.one(KINDS) }),
      ...(dice.chance(10) && { toId: dice.one(IDS) }),
      ...(dice.chance(40) && { count: dice.below(4) }),
    };
  }
}
