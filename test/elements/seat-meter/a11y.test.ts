import { expect, fixture, html } from '@open-wc/testing';
import { AdapterError } from '../../../src/adapter/problem.ts';
import type { SeatMeterElement } from '../../../src/index.ts';
import { media, reset, supports, viewport } from '../../tools/commands.ts';
import { readable, still, until } from '../people-page.ts';
import { counted, meterPage } from './meter-page.ts';

interface Shown {
  readonly meter: SeatMeterElement;
  readonly root: ShadowRoot;
}

const STATES: Readonly<Record<string, () => Promise<Shown>>> = {
  room: () => counted({ pools: { licensed: 300 } }),
  'every pool': () => counted({ pool: '' }),
  'one over its limit': () => counted({ pools: { licensed: 3 } }),
  'buying closed': () => counted({ pools: { licensed: 3 }, as: 'member' }),
  'none bought': () => counted({ pool: 'webinar', pools: { licensed: 50 } }),
  loading: () =>
    meterPage({ through: (line) => ({ ...line, account: () => new Promise(() => undefined) }) }),
  failed: async () => {
    const account = () => Promise.reject(new AdapterError({ kind: 'forbidden', title: 'no' }));
    const page = await meterPage({ through: (line) => ({ ...line, account }) });
    await until(() => page.root.querySelector('.failed'), 'it is said');
    return page;
  },
  'no account': async () => {
    const meter = await fixture<SeatMeterElement>(html`<seat-meter></seat-meter>`);
    await until(() => meter.shadowRoot!.querySelector('.note'), 'it is said');
    return { meter, root: meter.shadowRoot! };
  },
};

describe('<seat-meter> accessibility', () => {
  // A meter lies on the page's own ground.
  beforeEach(() => (document.body.style.background = 'light-dark(#fff, #101216)'));
  afterEach(async () => {
    document.documentElement.style.colorScheme = document.body.style.background = '';
    await reset();
  });

  for (const [name, show] of Object.entries(STATES)) {
    it(`has no fault that axe finds with ${name}`, async () => {
      const shown = await show();
      const { meter } = shown;
      await expect(meter, 'as it is').to.be.accessible();
      meter.parentElement!.dir = 'rtl';
      await viewport({ width: 375, height: 700 });
      await still(shown);
      await expect(meter, 'on a phone, right to left').to.be.accessible();
      expect(meter.scrollWidth, 'nothing sticks out').to.be.at.most(meter.clientWidth);
      if (!supports('media')) return;
      document.documentElement.style.colorScheme = 'light dark';
      await media({ colorScheme: 'dark' });
      await still(shown);
      await expect(meter, 'in the dark').to.be.accessible();
      await media({ forcedColors: 'active' });
      await still(shown);
      await expect(meter, 'in forced colours').to.be.accessible();
    });
  }

  it('fills the bar from the side where reading starts', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const page = await counted({ dir, pools: { licensed: 300 } });
      const bar = page.bar().getBoundingClientRect();
      const fill = page.$('.fill').getBoundingClientRect();
      const gap = dir === 'ltr' ? fill.left - bar.left : bar.right - fill.right;
      expect(gap, dir).to.be.within(0, 2);
      expect(fill.width, dir).to.be.within(1, bar.width * 0.9);
    }
  });

  it('speaks French with the numbers of the place', async () => {
    const page = await counted({ lang: 'fr', pools: { licensed: 1300 } });
    expect(page.text()).to.match(/^Avec licence Occupées : \d+ sur 1\s300 /u);
    expect(page.bar().getAttribute('aria-valuetext')).to.contain('Libres');
    expect(readable(page.$('summary'))).to.equal('Ce qui compte');
  });

  (supports('media') ? it : it.skip)('keeps its shapes in forced colours', async () => {
    await media({ forcedColors: 'active' });
    const page = await counted({ pools: { licensed: 3 } });
    const looks = (mark: string) => getComputedStyle(page.$(`.fill.${mark}`)).background;
    expect(getComputedStyle(page.bar()).borderTopStyle).to.equal('solid');
    expect(looks('in-use')).not.to.equal(looks('invited'));
    expect(getComputedStyle(page.$('.level')).borderTopColor).not.to.match(/^rgba\(.+, 0\)$/);
  });
});
