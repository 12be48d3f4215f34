import { expect } from 'chai';
import { compilePolicy, PolicyError } from '../../src/policy/index.ts';
import { presets } from '../../src/policy/presets/index.ts';

/** The mistakes of a document, as `path: message`. */
function mistakes(document: unknown, actions = {}): string[] {
  try {
    compilePolicy(document as never, { actions });
    return [];
  } catch (error) {
    expect(error).to.be.instanceOf(PolicyError);
    return (error as PolicyError).problems.map(({ path, message }) => `${path}: ${message}`);
  }
}

/** The paths of the mistakes alone. */
const paths = (document: unknown) => mistakes(document).map((line) => line.split(': ')[0]);

const valid = {
  format: 1,
  id: 'test',
  roles: [{ id: 'boss', permissions: ['*'] }],
  rules: [{ id: 'r', actions: ['user.edit'], when: true, reason: { key: 'limit' } }],
};
const withRule = (more: object) => ({ ...valid, rules: [{ ...valid.rules[0], ...more }] });
const withWhen = (when: unknown) => withRule({ when });
const withSeat = (more: object) => ({
  ...valid,
  seats: [{ id: 's', actions: ['user.invite'], pool: 'change.userType', ...more }],
});

describe('a document without mistakes', () => {
  it('is let through', () => {
    expect(mistakes(valid)).to.deep.equal([]);
    expect(mistakes(withSeat({ among: ['a'], roles: ['boss'] }))).to.deep.equal([]);
    expect(mistakes({ ...valid, messages: { fr: { 'role.boss': 'Chef' } } })).to.deep.equal([]);
    const roles = [{ id: 'boss', permissions: ['*'], min: 1, recommended: 2 }];
    const effects = { 'user.delete': ['loses-access'] };
    expect(mistakes({ ...valid, roles, effects })).to.deep.equal([]);
  });

  it('may leave out what is undefined', () => {
    expect(mistakes(withRule({ rank: undefined, remedy: undefined }))).to.deep.equal([]);
  });

  it('may give a role that nothing is permitted to', () => {
    const roles = [{ id: 'guest', permissions: [] }];
    expect(mistakes({ ...valid, roles })).to.deep.equal([]);
  });
});

describe('what only people are told', () => {
  it('is checked like the rest', () => {
    const roles = [{ id: 'boss', permissions: ['*'], recommended: 1.5 }];
    expect(paths({ ...valid, roles, effects: { 'user.delete': 'loses-access' } })).to.deep.equal([
      'roles[0].recommended',
      'effects.user.delete',
    ]);
  });
});

