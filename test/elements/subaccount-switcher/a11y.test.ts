import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../src/adapter/problem.ts';
import { SubaccountRequestEvent } from '../../../src/index.ts';
import { media, press, reset, supports, type, viewport } from '../../tools/commands.ts';
import { still, until } from '../people-page.ts';
import {
  subaccountPage,
  type SubaccountPage,
  type SubaccountPageOptions,
} from '../subaccount-page.ts';

async function open(options: SubaccountPageOptions, shown: string): Promise<SubaccountPage> {
  const page = await subaccountPage('subaccount-switcher', options);
  await until(() => page.root.querySelector('.trigger .name'), 'it is there');
  page.$('.trigger').focus();
  await press('Enter');
  await until(() => page.root.querySelector(shown), `${shown} is shown`);
  return page;
}

const STATES: Readonly<Record<string, () => Promise<SubaccountPage>>> = {
  closed: () => subaccountPage('subaccount-switcher'),
  open: () => open({}, '[role=option] .label'),
  'nothing found': async () => {
    const page = await open({}, '[role=option] .label');
    await type('qzxj');
    await until(() => page.root.querySelector('.state'), 'it is said');
    return page;
  },
  'one asked for': async () => {
    const page = await subaccountPage('subaccount-switcher');
    await until(() => page.root.querySelector('.trigger .name'), 'it is there');
    page.scope.dispatchEvent(new SubaccountRequestEvent());
    await until(() => page.root.querySelector('[role=option] .label'), 'it is open');
    return page;
  },
  fixed: () => open({ as: 'manager' }, '.fixed'),
  'none at all': () => open({ many: 0 }, '.state[part=empty]'),
  failed: () => {
    const subaccounts = () => Promise.reject(new AdapterError({ kind: 'forbidden', title: 'no' }));
    return open({ through: (line) => ({ ...line, subaccounts }) }, '.state.failed');
  },
  'no answer yet': () =>
    subaccountPage('subaccount-switcher', {
      through: (line) => ({ ...line, account: () => new Promise(() => undefined) }),
    }),
};

describe('<subaccount-switcher> accessibility', () => {
  beforeEach(() => (document.body.style.background = 'light-dark(#fff, #101216)'));
  afterEach(async () => {
    document.documentElement.style.colorScheme = document.body.style.background = '';
    await reset();
  });

  for (const [name, show] of Object.entries(STATES)) {
    it(`has no fault that axe finds: ${name}`, async () => {
      const page = await show();
      const { element } = page;
      await still(page);
      await expect(element, 'as it is').to.be.accessible();
      element.parentElement!.dir = 'rtl';
      await viewport({ width: 375, height: 700 });
      await still(page);
      await expect(element, 'on a phone, right to left').to.be.accessible();
      expect(document.documentElement.scrollWidth, 'nothing sticks out').to.be.at.most(375);
      if (!supports('media')) return;
      document.documentElement.style.colorScheme = 'light dark';
      await media({ colorScheme: 'dark' });
      await still(page);
      await expect(element, 'in the dark').to.be.accessible();
      await media({ forcedColors: 'active' });
      await still(page);
      await expect(element, 'in forced colours').to.be.accessible();
    });
  }
});
