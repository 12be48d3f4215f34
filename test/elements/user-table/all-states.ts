import { fixture, html } from '@open-wc/testing';
import type { UserTableElement } from '../../../src/index.ts';
import { press, reset } from '../../tools/commands.ts';
import { readable, until } from '../people-page.ts';
import {
  choose, drawn, faultyPage, has, openRoles, rowOf, search, thrice, told, withPeople,
  type FaultyPage,
} from './faulty-page.ts'; // prettier-ignore

/** A table in one of its states. */
export interface Shown {
  readonly table: UserTableElement;
  readonly root: ShadowRoot;
}

/** Looking for faults takes time for each of them. */
const FEW = { count: 12 };

async function opened(page: FaultyPage, button: HTMLElement): Promise<FaultyPage> {
  button.focus();
  await press('Enter');
  await until(() => page.$('#menu').matches(':popover-open'), 'the menu is open');
  return page;
}

async function changed(page: FaultyPage): Promise<FaultyPage> {
  await choose(page, rowOf(page, 'member'), 'Admin');
  await page.pass(20_000);
  return page;
}

/** Every state that a table can be in, by its name, and the way there. */
export const ALL_STATES: Readonly<Record<string, () => Promise<Shown>>> = {
  loading: async () => {
    const page = await faultyPage({ ...FEW, faults: [{ on: 'people', fault: 'delay' }] });
    await until(() => has(page, 'input[type=search]') && has(page, '.skeleton'), 'bars');
    return page;
  },
  rows: () => withPeople(FEW),
  empty: async () => {
    const page = await faultyPage({
      through: (line) => ({ ...line, people: () => Promise.resolve({ items: [], total: 0 }) }),
    });
    await until(() => has(page, '.is-empty'), 'the empty state');
    return page;
  },
  'no match': async () => {
    const page = await withPeople(FEW);
    await search(page, 'zzzz');
    await until(() => has(page, '.is-no-match'), 'the no-match state');
    return page;
  },
  'no access': async () => {
    const page = await faultyPage({ ...FEW, as: 'member' });
    await until(() => has(page, '.is-no-access'), 'the no-access state');
    return page;
  },
  failed: async () => {
    const page = await faultyPage({ faults: [{ on: 'people', fault: '500' }] });
    await page.pass(60_000);
    await until(() => has(page, '.is-failed'), 'the failed state');
    return page;
  },
  'a mistake in the set-up': async () => {
    const page = await faultyPage({ columns: ['name', 'emial'] });
    await until(() => has(page, '.is-config'), 'the set-up state');
    told(page);
    return page;
  },
  'no account': async () => {
    const table = await fixture<UserTableElement>(html`<user-table></user-table>`);
    const root = table.shadowRoot!;
    await until(() => root.querySelector('.is-config'), 'the set-up state');
    return { table, root };
  },
  'a page missing': async () => {
    const page = await withPeople({ count: 700 });
    page.line.next('people', ...thrice('drop'));
    const box = page.$('.viewport');
    box.scrollTop = box.scrollHeight * 0.53;
    await until(() => page.line.calls.filter(({ kind }) => kind === 'people').length > 1, 'asked');
    await page.pass(60_000);
    await until(() => has(page, '.footer-problem'), 'the footer says so');
    return page;
  },
  'a search under way': async () => {
    const page = await withPeople(FEW);
    page.line.next('people', 'delay');
    page.table.view = { query: { search: 'an' } };
    await until(() => page.table.hasAttribute('data-busy'), 'the search is asked');
    return page;
  },
  'signed out': async () => {
    const page = await withPeople(FEW);
    page.line.expire();
    void page.scope.refresh();
    await drawn(page);
    return page;
  },
  'a change under way': async () => {
    const page = await withPeople(FEW);
    page.line.next('run', 'delay');
    await choose(page, rowOf(page, 'member'), 'Admin');
    return page;
  },
  'a change held by the page': async () => {
    const page = await withPeople(FEW);
    page.host.addEventListener('account-command', (event) =>
      event.waitUntil(new Promise(() => undefined)),
    );
    await choose(page, rowOf(page, 'member'), 'Admin');
    return page;
  },
  'a change refused': async () => {
    const page = await withPeople(FEW);
    page.line.next('run', ...thrice('500'));
    return changed(page);
  },
  'a change not certain': async () => {
    const page = await withPeople(FEW);
    page.line.next('run', ...thrice('drop'));
    return changed(page);
  },
  'a change that waits for another': async () => {
    const page = await withPeople(FEW);
    const row = rowOf(page, 'member');
    await choose(page, row, 'Admin');
    page.line.next('run', 'delay');
    await choose(page, row, 'Member');
    await press('Control+z');
    await drawn(page);
    return page;
  },
  'a change to undo': async () => changed(await withPeople(FEW)),
  'a change undone': async () => {
    const page = await changed(await withPeople(FEW));
    await press('Control+z');
    await drawn(page);
    return page;
  },
  'roles open': async () => {
    const page = await withPeople(FEW);
    await openRoles(page, rowOf(page, 'member'));
    return page;
  },
  'closed roles open': async () => {
    const page = await withPeople({ ...FEW, as: 'admin' });
    await openRoles(page, rowOf(page, 'member'));
    return page;
  },
  'a filter open': async () => {
    const page = await withPeople(FEW);
    await opened(page, page.$$('.filter')[0]!);
    await press('Space');
    await drawn(page);
    return page;
  },
  'the view open': async () => {
    const page = await withPeople(FEW);
    page.table.view = { query: { sort: [{ field: 'email' }] } };
    await drawn(page);
    return opened(page, page.$('[part=view-button]'));
  },
  'recent changes open': async () => {
    const page = await changed(await withPeople(FEW));
    return opened(page, page.$('.recent-button'));
  },
};

