import { fixture, html } from '@open-wc/testing';
import '../../../src/define.ts';
import { createMemoryAdapter, type MemoryOptions } from '../../../src/adapter/memory/index.ts';
import type { AccountAdapter } from '../../../src/adapter/port.ts';
import type { EventLink, EventRecord } from '../../../src/domain/index.ts';
import fr from '../../../src/i18n/locales/fr.ts';
import {
  registerMessages,
  type AccountScope,
  type EventAccessElement,
} from '../../../src/index.ts';
import clickmeeting from '../../../src/policy/presets/clickmeeting.ts';
import { NOW, readable, until, type Backend } from '../people-page.ts';

registerMessages(fr);

export interface AccessPageOptions extends Partial<MemoryOptions> {
  /** Who is signed in, by id: `hana` is the host, `ben` a multi-user; a link's id is whoever holds it. */
  readonly as?: string;
  /** One event alone. */
  readonly eventId?: string;
  readonly lang?: string;
  readonly dir?: string;
  readonly readonly?: boolean;
  /** Puts something between the page and the backend. */
  readonly through?: (backend: Backend) => AccountAdapter;
}

/** A page with the events of an account and whoever is in them, as a host would write it. */
export interface AccessPage {
  readonly backend: Backend;
  readonly scope: AccountScope;
  readonly element: EventAccessElement;
  readonly root: ShadowRoot;
  $<T extends HTMLElement = HTMLElement>(selector: string): T;
  $$(selector: string): HTMLElement[];
  /** What a person can read of the first match. */
  text(selector: string): string;
  /** The links that the backend has. */
  held(): readonly EventLink[];
  /** What a screen reader was told last. */
  announced(): string;
  focused(): HTMLElement | null;
}

const PEOPLE = [
  { id: 'hana', email: 'hana@acme.example', firstName: 'Hana', lastName: 'Ito', roleId: 'host', status: 'active' },
  { id: 'ben', email: 'ben@acme.example', firstName: 'Ben', lastName: 'Okoye', roleId: 'multi-user', status: 'active' },
] as const; // prettier-ignore

export const EVENTS: readonly EventRecord[] = [
  { id: 'tour', name: 'Product tour', status: 'planned', organiserId: 'hana', organiserName: 'Hana Ito', startsAt: '2026-11-21T10:00:00Z', version: 'e0' },
  { id: 'talk', name: 'Ben’s talk', status: 'planned', organiserId: 'ben', organiserName: 'Ben Okoye', startsAt: '2026-11-22T10:00:00Z', version: 'e0' },
]; // prettier-ignore

export const LINKS = [
  { id: 'l-ada', roleId: 'presenter', eventId: 'tour', label: 'Ada', createdAt: '2026-11-18T09:00:00Z', version: 'l0' },
  { id: 'l-sam', roleId: 'speaker', eventId: 'tour', label: 'Sam', createdAt: '2026-11-19T09:00:00Z', version: 'l0' },
  { id: 'l-mo', roleId: 'moderator', eventId: 'talk', createdAt: '2026-11-19T10:00:00Z', version: 'l0' },
]; // prettier-ignore

/** Resolves as soon as the element stands in the page; its account may still be on its way. */
export async function accessPage(options: AccessPageOptions = {}): Promise<AccessPage> {
  const { as = 'hana', eventId, lang = 'en', dir = 'ltr', through, readonly: isReadonly = false, ...memory } = options; // prettier-ignore
  const backend = createMemoryAdapter({
    people: PEOPLE.map((person) => ({ ...person })),
    events: EVENTS,
    links: LINKS,
    pools: { presenter: 5 },
    features: [],
    policy: clickmeeting,
    now: () => NOW,
    ...memory,
  });
  backend.actAs(as);
  const box = await fixture<HTMLElement>(html`<div lang=${lang} dir=${dir}>
    <account-scope .policy=${memory.policy ?? clickmeeting} .adapter=${through?.(backend) ?? backend}>
      <button type="button">Before</button>
      <event-access event-id=${eventId ?? ''} ?readonly=${isReadonly}></event-access>
    </account-scope>
  </div>`);
  const provider = box.querySelector('account-scope')!;
  const element = box.querySelector('event-access')!;
  await until(() => provider.scope, 'the scope comes up');
  const root = element.shadowRoot!;
  const $ = <T extends HTMLElement>(selector: string): T => {
    const found = root.querySelector<T>(selector);
    if (!found) throw new Error(`Nothing in <event-access> matches ${selector}`);
    return found;
  };
  return {
    backend,
    scope: provider.scope!,
    element,
    root,
    $,
    $$: (selector) => [...root.querySelectorAll<HTMLElement>(selector)],
    text: (selector) => readable($(selector)),
    held: () => backend.dump().links,
    announced: () => $('.visually-hidden[role=status]').textContent.trim(),
    focused: () => root.activeElement as HTMLElement | null,
  };
}

/** The same with its events on the screen. */
export async function listed(options: AccessPageOptions = {}): Promise<AccessPage> {
  const page = await accessPage(options);
  await until(() => page.root.querySelector('.event'), 'events are shown');
  return page;
}

/** Opens the form for a link into an event, and chooses a role. */
export async function openForm(page: AccessPage, event = 'tour', role = 'presenter') {
  page.$(`[data-event="${event}"] [data-do="create"]`).click();
  await until(() => page.root.querySelector('.link-form'), 'the form is open');
  const radio = page.$<HTMLInputElement>(`.link-form input[value="${role}"]`);
  if (!radio.checked) radio.click();
  await until(() => page.$<HTMLInputElement>(`.link-form input[value="${role}"]`).checked, 'it is chosen'); // prettier-ignore
}
