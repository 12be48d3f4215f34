import { expect } from '@open-wc/testing';
import type { AccountAdapter } from '../../../src/adapter/port.ts';
import type { PageRequest } from '../../../src/domain/index.ts';
import { lessCapable, type LessCapable } from '../../../src/mock/index.ts';
import { press } from '../../tools/commands.ts';
import {
  peoplePage,
  readable,
  rowsShown,
  until,
  type Backend,
  type PeoplePage,
} from '../people-page.ts';

const NOTHING = { search: false, sort: [], filter: {} } as const;

/** The page of a backend that can do less, and everything that it was asked for. */
async function lean(
  less: LessCapable,
  table: Partial<PeoplePage['table']> = {},
): Promise<PeoplePage & { asked: PageRequest[] }> {
  const asked: PageRequest[] = [];
  const through = (backend: Backend): AccountAdapter => {
    const adapter = lessCapable(backend, less);
    return {
      ...adapter,
      people: (request, call) => {
        asked.push(request);
        return adapter.people(request, call);
      },
    };
  };
  const made = await peoplePage({ through, table });
  await rowsShown(made);
  return Object.assign(made, { asked });
}

const countOf = (page: PeoplePage): string => readable(page.$('[part=count]'));

/** Goes to the last row that is known, until there is none after it. */
async function readToTheEnd(page: PeoplePage, isThere: () => boolean): Promise<void> {
  page.table.focus();
  for (let n = 0; n < 10 && !isThere(); n++) {
    await press('Control+End');
    await until(
      () => isThere() || page.$$('.body .row').at(-1)?.dataset['id'] !== undefined,
      'the last rows are read',
    );
  }
}

describe('<user-table> on a backend that cannot do everything', () => {
  it('draws no control for what is not offered', async () => {
    const page = await lean({ people: NOTHING, commands: {} });
    expect(page.$$('input')).to.deep.equal([]);
    expect(page.$$('[part=filter], [part=list], .sort, .role-trigger, .row-menu')).to.deep.equal(
      [],
    );
    expect(page.text(0, 'name')).to.equal('Name');
    expect(page.$$('.toolbar button').map(readable)).to.deep.equal(['View']);
  });

  it('never asks for what was not declared, whatever a kept address or the host says', async () => {
    const page = await lean({ people: NOTHING }, { withLists: true });
    page.table.view = {
      query: {
        search: 'ann',
        sort: [{ field: 'name' }],
        filter: { and: [{ field: 'role', op: 'in', value: ['owner'] }] },
      },
    };
    await page.table.updateComplete;
    expect(countOf(page)).to.equal('200 people');
    for (const request of page.asked)
      expect(request).to.not.have.any.keys('search', 'sort', 'filter');
    expect(page.table.view.query).to.deep.equal({});
  });

  it('keeps what can be done of a view, and leaves out the rest', async () => {
    const page = await lean({
      people: { sort: ['email'], filter: { role: ['in'] }, search: false },
    });
    const role = { field: 'role', op: 'in', value: ['owner'] } as const;
    page.table.view = {
      query: {
        sort: [{ field: 'name' }, { field: 'email', desc: true }],
        filter: { and: [role, { field: 'status', op: 'in', value: ['active'] }] },
      },
    };
    await until(() => page.asked.at(-1)?.sort !== undefined, 'it is asked');
    expect(page.asked.at(-1)!.sort).to.deep.equal([{ field: 'email', desc: true }]);
    expect(page.asked.at(-1)!.filter).to.deep.equal({ and: [role] });
  });

  it('without totals says how many there are at least, jumps to no place, and counts when it has seen the end', async () => {
    const page = await lean({ people: { totals: 'none', jump: false, maxSize: 60 } });
    expect(countOf(page)).to.equal('More than 100 people');
    expect(page.$('[role=grid]').getAttribute('aria-rowcount'), 'nobody knows').to.equal('-1');
    await readToTheEnd(page, () => countOf(page) === '200 people');
    expect(countOf(page)).to.equal('200 people');
    expect(page.$('[role=grid]').getAttribute('aria-rowcount')).to.equal('201');
    for (const { at } of page.asked) expect(at ?? '').to.be.a('string');
  });

  it('says of an estimate that it is one', async () => {
    const page = await lean({ people: { totals: 'estimate' } });
    expect(countOf(page)).to.equal('About 200 people');
    expect(page.$('[role=grid]').getAttribute('aria-rowcount')).to.equal('-1');
  });

  it('says how many were searched where that was not everyone', async () => {
    const page = await lean({ people: { search: 'client' }, scanned: 10_000 });
    expect(readable(page.$('.footer'))).to.not.contain('searched');
    page.$('input[type=search]').focus();
    page.table.view = { query: { search: 'a' } };
    await until(
      () => readable(page.$('.footer')).includes('Only the first 10,000 people were searched.'),
      'it is said',
    );
  });

  it('offers what only the server can know, and says that it decides', async () => {
    const page = await lean({ facts: [] });
    const member = page.backend.dump().people.find(({ roleId }) => roleId === 'member')!;
    page.table.view = { query: { search: member.email } };
    await until(() => page.$$('.row[data-id]').length === 1, 'one is found');
    page.cell(1, 'role').querySelector('button')!.focus();
    await press('Enter');
    await until(() => page.$$('[role=option]').length > 0, 'roles are shown');
    const says = (name: string) =>
      readable(page.$$('[role=option]').find((option) => option.dataset['label'] === name)!);
    expect(says('Admin')).to.equal('Admin Your server decides.');
    await press('Home', 'ArrowDown');
    expect(page.focused()!.dataset['label']).to.equal('Admin');
    await press('Enter');
    await until(() => page.text(1, 'role') === 'Admin', 'the server has decided');
  });
});
