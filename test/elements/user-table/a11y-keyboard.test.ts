import { expect } from '@open-wc/testing';
import { ariaSnapshot, press, supports, type } from '../../tools/commands.ts';
import { readable, until } from '../people-page.ts';
import {
  drawn, expectFocus, expectHonest, has, heldIn, labelOf, openRoles, rowOf, search, searchBox, withPeople,
  type FaultyPage,
} from './faulty-page.ts'; // prettier-ignore

describe('<user-table> by keyboard alone', () => {
  /** Where the focus is: its row (0: the header) and column, or its name. */
  const at = (page: FaultyPage): string => {
    const focused = page.focused();
    if (!focused) return `outside, on ${labelOf(document.activeElement)}`;
    const cell = focused.closest<HTMLElement>('[data-row]');
    return cell ? `${cell.dataset['row']} ${cell.dataset['columnId']}` : labelOf(focused);
  };
  const go = async (page: FaultyPage, chord: string, to: string): Promise<void> => {
    await press(chord);
    await drawn(page);
    await until(() => at(page) === to, `${chord} leads to ${to}, not to ${at(page)}`);
  };
  const buttonIn = (page: FaultyPage, row: number) =>
    page.cell(row, 'role').querySelector('button')!;
  const menuOpen = (page: FaultyPage): boolean => page.$('#menu').matches(':popover-open');
  /** The first line of the accessibility tree that begins so. */
  const line = async (begin: string): Promise<string> => {
    const lines = (await ariaSnapshot('user-table')).split('\n').map((each) => each.trim());
    return (
      lines.find((each) => each.startsWith(`- ${begin}`)) ?? `no ${begin} in ${lines.join('\n')}`
    );
  };

  it('ZM-6 by keyboard alone: from outside the page to a changed role, and back', async () => {
    const page = await withPeople();
    page.host.querySelector('button')!.focus();
    await go(page, 'Tab', 'Search people');
    await go(page, 'Tab', 'Role');
    await go(page, 'Tab', 'Status');
    await go(page, 'Tab', 'User type');
    await go(page, 'Tab', 'CSV');
    await go(page, 'Tab', 'View');
    await go(page, 'Tab', 'Invite people');
    await go(page, 'Tab', '1 name');
    const row = rowOf(page, 'member');
    const name = readable(page.cell(row, 'name').querySelector('.name')!);
    for (let n = 2; n <= row; n++) await go(page, 'ArrowDown', `${n} name`);
    await go(page, 'ArrowRight', `${row} email`);
    await go(page, 'ArrowRight', `${row} role`);
    expect(page.focused() === buttonIn(page, row), 'the control itself').to.equal(true);
    if (supports('ariaSnapshot')) {
      expect(await line(`gridcell "Member. Change the role of ${name}"`)).to.match(/:$/);
      expect(await line(`button "Member. Change the role of ${name}"`)).to.match(/": Member$/);
    }

    await press('Enter');
    await until(() => page.focused()?.role === 'option', 'an option has the focus');
    expect(labelOf(page.focused())).to.equal('Member');
    if (supports('ariaSnapshot')) {
      expect(await line('button "Member. Change the role')).to.contain('[expanded]');
      expect(await line('listbox')).to.equal(`- listbox "Change the role of ${name}":`);
      expect(await line('option "Member')).to.equal('- option "Member" [selected]');
      expect(await line('option "Admin')).to.equal('- option "Admin"');
      expect(await line('option "Owner')).to.match(/^- option "Owner .+" \[disabled\]$/);
    }
    await press('ArrowUp');
    expect(page.focused()?.dataset['label']).to.equal('Admin');
    page.line.next('run', 'delay');
    await press('Enter');
    await drawn(page);
    expect(at(page)).to.equal(`${row} role`);
    expect(page.announced()).to.equal(`Changing the role of ${name} to Admin…`);
    if (supports('ariaSnapshot')) {
      expect(await line('gridcell "Admin Saving…"')).to.equal('- gridcell "Admin Saving…"');
      expect(await line('status')).to.equal(`- status: Changing the role of ${name} to Admin…`);
      expect(await ariaSnapshot('user-table')).to.not.contain('listbox');
    }

    await page.pass(30_000);
    expect(page.focused() === buttonIn(page, row), 'on the control again').to.equal(true);
    expect(heldIn(page, row)).to.equal('admin');
    const done = `${name} now has the role Admin. Press Ctrl+Z in the list to undo.`;
    expect(page.announced()).to.equal(done);
    if (supports('ariaSnapshot')) {
      expect(await line('status')).to.equal(`- status: ${done}`);
      expect(await line(`button "Admin. Change the role of ${name}"`)).to.match(/": Admin$/);
      expect(await line('group "Undo"')).to.equal('- group "Undo":');
    }

    await press('Control+z');
    await drawn(page);
    expect(heldIn(page, row)).to.equal('member');
    expect(page.announced()).to.equal(`Undone: ${name} now has the role Admin.`);
    expect(page.focused() === buttonIn(page, row), 'still on the control').to.equal(true);
    await expectHonest(page);
  });

  it('ZM-6 a closed role is reached, says why and whom to ask, and cannot be chosen', async () => {
    const page = await withPeople({ as: 'admin' });
    const row = rowOf(page, 'member');
    await openRoles(page, row);
    if (supports('ariaSnapshot')) {
      expect(await line('button "Member. Change the role')).to.contain('[disabled] [expanded]');
      expect(await line('option "Admin')).to.match(
        /^- option "Admin .+ Ask the owner\." \[disabled\]$/,
      );
    }
    await press('ArrowUp');
    expect(page.focused()?.dataset['label']).to.equal('Admin');
    expect(readable(page.focused()!)).to.match(/^Admin .+ Ask the owner\.$/);
    await press('Enter');
    await press('Space');
    await drawn(page);
    expect(menuOpen(page), 'it stays open').to.equal(true);
    expect(page.sent()).to.have.length(0);
  });

  it('a refusal by keyboard: heard, read in the row, tried again and put away', async () => {
    const page = await withPeople();
    const row = rowOf(page, 'member');
    const name = readable(page.cell(row, 'name').querySelector('.name')!);
    page.line.next('run', '500', '500', '500');
    await openRoles(page, row);
    await press('ArrowUp', 'Enter');
    await page.pass(20_000);
    const said = 'The server is not responding. – Try again in a moment.';
    expect(page.announced()).to.equal(`${name} – ${said}`);
    if (supports('ariaSnapshot')) {
      expect(await line('status')).to.equal(`- status: ${name} – ${said}`);
      expect(await line(`gridcell "${name} keeps the role Member.`)).to.contain(
        'The server is not responding. Try again in a moment. Try again Dismiss',
      );
    }
    expect(page.focused() === buttonIn(page, row)).to.equal(true);
    await press('ArrowRight');
    expect(labelOf(page.focused())).to.equal('Try again');
    await press('ArrowRight');
    expect(labelOf(page.focused())).to.equal('Dismiss');
    await press('Enter');
    await drawn(page);
    expect(has(page, '.notice')).to.equal(false);
    await expectHonest(page);
  });

  it('Control+z with nothing to undo says so', async () => {
    const page = await withPeople();
    page.cell(1, 'name').focus();
    await press('Control+z');
    await drawn(page);
    expect(page.announced()).to.equal('There is nothing to undo.');
  });

  it('the search is cleared by keyboard, and the focus stays in it', async () => {
    const page = await withPeople();
    await search(page, 'an');
    await go(page, 'Tab', 'Clear the search');
    await go(page, 'Enter', 'Search people');
    expect(searchBox(page).value).to.equal('');
  });

  describe('the grid is one stop on the way by Tab', () => {
    const stops = async (page: FaultyPage, from: string): Promise<readonly string[]> => {
      const passed: string[] = [];
      for (let n = 0; n < 12 && at(page) !== from; n++) {
        passed.push(at(page));
        await press('Tab');
      }
      return passed;
    };

    it('from the toolbar to what comes after the table', async () => {
      const page = await withPeople();
      page.$('[part=invite-button]').focus();
      await go(page, 'Tab', '1 name');
      await go(page, 'Tab', 'outside, on After');
      await go(page, 'Shift+Tab', '1 name');
      await go(page, 'Shift+Tab', 'Invite people');
    });

    const scrolled = async (readonly: boolean): Promise<FaultyPage> => {
      const page = await withPeople();
      page.table.readonly = readonly;
      const box = page.$('.viewport');
      box.scrollTop = 3_000;
      await until(() => Number(page.$('.row').getAttribute('aria-rowindex')) > 20, 'scrolled');
      page.$(readonly ? '[part=view-button]' : '[part=invite-button]').focus();
      await press('Tab');
      await drawn(page);
      return page;
    };

    for (const readonly of [false, true]) {
      it(`also once its rows were scrolled away${readonly ? ', with nothing in them to operate' : ''}`, async () => {
        const page = await scrolled(readonly);
        const { top, bottom } = page.$('.viewport').getBoundingClientRect();
        const rect = page.focused()!.getBoundingClientRect();
        const passed = await stops(page, 'outside, on After');
        expect(passed.length, `stops: ${passed.join(', ')}`).to.equal(1);
        expect(passed[0]).to.match(/^\d+ name$/);
        expect(rect.top >= top && rect.bottom <= bottom, 'in view').to.equal(true);
        expect(page.$('.viewport').scrollTop, 'without scrolling').to.equal(3_000);
      });
    }

    it('where the focus comes back to after an excursion', async () => {
      const page = await withPeople();
      page.$('[part=invite-button]').focus();
      await go(page, 'Tab', '1 name');
      await go(page, 'ArrowDown', '2 name');
      await go(page, 'End', '2 actions');
      await go(page, 'Shift+Tab', 'Invite people');
      await go(page, 'Tab', '2 actions');
    });
  });

  describe('Escape', () => {
    const MENUS: readonly (readonly [name: string, button: (page: FaultyPage) => HTMLElement])[] = [
      ['the roles', (page) => buttonIn(page, rowOf(page, 'member'))],
      ['a filter', (page) => page.$('.filter')],
      ['the view', (page) => page.$('[part=view-button]')],
      ['recent changes', (page) => page.$('.recent-button')],
    ];

    for (const [name, button] of MENUS) {
      it(`closes ${name}, changes nothing, and gives the focus back`, async () => {
        const page = await withPeople();
        if (name === 'recent changes') {
          await openRoles(page, rowOf(page, 'member'));
          await press('ArrowUp', 'Enter');
          await drawn(page);
        }
        const sent = page.sent().length;
        const trigger = button(page);
        trigger.focus();
        await press('Enter');
        await until(() => menuOpen(page), 'it is open');
        await drawn(page);
        expect(page.$('#menu').contains(page.focused()), 'the focus is in it').to.equal(true);
        expect(trigger.ariaExpanded).to.equal('true');
        await press('Escape');
        await drawn(page);
        expect(menuOpen(page)).to.equal(false);
        expect(trigger.ariaExpanded).to.equal('false');
        expect(page.focused() === trigger, 'the focus is back').to.equal(true);
        expect(page.sent()).to.have.length(sent);
      });
    }

    it('closes by the control that opened it, too', async () => {
      const page = await withPeople();
      const trigger = page.$('.filter');
      trigger.focus();
      await press('Enter');
      await until(() => menuOpen(page), 'it is open');
      trigger.focus();
      await press('Enter');
      await drawn(page);
      expect(menuOpen(page)).to.equal(false);
      expect(page.focused() === trigger).to.equal(true);
    });

    it('Tab out of the roles closes them, and goes on from where they were opened', async () => {
      const page = await withPeople();
      const row = rowOf(page, 'member');
      await openRoles(page, row);
      await press('Tab');
      await drawn(page);
      expect(menuOpen(page)).to.equal(false);
      expect(page.focused() === buttonIn(page, row)).to.equal(true);
    });
  });

  describe('what goes away under the focus leaves it in the table', () => {
    async function changedRole(): Promise<FaultyPage> {
      const page = await withPeople();
      await openRoles(page, rowOf(page, 'member'));
      await press('ArrowUp', 'Enter');
      await drawn(page);
      return page;
    }
    const PLACES: readonly (readonly [
      what: string,
      show: () => Promise<FaultyPage>,
      control: (page: FaultyPage) => HTMLElement,
    ])[] = [
      ['Undo in the offer', changedRole, (page) => page.$('[part=undo-offer] .button')],
      ['Close in the offer', changedRole, (page) => page.$('[part=undo-offer] .icon.button')],
      ['Clear filters in the toolbar', async () => {
        const page = await withPeople();
        await search(page, 'an');
        return page;
      }, (page) => page.$('.filters > .quiet')],
      ['Clear filters in the list', async () => {
        const page = await withPeople();
        await search(page, 'zzzz');
        return page;
      }, (page) => page.$('.is-no-match .button')],
      ['Any in a filter', async () => {
        const page = await withPeople();
        page.$('.filter').focus();
        await press('Enter');
        await until(() => menuOpen(page), 'the filter is open');
        await press('Space');
        await drawn(page);
        return page;
      }, (page) => page.$('#menu .choices-end')],
      ['Undo in recent changes', async () => {
        const page = await changedRole();
        page.$('.recent-button').focus();
        await press('Enter');
        await until(() => menuOpen(page), 'recent changes are open');
        return page;
      }, (page) => page.$('.recent-item .button')],
    ]; // prettier-ignore

    for (const [what, show, control] of PLACES) {
      it(what, async () => {
        const page = await show();
        control(page).focus();
        await press('Enter');
        await drawn(page);
        expectFocus(page);
        await until(() => !page.table.hasAttribute('data-busy'), 'all is answered');
        await drawn(page);
        await expectHonest(page);
      });
    }

    it('the offer to undo, when its time is over', async () => {
      const page = await changedRole();
      page.$('[part=undo-offer] .icon.button').focus();
      page.scope.dismiss('nothing');
      expect(has(page, '[part=undo-offer]'), 'it stays while the focus is on it').to.equal(true);
      expectFocus(page);
    });

    it('a header whose order cannot be read', async () => {
      const page = await withPeople();
      page.line.next('people', '500', '500', '500');
      page.$('[role=columnheader] button').focus();
      await press('Enter');
      await page.pass(60_000);
      expect(labelOf(page.focused())).to.equal('Try again');
      await press('Enter');
      await page.pass(60_000);
      await expectHonest(page);
    });

    it('and typing in the search is never interrupted by it', async () => {
      const page = await withPeople();
      await search(page, 'zz');
      page.$('.is-no-match .button').focus();
      await press('Enter');
      searchBox(page).focus();
      await type('an');
      await until(() => page.table.view.query.search === 'an', 'searched');
      await until(() => !page.table.hasAttribute('data-busy'), 'answered');
      await drawn(page);
      expect(page.focused() === searchBox(page), 'the focus is in the search').to.equal(true);
      expect(searchBox(page).value).to.equal('an');
    });
  });
});
