import { expect } from 'chai';
import { PeopleSelection, type SelectedPeople } from '../../src/state/index.ts';
import { crowd, FakeBackend } from './fake-backend.ts';
import { turn } from './manual-clock.ts';
import { open, setUp } from './setup.ts';

const IDS = Array.from({ length: 10 }, (_, n) => `p${n}`);

/** Rows in this order, of which those marked `undefined` were not read. */
function rows(ids: readonly (string | undefined)[] = IDS) {
  return {
    indexOf: (id: string) => ids.indexOf(id),
    at: (index: number) => {
      const id = ids[index];
      return id === undefined ? undefined : { id };
    },
  };
}

function make() {
  const seen: (SelectedPeople | undefined)[] = [];
  const selection: PeopleSelection = new PeopleSelection(() => seen.push(selection.value));
  return { seen, selection };
}

const ids = (selection: PeopleSelection) => IDS.filter((id) => selection.has(id));

describe('selection', () => {
  it('of single rows: on, off, and told each time', () => {
    const { seen, selection } = make();
    expect([selection.isEmpty, selection.count, selection.value]).to.deep.equal([
      true,
      0,
      undefined,
    ]);
    selection.toggle('p1');
    selection.toggle('p3');
    selection.toggle('p1');
    expect(selection.value).to.deep.equal({ ids: ['p3'] });
    expect(selection.count).to.equal(1);
    selection.toggle('p3');
    expect(selection.isEmpty).to.equal(true);
    expect(seen).to.deep.equal([
      { ids: ['p1'] },
      { ids: ['p1', 'p3'] },
      { ids: ['p3'] },
      undefined,
    ]);
  });

  it('says nothing where nothing changed, and keeps its value the same object', () => {
    const { seen, selection } = make();
    selection.toggle('p1', true);
    const { value } = selection;
    selection.toggle('p1', true);
    selection.setAll(['p1']);
    selection.setAll([]);
    selection.value = value;
    selection.value = { ids: ['p1'] };
    selection.drop(() => false);
    expect(selection.value).to.equal(value);
    expect(seen).to.have.length(1);
  });

  it('of a page: all of it, none of it, and how much of it is selected', () => {
    const { seen, selection } = make();
    const page = IDS.slice(0, 4);
    expect(selection.share(page)).to.equal('none');
    selection.toggle('p2');
    expect(selection.share(page)).to.equal('some');
    selection.setAll(page);
    expect(selection.share(page)).to.equal('all');
    expect(selection.count).to.equal(4);
    selection.setAll(page, false);
    expect(selection.isEmpty).to.equal(true);
    expect(selection.share([])).to.equal('none');
    expect(seen).to.have.length(3);
  });

  it('of a range, from the row toggled last, in either direction', async () => {
    const { selection } = make();
    selection.toggle('p4');
    await selection.rangeTo('p6', rows());
    expect(ids(selection)).to.deep.equal(['p4', 'p5', 'p6']);
    await selection.rangeTo('p3', rows());
    expect(ids(selection)).to.deep.equal(['p3', 'p4', 'p5', 'p6']);
    selection.toggle('p5');
    await selection.rangeTo('p3', rows());
    expect(ids(selection)).to.deep.equal(['p6']);
  });

  it('of a range that starts nowhere on the screen is of that row alone', async () => {
    const { selection } = make();
    await selection.rangeTo('p2', rows());
    expect(ids(selection)).to.deep.equal(['p2']);
    await selection.rangeTo('p4', rows(['p3', 'p4', 'p5']));
    expect(ids(selection)).to.deep.equal(['p2', 'p4']);
  });

  it('of a range over rows that were not read has them read', async () => {
    const { selection } = make();
    const sparse = rows(['p0', 'p1', undefined, undefined, 'p4', undefined, 'p6']);
    const asked: number[][] = [];
    selection.toggle('p1');
    await selection.rangeTo('p6', sparse, async (first, last) => {
      asked.push([first, last]);
      expect(ids(selection)).to.deep.equal(['p1', 'p4', 'p6']);
      await Promise.resolve();
      return IDS.slice(first, last + 1);
    });
    expect(asked).to.deep.equal([[2, 5]]);
    expect(ids(selection)).to.deep.equal(['p1', 'p2', 'p3', 'p4', 'p5', 'p6']);
  });

  it('that is cleared while rows of a range are read stays empty', async () => {
    const { selection } = make();
    selection.toggle('p0');
    await selection.rangeTo('p3', rows(['p0', undefined, undefined, 'p3']), () => {
      selection.clear();
      return Promise.resolve(['p1', 'p2']);
    });
    expect(selection.isEmpty).to.equal(true);
  });

  it('survives paging, sorting and reading again: it is of people', () => {
    const { seen, selection } = make();
    selection.toggle('p1');
    selection.shown({ sort: [{ field: 'name' }] }, 10);
    selection.shown({ search: 'x' }, 2);
    expect(selection.value).to.deep.equal({ ids: ['p1'] });
    expect(seen).to.have.length(1);
  });

  it('lets go of people who are gone', () => {
    const { selection } = make();
    selection.setAll(['p1', 'p2']);
    selection.drop((id) => id === 'p1');
    expect(selection.value).to.deep.equal({ ids: ['p2'] });
  });

  it('can be set and read as plain data', () => {
    const { selection } = make();
    selection.value = { ids: ['p3', 'p3', 'p4'] };
    expect(selection.value).to.deep.equal({ ids: ['p3', 'p4'] });
    selection.value = { query: { search: 'a' }, except: ['p1'], count: 4 };
    expect([selection.count, selection.has('p1'), selection.has('p2')]).to.deep.equal([
      4,
      false,
      true,
    ]);
    selection.value = { ids: [] };
    expect(selection.value).to.equal(undefined);
    selection.value = undefined;
    expect(selection.isEmpty).to.equal(true);
  });
});

