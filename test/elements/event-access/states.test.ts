import { expect, fixture, html } from '@open-wc/testing';
import { AdapterError } from '../../../src/adapter/problem.ts';
import type { EventAccessElement } from '../../../src/index.ts';
import clickmeeting from '../../../src/policy/presets/clickmeeting.ts';
import { media, reset, supports, viewport } from '../../tools/commands.ts';
import { still, until } from '../people-page.ts';
import { accessPage, listed, openForm } from './access-page.ts';

interface Shown {
  readonly element: EventAccessElement;
  readonly root: ShadowRoot;
}

const refused = () => Promise.reject(new AdapterError({ kind: 'forbidden', title: 'no' }));
const never = () => new Promise<never>(() => undefined);

async function said(state: string, options: Parameters<typeof accessPage>[0]): Promise<Shown> {
  const page = await accessPage(options);
  await until(() => page.root.querySelector(`.is-${state}`), 'it is said');
  return page;
}

const STATES: Readonly<Record<string, () => Promise<Shown>>> = {
  'events with links': () => listed(),
  'a form': async () => {
    const page = await listed();
    await openForm(page);
    return page;
  },
  'no seat left': async () => {
    const page = await listed({ pools: { presenter: 3 } });
    await openForm(page);
    return page;
  },
  'no seat left, and somebody else buys': async () => {
    const page = await listed({ as: 'ben', pools: { presenter: 3 } });
    await openForm(page, 'talk');
    return page;
  },
  rights: async () => {
    const page = await listed();
    page.$('[data-do="rights"]').click();
    await until(() => page.root.querySelector('.rights'), 'they are open');
    return page;
  },
  'a link that could not be revoked': async () => {
    const page = await listed({ through: (line) => ({ ...line, run: refused }) });
    page.$('[data-do="revoke"]').click();
    await until(() => page.root.querySelector('dialog[open]'), 'it is asked first');
    page.$('dialog button[type=submit]').click();
    await until(() => page.root.querySelector('[part=failure]'), 'it is said');
    return page;
  },
  'a question': async () => {
    const page = await listed();
    page.$('[data-do="revoke"]').click();
    await until(() => page.root.querySelector('dialog[open]'), 'it is asked');
    return page;
  },
  'read only': () => listed({ readonly: true }),
  'by a link': () => listed({ as: 'l-ada' }),
  loading: () => accessPage({ through: (line) => ({ ...line, links: never }) }),
  'nothing in it': () => said('empty', { events: [], links: [] }),
  'an event that is gone': () => said('gone', { eventId: 'gone' }),
  'a failure': () => said('failed', { through: (line) => ({ ...line, links: refused, events: refused }) }), // prettier-ignore
  'no access': () => {
    const roles = clickmeeting.roles.map((role) => ({ ...role, permissions: ['user.list'] as const })); // prettier-ignore
    return said('no-access', { policy: { ...clickmeeting, roles } });
  },
  'a backend without any': () =>
    said('unsupported', {
      through: (line) => ({
        ...line,
        capabilities: async () => {
          const { events: _events, links: _links, ...rest } = await line.capabilities();
          return rest;
        },
      }),
    }),
  'no account': async () => {
    const element = await fixture<EventAccessElement>(html`<event-access></event-access>`);
    await until(() => element.shadowRoot!.querySelector('.is-no-scope'), 'it is said');
    return { element, root: element.shadowRoot! };
  },
};

describe('<event-access> states', () => {
  beforeEach(() => (document.body.style.background = 'light-dark(#fff, #101216)'));
  afterEach(async () => {
    document.documentElement.style.colorScheme = document.body.style.background = '';
    await reset();
  });

  for (const [name, show] of Object.entries(STATES)) {
    it(`has no fault that axe finds: ${name}`, async () => {
      const { element, root } = await show();
      for (const scheme of ['light', 'dark']) {
        document.documentElement.style.colorScheme = scheme;
        await still({ root });
        await expect(element).to.be.accessible();
      }
    });

    it(`fits into 320 px: ${name}`, async () => {
      await viewport({ width: 320, height: 700 });
      const { root } = await show();
      const box = root.querySelector<HTMLElement>('.access')!;
      expect(box.scrollWidth).to.be.at.most(box.clientWidth);
    });
  }

  (supports('media') ? it : it.skip)('is whole in forced colours', async () => {
    await media({ forcedColors: 'active' });
    const page = await listed();
    page.$('[data-do="rights"]').click();
    await until(() => page.root.querySelector('.rights'), 'they are open');
    const { color, backgroundColor } = getComputedStyle(page.$('.switch .thumb'));
    expect(color).not.to.equal(backgroundColor);
  });

  it('says all of it in French, mirrored where the page is', async () => {
    const page = await listed({ lang: 'fr', dir: 'rtl' });
    await openForm(page, 'tour', 'speaker');
    expect(page.text('.seat-count')).to.match(/^Présentateur.: 3 places utilisées sur 5$/);
    expect(page.text('.link-form'))
      .to.include('Rôle dans l’événement')
      .and.include('Caméra, micro');
    const [who, actions] = ['.row .who', '.row .actions'].map((one) => page.$(one).getBoundingClientRect()); // prettier-ignore
    expect(who!.right).to.be.greaterThan(actions!.right);
    const [mark, name] = ['.row .name > svg', '.row .name > span'].map((one) => page.$(one).getBoundingClientRect()); // prettier-ignore
    expect(mark!.left).to.be.at.least(name!.right);
  });

  it('says that it could not be read where the links were, and the events were not', async () => {
    let told = (): void => undefined;
    const areListed = new Promise<void>((done) => (told = done));
    const page = await accessPage({
      through: (line) => ({
        ...line,
        links: (...asked) => line.links(...asked).finally(told),
        events: () => areListed.then(refused),
      }),
    });
    await until(() => page.root.querySelector('.access[aria-busy=false] .is-failed'), 'it is said');
    await still(page);
    expect(page.root.querySelector('.is-failed'), 'for good').not.to.equal(null);
  });

  it('tries again when asked to, after it could not be read', async () => {
    let isDown = true;
    const page = await said('failed', {
      through: (line) => ({
        ...line,
        links: (...asked) => (isDown ? refused() : line.links(...asked)),
        events: (...asked) => (isDown ? refused() : line.events(...asked)),
      }),
    });
    isDown = false;
    page.root.querySelector<HTMLElement>('.state .button')!.click();
    await until(() => page.root.querySelector('.event'), 'events are shown');
  });
});
