import { expect } from 'chai';
import type { Command } from '../../../src/domain/index.ts';
import { NOW, person, PEOPLE, POLICY, problemOf, setup } from './setup.ts';

let count = 0;
const about = (
  action: string,
  id?: string,
  change?: Command['change'],
  rest: Partial<Command> = {},
): Command => ({
  id: `preview-${count++}`,
  action,
  ...(id !== undefined && { target: { kind: 'person', id } as const }),
  ...(change && { change }),
  ...rest,
});

const backendOf = (options: Parameters<typeof setup>[0] = {}) =>
  setup({ policy: POLICY, pools: { licensed: 5, webinar: 1 }, plan: 'pro', ...options });

describe('a preview', () => {
  it('ZM-32 says what happens to whom, in the words of the registry', async () => {
    const { backend } = backendOf();
    const { perTarget } = await backend.preview([
      about('user.delete', 'max'),
      about('user.unlink', 'mia'),
      about('user.deactivate', 'adam'),
    ]);
    expect(perTarget).to.deep.equal([
      {
        id: 'max',
        effects: [
          { code: 'loses-access' },
          { code: 'erases-data' },
          { code: 'frees-seats', params: { pool: 'licensed', count: 1 } },
          { code: 'frees-seats', params: { pool: 'webinar', count: 1 } },
        ],
      },
      { id: 'mia', effects: [{ code: 'leaves-account' }, { code: 'keeps-own-data' }] },
      {
        id: 'adam',
        effects: [
          { code: 'loses-access' },
          { code: 'keeps-data' },
          { code: 'frees-seats', params: { pool: 'licensed', count: 1 } },
        ],
      },
    ]);
  });

  it('ZM-13 ZM-14 says which mail each address gets, and who has to choose first', async () => {
    const { backend } = backendOf({
      knownElsewhere: (email) =>
        email.startsWith('joins') ? 'join' : email.startsWith('pays') ? 'paid' : false,
    });
    const people = ['new@a.example', 'joins@a.example', 'pays@a.example', 'pia@acme.example', 'no'];
    const { perTarget } = await backend.preview([
      about('user.invite', undefined, { people: people.map((email) => ({ email })) }),
    ]);
    expect(perTarget.map(({ id }) => id)).to.deep.equal(people);
    const [fresh, joins, pays, known, wrong] = perTarget;
    expect(fresh?.effects).to.deep.equal([{ code: 'sends-mail', params: { mail: 'activation' } }]);
    expect(joins?.effects).to.deep.equal([{ code: 'sends-mail', params: { mail: 'join' } }]);
    expect(pays?.effects).to.deep.include({ code: 'awaiting-balance-choice' });
    expect(known?.problem).to.include({ kind: 'conflict', code: 'email-taken' });
    expect(wrong?.problem).to.include({ kind: 'invalid' });
  });

  it('ZM-8 lets the first take the last seat, and refuses those after', async () => {
    const { backend } = backendOf();
    const people = ['a', 'b', 'c'].map((id) => ({ email: `${id}@a.example` }));
    const { perTarget } = await backend.preview([
      about('user.invite', undefined, { people, userType: 'licensed' }),
    ]);
    expect(perTarget.map(({ problem }) => problem?.kind)).to.deep.equal([
      undefined,
      'quota',
      'quota',
    ]);
    expect(perTarget[0]?.effects).to.deep.include({
      code: 'takes-seats',
      params: { pool: 'licensed', count: 1 },
    });
  });

  it('RI-7 counts what the commands before did: of two owners only one may go', async () => {
    const second = person('otto', { roleId: 'owner' });
    const { backend } = backendOf({ people: [...PEOPLE, second], actor: 'olga' });
    const { perTarget } = await backend.preview([
      about('user.change-role', 'otto', { roleId: 'member' }),
      about('user.change-role', 'olga', { roleId: 'member' }),
    ]);
    expect(perTarget.map(({ problem }) => problem?.code)).to.deep.equal([undefined, 'owner/min']);
  });

  it('gives everyone of a selection an impact of their own', async () => {
    const { backend } = backendOf();
    const { perTarget } = await backend.preview([
      about('user.deactivate', undefined, undefined, {
        target: {
          query: { filter: { field: 'userType', op: 'eq', value: 'licensed' } },
          except: ['adam'],
        },
      }),
    ]);
    const of = Object.fromEntries(
      perTarget.map(({ id, problem }) => [id, problem?.code ?? 'done']),
    );
    expect(of).to.deep.equal({ olga: 'owner/min', max: 'done', pia: 'is-pending' });
  });

  it('changes nothing, sends nothing, notes nothing', async () => {
    const { backend } = backendOf();
    const before = JSON.stringify(backend.dump());
    await backend.preview([
      about('user.delete', 'max'),
      about('user.invite', undefined, { people: [{ email: 'new@a.example' }] }),
      about('seat.buy', undefined, { userType: 'licensed', count: 9 }),
      about('user.delete', 'olga'),
    ]);
    expect(JSON.stringify(backend.dump())).to.equal(before);
    expect(backend.mails).to.have.length(0);
    expect((await backend.people({})).total).to.equal(PEOPLE.length);
  });

  it('tells of what cannot be done at all, and goes on', async () => {
    const { backend } = backendOf({ without: ['user.suspend'] });
    const { perTarget } = await backend.preview([
      about('user.suspend', 'mia'),
      about('user.delete', 'nobody'),
      about('user.change-role', 'mia', {}),
      about('user.delete', 'mia', undefined, { ifVersion: 'old' }),
      about('user.delete', 'mia'),
    ]);
    const kinds = perTarget.map(({ problem }) => problem?.kind);
    expect(kinds).to.deep.equal(['unsupported', 'not-found', 'invalid', 'stale', undefined]);
  });

  it('has no price where the account has none, and the sum where it has', async () => {
    const buy = () => [
      about('seat.buy', undefined, { userType: 'licensed', count: 3 }),
      about('seat.buy', undefined, { addons: ['webinar'], count: 1 }),
    ];
    expect(await backendOf().backend.preview(buy())).not.to.have.property('cost');
    const { backend } = backendOf({
      prices: {
        licensed: { amount: 1500, currency: 'EUR' },
        webinar: { amount: 4000, currency: 'EUR' },
      },
      periodEnd: '2026-12-31T23:59:59Z',
    });
    expect((await backend.preview(buy())).cost).to.deep.equal({
      amount: 8500,
      currency: 'EUR',
      nextCharge: { amount: 8500, currency: 'EUR', at: '2026-12-31T23:59:59Z' },
    });
  });

  it('gives a token by which what was shown is what is done, for five minutes', async () => {
    const { backend, now } = backendOf();
    const shown = about('user.change-type', 'mia', { userType: 'licensed' });
    const { token = '', validUntil } = await backend.preview([shown]);
    expect(validUntil).to.equal(new Date(NOW + 300_000).toISOString());
    const send = (change: Command['change'], id = shown.id) =>
      backend.run({ ...shown, id, change: { ...change, token } });
    const other = await problemOf(send({ userType: 'basic' }));
    expect(other).to.include({ kind: 'conflict', code: 'preview-outdated' });
    const made = await problemOf(
      backend.run({ ...shown, change: { ...shown.change, token: 'x' } }),
    );
    expect(made).to.include({ code: 'preview-outdated' });
    await send(shown.change ?? {});
    expect(now('mia')?.userType).to.equal('licensed');
    backend.clock.advance(300_000);
    const late = await problemOf(send(shown.change ?? {}, 'again'));
    expect(late).to.include({ code: 'preview-outdated' });
  });

  it('is offered for everything that changes something', async () => {
    const { commands, preview } = await backendOf().backend.capabilities();
    expect(preview).to.include.members(['user.delete', 'user.invite', 'seat.buy']);
    expect(preview).not.to.include('user.list');
    expect(Object.keys(commands)).to.include.members([...preview]);
  });
});

