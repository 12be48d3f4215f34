import { expect } from '@open-wc/testing';
import { shapesFor } from '../../adapter/faults.ts';
import { mouse, press, type } from '../../tools/commands.ts';
import { readable, until } from '../people-page.ts';
import {
  drawn, expectFocus, expectHonest, expectRowsOf, faultyPage, has, lies, search, searchBox, thrice, told, withPeople,
  type FaultyPage, type Faults,
} from './faulty-page.ts'; // prettier-ignore

describe('<user-table> when reading people goes wrong', () => {
  const PASSING: Faults = ['drop', 'drop-after', '500', '429', 'abort', 'delay'];
  /** What lasts, and the words for it. */
  const LASTING: readonly (readonly [what: string, faults: Faults, says: string])[] = [
    ['requests are lost', thrice('drop'), 'The server could not be reached. Check your connection, then try again.'],
    ['answers are lost', thrice('drop-after'), 'The server could not be reached. Check your connection, then try again.'],
    ['the server fails', thrice('500'), 'The server is not responding. Try again in a moment.'],
    ['the server asks to wait', thrice('429'), 'Too many requests at once. Try again in 2 seconds.'],
    ['requests are aborted', thrice('abort'), 'The server could not be reached. Check your connection, then try again.'],
    ['the page is offline', ['offline'], 'The server could not be reached. Check your connection, then try again.'],
  ]; // prettier-ignore

  /** Resolves once nothing scrolls any more: a wheel that turns meanwhile may be taken for the same turn. */
  async function atRest(box: HTMLElement): Promise<void> {
    let last = NaN;
    await until(() => {
      const still = box.scrollTop === last;
      last = box.scrollTop;
      return still;
    }, 'the list is at rest');
  }

  const rowsHere = (page: FaultyPage): boolean => has(page, '.row[data-id]');
  const retryIn = (page: FaultyPage, place: string): HTMLElement =>
    page.$$(`${place} button`).find((each) => readable(each) === 'Try again')!;

  describe('the first page', () => {
    /** A page whose search box has the focus while nothing of the list is there. */
    async function opened(...faults: Faults): Promise<FaultyPage> {
      const page = await faultyPage();
      page.line.next('people', ...faults);
      await until(() => has(page, 'input[type=search]'), 'the toolbar is there');
      searchBox(page).focus();
      await drawn(page);
      return page;
    }

    for (const fault of PASSING) {
      it(`${typeof fault === 'string' ? fault : fault.kind}: bars stand for the people until they are read`, async () => {
        const page = await opened(fault);
        expect(rowsHere(page)).to.equal(false);
        expect(page.$$('.row .skeleton').length).to.be.greaterThan(0);
        expect(page.$('[role=grid]').getAttribute('aria-busy')).to.equal('true');
        expect(readable(page.$('[part=count]')), 'nobody is counted yet').to.equal('');
        await page.pass(29_000);
        if (fault === 'delay') expect(rowsHere(page)).to.equal(false);
        await page.pass(1_000);
        await expectRowsOf(page);
        expect(page.focused() === searchBox(page), 'the focus has not moved').to.equal(true);
        await expectHonest(page);
      });
    }

    for (const [what, faults, says] of LASTING) {
      it(`${what}: the list says what failed, and reads again when asked to`, async () => {
        const page = await opened();
        page.line.next('people', ...faults);
        // One key: of two, typed slowly, the first would be asked by itself and use up what goes wrong.
        await type('a');
        await until(() => page.table.view.query.search === 'a', 'the search is asked');
        await page.pass(60_000);
        expect(readable(page.$('.state-title'))).to.equal('The people could not be loaded');
        expect(readable(page.$('.is-failed'))).to.contain(says);
        expect(rowsHere(page), 'nobody is shown').to.equal(false);
        expect(readable(page.$('[part=count]'))).to.equal('');
        expectFocus(page);
        page.line.online();
        retryIn(page, '.is-failed').focus();
        await press('Enter');
        await drawn(page);
        expectFocus(page);
        await page.pass(60_000);
        await expectRowsOf(page);
        expect(searchBox(page).value).to.equal('a');
        await expectHonest(page);
      });
    }

    for (const shape of shapesFor('people')) {
      it(`malformed (${shape}): the list names what was wrong with the answer`, async () => {
        const page = await opened({ kind: 'malformed', shape });
        const line = told(page);
        expect(line).to.match(/^rosterkit \(faulty-memory\): Malformed answer: people\(\)/);
        expect(readable(page.$('.is-failed .state-detail'))).to.equal(
          line.replace('rosterkit (faulty-memory): ', '').replace(/\s+/g, ' '),
        );
        retryIn(page, '.is-failed').focus();
        await press('Enter');
        await drawn(page);
        await expectRowsOf(page);
        await expectHonest(page);
      });
    }

    it('out of order: the answer to the newer search stays', async () => {
      const page = await opened('out-of-order');
      expect(rowsHere(page)).to.equal(false);
      await search(page, 'an');
      await page.line.release();
      await expectRowsOf(page);
      page.line.next('people', 'out-of-order');
      await type('n');
      await until(() => page.table.view.query.search === 'ann', 'the second search is asked');
      await type('a');
      await until(
        () => page.table.view.query.search === 'anna' && !page.table.hasAttribute('data-busy'),
        'the third is answered',
      );
      await page.line.release();
      await expectRowsOf(page);
      expect(searchBox(page).value).to.equal('anna');
      await expectHonest(page);
    });

    it('the session ends: the page says so, keeps what is typed, and goes on after signing in', async () => {
      const page = await opened('session-expired');
      expect(page.expiries).to.have.length(1);
      await type('an');
      await until(() => page.table.view.query.search === 'an', 'the search is asked');
      await drawn(page);
      expect(readable(page.$('.table'))).to.contain('You are signed out.');
      expect(rowsHere(page), 'nobody is shown').to.equal(false);
      page.line.renew();
      page.expiries[0]!.resume();
      await drawn(page);
      await expectRowsOf(page);
      expect(readable(page.$('.table'))).to.not.contain('You are signed out.');
      expect(searchBox(page).value).to.equal('an');
      expect(page.expiries).to.have.length(1);
      await expectHonest(page);
    });
  });

  describe('the account', () => {
    for (const kind of ['account', 'capabilities', 'roles'] as const) {
      it(`cannot be read (${kind}): the page says so, and reads it again when asked to`, async () => {
        const page = await faultyPage({ faults: [{ on: kind, nth: [1, 2, 3], fault: '500' }] });
        await page.pass(60_000);
        expect(readable(page.$('.is-failed'))).to.contain('The server is not responding.');
        retryIn(page, '.is-failed').focus();
        await press('Enter');
        await drawn(page);
        await expectRowsOf(page);
        await expectHonest(page);
      });

      it(`is told as nonsense (${kind}): the page names it`, async () => {
        const page = await faultyPage({ faults: [{ on: kind, nth: 1, fault: 'malformed' }] });
        await drawn(page);
        const line = told(page);
        expect(line).to.contain(`Malformed answer: ${kind}()`);
        expect(readable(page.$('.state-detail'))).to.contain(`Malformed answer: ${kind}()`);
        retryIn(page, '.is-failed').focus();
        await press('Enter');
        await drawn(page);
        await expectRowsOf(page);
        await expectHonest(page);
      });
    }
  });

  describe('a later page', () => {
    /** Seven pages of people, who all match; the focus is in the role of the first row. */
    async function entered(): Promise<FaultyPage> {
      const page = await withPeople({ count: 700 });
      await search(page, 'e');
      page.cell(1, 'role').focus();
      await drawn(page);
      return page;
    }
    /** Well inside of one of the pages that people are read by. */
    const MIDDLE = 0.53;
    const scroll = async (page: FaultyPage, share: number): Promise<void> => {
      const box = page.$('.viewport');
      box.scrollTop = (box.scrollHeight - box.clientHeight) * share;
      await until(() => topRow(page) > 600 * share, 'the page has scrolled');
      await drawn(page);
    };
    const rowsInView = (page: FaultyPage): HTMLElement[] => {
      const { top, bottom } = page.$('.viewport').getBoundingClientRect();
      return page.$$('.body .row').filter((row) => {
        const rect = row.getBoundingClientRect();
        return rect.bottom > top && rect.top < bottom;
      });
    };
    const topRow = (page: FaultyPage): number =>
      Number(rowsInView(page)[0]?.getAttribute('aria-rowindex') ?? 0);
    const bars = (page: FaultyPage): boolean =>
      rowsInView(page).length > 0 &&
      rowsInView(page).every((row) => row.dataset['id'] === undefined);

    async function expectRead(page: FaultyPage): Promise<void> {
      expect(rowsInView(page).filter((row) => row.dataset['id'] === undefined)).to.have.length(0);
      expect(has(page, '.footer-problem')).to.equal(false);
      await expectPlaces(page);
      expect(searchBox(page).value).to.equal('e');
      await expectHonest(page);
    }
    /** Each row on the screen, the one with the focus too, is that of its place. */
    async function expectPlaces(page: FaultyPage): Promise<void> {
      for (const row of page.$$('.row[data-id]')) {
        const offset = Number(row.getAttribute('aria-rowindex')) - 2;
        const { items } = await page.backend.people(
          { search: 'e', locale: 'en', at: { offset }, size: 1 },
          {},
        );
        expect(row.dataset['id'], `row ${offset}`).to.equal(items[0]!.id);
      }
    }

    for (const fault of PASSING) {
      it(`${typeof fault === 'string' ? fault : fault.kind}: bars stand for the people until they are read`, async () => {
        const page = await entered();
        page.line.next('people', fault);
        await scroll(page, MIDDLE);
        expect(bars(page)).to.equal(true);
        await expectPlaces(page);
        await page.pass(30_000);
        await expectRead(page);
        expect(page.focused()!.closest('.row')!.getAttribute('aria-rowindex')).to.equal('2');
      });
    }

    for (const [what, faults] of LASTING) {
      it(`${what}: the footer says that not all is there, and reads again when asked to`, async () => {
        const page = await entered();
        page.line.next('people', ...faults);
        await scroll(page, MIDDLE);
        await page.pass(60_000);
        expect(bars(page)).to.equal(true);
        expect(readable(page.$('.footer-problem'))).to.equal('Not up to date. Try again');
        expectFocus(page);
        page.line.online();
        retryIn(page, '.footer-problem').focus();
        await press('Enter');
        await drawn(page);
        expectFocus(page);
        await page.pass(60_000);
        await expectRead(page);
      });
    }

    for (const shape of ['html', 'items-not-a-list', 'number-id'] as const) {
      it(`malformed (${shape}): what was read stays, and the rest comes when asked for again`, async () => {
        const page = await entered();
        page.line.next('people', { kind: 'malformed', shape });
        await scroll(page, MIDDLE);
        expect(told(page)).to.match(/Malformed answer: people\(\)/);
        expect(bars(page)).to.equal(true);
        expect(readable(page.$('.footer-problem'))).to.contain('Not up to date.');
        await expectPlaces(page);
        retryIn(page, '.footer-problem').focus();
        await press('Enter');
        await drawn(page);
        await expectRead(page);
      });
    }

    it('out of order: each page goes to its own place', async () => {
      const page = await entered();
      page.line.next('people', 'out-of-order');
      await scroll(page, MIDDLE);
      expect(bars(page)).to.equal(true);
      await scroll(page, 1);
      await page.line.release();
      await drawn(page);
      await expectRead(page);
      await scroll(page, MIDDLE);
      await expectRead(page);
    });

    it('the session ends: the page says so, and goes on after signing in', async () => {
      const page = await entered();
      page.line.next('people', 'session-expired');
      await scroll(page, MIDDLE);
      expect(bars(page)).to.equal(true);
      expect(page.expiries).to.have.length(1);
      expect(readable(page.$('[part=footer]'))).to.contain('You are signed out.');
      await scroll(page, 1);
      expect(page.expiries, 'the host is told once').to.have.length(1);
      page.line.renew();
      page.expiries[0]!.resume();
      await drawn(page);
      await expectRead(page);
      expect(readable(page.$('[part=footer]'))).to.not.contain('You are signed out.');
    });

    it('by the wheel, over a line that loses a request now and then: all that is shown is true', async () => {
      const page = await withPeople({
        count: 2000,
        faults: { seed: 11, rate: 0.3, on: ['people'], faults: ['drop', '500', '429', 'delay'] },
      });
      const box = page.$('.viewport');
      for (const turn of [1, 2, 3, 4]) {
        const before = box.scrollTop;
        await mouse.wheel(box, { deltaY: 9_000 });
        await until(() => box.scrollTop > before, `turn ${turn} of the wheel`);
        await atRest(box);
        await page.pass(0);
        expect(lies(page)).to.deep.equal([]);
      }
      page.line.calm();
      await page.pass(120_000);
      for (let n = 0; n < 3 && has(page, '.footer-problem'); n++) {
        retryIn(page, '.footer-problem').click();
        await page.pass(60_000);
      }
      expect(has(page, '.footer-problem')).to.equal(false);
      expect(lies(page)).to.deep.equal([]);
      expect(page.log).to.deep.equal([]);
    });
  });
});
