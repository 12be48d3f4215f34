import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define.ts';
import { createMemoryAdapter, type MemoryOptions } from '../../../src/adapter/memory/index.ts';
import { personName } from '../../../src/domain/index.ts';
import {
  createScope,
  provideAccount,
  type AccountAdapter,
  type Command,
  type SessionExpiredEvent,
  type UserTableElement,
} from '../../../src/index.ts';
import { zoomAccount } from '../../../src/mock/zoom-account.ts';
import zoom from '../../../src/policy/presets/zoom.ts';
import {
  createFaultClock,
  settle,
  withFaults,
  type Fault,
  type FaultKind,
  type FaultPlan,
  type FaultyAdapter,
} from '../../adapter/faults.ts';
import { press, type } from '../../tools/commands.ts';
import { NOW, readable, until, type PeoplePage } from '../people-page.ts';
import { scopeClock } from '../scope-clock.ts';

export interface FaultyPageOptions extends Partial<MemoryOptions> {
  /** How many generated people; 200 by default. */
  readonly count?: number;
  /** The role of whoever is signed in; the owner by default. */
  readonly as?: string;
  /** What goes wrong from the start. Later: `page.line.next(…)`. */
  readonly faults?: FaultPlan;
  /** Puts something more between the page and the line. */
  readonly through?: (line: FaultyAdapter) => AccountAdapter;
  /** Set on the table before it is connected. */
  readonly columns?: UserTableElement['columns'];
}

/** A people page between which and its backend things go wrong, and whose time a test moves. */
export interface FaultyPage extends Omit<PeoplePage, 'provider'> {
  /** What stands between the page and the backend. */
  readonly line: FaultyAdapter;
  /** The scope's element. Beside the table it holds a button before and one after it. */
  readonly host: HTMLElement;
  /** Every time that the host was told to let the person sign in again. */
  readonly expiries: readonly SessionExpiredEvent[];
  /** What was written to the console, and rejections that nobody heard. Take out what is expected. */
  readonly log: string[];
  /** Every role change that reached the line, with each of its tries. */
  sent(): readonly Command[];
  /** Role changes that the backend did. */
  done(): number;
  /** Lets this much of the scope's time pass, and what follows from it be drawn. */
  pass(ms: number): Promise<void>;
}

const open: { page: FaultyPage; forget: () => void }[] = [];

afterEach(() => {
  for (const { page, forget } of open.splice(0)) {
    page.scope.close();
    forget();
  }
});

export async function faultyPage(options: FaultyPageOptions = {}): Promise<FaultyPage> {
  const { count = 200, as = 'owner', faults = [], through, columns, ...memory } = options;
  const log: string[] = [];
  const forget = listen(log);
  const policy = memory.policy ?? zoom;
  const account = zoomAccount({ seed: 7, count, now: NOW });
  const backend = createMemoryAdapter({ ...account, policy, now: () => NOW, ...memory });
  const actor = backend
    .dump()
    .people.find(({ roleId, status }) => roleId === as && status === 'active');
  if (actor) backend.actAs(actor.id);
  const clock = createFaultClock(NOW);
  // The backend does not tell of changes made elsewhere: they come to light when it is asked.
  const { watch: _untold, ...silent } = backend;
  const line = withFaults(silent, faults, clock);
  const scope = createScope({
    adapter: through?.(line) ?? line,
    policy,
    clock: scopeClock(clock),
  });
  const host = document.createElement('main');
  provideAccount(host, scope);
  const expiries: SessionExpiredEvent[] = [];
  host.addEventListener('session-expired', (event) => expiries.push(event));
  await fixture(html`<div lang="en">${host}</div>`);
  const table = document.createElement('user-table');
  if (columns) table.columns = columns;
  host.append(button('Before'), table, button('After'));
  await table.updateComplete;
  const root = table.shadowRoot!;
  const $ = <T extends HTMLElement = HTMLElement>(selector: string): T => {
    const found = root.querySelector<T>(selector);
    if (!found) throw new Error(`Nothing in <user-table> matches ${selector}`);
    return found;
  };
  const sent = (): readonly Command[] =>
    line.calls.filter(({ kind }) => kind === 'run').map(({ asked }) => asked as Command);
  const page: FaultyPage = {
    backend,
    line,
    scope,
    host,
    table,
    root,
    expiries,
    log,
    $,
    $$: (selector) => [...root.querySelectorAll<HTMLElement>(selector)] as never[],
    cell: (row, column) => $(`[data-row="${row}"][data-column-id="${column}"]`),
    text: (row, column) => readable(page.cell(row, column)),
    announced: () => $('[role=status]').textContent.trim(),
    focused: () => root.activeElement as HTMLElement | null,
    sent: () => sent().filter(({ action }) => action === 'user.change-role'),
    done: () => backend.trail.filter(({ action }) => action === 'user.change-role').length,
    pass: async (ms) => {
      await clock.advance(ms);
      await drawn(page);
    },
  };
  open.push({ page, forget });
  return page;
}