describe('a verdict', () => {
  it('names the rule by which an act is refused, before anything is filled in', async () => {
    const { backend } = backendOf();
    backend.actAs('mia');
    const verdicts = await backend.can([
      about('user.edit', 'mia'),
      about('user.edit', 'max'),
      about('user.delete', 'max'),
    ]);
    expect(verdicts).to.deep.equal([
      { allowed: true },
      { allowed: false, code: 'acme/own-profile' },
      { allowed: false, code: 'builtin/no-permission' },
    ]);
  });

  it('leaves open what hangs on the rest of the command', async () => {
    const { backend } = backendOf({ pools: { licensed: 4 } });
    const verdicts = await backend.can([
      about('user.change-type', 'mia'),
      about('user.change-type', 'mia', { userType: 'licensed' }),
    ]);
    expect(verdicts).to.deep.equal([{ allowed: true }, { allowed: false, code: 'acme/licence' }]);
  });

  it('is a refusal for what the backend cannot do, or nobody can', async () => {
    const { backend } = backendOf({ without: ['user.suspend'] });
    const verdicts = await backend.can([
      about('user.suspend', 'mia'),
      about('user.edit', 'nobody'),
    ]);
    expect(verdicts).to.deep.equal([
      { allowed: false, code: 'unsupported' },
      { allowed: false, code: 'not-found' },
    ]);
  });

  it('is given for a selection by what holds for anyone', async () => {
    const { backend } = backendOf();
    const target = { query: {}, except: [] };
    const ask = () => backend.can([about('user.deactivate', undefined, undefined, { target })]);
    expect(await ask()).to.deep.equal([{ allowed: true }]);
    backend.actAs('mia');
    expect(await ask()).to.have.nested.property('[0].allowed', false);
  });

  it('allows everything where there is no policy', async () => {
    const { backend } = setup();
    expect(await backend.can([about('user.delete', 'olga')])).to.deep.equal([{ allowed: true }]);
  });
});
