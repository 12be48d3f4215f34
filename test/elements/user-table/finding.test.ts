import { expect, oneEvent } from '@open-wc/testing';
import { registerMessages, type ViewChangedEvent } from '../../../src/index.ts';
import { press, type } from '../../tools/commands.ts';
import { peoplePage, readable, rowsShown, until, type PeoplePage } from '../people-page.ts';

const names = (page: PeoplePage): string[] => page.$$('.row .name').map(readable);
const count = (page: PeoplePage): string => readable(page.$('[part=count]'));

async function withPeople(options: Parameters<typeof peoplePage>[0] = {}): Promise<PeoplePage> {
  const page = await peoplePage(options);
  await rowsShown(page);
  return page;
}

/** Chooses a value in a filter, as a person does. */
async function filter(page: PeoplePage, name: string, value: string): Promise<void> {
  const button = page.$$('.filter').find((each) => readable(each).startsWith(name))!;
  button.click();
  await until(() => page.$('#menu').matches(':popover-open'), 'the filter is open');
  const label = page.$$('#menu label').find((each) => readable(each) === value)!;
  label.querySelector('input')!.click();
  await page.table.updateComplete;
}

describe('<user-table> finding people', () => {
  describe('ZM-33 search', () => {
    it('finds by name, address and department, whatever the accents and case', async () => {
      const people = [
        {
          id: '1',
          email: 'helene.lefevre@example.com',
          firstName: 'Hélène',
          lastName: 'Lefèvre',
          roleId: 'owner',
          department: 'Qualité',
        },
        {
          id: '2',
          email: 'bob@example.com',
          firstName: 'Bob',
          lastName: 'Ray',
          roleId: 'member',
          department: 'Sales',
        },
      ];
      const page = await withPeople({ people });
      const input = page.$<HTMLInputElement>('input[type=search]');
      for (const [text, found] of [
        ['helene', 'Hélène Lefèvre'],
        ['LEFEVRE', 'Hélène Lefèvre'],
        ['bob@', 'Bob Ray'],
        ['qualite', 'Hélène Lefèvre'],
      ] as const) {
        input.focus();
        input.select();
        await type(text);
        await until(
          () => names(page).length === 1 && names(page)[0] === found,
          `${text} finds ${found}`,
        );
      }
    });

    it('asks once for what was typed at once, and says how many were found', async () => {
      const asked: (string | undefined)[] = [];
      const page = await withPeople({
        through: (backend) => ({
          ...backend,
          people: async (request, call) => (
            asked.push(request.search),
            backend.people(request, call)
          ),
        }),
      });
      const input = page.$<HTMLInputElement>('input[type=search]');
      for (const text of ['c', 'chl', 'chloe']) {
        input.value = text;
        input.dispatchEvent(new InputEvent('input'));
      }
      await until(() => asked.includes('chloe'), 'the search is sent');
      expect(asked.filter((text) => text !== undefined)).to.deep.equal(['chloe']);
      await until(() => /^\d+ (person|people)$/.test(page.announced()), 'the count is announced');
      expect(page.announced()).to.equal(count(page));
    });

    it('keeps the rows on the screen until the answer is there', async () => {
      let go: (() => void) | undefined;
      const page = await withPeople({
        through: (backend) => ({
          ...backend,
          people: async (request, call) => {
            if (request.search) await new Promise<void>((resolve) => (go = resolve));
            return backend.people(request, call);
          },
        }),
      });
      const before = names(page);
      page.table.view = { query: { search: 'ch' } };
      await until(() => go, 'the search is under way');
      expect(names(page).slice(0, 10)).to.deep.equal(before.slice(0, 10));
      expect(page.$('[role=grid]').getAttribute('aria-busy')).to.equal('true');
      go!();
      await until(() => !page.$('[role=grid]').hasAttribute('aria-busy'), 'the answer is painted');
      expect(names(page).slice(0, 10)).to.not.deep.equal(before.slice(0, 10));
    });
  });

  it('filters by role, status and type together, and clears them', async () => {
    const page = await withPeople();
    const all = count(page);
    await filter(page, 'Role', 'Admin');
    await until(() => count(page) !== all, 'admins only');
    expect(new Set(page.$$('.row .role-name').map(readable))).to.deep.equal(new Set(['Admin']));
    expect(readable(page.$('.filter.chosen'))).to.equal('Role: Admin');
    await press('Escape');
    await filter(page, 'User type', 'Licensed');
    await until(() => page.$$('.filter.chosen').length === 2, 'two filters');
    await until(
      () =>
        page.$$('.row [data-column-id=userType]').length === 0 ||
        page
          .$$('[role=gridcell][data-column-id=userType]')
          .every((cell) => readable(cell) === 'Licensed'),
      'licensed admins',
    );
    await press('Escape');
    page.$$('.filters .button').at(-1)!.click();
    await until(() => count(page) === all, 'everyone again');
  });

  describe('order', () => {
    it('follows the locale, and says which column and which way', async () => {
      const people = ['Ödman', 'Zander', 'Oakes', 'Ångström'].map((lastName, i) => ({
        id: String(i),
        email: `${i}@example.com`,
        firstName: 'A',
        lastName,
        displayName: lastName,
        roleId: i === 0 ? 'owner' : 'member',
      }));
      const page = await withPeople({ people, lang: 'en' });
      const sort = page.$('[role=columnheader][data-column-id=name] button');
      sort.click();
      await until(() => names(page)[0] === 'Ångström', 'ascending in English');
      expect(names(page)).to.deep.equal(['Ångström', 'Oakes', 'Ödman', 'Zander']);
      expect(page.$('[role=columnheader][data-column-id=name]').getAttribute('aria-sort')).to.equal(
        'ascending',
      );
      sort.click();
      await until(() => names(page)[0] === 'Zander', 'descending');
      expect(page.$('[role=columnheader][data-column-id=name]').getAttribute('aria-sort')).to.equal(
        'descending',
      );
      registerMessages({ tag: 'sv', messages: {} });
      page.table.parentElement!.parentElement!.lang = 'sv';
      sort.click();
      await page.table.updateComplete;
      sort.click();
      await until(
        () => names(page)[0] === 'Oakes',
        'ascending in Swedish, where Å and Ö come last',
      );
    });

    it('can be had by every column', async () => {
      const page = await withPeople({
        table: {
          columns: [
            'name',
            'email',
            'role',
            'userType',
            'department',
            'status',
            'lastActiveAt',
            'jobTitle',
            'location',
            'manager',
          ],
        },
      });
      for (const button of page.$$('[role=columnheader] .sort')) {
        const header = button.closest('[role=columnheader]')!;
        button.click();
        await until(
          () =>
            header.getAttribute('aria-sort') === 'ascending' &&
            !page.$('[role=grid]').hasAttribute('aria-busy'),
          `sorted by ${readable(header)}`,
        );
      }
    });
  });

  describe('ZM-29 columns', () => {
    async function openView(page: PeoplePage): Promise<void> {
      page.$('[part=view-button]').focus();
      await press('Enter');
      await until(() => page.$('#menu').matches(':popover-open'), 'the view menu is open');
    }
    const headers = (page: PeoplePage): string[] =>
      page.$$('[role=columnheader]:has(.sort)').map(readable);

    it('are chosen and moved by keyboard, and Reset brings them back', async () => {
      const page = await withPeople();
      const before = headers(page);
      await openView(page);
      expect(page.$$('.column-choice').map((choice) => choice.dataset['columnId'])).to.deep.equal([
        ...page.table.view.columns,
        'jobTitle',
        'location',
        'manager',
        'invitedAt',
        'expiresAt',
        'mail',
      ]);
      page.$<HTMLInputElement>('.column-choice[data-column-id=email] input').focus();
      await press('Space');
      await until(() => !headers(page).includes('Email'), 'email is gone');
      const up = page.$('.column-choice[data-column-id=department] [data-move="-1"]');
      up.focus();
      await press('Enter');
      await until(() => headers(page)[2] === 'Department', 'department moved up');
      expect(page.announced()).to.match(/Department: position 3 of 6/);
      expect(
        page.$('[role=grid]').getAttribute('aria-colcount'),
        'checkbox, six of theirs, menu',
      ).to.equal('8');
      expect(page.focused() === up, 'the focus stays on the button that moved').to.equal(true);
      page.$('.view-menu > .choices-end').focus();
      await press('Enter');
      await until(() => headers(page).join() === before.join(), 'as before');
      await press('Escape');
      expect(page.focused() === page.$('[part=view-button]'), 'the focus is back').to.equal(true);
    });

    it('a host adds one of its own, and what it throws stays in its cell', async () => {
      const { error } = console;
      console.error = () => undefined;
      try {
        const page = await withPeople({
          table: {
            columns: [
              'name',
              { id: 'x-badge', header: 'Badge', value: ({ id }) => `<b>${id}</b>` },
              {
                id: 'x-node',
                header: 'Node',
                value: () => 'n',
                render: () => Object.assign(document.createElement('i'), { textContent: 'host' }),
              },
              {
                id: 'x-bad',
                header: 'Bad',
                value: () => {
                  throw new Error('oops');
                },
              },
            ],
          },
        });
        expect(page.text(1, 'x-badge')).to.match(/^<b>.*<\/b>$/);
        expect(page.cell(1, 'x-badge').querySelector('b'), 'text stays text').to.equal(null);
        expect(page.cell(1, 'x-node').querySelector('i')!.textContent).to.equal('host');
        expect(page.text(1, 'x-bad')).to.equal('');
      } finally {
        console.error = error;
      }
    });
  });

  describe('the view in the URL', () => {
    const here = location.href;
    afterEach(() => history.replaceState(null, '', here));

    it('is kept and restored, without the search text', async () => {
      const page = await withPeople({ table: { viewKey: 'people' } });
      const changed = oneEvent(page.table, 'view-changed');
      page.$('[role=columnheader][data-column-id=email] button').click();
      const { view } = (await changed) as unknown as ViewChangedEvent;
      expect(view.query.sort).to.deep.equal([{ field: 'email' }]);
      page.$('input[type=search]').focus();
      await type('secret');
      await until(() => page.table.view.query.search === 'secret', 'searched');
      expect(location.search).to.contain('people=').and.not.contain('secret');
      const again = await peoplePage({ table: { viewKey: 'people' } });
      await rowsShown(again);
      expect(again.table.view.query).to.deep.equal({ sort: [{ field: 'email' }] });
      expect(
        again.$('[role=columnheader][data-column-id=email]').getAttribute('aria-sort'),
      ).to.equal('ascending');
    });

    it('holds the search text where the host allows it', async () => {
      const page = await withPeople({ table: { viewKey: 'people', withSearchInUrl: true } });
      page.$('input[type=search]').focus();
      await type('open');
      await until(() => location.search.includes('open'), 'it is in the URL');
    });

    it('is the default when it cannot be understood', async () => {
      history.replaceState(null, '', '?people=sort%3D-nothing%26columns%3Dx%26density%3Dhuge');
      const page = await withPeople({ table: { viewKey: 'people' } });
      expect(page.table.view.columns).to.include('name');
      expect(page.table.view.density).to.equal('comfortable');
    });
  });
});
