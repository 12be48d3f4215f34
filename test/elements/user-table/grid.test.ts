import { expect, oneEvent } from '@open-wc/testing';
import type { PersonOpenEvent } from '../../../src/index.ts';
import { ariaSnapshot, press, reset, supports, viewport } from '../../tools/commands.ts';
import { peoplePage, readable, rowsShown, until, type PeoplePage } from '../people-page.ts';

async function withPeople(options: Parameters<typeof peoplePage>[0] = {}): Promise<PeoplePage> {
  const page = await peoplePage(options);
  await rowsShown(page);
  return page;
}

/** Where the focus is: row (0: the header) and column id. */
function at(page: PeoplePage): string {
  const cell = page.focused()?.closest<HTMLElement>('[data-row]');
  return cell ? `${cell.dataset['row']} ${cell.dataset['columnId']}` : 'elsewhere';
}

async function pressUntil(page: PeoplePage, chord: string, where: string): Promise<void> {
  await press(chord);
  await until(() => at(page) === where, `${chord} leads to ${where}, not to ${at(page)}`);
}

describe('<user-table> grid', () => {
  afterEach(reset);

  it('tells how many rows and columns there are, and where each row stands', async () => {
    const page = await withPeople({ count: 2000 });
    const grid = page.$('[role=grid]');
    expect(grid.getAttribute('aria-rowcount')).to.equal('2001');
    expect(grid.getAttribute('aria-colcount'), 'checkbox, seven of theirs, menu').to.equal('9');
    const rows = page.$$('.body [role=row]');
    expect(rows.length).to.be.lessThan(60);
    expect(rows.map((row) => row.getAttribute('aria-rowindex'))).to.deep.equal(
      rows.map((_, index) => String(index + 2)),
    );
    expect(page.$('.head-row').getAttribute('aria-rowindex')).to.equal('1');
  });

  it('scrolls through all of them, drawing only what is seen', async () => {
    const page = await withPeople({ count: 2000 });
    const box = page.$('.viewport');
    for (const share of [0.25, 0.5, 1]) {
      box.scrollTop = box.scrollHeight * share;
      await until(() => {
        const { top, bottom } = box.getBoundingClientRect();
        const middle = page.$$('.row[data-id]').find((row) => {
          const rect = row.getBoundingClientRect();
          return rect.top < (top + bottom) / 2 && rect.bottom > (top + bottom) / 2;
        });
        return middle;
      }, `people are drawn in the middle at ${share}`);
      expect(page.$$('.row').length).to.be.lessThan(60);
    }
    await until(
      () => page.$$('.row').at(-1)!.getAttribute('aria-rowindex') === '2001',
      'the last row is there',
    );
    const last = page.$$('.row').at(-1)!.getBoundingClientRect();
    expect(last.bottom).to.be.closeTo(box.getBoundingClientRect().top + box.clientHeight, 2);
  });

  it('shows the last of a million, where no spacer could be that tall', async () => {
    const total = 1_000_000;
    const page = await withPeople({
      count: 20,
      through: (backend) => ({
        ...backend,
        people: async ({ at: from, size = 100 }) => {
          const offset = typeof from === 'object' ? from.offset : 0;
          const [model] = backend.dump().people;
          const items = Array.from({ length: Math.min(size, total - offset) }, (_, i) => ({
            ...model!,
            id: `p${offset + i}`,
            displayName: `Person ${offset + i + 1}`,
          }));
          return { items, total };
        },
      }),
    });
    const box = page.$('.viewport');
    expect(box.scrollHeight).to.be.lessThan(17_895_697);
    box.scrollTop = box.scrollHeight;
    await until(
      () => page.$$('.row .name').some((name) => readable(name) === 'Person 1000000'),
      'the last person',
    );
    const last = page.$$('.row').at(-1)!.getBoundingClientRect();
    expect(last.bottom).to.be.closeTo(box.getBoundingClientRect().top + box.clientHeight, 2);
    box.scrollTop = 0;
    await until(
      () => page.$$('.row .name').some((name) => readable(name) === 'Person 1'),
      'the first again',
    );
  });

  describe('by keyboard', () => {
    async function entered(options: Parameters<typeof peoplePage>[0] = {}): Promise<PeoplePage> {
      const page = await withPeople({ count: 2000, ...options });
      page.table.focus();
      await until(() => at(page) === '1 name', 'the first cell has the focus');
      return page;
    }

    it('is one tab stop', async () => {
      const page = await entered();
      const stops = (): number =>
        page.$$('[role=grid] *').filter((each) => each.tabIndex === 0).length;
      expect(stops()).to.equal(1);
      await pressUntil(page, 'ArrowRight', '1 email');
      await pressUntil(page, 'ArrowRight', '1 role');
      expect(stops()).to.equal(1);
      await press('Shift+Tab');
      expect(page.focused()!.closest('[role=grid]') === null, 'out of the grid').to.equal(true);
    });

    it('moves as the grid pattern says', async () => {
      const page = await entered();
      await pressUntil(page, 'ArrowDown', '2 name');
      await pressUntil(page, 'ArrowRight', '2 email');
      await pressUntil(page, 'ArrowLeft', '2 name');
      await pressUntil(page, 'End', '2 actions');
      await pressUntil(page, 'Home', '2 select');
      await pressUntil(page, 'Control+End', '2000 actions');
      await pressUntil(page, 'Control+Home', '1 select');
      await pressUntil(page, 'ArrowUp', '0 select');
      await press('PageDown');
      await until(() => Number(at(page).split(' ')[0]) > 3, 'a page further');
      await pressUntil(page, 'PageUp', '1 select');
    });

    it('keeps the focus on its row when that is scrolled away', async () => {
      const page = await entered();
      const box = page.$('.viewport');
      box.scrollTop = box.scrollHeight / 2;
      await until(
        () => page.$$('.row').some((row) => Number(row.getAttribute('aria-rowindex')) > 500),
        'scrolled away',
      );
      expect(at(page)).to.equal('1 name');
      await pressUntil(page, 'ArrowDown', '2 name');
      const row = page.cell(2, 'name').getBoundingClientRect();
      const { top, bottom } = box.getBoundingClientRect();
      expect(row.top >= top && row.bottom <= bottom, 'the row is in view again').to.equal(true);
    });

    it('goes the other way in right-to-left text', async () => {
      const page = await entered({ dir: 'rtl' });
      await pressUntil(page, 'ArrowLeft', '1 email');
      await pressUntil(page, 'ArrowRight', '1 name');
      const name = page.cell(1, 'name').getBoundingClientRect();
      const email = page.cell(1, 'email').getBoundingClientRect();
      expect(name.left).to.be.greaterThan(email.left);
    });

    it('opens a person by Enter', async () => {
      const page = await entered();
      const opened = oneEvent(page.table, 'person-open');
      await press('Enter');
      expect(((await opened) as unknown as PersonOpenEvent).person.id).to.equal(
        page.$('.row').dataset['id'],
      );
    });
  });

  it('shows what a server says as text', async () => {
    const page = await withPeople({
      people: [
        {
          id: '1',
          email: 'a@example.com',
          firstName: '<img src=x onerror=alert(1)>',
          lastName: '<b>',
          roleId: 'owner',
          department: '<script>',
        },
      ],
    });
    expect(page.text(1, 'name')).to.contain('<img src=x onerror=alert(1)> <b>');
    expect(page.text(1, 'department')).to.equal('<script>');
    expect(page.cell(1, 'name').querySelector('img, b')).to.equal(null);
  });

  it('speaks French, writes numbers and dates so, and takes single words from the host', async () => {
    const { default: fr } = await import('../../../src/i18n/locales/fr.ts');
    const { registerMessages } = await import('../../../src/index.ts');
    registerMessages(fr);
    const page = await withPeople({
      lang: 'fr',
      count: 2000,
      table: { messages: { 'field.name': 'Collègue' } },
    });
    expect(page.$$('[role=columnheader]').map(readable).slice(1, 4)).to.deep.equal([
      'Collègue',
      'Adresse e-mail',
      'Rôle',
    ]);
    expect(readable(page.$('[part=count]'))).to.match(/^2\s000 personnes$/);
  });

  it('is a list of cards on a phone, with nothing cut off at the side', async () => {
    await viewport({ width: 375, height: 700 });
    const page = await withPeople();
    const box = page.$('.viewport');
    await until(() => page.$('.row').getBoundingClientRect().height > 80, 'cards');
    expect(box.scrollWidth).to.be.at.most(box.clientWidth);
    for (const control of page.$$('button, input').filter((each) => each.checkVisibility())) {
      const { left, right } = control.getBoundingClientRect();
      if (control.closest('.filters, .head')) continue; // They scroll.
      expect(
        left >= 0 && right <= 375,
        `${control.outerHTML.slice(0, 80)} is on the screen`,
      ).to.equal(true);
    }
    await expect(page.table).to.be.accessible();
  });

  if (supports('ariaSnapshot')) {
    it('is a grid with names to assistive technology', async () => {
      await withPeople({ count: 20 });
      const tree = await ariaSnapshot('user-table');
      expect(tree).to.contain('grid "People"');
      expect(tree).to.contain('columnheader "Name"');
      expect(tree).to.contain('Change the role of');
    });
  }
});
