import { expect } from '@open-wc/testing';
import type { AccountAdapter } from '../../../src/index.ts';
import zoom from '../../../src/policy/presets/zoom.ts';
import { settle } from '../../adapter/faults.ts';
import { mouse, press, type } from '../../tools/commands.ts';
import { readable, until } from '../people-page.ts';
import {
  choose, drawn, expectFocus, expectHonest, expectRowsOf, goTo, has, heldIn, idIn, lies, noticeIn, openRoles, pressInNotice, rowOf, search, searchBox, withPeople,
  type FaultyPage,
} from './faulty-page.ts'; // prettier-ignore

const personOf = (page: FaultyPage, id: string) =>
  page.backend.dump().people.find((one) => one.id === id);
const actorId = (page: FaultyPage): string =>
  page.scope.account.status === 'ready' ? page.scope.account.actor.id : 'nobody';
const menuOpen = (page: FaultyPage): boolean => page.$('#menu').matches(':popover-open');

describe('<user-table> when something changes elsewhere meanwhile', () => {
  it('the person was changed: the row shows what is true now, and trying again works on that', async () => {
    const page = await withPeople();
    const row = rowOf(page, 'member');
    page.backend.edit(idIn(page, row), { displayName: 'New Name' });
    await choose(page, row, 'Admin');
    expect(page.text(row, 'name')).to.contain('New Name');
    expect(page.text(row, 'role')).to.equal('Member');
    expect(readable(noticeIn(page, row)!)).to.contain(
      'New Name keeps the role Member. Someone else changed this in the meantime. Check the current value, then try again.',
    );
    expect(page.done()).to.equal(0);
    await expectHonest(page);
    await pressInNotice(page, row, 'Try again');
    expect(page.text(row, 'role')).to.equal('Admin');
    expect(page.done()).to.equal(1);
    await expectHonest(page);
  });

  it('someone gave the person that role already: the row shows it, and the notice can be put away', async () => {
    const page = await withPeople();
    const row = rowOf(page, 'member');
    page.backend.edit(idIn(page, row), { roleId: 'admin' });
    await choose(page, row, 'Admin');
    expect(page.text(row, 'role')).to.equal('Admin');
    expect(readable(noticeIn(page, row)!)).to.contain('keeps the role Admin.');
    await expectHonest(page);
    await pressInNotice(page, row, 'Dismiss');
    expect(noticeIn(page, row) === null, 'the notice is gone').to.equal(true);
    expect(page.done()).to.equal(0);
    await expectHonest(page);
  });

  it('the person was deleted: the list is read again without them, and the focus stays in it', async () => {
    const page = await withPeople();
    await search(page, 'an');
    const row = rowOf(page, 'member');
    const id = idIn(page, row);
    const name = readable(page.cell(row, 'name').querySelector('.name')!);
    page.backend.edit(id, null);
    await choose(page, row, 'Admin');
    expect(has(page, `[data-id="${id}"]`), 'the row is gone').to.equal(false);
    expect(page.announced()).to.contain(name).and.to.contain('This no longer exists.');
    await expectRowsOf(page);
    expect(searchBox(page).value).to.equal('an');
    await expectHonest(page);
  });

  it('the last one who matched was deleted: the focus goes to what stands in place of the rows', async () => {
    const page = await withPeople();
    const row = rowOf(page, 'member');
    const id = idIn(page, row);
    await search(page, personOf(page, id)!.email);
    page.backend.edit(id, null);
    await choose(page, 1, 'Admin');
    expect(readable(page.$('.is-no-match'))).to.contain('No one matches');
    await expectHonest(page);
  });

  it('the person is deleted while their roles are open: the list closes, and the focus stays', async () => {
    const page = await withPeople();
    const row = rowOf(page, 'member');
    const id = idIn(page, row);
    await openRoles(page, row);
    page.backend.edit(id, null);
    await page.scope.refresh();
    await drawn(page);
    expect(has(page, `[data-id="${id}"]`)).to.equal(false);
    expect(menuOpen(page), 'the roles of nobody are open').to.equal(false);
    await expectRowsOf(page);
    await expectHonest(page);
  });

  it('ZM-1 the actor lost their own access: the page says so instead of showing people', async () => {
    const page = await withPeople();
    const row = rowOf(page, 'member');
    page.backend.edit(actorId(page), { roleId: 'member' });
    await choose(page, row, 'Admin');
    expect(readable(page.$('.state-title'))).to.equal('You cannot see the people here');
    expect(has(page, '.row'), 'nobody is shown').to.equal(false);
    expect(page.done()).to.equal(0);
    await expectHonest(page);
  });

  it('the actor may no longer change roles: the row says why, and every control closes', async () => {
    const viewer = { id: 'viewer', permissions: ['user.list', 'user.view'], label: 'Viewer' };
    const page = await withPeople({ policy: { ...zoom, roles: [...zoom.roles, viewer] } });
    const row = rowOf(page, 'member');
    page.backend.edit(actorId(page), { roleId: 'viewer' });
    await choose(page, row, 'Admin');
    expect(page.text(row, 'role')).to.equal('Member');
    expect(readable(noticeIn(page, row)!)).to.contain('keeps the role Member.');
    const open = page.$$('.role-trigger').filter((each) => each.ariaDisabled !== 'true');
    expect(open.map(readable), 'controls that are still open').to.deep.equal([]);
    expect(page.done()).to.equal(0);
    await openRoles(page, row);
    await goTo(page, 'Admin');
    await press('Enter');
    expect(page.sent(), 'nothing more is sent').to.have.length(1);
    await press('Escape');
    await drawn(page);
    expectFocus(page);
  });

  it('what was to be undone was changed: undoing is refused, and the row shows what is true', async () => {
    const page = await withPeople();
    const row = rowOf(page, 'member');
    await choose(page, row, 'Admin');
    page.backend.edit(idIn(page, row), { displayName: 'New Name' });
    await press('Control+z');
    await drawn(page);
    expect(page.text(row, 'role')).to.equal('Admin');
    expect(page.text(row, 'name')).to.contain('New Name');
    expect(readable(noticeIn(page, row)!)).to.contain('Someone else changed this');
    expect(page.done()).to.equal(1);
    await expectHonest(page);
  });

  it('the answer to an undoing is lost: it is undone once', async () => {
    const page = await withPeople();
    const row = rowOf(page, 'member');
    await choose(page, row, 'Admin');
    page.line.next('run', 'drop-after');
    await press('Control+z');
    await page.pass(60_000);
    expect(page.text(row, 'role')).to.equal('Member');
    expect(page.done(), 'there and back').to.equal(2);
    expect(page.announced()).to.match(/^Undone: /);
    await expectHonest(page);
  });

  it('a page of people and the answer to a change come in the same moment: the change is shown', async () => {
    const held: Record<'people' | 'run', Promise<void>> = { people: settle(), run: settle() };
    const page = await withPeople({
      through: (line) => ({ ...line, ...holding(line, held) }),
    });
    const row = rowOf(page, 'member');
    const wrong: string[] = [];
    for (const [first, second] of [['people', 'run'], ['run', 'people']] as const) {
      for (let steps = 0; steps < 12; steps++) {
        const [go, goToo] = [hold(held, first), hold(held, second)];
        void page.scope.refresh();
        await settle();
        const roleId = heldIn(page, row) === 'admin' ? 'member' : 'admin';
        const target = { kind: 'person', id: idIn(page, row) } as const;
        const run = page.scope.run({ action: 'user.change-role', target, change: { roleId } });
        await settle();
        go();
        for (let step = 0; step < steps; step++) await Promise.resolve();
        goToo();
        await run;
        await drawn(page);
        wrong.push(...lies(page).map((lie) => `${first}, ${steps} steps later ${second}: ${lie}`));
      }
    } // prettier-ignore
    expect(wrong).to.deep.equal([]);
  });
});

