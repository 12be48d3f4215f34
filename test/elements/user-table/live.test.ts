import { expect } from '@open-wc/testing';
import { press } from '../../tools/commands.ts';
import { peoplePage, rowsShown, until, type PeoplePage } from '../people-page.ts';

/** A page that hears of changes made elsewhere. */
async function livePage(): Promise<PeoplePage> {
  const page = await peoplePage({ count: 400 });
  await rowsShown(page);
  // What listens to the backend comes with what carries commands out.
  await page.scope.preview([]);
  return page;
}

const shownIds = (page: PeoplePage): readonly string[] =>
  page.$$('.row[data-id]').map(({ dataset }) => dataset['id'] ?? '');

describe('<user-table> follows what is changed elsewhere', () => {
  it('without losing the place in the list', async () => {
    const page = await livePage();
    const viewport = page.$('.viewport');
    viewport.scrollTop = 4_000;
    viewport.dispatchEvent(new Event('scroll'));
    await until(() => Number(page.$('.row[data-id]').getAttribute('aria-rowindex')) > 50, 'rows');
    const id = shownIds(page)[3]!;
    page.backend.edit(id, { displayName: 'Changed Elsewhere' });
    await until(
      () => page.$(`[data-id="${id}"]`).textContent.includes('Changed Elsewhere'),
      'the new name is shown',
    );
    expect(viewport.scrollTop).to.equal(4_000);
  });

  it('without losing the focus', async () => {
    const page = await livePage();
    page.table.focus();
    await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight');
    const before = page.focused()!;
    const id = before.closest<HTMLElement>('.row')!.dataset['id']!;
    page.backend.edit(id, { displayName: 'Changed Elsewhere' });
    await until(
      () => page.$(`[data-id="${id}"]`).textContent.includes('Changed Elsewhere'),
      'the new name is shown',
    );
    expect(page.focused() === before, 'the focus is where it was').to.equal(true);
  });

  it('without losing the selection, but for those who are gone', async () => {
    const page = await livePage();
    const [first, second, third] = shownIds(page) as [string, string, string];
    page.table.selection = { ids: [first, second, third] };
    page.backend.edit(second, null);
    await until(() => !shownIds(page).includes(second), 'the second is gone');
    const selected = page.$$('.row[aria-selected=true]').map(({ dataset }) => dataset['id']);
    expect(selected).to.deep.equal([first, third]);
  });
});
