import { fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/define.ts';
import type { AccountAdapter } from '../../src/adapter/port.ts';
import { createMemoryAdapter, type MemoryOptions } from '../../src/adapter/memory/index.ts';
import type { AccountScopeElement, AccountScope, UserTableElement } from '../../src/index.ts';
import { zoomAccount } from '../../src/mock/zoom-account.ts';
import zoom from '../../src/policy/presets/zoom.ts';
import type { PolicyDocument } from '../../src/policy/index.ts';

export type Backend = ReturnType<typeof createMemoryAdapter>;

export interface PeoplePageOptions extends Partial<MemoryOptions> {
  /** How many generated people; 200 by default. */
  readonly count?: number;
  /** The role of whoever is signed in; the owner by default. */
  readonly as?: string;
  readonly document?: PolicyDocument;
  /** Puts something between the page and the backend. */
  readonly through?: (backend: Backend) => AccountAdapter;
  /** Set on the table before it is connected. */
  readonly table?: Partial<UserTableElement>;
  readonly lang?: string;
  readonly dir?: string;
}

/** A page with the people of a zoom account, as a host would write it. */
export interface PeoplePage {
  readonly backend: Backend;
  readonly provider: AccountScopeElement;
  readonly scope: AccountScope;
  readonly table: UserTableElement;
  readonly root: ShadowRoot;
  /** The first match in the table's shadow root; fails the test if there is none. */
  $<T extends HTMLElement = HTMLElement>(selector: string): T;
  $$<T extends HTMLElement = HTMLElement>(selector: string): T[];
  /** A cell by row (0: the header) and column id. */
  cell(row: number, column: string): HTMLElement;
  /** What a person can read in a cell. */
  text(row: number, column: string): string;
  /** What a screen reader was told last. */
  announced(): string;
  /** The element that has the focus, inside the table. */
  focused(): HTMLElement | null;
}

/** The moment that tests live in. */
export const NOW = Date.parse('2026-11-21T09:00:00Z');

export async function peoplePage(options: PeoplePageOptions = {}): Promise<PeoplePage> {
  const {
    count = 200,
    as = 'owner',
    document: policy = zoom,
    through,
    table: props = {},
    lang,
    dir,
    ...memory
  } = options;
  const account = zoomAccount({ seed: 7, count, now: NOW });
  const backend = createMemoryAdapter({ ...account, policy, now: () => NOW, ...memory });
  const actor = backend
    .dump()
    .people.find(({ roleId, status }) => roleId === as && status === 'active');
  if (actor) backend.actAs(actor.id);
  const box = await fixture<HTMLElement>(html`<div lang=${lang ?? 'en'} dir=${dir ?? 'ltr'}>
    <account-scope .policy=${policy} .adapter=${through?.(backend) ?? backend}>
      <user-table
        .columns=${props.columns}
        .viewKey=${props.viewKey ?? ''}
        .withSearchInUrl=${props.withSearchInUrl ?? false}
        .withLists=${props.withLists ?? false}
        .readonly=${props.readonly ?? false}
        .messages=${props.messages}
      ></user-table>
    </account-scope>
  </div>`);
  const provider = box.querySelector('account-scope')!;
  const table = box.querySelector('user-table')!;
  await until(() => provider.scope, 'the scope comes up');
  const root = table.shadowRoot!;
  const $ = <T extends HTMLElement>(selector: string): T => {
    const found = root.querySelector<T>(selector);
    if (!found) throw new Error(`Nothing in <user-table> matches ${selector}`);
    return found;
  };
  const page: PeoplePage = {
    backend,
    provider,
    get scope() {
      return provider.scope!;
    },
    table,
    root,
    $,
    $$: (selector) => [...root.querySelectorAll<HTMLElement>(selector)] as never[],
    cell: (row, column) => $(`[data-row="${row}"][data-column-id="${column}"]`),
    text: (row, column) => readable(page.cell(row, column)),
    announced: () => $('[role=status]').textContent.trim(),
    focused: () => root.activeElement as HTMLElement | null,
  };
  return page;
}

/** The text of an element without runs of white space. */
export function readable(element: Element): string {
  return element.textContent.replace(/\s+/g, ' ').trim();
}

/** Resolves once rows of people are on the screen. */
export async function rowsShown({ root }: PeoplePage): Promise<void> {
  await until(() => root.querySelector('.row[data-id]'), 'rows are shown');
}

/** Resolves once the condition holds; the message says what was awaited. Half a minute is for what hangs, not for what is slow. */
export async function until(condition: () => unknown, message: string): Promise<void> {
  await waitUntil(condition, message, { interval: 10, timeout: 30_000 });
}

/** Resolves once nothing fades or slides any more, so that colours are what they will be. */
export async function still({ root }: Pick<PeoplePage, 'root'>): Promise<void> {
  const passing = root
    .getAnimations()
    .filter((each) => each.effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(passing.map(({ finished }) => finished));
}