/** The same with people on the screen. */
export async function withPeople(options?: FaultyPageOptions): Promise<FaultyPage> {
  const page = await faultyPage(options);
  await until(() => page.root.querySelector('.row[data-id]'), 'rows are shown');
  return page;
}

export type Faults = readonly (FaultKind | Fault)[];

/** As often as the kit tries. */
export const thrice = (fault: FaultKind | Fault): Faults => [fault, fault, fault];

export const searchBox = (page: FaultyPage): HTMLInputElement =>
  page.$<HTMLInputElement>('input[type=search]');

export const has = (page: FaultyPage, selector: string): boolean =>
  page.root.querySelector(selector) !== null;

/** The notice in a row, if there is one. */
export const noticeIn = (page: FaultyPage, row: number): HTMLElement | null =>
  page.$(`.row[aria-rowindex="${row + 1}"]`).querySelector('.notice');

/** Resolves once what is known now is on the screen. */
export async function drawn({ table }: FaultyPage): Promise<void> {
  await settle();
  await table.updateComplete;
  await settle();
}

/** Types a search, key by key, and waits until its answer is on the screen. */
export async function search(page: FaultyPage, text: string): Promise<void> {
  searchBox(page).focus();
  await type(text);
  await until(
    () => page.table.view.query.search === text && !page.table.hasAttribute('data-busy'),
    `the search for ${text} is answered`,
  );
}

/** The first row on the screen whose person has this role and is active. */
export function rowOf(page: FaultyPage, roleId: string, nth = 0): number {
  const people = page.backend.dump().people;
  const rows = page.$$('.row[data-id]').filter((each) => {
    const person = people.find(({ id }) => id === each.dataset['id']);
    return person?.roleId === roleId && person.status === 'active';
  });
  return Number(rows[nth]!.getAttribute('aria-rowindex')) - 1;
}

/** The id of the person in a row. */
export function idIn(page: FaultyPage, row: number): string {
  return page.$(`.row[aria-rowindex="${row + 1}"]`).dataset['id']!;
}

/** The role that the backend holds for the person in a row. */
export function heldIn(page: FaultyPage, row: number): string | undefined {
  const id = idIn(page, row);
  return page.backend.dump().people.find((person) => person.id === id)?.roleId;
}

/** Opens the choice of role in a row by keyboard. */
export async function openRoles(page: FaultyPage, row: number): Promise<void> {
  page.cell(row, 'role').querySelector('button')!.focus();
  await press('Enter');
  await until(() => page.focused()?.getAttribute('role') === 'option', 'an option has the focus');
}

/** Goes to an option of the open list, and gives it back. */
export async function goTo(page: FaultyPage, name: string): Promise<HTMLElement> {
  await press('Home');
  for (let n = 0; n < 6 && page.focused()?.dataset['label'] !== name; n++) await press('ArrowDown');
  expect(page.focused()?.dataset['label']).to.equal(name);
  return page.focused()!;
}

/** Chooses a role in a row by keyboard alone. */
export async function choose(page: FaultyPage, row: number, name: string): Promise<void> {
  await openRoles(page, row);
  await goTo(page, name);
  await press('Enter');
  await drawn(page);
}

