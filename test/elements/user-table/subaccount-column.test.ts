import { expect } from '@open-wc/testing';
import messaging from '../../../src/policy/presets/messaging.ts';
import { press } from '../../tools/commands.ts';
import { MESSAGING } from '../messaging-account.ts';
import { peoplePage, readable, rowsShown, still, until, type PeoplePage } from '../people-page.ts';

/** The people of a messaging account, as a role sees them. */
async function pageAs(as: string, table = {}): Promise<PeoplePage> {
  const page = await peoplePage({ ...MESSAGING, document: messaging, as, table });
  await rowsShown(page);
  return page;
}
const headers = (page: PeoplePage): string[] => page.$$('[role=columnheader]').map(readable);
const rowOf = (page: PeoplePage, name: string): number =>
  [1, 2, 3, 4, 5].find((row) => page.text(row, 'name').includes(name)) ?? 0;
const place = (page: PeoplePage, name: string): string =>
  page.text(rowOf(page, name), 'subaccount');

describe('<user-table> sub-account column', () => {
  it('MS-6 MS-14 shows an admin everyone, and the sub-account that each belongs to', async () => {
    const page = await pageAs('admin');
    expect(headers(page).slice(1, 5)).to.deep.equal(['Name', 'Email', 'Role', 'Sub-account']);
    await until(() => place(page, 'Max') === 'Lyon', 'its name is known');
    expect(place(page, 'Pia')).to.equal('Paris');
    expect(place(page, 'Ada'), 'an admin has all of them').to.equal('All');
    await still(page);
    await expect(page.table).to.be.accessible();
  });

  it('MS-14 never shows an id while the names are being read', async () => {
    let answer = (): void => undefined;
    const isAsked = new Promise<void>((done) => (answer = done));
    const page = await peoplePage({
      ...MESSAGING,
      document: messaging,
      as: 'admin',
      through: (backend) =>
        Object.assign(Object.create(backend) as typeof backend, {
          subaccounts: async (...call: Parameters<typeof backend.subaccounts>) => {
            await isAsked;
            return backend.subaccounts(...call);
          },
        }),
    });
    await rowsShown(page);
    await until(() => rowOf(page, 'Max') > 0, 'people are shown');
    expect(place(page, 'Max')).to.equal('…');
    answer();
    await until(() => place(page, 'Max') === 'Lyon', 'its name is known');
  });

  it('leaves out the user type, which nobody has there', async () => {
    const page = await peoplePage({
      ...MESSAGING,
      document: messaging,
      as: 'admin',
      userTypes: [],
    });
    await rowsShown(page);
    expect(headers(page)).not.to.include('User type');
    expect(page.$$('[part~=filter]').map(readable)).to.deep.equal(['Role', 'Status']);
  });

  it('RI-10 MS-14 names two of several, and says the others where one points or listens', async () => {
    const page = await pageAs('admin');
    await until(() => place(page, 'Tom').startsWith('Paris, Lyon'), 'the names are known');
    const cell = page.cell(rowOf(page, 'Tom'), 'subaccount');
    expect(readable(cell.querySelector('[aria-hidden]')!)).to.equal('+2');
    expect(readable(cell.querySelector('.visually-hidden')!)).to.equal(', Nantes, Brest');
    expect(cell.querySelector('[title]')!.getAttribute('title')).to.equal(
      'Paris\nLyon\nNantes\nBrest',
    );
  });

  it('MS-14 is sorted by name, by keyboard', async () => {
    const page = await pageAs('admin');
    page.$('[role=columnheader][data-column-id=subaccount] button').focus();
    await press('Enter');
    await until(() => place(page, 'Max') === 'Lyon' && rowOf(page, 'Max') === 1, 'Lyon is first');
    expect(page.$('[data-column-id=subaccount]').getAttribute('aria-sort')).to.equal('ascending');
  });

  it('MS-9 MS-14 shows a manager their own people, without a column that would say the same of all', async () => {
    const page = await pageAs('manager');
    expect(page.$$('.row[data-id]').map(({ dataset }) => dataset['id'])).to.have.members([
      'max', 'mia', 'tom',
    ]); // prettier-ignore
    expect(headers(page)).not.to.include('Sub-account');
    page.$('[part=view-button]').focus();
    await press('Enter');
    await until(() => page.root.querySelector('.column-choice'), 'the columns are offered');
    expect(page.root.querySelector('.column-choice[data-column-id=subaccount]')).to.equal(null);
  });

  it('is there where a host names it, and nowhere on an account without sub-accounts', async () => {
    const named = await pageAs('manager', { columns: ['name', 'subaccount'] });
    await until(() => place(named, 'Mia') === 'Lyon', 'its name is known');
    const zoom = await peoplePage({ count: 5 });
    await rowsShown(zoom);
    expect(headers(zoom)).not.to.include('Sub-account');
    expect(zoom.table.view.columns).not.to.include('subaccount');
  });
});
