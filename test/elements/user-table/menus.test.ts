import { expect } from '@open-wc/testing';
import { press } from '../../tools/commands.ts';
import { peoplePage, rowsShown, until, type PeoplePage } from '../people-page.ts';

// As it comes, the list of what was fetched ends before all that the tests themselves fetch.
performance.setResourceTimingBufferSize(5_000);

const fetched = (): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => name.includes('user-table/menus.ts'));

async function withPeople(): Promise<PeoplePage> {
  const page = await peoplePage();
  await rowsShown(page);
  return page;
}

describe('<user-table> menus', () => {
  it('are fetched only when the rows are there, and then ahead of their use', async () => {
    const waiting = await peoplePage({
      through: (backend) => ({ ...backend, people: () => new Promise(() => undefined) }),
    });
    await until(() => waiting.root.querySelector('.skeleton'), 'the bars are drawn');
    expect(fetched()).to.equal(false);
    await withPeople();
    await until(fetched, 'they are fetched without being asked for');
  });

  it('answer at once, and take the focus as soon as they are there', async () => {
    const page = await withPeople();
    const button = page.$('[part=view-button]');
    button.click();
    await page.table.updateComplete;
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    await until(() => page.focused()?.closest('#menu'), 'the focus is in the menu');
    await press('Escape');
    expect(page.focused() === button, 'the focus is back').to.equal(true);
    expect(button.getAttribute('aria-expanded')).to.equal('false');
  });

  it('stay away when the person went elsewhere meanwhile', async () => {
    const page = await withPeople();
    const button = page.$('[part=view-button]');
    button.click();
    page.$('input[type=search]').focus();
    await page.table.updateComplete;
    await until(() => button.getAttribute('aria-expanded') === 'false', 'it is given up');
    expect(page.$('#menu').matches(':popover-open')).to.equal(false);
    button.click();
    await until(() => page.focused()?.closest('#menu'), 'and opens when asked again');
  });
});
