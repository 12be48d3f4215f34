import { expect } from '@open-wc/testing';
import { shapesFor } from '../../adapter/faults.ts';
import { reset, type, viewport } from '../../tools/commands.ts';
import { readable, until } from '../people-page.ts';
import {
  choose, drawn, expectFocus, expectHonest, expectRowsOf, heldIn, idIn, noticeIn, pressInNotice, rowOf, search, searchBox, thrice, told, withPeople,
  type FaultyPage, type Faults,
} from './faulty-page.ts'; // prettier-ignore

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
      expect(searchBox(page).value, 'what was typed').to.equal('an');
      await expectRowsOf(page);
      await expectHonest(page);
    });
  }

  for (const width of [320, 660, 800, 1075, 1600])
    it(`at ${width} px what was not done can be seen and pressed, whole`, async () => {
      await viewport({ width, height: 700 });
      const page = await withPeople();
      const row = rowOf(page, 'member');
      page.line.next('run', ...thrice('500'));
      await choose(page, row, 'Admin');
      await page.pass(60_000);
      await until(() => noticeIn(page, row), 'it is said');
      const { left, right } = page.$('.viewport').getBoundingClientRect();
      for (const part of [
        noticeIn(page, row)!,
        ...noticeIn(page, row)!.querySelectorAll('button'),
      ]) {
        const box = part.getBoundingClientRect();
        expect(box.left).to.be.at.least(left);
        expect(box.right).to.be.at.most(right);
      }
      const name = page.$(`.row[aria-rowindex="${row + 1}"] .name`).getBoundingClientRect();
      const box = noticeIn(page, row)!.getBoundingClientRect();
      expect(box.left >= name.right || box.top >= name.bottom, 'whose it is, is not covered').to.equal(true); // prettier-ignore
      await reset();
    });

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
    expect(page.focused() === searchBox(page), 'the focus is in the search').to.equal(true);
    await page.pass(30_000);
    expect(page.backend.dump().people.find((one) => one.id === id)!.roleId).to.equal('admin');
    expect(searchBox(page).value).to.equal('ch');
    expect(page.focused() === searchBox(page), 'the focus is still in the search').to.equal(true);
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
    expect(searchBox(page).value).to.equal('an');
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

    searchBox(page).focus();
    await type('an');
    await until(() => page.table.hasAttribute('data-busy'), 'the search is asked');
    expect(page.expiries, 'the host is told once').to.have.length(1);
    page.line.renew();
    page.expiries[0]!.resume();
    await page.pass(0);
    expect(page.backend.dump().people.find((one) => one.id === id)!.roleId).to.equal('admin');
    expect(page.done()).to.equal(1);
    expect(new Set(page.sent().map((command) => command.id)).size).to.equal(1);
    expect(searchBox(page).value).to.equal('an');
    await until(() => !page.table.hasAttribute('data-busy'), 'the search is answered');
    await expectRowsOf(page);
    await expectHonest(page);
  });
});