/** What a person can operate and sees, in the document's order. */
export function controlsOf(root: ShadowRoot): readonly HTMLElement[] {
  const all = [...root.querySelectorAll<HTMLElement>('button, input, select, [role=option]')];
  return all.filter((each) => each.checkVisibility({ visibilityProperty: true }));
}

/** What is left of an element's box between the edges of the boxes that scroll it, without their scroll bars. */
export function boxOf(element: Element): {
  top: number;
  bottom: number;
  left: number;
  right: number;
} {
  const box = element.getBoundingClientRect();
  const scroller = element.closest('.filters, .viewport, #menu') ?? document.documentElement;
  const edges = scroller.getBoundingClientRect();
  const head = element.closest('.body')?.previousElementSibling?.getBoundingClientRect();
  const top = Math.max(edges.top, 0) + scroller.clientTop;
  const left = edges.left + scroller.clientLeft;
  return {
    top: Math.max(box.top, top, head && head.height > 1 ? head.bottom : 0),
    bottom: Math.min(
      box.bottom,
      edges.top + scroller.clientTop + scroller.clientHeight,
      innerHeight,
    ),
    left: Math.max(box.left, left),
    right: Math.min(box.right, left + scroller.clientWidth),
  };
}

/** How a failure names a control. */
export function nameOf(control: Element): string {
  const label = control.getAttribute('aria-label') ?? control.closest('label');
  const said = typeof label === 'string' ? label : readable(label ?? control);
  return `${control.localName}.${control.classList.value.replaceAll(' ', '.')} "${said}"`;
}

/** Resolves once rows have taken their new places, and nothing fades or slides any more. */
export async function still({ table, root }: Shown): Promise<void> {
  // The observer that hears of a new size runs after the first frame; what it asks for is drawn by the second.
  for (let frame = 0; frame < 2; frame++) await new Promise((done) => requestAnimationFrame(done));
  await table.updateComplete;
  const passing = root
    .getAnimations()
    .filter((each) => each.effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(passing.map(({ finished }) => finished));
}

/** Everything that hangs on how the page is looked at is as it was. */
export async function toPlainLooks(): Promise<void> {
  const { style } = document.documentElement;
  style.colorScheme = '';
  style.fontSize = '';
  await reset();
}
