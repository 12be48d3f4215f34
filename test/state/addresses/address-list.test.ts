import { expect } from 'chai';
import { AddressList, isSendable, type KnownAddress } from '../../../src/state/addresses/index.ts';
import { told } from './told.ts';

function list(text: string, known?: KnownAddress): AddressList {
  const addresses = new AddressList(known && { known });
  addresses.add(text);
  return addresses;
}

const said = ({ entries }: AddressList): string[] => entries.map(told);

describe('AddressList', () => {
  it('ZM-7 says who is on the account, who is invited, and who stands there twice', () => {
    const known = new Map<string, 'member' | 'invited'>([
      ['ana@xn--bcher-kva.example', 'member'],
      ['bo@example.com', 'invited'],
    ]);
    const text = 'Ana@Bücher.example, Bo <BO@example.com>, eva@example.com, eva@example.com';
    expect(said(list(text, (key) => known.get(key)))).to.deep.equal([
      'member Ana@Bücher.example',
      'invited Bo <BO@example.com>',
      'eva@example.com',
      'twice eva@example.com',
    ]);
  });

  it('MS-4 gives an entry another name, which is there when it is edited', () => {
    const addresses = list('ana@example.com, Bo <bo@example.com>');
    const [ana, bo] = addresses.entries;
    addresses.rename(ana!.id, { firstName: 'Ana', lastName: 'de Silva' });
    addresses.rename(bo!.id, { firstName: '' });
    expect(said(addresses)).to.deep.equal(['Ana|de Silva <ana@example.com>', 'bo@example.com']);
    addresses.edit(ana!.id, addresses.entries[0]!.text);
    expect(addresses.entries[0]).to.include({ firstName: 'Ana', lastName: 'de Silva' });
  });

  it('ZM-7 sees what stands in the list already when more is added', () => {
    const addresses = list('ana@example.com');
    const added = addresses.add('ANA@example.com bo@example.com');
    expect(added.map(told)).to.deep.equal(['twice ANA@example.com', 'bo@example.com']);
    expect(addresses.sendable.map(({ email }) => email)).to.deep.equal([
      'ana@example.com',
      'bo@example.com',
    ]);
  });

  it('ZM-7 makes a duplicate valid when the first goes', () => {
    const addresses = list('ana@example.com, Ana <ana@example.com>, bo@example.com');
    addresses.remove(addresses.entries[0]!.id);
    expect(said(addresses)).to.deep.equal(['Ana <ana@example.com>', 'bo@example.com']);
  });

  it('ZM-7 reads an entry again in its place, and leaves the others alone', () => {
    const addresses = list('ana@example.com, bo@example, chloe@example.com');
    const before = addresses.entries;
    addresses.edit(before[1]!.id, 'Bo Lind <bo@example.com>');
    expect(said(addresses)).to.deep.equal([
      'ana@example.com',
      'Bo|Lind <bo@example.com>',
      'chloe@example.com',
    ]);
    expect(addresses.entries.map(({ id }) => id)).to.deep.equal(before.map(({ id }) => id));
  });

  it('ZM-7 takes several in the place of one', () => {
    const addresses = list('ana@example.com, bo, chloe@example.com');
    const { id } = addresses.entries[1]!;
    const now = addresses.edit(id, 'bo@example.com dai@example.com');
    expect(now.map(told)).to.deep.equal(['bo@example.com', 'dai@example.com']);
    expect(said(addresses)).to.deep.equal([
      'ana@example.com', 'bo@example.com', 'dai@example.com', 'chloe@example.com',
    ]); // prettier-ignore
    const ids = addresses.entries.map((entry) => entry.id);
    expect(ids[1]).to.equal(id);
    expect(new Set(ids).size).to.equal(4);
  });

  it('takes an entry out that is edited to nothing, and ignores one that is gone', () => {
    const addresses = list('ana@example.com, bo@example.com');
    const [{ id } = { id: 0 }] = addresses.entries;
    expect(addresses.edit(id, '  ')).to.deep.equal([]);
    expect(addresses.edit(id, 'chloe@example.com')).to.deep.equal([]);
    expect(said(addresses)).to.deep.equal(['bo@example.com']);
  });

  it('ZM-7 asks again who is known', () => {
    const members = new Set<string>();
    const addresses = list('ana@example.com', (key) => (members.has(key) ? 'member' : undefined));
    expect(said(addresses)).to.deep.equal(['ana@example.com']);
    members.add('ana@example.com');
    addresses.recheck();
    expect(said(addresses)).to.deep.equal(['member ana@example.com']);
    expect(addresses.sendable).to.deep.equal([]);
  });

  it('says nothing of an odd address but that it is known, if it is', () => {
    const odd = 'аna@example.com';
    expect(said(list(odd))).to.deep.equal([`mixed-scripts ${odd}`]);
    expect(list(odd).entries.every(isSendable)).to.equal(true);
    expect(said(list(odd, () => 'member'))).to.deep.equal([`member ${odd}`]);
  });

  it('is empty again', () => {
    const addresses = list('ana@example.com, bo');
    addresses.clear();
    expect(addresses.entries).to.deep.equal([]);
  });

  it('ZM-7 takes thousands in by and by, each step part of the list', () => {
    const addresses = new AddressList();
    const text = Array.from({ length: 1200 }, (_, n) => `ana${n % 1000}@example.com`).join('\n');
    const lengths: number[] = [];
    for (const count of addresses.adding(text)) {
      expect(addresses.entries).to.have.length(count);
      lengths.push(count);
    }
    expect(lengths.length).to.be.above(2);
    expect(lengths.at(-1)).to.equal(1200);
    expect(addresses.sendable).to.have.length(1000);
  });
});
