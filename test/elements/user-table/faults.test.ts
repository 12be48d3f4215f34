import { expect } from '@open-wc/testing';
import { shapesFor, type Fault, type FaultKind } from '../../adapter/faults.ts';
import { mouse, press, type } from '../../tools/commands.ts';
import { readable, until } from '../people-page.ts';
import {
  choose,
  drawn,
  expectFocus,
  expectHonest,
  expectRowsOf,
  faultyPage,
  heldIn,
  idIn,
  lies,
  pressInNotice,
  rowOf,
  search,
  told,
  withPeople,
  type FaultyPage,
} from './faulty-page.ts';

type Faults = readonly (FaultKind | Fault)[];
const thrice = (fault: FaultKind | Fault): Faults => [fault, fault, fault];

const input = (page: FaultyPage) => page.$<HTMLInputElement>('input[type=search]');
const has = (page: FaultyPage, selector: string): boolean =>
  page.root.querySelector(selector) !== null;
const noticeIn = (page: FaultyPage, row: number): HTMLElement | null =>
  page.cell(row, 'role').closest('.row')!.querySelector('.notice');

describe('<user-table> when a role change goes wrong', () => {
  interface Case {
    readonly what: string;
    readonly faults: Faults;
    /** What befalls the reading by which the kit makes sure. */
    readonly looking?: Faults;
    readonly ends: 'done' | 'refused' | 'uncertain';
    /** What the notice says. */
    readonly says?: RegExp;
    /** How often the backend did it before it was tried again. */
    readonly did?: number;
  }

  const uncertain = /^Change role It is not certain that this was saved\. Check the current value/;
  const CASES: readonly Case[] = [
    { what: 'the request is lost', faults: ['drop'], ends: 'done' },
    { what: 'every request is lost', faults: thrice('drop'), ends: 'uncertain', says: uncertain },
    { what: 'the answer is lost', faults: ['drop-after'], ends: 'done' },
    { what: 'every answer is lost', faults: thrice('drop-after'), ends: 'done' },
    { what: 'every answer is lost and nothing can be read', faults: thrice('drop-after'), looking: thrice('drop'), ends: 'uncertain', says: uncertain, did: 1 },
    { what: 'the server fails', faults: ['500'], ends: 'done' },
    { what: 'the server fails every time', faults: thrice('500'), ends: 'refused', says: /keeps the role Member\. The server is not responding\. Try again in a moment\./ },
    { what: 'the server asks to wait', faults: ['429'], ends: 'done' },
    { what: 'the server asks to wait every time', faults: thrice('429'), ends: 'refused', says: /keeps the role Member\. Too many requests at once\. Try again in 2 seconds\./ },
    { what: 'the server asks to wait longer than anyone would', faults: [{ kind: '429', retryAfterMs: 120_000 }], ends: 'refused', says: /keeps the role Member\. Too many requests at once\. Try again in 2 minutes\./ },
    { what: 'the request is aborted', faults: ['abort'], ends: 'done' },
    { what: 'every request is aborted', faults: thrice('abort'), ends: 'uncertain', says: uncertain },
  ]; // prettier-ignore

  /** Everything that holds of a role change once it is done, however often it was tried. */
  function expectDoneOnce(page: FaultyPage, row: number): void {
    expect(page.text(row, 'role')).to.equal('Admin');
    expect(heldIn(page, row)).to.equal('admin');
    expect(noticeIn(page, row) === null, 'no notice is left').to.equal(true);
    expect(page.done(), 'done once').to.equal(1);
    expect(new Set(page.sent().map(({ id }) => id)).size, 'always the same command').to.equal(1);
    expect(readable(page.$('[part=undo-offer]'))).to.contain('now has the role Admin.');
  }

  for (const { what, faults, looking = [], ends, says, did = 0 } of CASES) {
    it(`${what}: it ends ${ends}, and is done once in the end`, async () => {
      const page = await withPeople();
      await search(page, 'an');
      const row = rowOf(page, 'member');
      page.line.next('run', ...faults);
      page.line.next('person', ...looking);
      await choose(page, row, 'Admin');
      expectFocus(page);
      await page.pass(60_000);
      await expectHonest(page);

      if (ends !== 'done') {
        expect(page.text(row, 'role'), 'the old value is back').to.equal('Member');
        const notice = noticeIn(page, row)!;
        expect(readable(notice)).to.match(says!);
        expect(notice.classList.contains('is-warning')).to.equal(ends === 'uncertain');
        expect(page.announced(), 'it is announced').to.match(/^.+ – .+/);
        expect(page.done()).to.equal(did);
        await pressInNotice(page, row, 'Try again');
        expectFocus(page);
        await page.pass(60_000);
      }
      expectDoneOnce(page, row);
      expect(input(page).value, 'what was typed').to.equal('an');
      await expectRowsOf(page);
      await expectHonest(page);
    });
  }

  it('the answer takes 30 s: the row says so from early on, and nothing is sent twice', async () => {
    const page = await withPeople();
    const row = rowOf(page, 'member');
    page.line.next('run', 'delay');
    await choose(page, row, 'Admin');
    expect(page.text(row, 'role')).to.equal('Admin Saving…');
    await page.pass(8_000);
    expect(page.text(row, 'role')).to.equal('Admin Still saving…');
    await page.pass(21_000);
    expect(page.text(row, 'role')).to.equal('Admin Still saving…');
    expectFocus(page);
    await page.pass(1_000);
    expectDoneOnce(page, row);
    expect(page.sent()).to.have.length(1);
    await expectHonest(page);
  });

  it('what is typed while an answer takes 30 s stays, and so does the focus', async () => {
    const page = await withPeople();
    const row = rowOf(page, 'member');
    const id = idIn(page, row);
    page.line.next('run', 'delay');
    await choose(page, row, 'Admin');
    await search(page, 'ch');
    expect(page.focused() === input(page), 'the focus is in the search').to.equal(true);
    await page.pass(30_000);
    expect(page.backend.dump().people.find((one) => one.id === id)!.roleId).to.equal('admin');
    expect(input(page).value).to.equal('ch');
    expect(page.focused() === input(page), 'the focus is still in the search').to.equal(true);
    await expectRowsOf(page);
    await expectHonest(page);
  });

  describe('the answer is nonsense', () => {
    for (const shape of shapesFor('run')) {
      it(`(${shape}): the kit looks for itself, and says whose nonsense it was`, async () => {
        const page = await withPeople();
        const row = rowOf(page, 'member');
        page.line.next('run', { kind: 'malformed', shape });
        await choose(page, row, 'Admin');
        await page.pass(60_000);
        expect(told(page)).to.match(/^rosterkit \(faulty-memory\): Malformed answer: run\(\)/);
        expectDoneOnce(page, row);
        expect(page.sent()).to.have.length(1);
        await expectHonest(page);
      });
    }

    it('to every question: it is not certain, until it is tried again', async () => {
      const page = await withPeople();
      const row = rowOf(page, 'member');
      page.line.next('run', 'malformed');
      page.line.next('person', 'malformed');
      await choose(page, row, 'Admin');
      await page.pass(60_000);
      expect(told(page)).to.match(/Malformed answer: run\(\)/);
      expect(told(page)).to.match(/Malformed answer: person\(\)/);
      expect(readable(noticeIn(page, row)!)).to.match(uncertain);
      await expectHonest(page);
      await pressInNotice(page, row, 'Try again');
      await page.pass(60_000);
      expectDoneOnce(page, row);
      await expectHonest(page);
    });
  });

  it('answers come in another order than they were asked for: each goes to its own row', async () => {
    const page = await withPeople();
    const [first, second] = [rowOf(page, 'member'), rowOf(page, 'member', 1)];
    page.line.next('run', 'out-of-order');
    await choose(page, first, 'Admin');
    expect(page.text(first, 'role')).to.equal('Admin Saving…');
    await choose(page, second, 'Admin');
    await page.pass(0);
    expect([page.text(first, 'role'), page.text(second, 'role')]).to.deep.equal(['Admin', 'Admin']);
    expect(page.done()).to.equal(2);
    await expectHonest(page);
  });

  it('a page that was asked for before the change arrives after it: the row keeps the new role', async () => {
    const page = await withPeople();
    const row = rowOf(page, 'member');
    page.line.next('people', 'out-of-order');
    void page.scope.refresh();
    await drawn(page);
    await choose(page, row, 'Admin');
    expectDoneOnce(page, row);
    await page.line.release();
    await drawn(page);
    expectDoneOnce(page, row);
    await expectHonest(page);
  });

  it('offline: it is not certain as long as nothing can be read, and goes on once back on the network', async () => {
    const page = await withPeople();
    await search(page, 'an');
    const row = rowOf(page, 'member');
    page.line.next('run', 'offline');
    await choose(page, row, 'Admin');
    await page.pass(60_000);
    expect(page.text(row, 'role')).to.equal('Member');
    expect(readable(noticeIn(page, row)!)).to.match(uncertain);
    await expectHonest(page);
    await pressInNotice(page, row, 'Try again');
    await page.pass(60_000);
    expect(readable(noticeIn(page, row)!), 'still offline').to.match(uncertain);
    expectFocus(page);
    page.line.online();
    await pressInNotice(page, row, 'Try again');
    await page.pass(60_000);
    expectDoneOnce(page, row);
    expect(input(page).value).to.equal('an');
    await expectHonest(page);
  });

  it('the session ends: the row says so, typing goes on, and after signing in everything does', async () => {
    const page = await withPeople();
    const row = rowOf(page, 'member');
    const id = idIn(page, row);
    page.line.next('run', 'session-expired');
    await choose(page, row, 'Admin');
    expect(page.text(row, 'role')).to.equal('Admin You are signed out.');
    expect(page.expiries).to.have.length(1);
    expectFocus(page);
    await page.pass(600_000);
    expect(page.text(row, 'role'), 'however long it takes').to.equal('Admin You are signed out.');

    input(page).focus();
    await type('an');
    await until(() => page.table.hasAttribute('data-busy'), 'the search is asked');
    expect(page.expiries, 'the host is told once').to.have.length(1);
    page.line.renew();
    page.expiries[0]!.resume();
    await page.pass(0);
    expect(page.backend.dump().people.find((one) => one.id === id)!.roleId).to.equal('admin');
    expect(page.done()).to.equal(1);
    expect(new Set(page.sent().map((command) => command.id)).size).to.equal(1);
    expect(input(page).value).to.equal('an');
    await until(() => !page.table.hasAttribute('data-busy'), 'the search is answered');
    await expectRowsOf(page);
    await expectHonest(page);
  });
});

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

  const rowsHere = (page: FaultyPage): boolean => has(page, '.row[data-id]');
  const retryIn = (page: FaultyPage, place: string): HTMLElement =>
    page.$$(`${place} button`).find((each) => readable(each) === 'Try again')!;

  describe('the first page', () => {
    /** A page whose search box has the focus while nothing of the list is there. */
    async function opened(...faults: Faults): Promise<FaultyPage> {
      const page = await faultyPage();
      page.line.next('people', ...faults);
      await until(() => has(page, 'input[type=search]'), 'the toolbar is there');
      input(page).focus();
      await drawn(page);
      return page;
    }

    for (const fault of PASSING) {
      it(`${String(fault)}: bars stand for the people until they are read`, async () => {
        const page = await opened(fault);
        expect(rowsHere(page)).to.equal(false);
        expect(page.$$('.row .skeleton').length).to.be.greaterThan(0);
        expect(page.$('[role=grid]').getAttribute('aria-busy')).to.equal('true');
        expect(readable(page.$('[part=count]')), 'nobody is counted yet').to.equal('');
        await page.pass(29_000);
        if (fault === 'delay') expect(rowsHere(page)).to.equal(false);
        await page.pass(1_000);
        await expectRowsOf(page);
        expect(page.focused() === input(page), 'the focus has not moved').to.equal(true);
        await expectHonest(page);
      });
    }

    for (const [what, faults, says] of LASTING) {
      it(`${what}: the list says what failed, and reads again when asked to`, async () => {
        const page = await opened();
        page.line.next('people', ...faults);
        await type('an');
        await until(() => page.table.view.query.search === 'an', 'the search is asked');
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
        expect(input(page).value).to.equal('an');
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
      expect(input(page).value).to.equal('anna');
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
      expect(input(page).value).to.equal('an');
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
    /** Two thousand people, most of whom match; the focus is in the role of the first row. */
    async function entered(): Promise<FaultyPage> {
      const page = await withPeople({ count: 2000 });
      await search(page, 'e');
      page.cell(1, 'role').focus();
      await drawn(page);
      return page;
    }
    const scroll = async (page: FaultyPage, share: number): Promise<void> => {
      const box = page.$('.viewport');
      box.scrollTop = (box.scrollHeight - box.clientHeight) * share;
      await until(() => topRow(page) > 300 * share, 'the page has scrolled');
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
      expect(input(page).value).to.equal('e');
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
      it(`${String(fault)}: bars stand for the people until they are read`, async () => {
        const page = await entered();
        page.line.next('people', fault);
        await scroll(page, 0.5);
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
        await scroll(page, 0.5);
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

    it('malformed: what was read stays, and the rest comes when asked for again', async () => {
      for (const shape of shapesFor('people')) {
        const page = await entered();
        page.line.next('people', { kind: 'malformed', shape });
        await scroll(page, 0.5);
        expect(told(page), shape).to.match(/Malformed answer: people\(\)/);
        expect(bars(page), shape).to.equal(true);
        expect(readable(page.$('.footer-problem')), shape).to.contain('Not up to date.');
        await expectPlaces(page);
        retryIn(page, '.footer-problem').focus();
        await press('Enter');
        await drawn(page);
        await expectRead(page);
      }
    });

    it('out of order: each page goes to its own place', async () => {
      const page = await entered();
      page.line.next('people', 'out-of-order');
      await scroll(page, 0.5);
      expect(bars(page)).to.equal(true);
      await scroll(page, 1);
      await page.line.release();
      await drawn(page);
      await expectRead(page);
      await scroll(page, 0.5);
      await expectRead(page);
    });

    it('the session ends: the page says so, and goes on after signing in', async () => {
      const page = await entered();
      page.line.next('people', 'session-expired');
      await scroll(page, 0.5);
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