describe('a document with many mistakes', () => {
  const wrong = {
    format: 2,
    id: '',
    colour: 'red',
    roles: [
      { id: 'boss', permissions: ['*', 'user.fly', 'nobody.*'], min: 1.5, max: '3', rank: 'high' },
      { id: 'boss', permissions: 'all', scope: 'planet', except: ['user.*'] },
      { permissions: [] },
      'worker',
    ],
    seats: [
      { id: 'x', actions: [], pool: 'change.kind', roles: ['ghost'], among: [''] },
      { id: 'y', actions: ['user.*'], pool: { name: '' } },
    ],
    rules: [
      { id: 'x', actions: ['user.edit'], when: false, reason: { key: '' } },
      { id: '', actions: ['*:read'], when: true, reason: 'no', remedy: { kind: 'pray' } },
      { id: 'y', actions: ['*'], when: true, reason: { key: 'k', params: { a: [1] } } },
      {
        id: 'z',
        actions: ['*'],
        when: {
          all: [
            { fact: 'actor.colour', is: 'red' },
            { fact: 'target.colour', is: 'red' },
          ],
        },
        reason: { key: 'k', params: { a: { fact: 'change.colour' } } },
        remedy: { kind: 'first', action: 'user.fly' },
      },
    ],
    messages: { fr: { 'role.boss': 3 } },
  };

  it('says all of them, each with its path', () => {
    expect(paths(wrong)).to.have.members([
      'format',
      'id',
      'colour',
      'roles[0].permissions[1]',
      'roles[0].permissions[2]',
      'roles[0].min',
      'roles[0].max',
      'roles[0].rank',
      'roles[1].id',
      'roles[1].permissions',
      'roles[1].scope',
      'roles[1].except[0]',
      'roles[2].id',
      'roles[3]',
      'seats[0].actions',
      'seats[0].pool',
      'seats[0].roles[0]',
      'seats[0].among[0]',
      'seats[1].actions[0]',
      'seats[1].pool.name',
      // Taken by the rules.
      'seats[0].id',
      'seats[1].id',
      'rules[0].when',
      'rules[0].reason.key',
      'rules[1].id',
      'rules[1].actions[0]',
      'rules[1].reason',
      'rules[1].remedy.kind',
      'rules[2].reason.params.a',
      'rules[3].when.all[0].fact',
      'rules[3].reason.params.a.fact',
      'rules[3].remedy.action',
      'messages.fr.role.boss',
    ]);
  });

  it('says them also in its message', () => {
    expect(() => compilePolicy(wrong as never)).to.throw(
      PolicyError,
      /rules\[3\]\.when\.all\[0\]\.fact: unknown fact "actor\.colour"; known are self, actor\.id/,
    );
  });

  it('says what is there and what is known', () => {
    const [format, id] = mistakes(wrong);
    expect(format).to.equal('format: unknown format 2; known are 1');
    expect(id).to.equal('id: must be a text, was ""');
    expect(mistakes({ ...valid, id: undefined })).to.deep.equal([
      'id: must be a text, was undefined',
    ]);
    expect(mistakes({ ...valid, colour: 'red' })).to.deep.equal([
      'colour: unknown key "colour"; known are format, id, roles, rules, seats, effects, messages',
    ]);
  });

  it('has a name to catch it by', () => {
    try {
      compilePolicy({ ...valid, id: 5 } as never);
    } catch (error) {
      expect(error).to.include({ name: 'PolicyError' });
      expect((error as PolicyError).problems).to.deep.equal([
        { path: 'id', message: 'must be a text, was 5', value: 5 },
      ]);
      return;
    }
    expect.fail('was let through');
  });
});

