import { expect, fixture, html } from '@open-wc/testing';
import { AdapterError } from '../../../src/adapter/problem.ts';
import type { SubaccountManagerElement } from '../../../src/index.ts';
import messaging from '../../../src/policy/presets/messaging.ts';
import { media, press, reset, supports, type, viewport } from '../../tools/commands.ts';
import { readable, still, until } from '../people-page.ts';
import { fieldFocused, goToRename, listed, managerPage, named } from './manager-page.ts';

interface Shown {
  readonly manager: SubaccountManagerElement;
  readonly root: ShadowRoot;
}

const refused = () => Promise.reject(new AdapterError({ kind: 'forbidden', title: 'no' }));
const never = () => new Promise<never>(() => undefined);

const STATES: Readonly<Record<string, () => Promise<Shown>>> = {
  'a list': () => listed({ subaccounts: [{ ...named('Lyon'), status: 'ending', activeUntil: '2026-12-31T00:00:00Z' }, { ...named('Oslo'), status: 'awaiting-activation' }] }), // prettier-ignore
  'all closed': async () => {
    const page = await listed({ as: 'manager' });
    page.$('[data-action]').click();
    await until(() => page.root.querySelector('.note'), 'the reason is in the row');
    return page;
  },
  'read only': () => listed({ readonly: true }),
  loading: () => managerPage({ through: (line) => ({ ...line, subaccounts: never }) }),
  'nothing in it': async () => {
    const page = await managerPage({ names: [] });
    await until(() => page.root.querySelector('.is-empty'), 'it is said');
    return page;
  },
  'no match': async () => {
    const page = await listed();
    page.$('.search input').focus();
    await type('xyz');
    await until(() => page.root.querySelector('.is-no-match'), 'it is said');
    return page;
  },
  'a failure': async () => {
    const page = await managerPage({ through: (line) => ({ ...line, subaccounts: refused }) });
    await until(() => page.root.querySelector('.is-failed'), 'it is said');
    return page;
  },
  'no access': async () => {
    const roles = messaging.roles.map((role) => ({ ...role, permissions: ['user.list'] }));
    const page = await managerPage({ document: { ...messaging, roles } });
    await until(() => page.root.querySelector('.is-no-access'), 'it is said');
    return page;
  },
  'no account': async () => {
    const manager = await fixture<SubaccountManagerElement>(
      html`<subaccount-manager></subaccount-manager>`,
    );
    await until(() => manager.shadowRoot!.querySelector('.is-no-scope'), 'it is said');
    return { manager, root: manager.shadowRoot! };
  },
  'a form that was refused': async () => {
    const page = await listed({ through: (line) => ({ ...line, run: refused }) });
    await goToRename(page, 'Nantes');
    await press('Enter');
    await fieldFocused(page);
    await type('Brest');
    await press('Enter');
    await until(() => page.root.querySelector('[part=failure]'), 'it is said');
    return page;
  },
  'a form for a new one': async () => {
    const page = await listed();
    page.$('.add').click();
    await fieldFocused(page);
    await press('Enter');
    await until(() => page.root.querySelector('[part=failure]'), 'it is said');
    return page;
  },
};

