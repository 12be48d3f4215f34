import { expect } from 'chai';
import { heldRoles, isRef, personName, type PersonRecord } from '../../src/domain/index.ts';

const person = (parts: Partial<PersonRecord>): PersonRecord => ({
  id: 'a',
  email: 'a@b.example',
  roleId: 'member',
  status: 'active',
  ...parts,
});

describe('personName', () => {
  for (const [parts, name] of [
    [{ firstName: 'Ana', lastName: 'Silva', displayName: 'A. Silva' }, 'A. Silva'],
    [{ firstName: 'Ana', lastName: 'Silva' }, 'Ana Silva'],
    [{ firstName: 'Björk' }, 'Björk'],
    [{ lastName: 'Silva', firstName: '' }, 'Silva'],
    [{ displayName: '' }, 'a@b.example'],
    [{}, 'a@b.example'],
  ] as const) {
    it(`is ${name} for ${JSON.stringify(parts)}`, () =>
      expect(personName(person(parts))).to.equal(name));
  }
});

describe('heldRoles', () => {
  it('are all of them, or the one', () => {
    expect(heldRoles({ roleId: 'a' })).to.deep.equal(['a']);
    expect(heldRoles({ roleId: 'a', roleIds: ['a', 'b'] })).to.deep.equal(['a', 'b']);
  });
});

describe('isRef', () => {
  it('tells one thing from a selection, and from nothing', () => {
    expect(isRef({ kind: 'person', id: 'a' })).to.equal(true);
    expect(isRef({ query: {}, except: [] })).to.equal(false);
    expect(isRef(undefined)).to.equal(false);
  });
});
