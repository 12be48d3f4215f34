import { expect } from '@open-wc/testing';
import { press } from '../../tools/commands.ts';
import { peoplePage, readable, rowsShown, still, until, type PeoplePage } from '../people-page.ts';

const DAY = 86_400_000;

async function withLists(options: Parameters<typeof peoplePage>[0] = {}): Promise<PeoplePage> {
  const page = await peoplePage({ count: 200, table: { withLists: true }, ...options });
  await rowsShown(page);
  return page;
}
const people = (page: PeoplePage) => page.backend.dump().people;
const total = (page: PeoplePage) => readable(page.$('[part=count]'));

/** By keyboard: to the list of those invited. */
async function toPending(page: PeoplePage): Promise<void> {
  page
    .$$('[part=list]')
    .find((button) => readable(button) === 'Pending')!
    .focus();
  await press('Enter');
  await until(
    () =>
      page.root.querySelector('[data-column-id=expiresAt]') &&
      !page.table.hasAttribute('data-busy'),
    'the invited are shown',
  );
}

describe('<user-table with-lists>', () => {
  it('ZM-2 keeps users and the invited apart, with a switch that says where one is', async () => {
    const page = await withLists();
    const invited = people(page).filter(({ status }) => status === 'pending').length;
    expect(invited).to.be.greaterThan(2);
    expect(total(page)).to.equal(`${200 - invited} people`);
    expect(
      page.$$('[part=list]').map((one) => `${readable(one)} ${one.ariaPressed}`),
    ).to.deep.equal(['Users true', 'Pending false']);
    await toPending(page);
    await until(() => total(page) === `${invited} people`, 'the invited are counted');
    expect(page.$$('[part=list]').map((one) => one.ariaPressed)).to.deep.equal(['false', 'true']);
    expect(page.announced()).to.equal(`${invited} people`);
  });

  it('ZM-13 ZM-14 says of each invitation which mail was sent, or what it is waiting for', async () => {
    const page = await withLists();
    await toPending(page);
    const words = {
      activation: 'Activation',
      join: 'Joining with their account',
    };
    const rows = page.$$('.row[data-id]');
    expect(rows.length).to.be.greaterThan(2);
    for (const row of rows) {
      const person = people(page).find(({ id }) => id === row.dataset['id'])!;
      expect(readable(row.querySelector('[data-column-id=mail]')!)).to.equal(
        person.awaiting ? 'Waiting for their choice about a balance' : words[person.mail!],
      );
    }
  });

  it('ZM-18 tells the time left by the clock of the backend, and an invitation leaves when it is over', async () => {
    const page = await withLists();
    await toPending(page);
    const row = page.$$('.row[data-id]')[0]!;
    const person = people(page).find(({ id }) => id === row.dataset['id'])!;
    const days = Math.round((Date.parse(person.expiresAt!) - page.backend.clock.now()) / DAY);
    expect(readable(row.querySelector('[data-column-id=expiresAt]')!)).to.match(
      new RegExp(`in ${days - 1}|in ${days}|in ${days + 1}|tomorrow|week|month`),
    );
    page.backend.clock.advance(31 * DAY);
    await page.scope.refresh();
    await until(() => page.root.querySelector('.is-empty'), 'none is left');
    expect(readable(page.$('.is-empty'))).to.contain('No open invitations');
  });

  it('each list keeps the columns chosen for it, and the URL carries the list', async () => {
    const page = await withLists({ table: { withLists: true, viewKey: 'people' } });
    page.table.view = { columns: ['name', 'role'] };
    await toPending(page);
    expect(page.table.view.columns).to.include('mail');
    expect(new URLSearchParams(location.search).get('people')).to.contain('list=pending');
    page.$$('[part=list]')[0]!.click();
    await until(() => page.root.querySelectorAll('.head-cell .sort').length === 2, 'as chosen');
    expect(page.table.view.columns).to.deep.equal(['name', 'role']);
    history.replaceState(null, '', location.pathname);
  });

  it('has no accessibility faults', async () => {
    const page = await withLists();
    await toPending(page);
    await still(page);
    await expect(page.table).to.be.accessible();
  });
});