describe('conditions', () => {
  it('have an operator, and only one', () => {
    expect(paths(withWhen({ fact: 'self' }))).to.deep.equal(['rules[0].when']);
    expect(paths(withWhen({ fact: 'actor.id', is: 'a', in: ['b'] }))).to.deep.equal([
      'rules[0].when',
    ]);
    expect(paths(withWhen({}))).to.deep.equal(['rules[0].when']);
    expect(paths(withWhen({ is: 'a' }))).to.deep.equal(['rules[0].when']);
    expect(paths(withWhen({ fact: 'actor.id', equals: 'a' }))).to.deep.equal([
      'rules[0].when.equals',
    ]);
    expect(paths(withWhen({ fact: 'actor.id', constructor: 'a' }))).to.deep.equal([
      'rules[0].when.constructor',
    ]);
  });

  it('are not mixed with others', () => {
    const isSelf = { fact: 'self', is: true };
    expect(paths(withWhen({ all: [isSelf], any: [isSelf] }))).to.deep.equal(['rules[0].when.any']);
    expect(paths(withWhen({ not: isSelf, ...isSelf }))).to.deep.equal([
      'rules[0].when.fact',
      'rules[0].when.is',
    ]);
  });

  it('are lists that are not empty, and one that is negated', () => {
    expect(paths(withWhen({ all: [] }))).to.deep.equal(['rules[0].when.all']);
    expect(paths(withWhen({ any: {} }))).to.deep.equal(['rules[0].when.any']);
    expect(paths(withWhen({ not: [] }))).to.deep.equal(['rules[0].when.not']);
    expect(paths(withWhen({ all: ['x', null, { not: 3 }] }))).to.deep.equal([
      'rules[0].when.all[0]',
      'rules[0].when.all[1]',
      'rules[0].when.all[2].not',
    ]);
  });

  it('compare facts that there are', () => {
    for (const fact of [
      'actor.colour',
      'change.colour',
      'account.colour',
      'host.x',
      'actor',
      '',
      5,
      null,
    ])
      expect(paths(withWhen({ fact, is: 'a' })), String(fact)).to.deep.equal([
        'rules[0].when.fact',
      ]);
    expect(paths(withWhen({ fact: 'target.colour', overlaps: ['a'] }))).to.deep.equal([]);
    expect(paths(withWhen({ fact: 'target.a.b', is: 'a' }))).to.deep.equal(['rules[0].when.fact']);
    expect(paths(withWhen({ fact: 'actor.id', in: { fact: 'actor.x' } }))).to.deep.equal([
      'rules[0].when.in.fact',
    ]);
  });

  it('take no name that every object has', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(paths(withWhen({ fact: `actor.${name}`, is: 'a' }))).to.deep.equal([
        'rules[0].when.fact',
      ]);
      expect(paths(withWhen({ fact: `target.${name}`, is: 'a' }))).to.deep.equal([
        'rules[0].when.fact',
      ]);
      expect(paths(withRule({ actions: [name] }))).to.deep.equal(['rules[0].actions[0]']);
      expect(paths({ ...valid, roles: [{ id: name, permissions: [] }] })).to.deep.equal([
        'roles[0].id',
      ]);
      expect(paths(withSeat({ roles: [name] }))).to.deep.equal(['seats[0].roles[0]']);
      expect(paths(withRule({ remedy: { kind: name } }))).to.deep.equal(['rules[0].remedy.kind']);
    }
    const own = JSON.parse('{ "__proto__": { "format": 1 } }') as object;
    expect(paths({ ...valid, rules: [own] })).to.include('rules[0].__proto__');
  });

  const wrongOperators: readonly (readonly [fact: string, operator: string, value: unknown])[] = [
    ['actor.roleIds', 'is', 'a'],
    ['actor.roleIds', 'in', ['a']],
    ['account.features', 'in', ['a']],
    ['actor.roleId', 'overlaps', ['a']],
    ['actor.roleId', 'within', ['a']],
    ['actor.roleId', 'atLeast', 1],
    ['self', 'overlaps', [true]],
    ['actor.viaDomain', 'atMost', 1],
    ['change.count', 'within', [1]],
    ['account.seats', 'is', 'a'],
    ['account.roleCounts', 'atLeast', 1],
  ];
  for (const [fact, operator, value] of wrongOperators)
    it(`${fact} has no ${operator}, and it is said what it has`, () => {
      const [mistake, ...others] = mistakes(withWhen({ fact, [operator]: value }));
      expect(others).to.deep.equal([]);
      expect(mistake).to.match(new RegExp(`^rules\\[0\\]\\.when\\.${operator}: unknown key`));
      expect(mistake).to.match(/known are fact/);
    });

  it('take values of the right shape', () => {
    expect(paths(withWhen({ fact: 'actor.id', is: ['a'] }))).to.deep.equal(['rules[0].when.is']);
    expect(paths(withWhen({ fact: 'actor.id', in: 'a' }))).to.deep.equal(['rules[0].when.in']);
    expect(paths(withWhen({ fact: 'actor.id', in: [['a']] }))).to.deep.equal([
      'rules[0].when.in[0]',
    ]);
    expect(paths(withWhen({ fact: 'change.count', atLeast: '3' }))).to.deep.equal([
      'rules[0].when.atLeast',
    ]);
    expect(
      paths(withWhen({ fact: 'actor.addons', overlaps: { fact: 'actor.id', is: 3 } })),
    ).to.deep.equal(['rules[0].when.overlaps.is']);
  });
});

describe('remedies', () => {
  const remedy = (given: unknown) => paths(withRule({ remedy: given }));

  it('have what their kind needs, and nothing else', () => {
    expect(remedy({ kind: 'ask' })).to.deep.equal([]);
    expect(remedy({ kind: 'ask', roles: ['boss'] })).to.deep.equal(['rules[0].remedy.roles']);
    expect(remedy({ kind: 'buy', pool: 'a', feature: 'b' })).to.deep.equal([]);
    expect(remedy({ kind: 'buy', pool: 3 })).to.deep.equal(['rules[0].remedy.pool']);
    expect(remedy({ kind: 'first', action: 'user.edit' })).to.deep.equal([]);
    expect(remedy({ kind: 'first' })).to.deep.equal(['rules[0].remedy.action']);
    expect(remedy({ kind: 'elsewhere', key: 'k', href: '/x' })).to.deep.equal([]);
    expect(remedy({ kind: 'elsewhere' })).to.deep.equal(['rules[0].remedy.key']);
    expect(remedy('ask')).to.deep.equal(['rules[0].remedy']);
    expect(remedy({})).to.deep.equal(['rules[0].remedy.kind']);
  });
});

