import { expect } from '@open-wc/testing';
import { PersonRequestEvent } from '../../../src/index.ts';
import { media, mouse, press, supports, viewport } from '../../tools/commands.ts';
import { readable, until } from '../people-page.ts';
import { panelPage, type PanelPage } from './panel-page.ts';

const rowsOf = (page: PanelPage) =>
  page.table!.shadowRoot!.querySelectorAll<HTMLElement>('.row[data-id]');

/** Goes to a row of the list by keys. */
async function toRow(page: PanelPage, down: number): Promise<string> {
  await until(() => rowsOf(page).length > 0, 'rows are shown');
  page.table!.focus();
  for (let n = 0; n <= down; n++) await press('ArrowDown');
  const active = page.table!.shadowRoot!.activeElement as HTMLElement;
  return active.closest<HTMLElement>('.row')!.dataset['id']!;
}

describe('<user-panel> opening and closing', () => {
  it('ZM-20 opens for the row that is opened, and gives the focus back to it', async () => {
    const page = await panelPage();
    const id = await toRow(page, 2);
    const cell = page.table!.shadowRoot!.activeElement;
    await press('Enter');
    await until(() => page.panel.person?.id === id && page.has('.section'), 'it is open');
    await until(() => page.focused === page.$('#title'), 'the title has the focus');
    expect(page.native.matches(':modal')).to.equal(false);
    await press('Escape');
    await until(() => page.panel.personId === undefined, 'it is closed');
    await until(() => page.table!.shadowRoot!.activeElement === cell, 'the row has the focus');
    expect(getComputedStyle(page.panel).display).to.equal('none');
  });

  it('opens by a double click, and no word is selected', async () => {
    const page = await panelPage();
    await toRow(page, 2);
    const root: ShadowRoot & { getSelection?: () => Selection | null } = page.table!.shadowRoot!;
    const cell = root.querySelector<HTMLElement>('[data-row="2"][data-column-id="email"]')!;
    await mouse.click(cell, { count: 2 });
    await until(() => page.panel.person && page.has('.section'), 'it is open');
    const selected = root.getSelection?.() ?? getSelection();
    expect(selected?.toString() ?? '').to.equal('');
  });

  it('a name opens its page by one press, wherever something shows people', async () => {
    await viewport({ width: 375, height: 720 });
    const page = await panelPage();
    await until(() => rowsOf(page).length > 2, 'rows are shown');
    const row = rowsOf(page)[2]!;
    const edge = (at: number, side: 'top' | 'bottom') =>
      rowsOf(page)[at]!.getBoundingClientRect()[side];
    await until(
      () => Math.abs(edge(2, 'top') - edge(1, 'bottom')) < 1,
      'the rows are in their places',
    );
    const name = row.querySelector<HTMLElement>('button.name')!;
    expect(name.getBoundingClientRect().height).to.be.at.least(24);
    await mouse.click(name);
    await until(() => page.panel.personId === row.dataset['id'], 'it is open');
    await press('Escape');
    await until(() => page.table!.shadowRoot!.activeElement === name, 'the name has the focus');
    page.panel.remove();
    await until(() => !row.querySelector('button.name'), 'nothing shows people any more');
    page.table!.opensPeople = true;
    await until(() => row.querySelector('button.name'), 'the host does');
  });

  it('leaves it to a page that has one of its own', async () => {
    const page = await panelPage();
    const id = await toRow(page, 1);
    page.provider.addEventListener('person-request', (event) => event.preventDefault(), {
      once: true,
    });
    await press('Enter');
    await page.drawn();
    expect(page.panel.personId).to.equal(undefined);
    page.table!.addEventListener('person-open', (event) => event.preventDefault(), { once: true });
    await press('Enter');
    await page.drawn();
    expect(page.panel.personId).to.equal(undefined);
    await press('Enter');
    await until(() => page.panel.personId === id, 'it is open');
  });

  it('is answered by one panel only, and tells the host who is open', async () => {
    const page = await panelPage({ alone: true });
    const second = document.createElement('user-panel');
    page.provider.append(second);
    await second.updateComplete;
    const told: (string | undefined)[] = [];
    page.box.addEventListener('panel-changed', ({ personId }) => told.push(personId));
    const { id } = page.find(({ roleId }) => roleId === 'owner');
    page.scope.dispatchEvent(new PersonRequestEvent(id));
    await until(() => page.panel.personId === id, 'the first is open');
    expect(second.personId).to.equal(undefined);
    await page.panel.close();
    expect(told).to.deep.equal([id, undefined]);
  });

  it('asks before something typed is lost: on Escape, for another person, and by a host', async () => {
    const page = await panelPage({ alone: true });
    const [one, other] = page.backend
      .dump()
      .people.filter(({ roleId, status }) => roleId === 'member' && status === 'active');
    await page.open(one!.id);
    await page.fill('department', 'Legal');
    const isAsked = () => page.has('.confirmation[open]');
    const stay = async () => {
      await until(isAsked, 'it asks');
      expect(readable(page.root.activeElement!)).to.equal('Keep editing');
      await press('Enter');
      await until(() => !page.has('.confirmation'), 'the person stays');
      expect([page.panel.personId, page.input('department').value]).to.deep.equal([
        one!.id,
        'Legal',
      ]);
    };
    await press('Escape');
    await until(isAsked, 'it asks');
    expect(readable(page.$('.confirmation'))).to.match(
      /^Leave without saving\? 1 change to .* is lost\./,
    );
    await page.expectAccessible();
    await stay();
    page.scope.dispatchEvent(new PersonRequestEvent(other!.id));
    await stay();
    page.panel.personId = other!.id;
    await stay();
    const shown = page.panel.show(other!.id);
    await until(isAsked, 'it asks');
    page.$('.confirmation [type=submit]').click();
    expect(await shown).to.equal(true);
    await until(() => page.panel.person?.id === other!.id, 'the other is open');
    expect(page.has('.bar')).to.equal(false);
  });

  it('keeps the browser from leaving the page while something is unsaved', async () => {
    const page = await panelPage({ alone: true });
    const { id } = page.find(({ roleId }) => roleId === 'owner');
    const isKept = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    await page.open(id);
    expect(isKept()).to.equal(false);
    await page.fill('department', 'Legal');
    expect(isKept()).to.equal(true);
    page.$('.discard').click();
    await page.drawn();
    expect(isKept()).to.equal(false);
  });

  it('is in the page’s address by its id alone; Back closes it, and asks where something is unsaved', async () => {
    const before = location.href;
    const page = await panelPage({ alone: true, panel: { viewKey: 'person' } });
    const { id } = page.find(({ roleId }) => roleId === 'owner');
    await page.open(id);
    expect(new URL(location.href).searchParams.get('person')).to.equal(id);
    await page.fill('department', 'Legal');
    history.back();
    await until(() => page.has('.confirmation[open]'), 'it asks');
    await press('Enter');
    await until(() => !page.has('.confirmation'), 'the person stays');
    expect(new URL(location.href).searchParams.get('person')).to.equal(id);
    page.$('.discard').click();
    history.back();
    await until(() => page.panel.personId === undefined, 'it is closed');
    expect(location.href).to.equal(before);
  });

  it('opens whoever the address names', async () => {
    const before = location.href;
    const { id } = (await panelPage({ alone: true })).find(({ roleId }) => roleId === 'owner');
    history.replaceState(null, '', `?person=${id}`);
    const page = await panelPage({ alone: true, panel: { viewKey: 'person' } });
    await until(() => page.panel.person?.id === id, 'it is open');
    await page.panel.close();
    expect(new URL(location.href).searchParams.has('person')).to.equal(false);
    history.replaceState(null, '', before);
  });

  it('covers the page where there is no room beside the list', async () => {
    const page = await panelPage({ width: 480 });
    const id = await toRow(page, 2);
    const cell = page.table!.shadowRoot!.activeElement;
    await press('Enter');
    await until(() => page.panel.person?.id === id && page.has('.section'), 'it is open');
    expect(page.native.matches(':modal')).to.equal(true);
    await until(() => page.focused === page.$('#title'), 'the title has the focus');
    const { width, height } = page.native.getBoundingClientRect();
    expect([width, height]).to.deep.equal([innerWidth, innerHeight]);
    await page.expectAccessible();
    await press('Escape');
    await until(() => !page.native.open, 'it is closed');
    await until(() => page.table!.shadowRoot!.activeElement === cell, 'the row has the focus');
  });

  it('keeps what is typed and the focus when the room changes', async () => {
    const page = await panelPage({ alone: true, width: 760 });
    const { id } = page.find(({ roleId }) => roleId === 'owner');
    await page.open(id);
    await page.fill('department', 'Legal');
    page.box.style.inlineSize = '400px';
    await until(() => page.native.matches(':modal'), 'it covers the page');
    expect([page.input('department').value, page.focused]).to.deep.equal([
      'Legal',
      page.input('department'),
    ]);
    page.box.style.inlineSize = '760px';
    await until(() => !page.native.matches(':modal'), 'it lies beside');
    expect(page.native.open).to.equal(true);
    expect(page.focused).to.equal(page.input('department'));
  });

  it('fits 320 px, in French and from right to left', async () => {
    await viewport({ width: 320, height: 640 });
    const page = await panelPage({ alone: true, lang: 'fr', dir: 'rtl' });
    const { id } = page.find(({ roleId }) => roleId === 'owner');
    await page.open(id);
    await page.fill('department', 'Juridique');
    const body = page.$('.body');
    expect(body.scrollWidth).to.be.at.most(body.clientWidth);
    await page.expectAccessible();
    await viewport({ width: 800, height: 600 });
  });

  (supports('media') ? it : it.skip)('stays readable in the dark', async () => {
    document.documentElement.style.colorScheme = 'light dark';
    await media({ colorScheme: 'dark', reducedMotion: 'reduce' });
    const page = await panelPage({ alone: true });
    const { id } = page.find(({ roleId }) => roleId === 'owner');
    await page.open(id);
    await page.fill('department', 'Legal');
    await page.expectAccessible();
    await media({ colorScheme: null, reducedMotion: null });
    document.documentElement.style.colorScheme = '';
  });

  (supports('media') ? it : it.skip)('keeps its edges in forced colours', async () => {
    await media({ forcedColors: 'active' });
    const page = await panelPage({ alone: true });
    const { id } = page.find(({ roleId }) => roleId === 'owner');
    await page.open(id);
    await page.fill('department', 'Legal');
    const bare = [...page.root.querySelectorAll('.panel, .text-field > input, .save, .checkbox')]
      .filter((each) => each.checkVisibility())
      .filter((each) => getComputedStyle(each).borderTopStyle === 'none');
    expect(bare.map((each) => each.className)).to.deep.equal([]);
    await media({ forcedColors: null });
  });
});