describe('selection of everyone who matches', () => {
  const query = { search: 'a', sort: [{ field: 'name' as const }] };

  it('is the query with its exceptions, and counts them', () => {
    const { selection } = make();
    selection.selectMatching(query, 10);
    expect(selection.value).to.deep.equal({ query, except: [], count: 10 });
    expect([selection.has('p1'), selection.has('nobody seen yet')]).to.deep.equal([true, true]);
    selection.toggle('p1');
    expect(selection.value).to.deep.equal({ query, except: ['p1'], count: 9 });
    expect(selection.share(['p1', 'p2'])).to.equal('some');
    selection.toggle('p1');
    expect(selection.value).to.deep.equal({ query, except: [], count: 10 });
    selection.setAll(['p1', 'p2'], false);
    expect([selection.count, selection.share(['p1', 'p2'])]).to.deep.equal([8, 'none']);
  });

  it('does not claim a number that nobody knows', () => {
    const { selection } = make();
    selection.selectMatching(query);
    expect([selection.isEmpty, selection.count]).to.deep.equal([false, undefined]);
    expect(selection.value).to.deep.equal({ query, except: [] });
    selection.shown(query, 7);
    expect(selection.count).to.equal(7);
  });

  it('follows another order, and ends with another search or filter', () => {
    const { selection } = make();
    selection.selectMatching(query, 10);
    selection.toggle('p1');
    const turned = { search: ' a', sort: [{ field: 'name' as const, desc: true }] };
    selection.shown(turned, 11);
    expect(selection.value).to.deep.equal({ query: turned, except: ['p1'], count: 10 });
    selection.shown({ ...query, filter: { field: 'role', op: 'in', value: ['admin'] } }, 3);
    expect(selection.isEmpty).to.equal(true);
    selection.selectMatching(query, 10);
    selection.shown({ search: 'b' }, 10);
    expect(selection.isEmpty).to.equal(true);
  });

  it('ends with the last exception', () => {
    const { selection } = make();
    selection.selectMatching(query, 2);
    selection.setAll(['p1', 'p2'], false);
    expect([selection.isEmpty, selection.isMatching, selection.has('p9')]).to.deep.equal([
      true,
      false,
      false,
    ]);
  });

  it('does not count an exception that is gone', () => {
    const { selection } = make();
    selection.selectMatching(query, 10);
    selection.setAll(['p1', 'p2'], false);
    selection.drop((id) => id === 'p1');
    selection.shown(query, 9);
    expect(selection.count).to.equal(8);
  });
});

describe('selection with a scope', () => {
  it('reads the ids of rows in between, by jumping or all the way', async () => {
    for (const jump of [true, false]) {
      const { backend, scope } = setUp(new FakeBackend(crowd(500), { jump, maxSize: 60 }));
      await open(scope);
      const before = backend.asked('people').length;
      expect(await scope.idsBetween({}, 120, 249)).to.deep.equal(
        Array.from({ length: 130 }, (_, n) => `p${120 + n}`),
      );
      expect(backend.asked('people').length - before).to.equal(jump ? 3 : 5);
    }
  });

  it('knows who is gone once the backend has said so, and who is back', async () => {
    const { backend, scope } = setUp();
    const window = await open(scope);
    expect(scope.isGone('p1')).to.equal(false);
    await scope.run({ action: 'user.delete', target: { kind: 'person', id: 'p1' } });
    await turn();
    expect([scope.isGone('p1'), scope.isGone('p2')]).to.deep.equal([true, false]);
    backend.records = crowd(3);
    window.refresh();
    await turn();
    expect(scope.isGone('p1')).to.equal(false);
  });
});
