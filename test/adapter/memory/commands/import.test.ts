import { expect } from 'chai';
import { PEOPLE, person, POLICY, setup } from '../setup.ts';

describe('imports of the memory backend', () => {
  it('ZM-4 import whoever is new, and edit whoever is not', async () => {
    const { backend, run, now } = setup();
    await run('user.import', undefined, {
      people: [
        { email: 'MIA@acme.example', lastName: 'Lune' },
        { email: 'neu@acme.example', firstName: 'Neu' },
      ],
      roleId: 'member',
      userType: 'basic',
      values: { department: 'Import' },
    });
    expect(now('mia')).to.include({ lastName: 'Lune', department: 'Import' });
    const { items } = await backend.people({ search: 'neu' });
    expect(items[0]).to.include({
      status: 'pending',
      firstName: 'Neu',
      department: 'Import',
      roleId: 'member',
    });
    expect(backend.trail.map(({ action }) => action)).to.deep.equal([
      'user.edit',
      'user.invite',
      'user.import',
    ]);
  });

  it('ZM-4 import under the rules of adding and editing', async () => {
    const { refusal, backend } = setup({
      policy: POLICY,
      plan: 'pro',
      pools: { licensed: 4 },
      people: [...PEOPLE, person('own', { ownedFields: ['lastName'] })],
    });
    const before = backend.dump();
    const people = [
      { email: 'mia@acme.example', lastName: 'X' },
      { email: 'own@acme.example', lastName: 'X' },
    ];
    expect(await refusal('user.import', undefined, { people })).to.include({ code: 'acme/owned' });
    const licensed = {
      people: [{ email: 'new@acme.example' }],
      roleId: 'member',
      userType: 'licensed',
    };
    expect(await refusal('user.import', undefined, licensed)).to.include({
      kind: 'quota',
      code: 'acme/licence',
    });
    expect(backend.dump()).to.deep.equal(before);
  });
});