describe('<subaccount-manager> states', () => {
  beforeEach(() => (document.body.style.background = 'light-dark(#fff, #101216)'));
  afterEach(async () => {
    document.documentElement.style.colorScheme = document.body.style.background = '';
    await reset();
  });

  for (const [name, show] of Object.entries(STATES)) {
    it(`has no fault that axe finds with ${name}`, async () => {
      const shown = await show();
      const { manager } = shown;
      await expect(manager, 'as it is').to.be.accessible();
      manager.parentElement!.dir = 'rtl';
      await viewport({ width: 320, height: 700 });
      await still(shown);
      await expect(manager, 'on a phone, right to left').to.be.accessible();
      expect(manager.scrollWidth, 'nothing sticks out').to.be.at.most(manager.clientWidth);
      if (!supports('media')) return;
      document.documentElement.style.colorScheme = 'light dark';
      await media({ colorScheme: 'dark' });
      await still(shown);
      await expect(manager, 'in the dark').to.be.accessible();
      await media({ forcedColors: 'active' });
      await still(shown);
      await expect(manager, 'in forced colours').to.be.accessible();
    });
  }

  it('draws bars in place of rows until they come, and nothing jumps', async () => {
    let go: () => void = () => undefined;
    const open = new Promise<void>((done) => (go = done));
    const page = await managerPage({
      through: (line) => ({ ...line, subaccounts: async (...asked) => (await open, line.subaccounts(...asked)) }), // prettier-ignore
    });
    await until(() => page.root.querySelector('.toolbar'), 'the account is known');
    const skeleton = page.$('.row').getBoundingClientRect();
    const { height } = page.manager.getBoundingClientRect();
    expect(page.$$('.row .skeleton').length).to.be.greaterThan(4);
    expect(page.$('[role=grid]').getAttribute('aria-busy')).to.equal('true');
    go();
    await until(() => page.rows().length === 3, 'they come');
    const row = page.$('.row').getBoundingClientRect();
    expect([row.top, row.height]).to.deep.equal([skeleton.top, skeleton.height]);
    expect(page.manager.getBoundingClientRect().height).to.equal(height);
  });

  it('tries again what could not be read', async () => {
    let fails = true;
    const page = await managerPage({
      through: (line) => ({ ...line, subaccounts: (...asked) => (fails ? refused() : line.subaccounts(...asked)) }), // prettier-ignore
    });
    await until(() => page.root.querySelector('.is-failed'), 'it is said');
    expect(readable(page.$('.state'))).to.contain('The sub-accounts could not be loaded');
    fails = false;
    page.$('.state .button').focus();
    await press('Enter');
    await until(() => page.rows().length === 3, 'they come');
    expect(page.root.activeElement, 'the focus is not lost').to.exist;
  });

  it('searches, says how many were found, and clears', async () => {
    const page = await listed({ names: ['Besançon', 'Lyon', 'Lyon Sud'] });
    page.$('.search input').focus();
    await type('lyon');
    await until(() => page.rows().join() === 'Lyon,Lyon Sud', 'they are found');
    await until(() => page.announced() === '2 sub-accounts', 'it is announced');
    expect(readable(page.$('[part=count]'))).to.equal('2 sub-accounts');
    await press('Escape');
    await until(() => page.rows().length === 3, 'all are back');
    await type('besancon');
    await until(() => page.rows().join() === 'Besançon', 'accents do not matter');
  });

  it('draws only what is on the screen of 10,000, and reaches the last by one key', async () => {
    const names = Array.from({ length: 10_000 }, (_, n) => `Shop ${n + 1}`);
    const page = await listed({ names });
    expect(page.$('[role=grid]').getAttribute('aria-rowcount')).to.equal('10001');
    expect(readable(page.$('[part=count]'))).to.equal('10,000 sub-accounts');
    expect(page.$$('.row').length).to.be.lessThan(60);
    page.$('.search input').focus();
    await press('Tab', 'Tab', 'Control+End');
    await until(() => page.focusedName() === 'Rename Shop 10000', 'the last one has the focus');
    expect(page.$$('.row').length).to.be.lessThan(60);
    await press('Enter');
    expect((await fieldFocused(page)).value).to.equal('Shop 10000');
  });

  it('makes room for a row that is taller, and no row lies over another', async () => {
    await viewport({ width: 340, height: 700 });
    const page = await listed();
    await goToRename(page, 'Lyon');
    await press('Enter');
    await fieldFocused(page);
    const edge = (name: string, side: 'top' | 'bottom') => page.$(`[data-id="s-${name}"]`).getBoundingClientRect()[side]; // prettier-ignore
    await until(() => edge('Nantes', 'top') >= edge('Lyon', 'bottom') - 1, 'it is pushed down');
    await press('Escape');
    await until(() => edge('Nantes', 'top') - edge('Lyon', 'top') < 60, 'and comes back');
  });

  it('speaks French', async () => {
    const page = await listed({ lang: 'fr' });
    expect(readable(page.$('.add'))).to.equal('Ajouter un sous-compte');
    expect(readable(page.$('[part=count]'))).to.equal('3 sous-comptes');
    expect(page.$('[data-action]').getAttribute('aria-label')).to.equal('Renommer Lyon');
  });

  it('puts the buttons where a line ends, right to left too', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const page = await listed({ dir });
      const name = page.$('.name').getBoundingClientRect();
      const button = page.$('[data-action]').getBoundingClientRect();
      expect(button.left > name.left, dir).to.equal(dir === 'ltr');
    }
  });
});