describe('actions of a host’s own', () => {
  const actions = { 'acme.paint': { access: 'write' } };

  it('are known where they are registered', () => {
    expect(mistakes(withRule({ actions: ['acme.paint', 'acme.*'] }), actions)).to.deep.equal([]);
    expect(paths(withRule({ actions: ['acme.paint', 'acme.*'] }))).to.deep.equal([
      'rules[0].actions[0]',
      'rules[0].actions[1]',
    ]);
  });
});

describe('whatever is given', () => {
  const cyclic: Record<string, unknown> = { ...valid };
  cyclic['rules'] = [cyclic];
  let deep: unknown = { fact: 'self', is: true };
  for (let i = 0; i < 5000; i++) deep = { not: deep };
  let wide: unknown = { fact: 'self', is: true };
  for (let i = 0; i < 300; i++) wide = { all: [wide] };
  const inputs: Readonly<Record<string, unknown>> = {
    undefined: undefined,
    null: null,
    'a number': 5,
    'a text': 'policy',
    'a list': [],
    'an empty object': {},
    'a function': () => valid,
    'a symbol': Symbol('policy'),
    'a big number': 5n,
    'a map': new Map([['format', 1]]),
    'no prototype': Object.create(null) as object,
    'a cycle': cyclic,
    'a getter that throws': {
      ...valid,
      get rules() {
        throw new TypeError('no');
      },
    },
    'a getter that throws what cannot be said': {
      get id() {
        throw Object.create(null);
      },
    },
    'a proxy that throws': new Proxy(
      {},
      {
        ownKeys() {
          throw new RangeError('no');
        },
      },
    ),
    'too deep by far': withWhen(deep),
    'a bit too deep': withWhen(wide),
    'lists in place of objects': { ...valid, roles: [[]], rules: [[]], seats: {}, messages: [] },
    'ids of every kind': { ...valid, roles: [{ id: {} }, { id: [] }, { id: 0 }, null, 3] },
    'numbers that JSON does not have': { ...valid, roles: [{ ...valid.roles[0], rank: NaN }] },
  };
  for (const [name, input] of Object.entries(inputs))
    it(`${name} is refused with a PolicyError`, () => {
      expect(() => compilePolicy(input as never)).to.throw(PolicyError);
    });

  it('conditions are as deep as anyone could want', () => {
    let nested: unknown = { fact: 'self', is: true };
    for (let i = 0; i < 60; i++) nested = { all: [nested] };
    const policy = compilePolicy(withWhen(nested) as never);
    const actor = { id: 'a', roleId: 'boss', status: 'active' as const };
    expect(policy.decide({ action: 'user.edit', actor, target: actor })).to.include({ rule: 'r' });
  });

  it('ten thousand rules are compiled, and so many mistakes are found', () => {
    const rules = Array.from({ length: 10_000 }, (_, i) => ({ ...valid.rules[0], id: `r${i}` }));
    const policy = compilePolicy({ ...valid, rules } as never);
    const actor = { id: 'a', roleId: 'boss', status: 'active' as const };
    expect(policy.decide({ action: 'user.edit', actor, target: actor })).to.include({ rule: 'r0' });
    const wrong = rules.map((rule) => ({ ...rule, when: { fact: 'actor.x', is: 1 } }));
    expect(mistakes({ ...valid, rules: wrong })).to.have.length(10_000);
  });

  it('no value put anywhere into a document makes anything else be thrown', () => {
    const odd = [null, 5, 'x', [], {}, [[]], { id: 'x' }, { fact: 'self' }, '__proto__'];
    const replaced = (node: unknown, value: unknown): unknown[] => {
      if (!(node instanceof Object)) return [value];
      const own = Object.entries(node);
      return [
        value,
        ...own.flatMap(([key, member]) =>
          replaced(member, value).map((other) =>
            Array.isArray(node)
              ? node.map((one: unknown, i) => (String(i) === key ? other : one))
              : Object.fromEntries([...own, [key, other]]),
          ),
        ),
      ];
    };
    const { roles, seats = [], rules } = presets.zoom;
    const small = { ...presets.zoom, roles: roles.slice(1, 2), seats, rules: rules.slice(0, 3) };
    for (const value of odd)
      for (const document of replaced(small, value)) {
        try {
          compilePolicy(document as never);
        } catch (error) {
          if (!(error instanceof PolicyError)) throw error;
        }
      }
  });
});
