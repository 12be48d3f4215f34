import { fixture, html } from '@open-wc/testing';
import '../../../src/define.ts';
import { createMemoryAdapter, type MemoryOptions } from '../../../src/adapter/memory/index.ts';
import type { AccountAdapter } from '../../../src/adapter/port.ts';
import { registerMessages, type AccountScope, type SeatMeterElement } from '../../../src/index.ts';
import fr from '../../../src/i18n/locales/fr.ts';
import { zoomAccount } from '../../../src/mock/zoom-account.ts';
import zoom from '../../../src/policy/presets/zoom.ts';
import { NOW, readable, until, type Backend } from '../people-page.ts';

registerMessages(fr);

export interface MeterPageOptions extends Partial<MemoryOptions> {
  readonly pool?: string;
  /** The role of whoever is signed in; the owner by default. */
  readonly as?: string;
  readonly lang?: string;
  readonly dir?: string;
  /** What the host puts into the meter. */
  readonly content?: unknown;
  /** Puts something between the page and the backend. */
  readonly through?: (backend: Backend) => AccountAdapter;
}

/** A page with a meter, as a host would write it. */
export interface MeterPage {
  readonly backend: Backend;
  readonly scope: AccountScope;
  readonly meter: SeatMeterElement;
  readonly root: ShadowRoot;
  /** What a person can read of a pool, without what is hidden from sight. */
  text(pool?: string): string;
  /** The meter of a pool, for assistive technology. */
  bar(pool?: string): HTMLElement;
  $<T extends HTMLElement = HTMLElement>(selector: string): T;
}

/** Resolves as soon as the meter stands in the page; its account may still be on its way. */
export async function meterPage(options: MeterPageOptions = {}): Promise<MeterPage> {
  const { pool = 'licensed', as = 'owner', lang = 'en', dir = 'ltr', content, through, ...memory } = options; // prettier-ignore
  const account = zoomAccount({ seed: 7, count: 60, now: NOW });
  const backend = createMemoryAdapter({ ...account, policy: zoom, now: () => NOW, ...memory });
  const { people } = backend.dump();
  const actor = people.find(({ roleId, status }) => roleId === as && status === 'active');
  if (actor) backend.actAs(actor.id);
  const box = await fixture<HTMLElement>(html`<div lang=${lang} dir=${dir}>
    <account-scope .policy=${zoom} .adapter=${through?.(backend) ?? backend}>
      <seat-meter pool=${pool}>${content}</seat-meter>
    </account-scope>
  </div>`);
  const provider = box.querySelector('account-scope')!;
  const meter = box.querySelector('seat-meter')!;
  await until(() => provider.scope, 'the scope comes up');
  const root = meter.shadowRoot!;
  const $ = <T extends HTMLElement>(selector: string): T => {
    const found = root.querySelector<T>(selector);
    if (!found) throw new Error(`Nothing in <seat-meter> matches ${selector}`);
    return found;
  };
  return {
    backend,
    scope: provider.scope!,
    meter,
    root,
    $,
    text: (name = pool) => readable($(`[data-pool="${name}"]`)),
    bar: (name = pool) => $(`[data-pool="${name}"] [role=meter]`),
  };
}

/** The same, with the numbers on the screen. */
export async function counted(options: MeterPageOptions = {}): Promise<MeterPage> {
  const page = await meterPage(options);
  await until(() => page.root.querySelector('.pool[data-pool]'), 'a pool is shown');
  return page;
}

/** How many seats the people of the backend take, counted by hand. */
export function takenIn({ backend }: Pick<MeterPage, 'backend'>, type = 'licensed') {
  const holders = backend.dump().people.filter(({ userType }) => userType === type);
  const count = (wanted: string) => holders.filter(({ status }) => status === wanted).length;
  return { active: count('active'), pending: count('pending'), used: count('active') + count('pending') }; // prettier-ignore
}