describe('<user-table> when a person is quicker than the backend', () => {
  it('a second change on a row waits, visibly, and can be given up', async () => {
    const page = await withPeople();
    const row = rowOf(page, 'member');
    await choose(page, row, 'Admin');
    page.line.next('run', 'delay');
    await choose(page, row, 'Member');
    expect(page.text(row, 'role')).to.equal('Member Saving…');
    await press('Control+z');
    await drawn(page);
    expect(page.text(row, 'role')).to.equal('Member Waiting for the previous change… Cancel');
    expectFocus(page);
    await page.pass(30_000);
    expect(page.text(row, 'role')).to.equal('Member');
    expect(heldIn(page, row)).to.equal('member');
    await expectHonest(page);

    await choose(page, row, 'Admin');
    page.line.next('run', 'delay');
    await choose(page, row, 'Member');
    await press('Control+z');
    await drawn(page);
    const before = page.sent().length;
    page.cell(row, 'role').querySelector('button')!.focus();
    await press('Enter');
    await drawn(page);
    expect(page.text(row, 'role'), 'the first goes on').to.equal('Member Saving…');
    expectFocus(page);
    await page.pass(30_000);
    expect(page.text(row, 'role')).to.equal('Member');
    expect(page.sent(), 'the second was never sent').to.have.length(before);
    await expectHonest(page);
  });

  it('two acts on one row end in their order, whatever the line does', async () => {
    const page = await withPeople();
    const row = rowOf(page, 'member');
    const target = { kind: 'person', id: idIn(page, row) } as const;
    page.line.next('run', 'delay', 'drop-after');
    await choose(page, row, 'Admin');
    void page.scope.run({ action: 'user.change-role', target, change: { roleId: 'member' } });
    await drawn(page);
    expect(page.text(row, 'role')).to.equal('Member Waiting for the previous change… Cancel');
    await page.pass(60_000);
    expect(page.text(row, 'role')).to.equal('Member');
    expect(
      page.backend.trail.map(({ detail }) => (detail as { roleId?: string }).roleId),
    ).to.deep.equal(['admin', 'member']);
    await expectHonest(page);
  });

  it('a double click on a role chooses it once, and opens nobody', async () => {
    const page = await withPeople();
    const row = rowOf(page, 'member');
    const opened: unknown[] = [];
    page.table.addEventListener('person-open', ({ person }) => opened.push(person.id));
    await openRoles(page, row);
    await mouse.click(await goTo(page, 'Admin'), { count: 2 });
    await drawn(page);
    expect(page.text(row, 'role')).to.equal('Admin');
    expect(page.sent()).to.have.length(1);
    expect(opened, 'people who were opened').to.deep.equal([]);
    await mouse.away();
  });

  it('Enter twice chooses once', async () => {
    const page = await withPeople();
    const row = rowOf(page, 'member');
    await openRoles(page, row);
    await goTo(page, 'Admin');
    await press('Enter', 'Enter');
    await drawn(page);
    expect(page.sent()).to.have.length(1);
    expect(page.done()).to.equal(1);
    await expectHonest(page);
  });

  it('Escape before the choice sends nothing', async () => {
    const page = await withPeople();
    const row = rowOf(page, 'member');
    await openRoles(page, row);
    await goTo(page, 'Admin');
    await press('Escape', 'Enter', 'Escape');
    await drawn(page);
    expect(page.sent()).to.have.length(0);
    expect(menuOpen(page)).to.equal(false);
    await expectHonest(page);
  });

  describe('while the result of a search is being replaced', () => {
    /** A search that shows people while the answer to a narrower one is held back, in which the first is not. */
    async function replacing(): Promise<{ page: FaultyPage; row: number; id: string }> {
      const page = await withPeople();
      await search(page, 'an');
      const row = rowOf(page, 'member');
      const id = idIn(page, row);
      searchBox(page).focus();
      page.line.next('people', 'out-of-order');
      await type('#');
      await until(() => page.table.hasAttribute('data-busy'), 'the narrower search is asked');
      expect(idIn(page, row), 'the old rows stay').to.equal(id);
      return { page, row, id };
    }

    it('choosing in a row of the old one works, and says how it ended', async () => {
      const { page, row, id } = await replacing();
      const name = readable(page.cell(row, 'name').querySelector('.name')!);
      await choose(page, row, 'Admin');
      expect(page.announced()).to.match(new RegExp(`^${name} now has the role Admin\\.`));
      await page.line.release();
      await drawn(page);
      expect(has(page, '.is-no-match'), 'the new result').to.equal(true);
      expect(personOf(page, id)!.roleId).to.equal('admin');
      expect(page.done()).to.equal(1);
      expect(searchBox(page).value).to.equal('an#');
      await expectHonest(page);
    });

    it('the list of roles closes when its row goes, and nothing is sent', async () => {
      const { page, row } = await replacing();
      await openRoles(page, row);
      await page.line.release();
      await drawn(page);
      expect(has(page, '.is-no-match'), 'the new result').to.equal(true);
      expect(menuOpen(page), 'the roles of nobody are open').to.equal(false);
      expect(page.sent()).to.have.length(0);
      await expectHonest(page);
    });

    it('a refusal of a row that went is told, and stands in the row when it comes back', async () => {
      const { page, row, id } = await replacing();
      page.line.next('run', 'delay', '500', '500', '500');
      page.backend.edit(id, { displayName: 'New Name' });
      await choose(page, row, 'Admin');
      await page.line.release();
      await drawn(page);
      await page.pass(60_000);
      expect(page.announced()).to.contain('Someone else changed this');
      expect(page.done()).to.equal(0);
      await expectHonest(page);
      searchBox(page).focus();
      await press('Backspace', 'Backspace');
      await until(
        () => has(page, `[data-id="${id}"]`) || page.table.view.query.search === 'an',
        'back',
      );
      await drawn(page);
      if (has(page, `[data-id="${id}"]`))
        expect(readable(page.$(`[data-id="${id}"] .notice`))).to.contain(
          'Someone else changed this',
        );
      await expectHonest(page);
    });
  });
});

/** `people` and `run`, each answered only once it may be. */
function holding(
  line: AccountAdapter,
  held: Readonly<Record<'people' | 'run', Promise<void>>>,
): Pick<AccountAdapter, 'people' | 'run'> {
  return {
    people: async (...asked) => {
      const answer = await line.people(...asked);
      await held.people;
      return answer;
    },
    run: async (...asked) => {
      const answer = await line.run(...asked);
      await held.run;
      return answer;
    },
  };
}

/** Holds the next answers of a kind; returns the way to let them go. */
function hold(held: Record<'people' | 'run', Promise<void>>, kind: 'people' | 'run'): () => void {
  let go!: () => void;
  held[kind] = new Promise((resolve) => (go = resolve));
  return go;
}
