import { expect } from 'chai';
import type { PageRequest } from '../../src/domain/index.ts';
import { FakeBackend, person } from './fake-backend.ts';
import { turn } from './manual-clock.ts';
import { open, setUp } from './setup.ts';

const MILLION = 1_000_000;

/** A backend of a million people who are made up as they are asked for. */
function million(): FakeBackend {
  const backend = new FakeBackend([person('p0', { roleId: 'owner' })]);
  backend.page = ({ at, size = 50 }: PageRequest) => {
    const { offset } = at as { offset: number };
    const count = Math.max(0, Math.min(size, MILLION - offset));
    return {
      items: Array.from({ length: count }, (_, n) => person(`p${offset + n}`)),
      total: MILLION,
    };
  };
  return backend;
}

describe('people window over a million people', () => {
  it('holds a few thousand rows and the ids of no others', async () => {
    const { backend, scope } = setUp(million());
    const window = await open(scope);
    expect(window.length).to.equal(MILLION);
    for (let row = 0; row < MILLION; row += 20_011) {
      window.show(row, row + 30);
      await turn();
      expect(window.at(row)?.id).to.equal(`p${row}`);
      expect(window.indexOf(`p${row}`)).to.equal(row);
    }
    window.show(MILLION - 10, MILLION - 1);
    await turn();
    expect(window.at(MILLION - 1)?.id).to.equal(`p${MILLION - 1}`);
    let held = 0;
    for (let row = 0; row < MILLION; row++) if (window.at(row)) held++;
    expect(held).to.be.at.most(2100);
    expect(window.indexOf('p0')).to.equal(-1);
    expect(backend.asked('people').length).to.be.below(120);
  });

  it('finds and patches a person without looking at the others', async () => {
    const { scope } = setUp(million());
    const window = await open(scope);
    for (let row = 0; row < 2000; row += 100) {
      window.show(row, row + 99);
      await turn();
    }
    // No clock on the wall: 400,000 look-ups that each walked 2,000 rows would outlast the test's time by far.
    for (let n = 0; n < 400_000; n++) {
      const id = `p${n % 2000}`;
      if (window.indexOf(id) !== n % 2000 || window.find(id)?.id !== id) throw new Error(id);
      if (n % 10 === 0) window.patch(person(id, { version: String(n) }));
    }
    expect(window.at(1990)?.version).to.equal('399990');
  });
});