/** Goes by keyboard from the role to the button in the row's notice, and presses it. */
export async function pressInNotice(page: FaultyPage, row: number, label: string): Promise<void> {
  page.cell(row, 'role').querySelector('button')!.focus();
  for (let n = 0; n < 6 && labelOf(page.focused()) !== label; n++) await press('ArrowRight');
  expect(labelOf(page.focused()), 'reached by arrow keys').to.equal(label);
  await press('Enter');
  await drawn(page);
}

export function labelOf(element: Element | null): string {
  return element ? (element.getAttribute('aria-label') ?? readable(element)) : '';
}

const ROLE_NAMES: Readonly<Record<string, string>> = {
  owner: 'Owner',
  admin: 'Admin',
  member: 'Member',
};

/**
 * Everything that the screen says and the backend does not hold. A row that says of itself that it is being
 * saved, or that it is not certain, claims nothing.
 */
export function lies(page: FaultyPage): readonly string[] {
  const { people } = page.backend.dump();
  return page.$$('.row[data-id]').flatMap((row) => {
    const said = readable(row);
    const held = people.find(({ id }) => id === row.dataset['id']);
    if (!held) return [`"${said}" is shown and is gone`];
    const name = readable(row.querySelector('.name')!);
    const wrong = name === personName(held) ? [] : [`${personName(held)} is shown as ${name}`];
    if (row.querySelector('.role-pending, .notice.is-warning')) return wrong;
    const role = readable(row.querySelector('.role-name, .role-text')!);
    const expected = ROLE_NAMES[held.roleId] ?? held.roleId;
    return role === expected ? wrong : [...wrong, `${name}, ${expected}, is shown as ${role}`];
  });
}

/** Takes the oldest line out of what was written to the console: one that the test expects. */
export function told({ log }: FaultyPage): string {
  return log.shift() ?? 'nothing was written to the console';
}

/** Fails unless the page is as it has to be whatever went wrong: true, with the focus in it, and nothing unheard. */
export async function expectHonest(page: FaultyPage): Promise<void> {
  await drawn(page);
  expect(lies(page), 'what is shown and not held').to.deep.equal([]);
  expect(page.log, 'errors that nobody was told of').to.deep.equal([]);
  expectFocus(page);
}

/** Fails if the focus has left the table, or fallen to the page’s body. */
export function expectFocus(page: FaultyPage): void {
  const held = page.root.activeElement !== null;
  const where = document.activeElement?.localName ?? 'nowhere';
  expect(held, `the focus is in the table (it is on ${where})`).to.equal(true);
}

/** Fails unless the rows on the screen are those that the backend has in these places. */
export async function expectRowsOf(page: FaultyPage): Promise<void> {
  const { query } = page.table.view;
  const rows = page.$$('.body .row');
  expect(rows.length, 'rows are drawn').to.be.greaterThan(0);
  const at = (row: HTMLElement): number => Number(row.getAttribute('aria-rowindex')) - 2;
  const first = Math.min(...rows.map(at));
  const { items, total } = await page.backend.people(
    { ...query, locale: 'en', at: { offset: first }, size: 100 },
    {},
  );
  expect(rows.map((row) => row.dataset['id'])).to.deep.equal(
    rows.map((row) => items[at(row) - first]?.id),
  );
  expect(readable(page.$('[part=count]'))).to.equal(
    total === 1 ? '1 person' : `${total!.toLocaleString('en')} people`,
  );
}

function button(text: string): HTMLButtonElement {
  return Object.assign(document.createElement('button'), { type: 'button', textContent: text });
}

/** Hears what nobody handles. Returns the way to stop. */
function listen(log: string[]): () => void {
  const { error } = console;
  const hear = ({ reason }: PromiseRejectionEvent): void => {
    log.push(`unhandled: ${String(reason)}`);
  };
  console.error = (...parts: unknown[]) => void log.push(parts.map(String).join(' '));
  window.addEventListener('unhandledrejection', hear);
  return () => {
    console.error = error;
    window.removeEventListener('unhandledrejection', hear);
  };
}
