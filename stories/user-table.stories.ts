import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { MemoryOptions } from '../src/adapter/memory/index.ts';
import type { AccountCommandEvent, PeopleView, UserTableElement } from '../src/index.ts';
import {
  chooseFile,
  click,
  csv,
  find,
  gone,
  roles,
  rootOf,
  rowAt,
  seen,
  select,
  settled,
  table,
} from './account/acting.ts';
import { broken, held, problem, refused } from './account/answers.ts';
import { accountOf, toolbarOf } from './account/with-account.ts';
import { states } from './states/user-table.ts';

type Args = Pick<UserTableElement, 'readonly' | 'withLists' | 'columns'> & {
  readonly view: Partial<PeopleView> | undefined;
};
type Story = StoryObj<Args>;

/** A view is set anew only when it is another. */
const DENSITY = {
  comfortable: { density: 'comfortable' },
  compact: { density: 'compact' },
} as const;

const meta: Meta<Args> = {
  title: 'Elements/User table',
  component: 'user-table',
  tags: ['autodocs'],
  parameters: { account: {}, states },
  args: { readonly: false, withLists: false },
  argTypes: { columns: { control: 'object' }, view: { control: 'object' } },
  render: ({ readonly, withLists, columns, view }, context) =>
    html`<user-table
      ?readonly=${readonly}
      ?with-lists=${withLists}
      .columns=${columns}
      .view=${view ?? DENSITY[toolbarOf(context).density]}
    ></user-table>`,
};
export default meta;

type Play = Pick<StoryContext<Args>, 'canvasElement' | 'loaded'>;

/** Every kind of name there is, a few of them at a length that no column has. */
const longNames = (account: MemoryOptions): MemoryOptions => ({
  ...account,
  people: account.people.map((person, at) => {
    const [firstName, lastName] = LONG[at] ?? [];
    return firstName ? { ...person, firstName, lastName: lastName ?? '', email: `${firstName.toLowerCase().replace(/[^a-z]/g, '') || 'someone'}.with.an.address.that.does.not.end@ateliers-lumiere.example` } : person;
  }),
}); // prettier-ignore

const LONG: readonly (readonly [string, string])[] = [
  ['Maximiliana-Theodora', 'von Hohenstein-Schwarzburg-Rudolstadt'],
  ['عبد الرحمن', 'المنصوري الهاشمي'],
  ['วรรณวิภา', 'ศรีสุวรรณพงษ์ไพศาล'],
  ['Wolfeschlegelsteinhausenbergerdorff', 'Sr.'],
  ['आद्या', 'चट्टोपाध्याय-मुखर्जी'],
];

const hasRows = async ({ canvasElement }: Play): Promise<void> => {
  await table(canvasElement);
};

/** Something stands in place of the rows. */
const shows =
  (part: string) =>
  async ({ canvasElement }: Play): Promise<void> =>
    seen(await rootOf(canvasElement, 'user-table'), `[part~=${part}]`);

const changeRole = async ({ canvasElement }: Play): Promise<ShadowRoot> => {
  const root = await table(canvasElement);
  await roles(root, 4, 1);
  return root;
};

const suspend = async ({ canvasElement }: Play): Promise<ShadowRoot> => {
  const root = await table(canvasElement);
  await click(await rowAt(root, 4), '[part~=row-menu]');
  await click(root, '[part~=row-action][data-value="user.deactivate"]');
  return root;
};

/** Chooses an act on everyone selected, up to the question whether it shall be done. */
const plan = async (root: ShadowRoot, action: string, value?: string): Promise<void> => {
  await click(root, '[part~=bulk-button]');
  await click(root, `[part~=bulk-action][data-value="${action}"]`);
  if (value) await click(root, `[part~=bulk-action][data-value="${value}"]`);
};

const confirm = (root: ShadowRoot) => click(root, '[part~=confirmation] [type=submit]');

const selectAll = async (root: ShadowRoot): Promise<void> => {
  await click(root, '[part~=select-page]');
  await find(root, '[part~=bulk-bar]');
};

/** Those that are not shown as well. */
const selectEveryone = async (root: ShadowRoot): Promise<void> => {
  await selectAll(root);
  await click(root, '[part~=bulk-bar] .quiet.small');
};

const FILE = [
  'Email,First name,Last name,Role,Department',
  'ana.costa@lumiere.example,Ana,Costa,Member,Finance',
  'bo.lind@lumiere.example,Bo,Lind,Member,Design',
  'not an address,Cy,Roth,Member,Design',
  'dee.fox@lumiere.example,Dee,Fox,Magician,Design',
];

export const Rows: Story = {
  play: hasRows,
};

export const Loading: Story = {
  parameters: { account: { first: held('people/search') } },
  play: async ({ canvasElement }) => seen(await rootOf(canvasElement, 'user-table'), '.skeleton'),
};

export const ComfortableAndCompact: Story = {
  parameters: { docs: { story: { height: '420px' } } },
  render: () =>
    html`<div class="stack">
      ${Object.values(DENSITY).map((view) => html`<user-table class="is-low" .view=${view}></user-table>`)}
    </div>`,
};

export const ManyPeople: Story = {
  globals: { people: '100000' },
  play: async ({ canvasElement }) => {
    const root = await table(canvasElement);
    await waitFor(() =>
      expect(root.querySelector('[part~=count]')?.textContent).toMatch(/100.000/),
    );
  },
};

export const OnePerson: Story = { globals: { people: '1' }, play: hasRows };

export const LongNames: Story = { parameters: { account: { adjust: longNames } }, play: hasRows };

export const AllColumns: Story = {
  args: {
    columns: [
      'name', 'email', 'role', 'userType', 'department', 'status', 'lastActiveAt', 'jobTitle', 'location', 'manager',
      { id: 'x-cost-centre', header: 'Cost centre', value: (person) => person.attributes?.['cost-centre'] ?? '' },
    ],
    view: { columns: ['name', 'x-cost-centre', 'jobTitle', 'manager', 'location', 'role', 'status', 'lastActiveAt', 'department', 'userType', 'email'] },
  },
  play: hasRows,
}; // prettier-ignore

export const Sorted: Story = {
  args: { view: { query: { sort: [{ field: 'name', desc: true }] } } },
  play: hasRows,
};

export const TwoLists: Story = { args: { withLists: true }, play: hasRows };

export const PendingList: Story = {
  args: { withLists: true },
  globals: { people: '2000' },
  play: async ({ canvasElement }) => {
    const root = await table(canvasElement);
    const [, pending] = root.querySelectorAll<HTMLElement>('[part~=list]');
    if (pending) await userEvent.click(pending);
    await find(root, '[data-column-id=expiresAt]');
    await settled(root);
  },
};

export const Empty: Story = {
  globals: { people: '0' },
  play: shows('state-empty'),
};

export const PendingEmpty: Story = {
  args: { withLists: true },
  globals: { people: '1' },
  play: async ({ canvasElement }) => {
    const root = await table(canvasElement);
    const [, pending] = root.querySelectorAll<HTMLElement>('[part~=list]');
    if (pending) await userEvent.click(pending);
    await seen(root, '[part~=state-empty]');
  },
};

export const NoMatch: Story = {
  args: { view: { query: { search: 'Zebulon' } } },
  play: shows('state-no-match'),
};

export const NoAccess: Story = {
  globals: { as: 'member' },
  play: shows('state-no-access'),
};

export const Failed: Story = {
  parameters: {
    account: {
      first: problem('people/search', { kind: 'unavailable', status: 503, retryable: false }),
    },
  },
  play: shows('state-failed'),
};

export const Offline: Story = { globals: { failures: 'offline' }, play: shows('state-failed') };

export const Mistake: Story = {
  args: { columns: ['name', 'emial', 'role'] },
  play: shows('state-config'),
};

export const NoAccount: Story = {
  parameters: { account: { none: true } },
  play: shows('state-config'),
};

export const SignedOut: Story = {
  play: async ({ canvasElement, loaded }) => {
    const root = await table(canvasElement);
    accountOf({ loaded }).backend.conditions.expired = true;
    void canvasElement.querySelector('account-scope')?.scope?.refresh();
    await seen(root, '.footer-problem');
  },
};

export const PageMissing: Story = {
  globals: { people: '2000' },
  play: async ({ canvasElement, loaded }) => {
    const root = await table(canvasElement);
    Object.assign(accountOf({ loaded }).backend.conditions, { failureRate: 1, failures: ['drop'] });
    const viewport = await find(root, '[part~=viewport]');
    viewport.scrollTop = viewport.scrollHeight / 2;
    await seen(root, '.footer-problem');
  },
};

export const Readonly: Story = { args: { readonly: true }, play: hasRows };

export const LeanBackend: Story = {
  parameters: {
    account: { less: { commands: {}, people: { search: false, sort: [], filter: {} } } },
  },
  play: hasRows,
};

export const NoTotals: Story = {
  globals: { people: '2000' },
  parameters: { account: { less: { people: { totals: 'none', jump: false } } } },
  play: hasRows,
};

export const Estimate: Story = {
  globals: { people: '2000' },
  parameters: { account: { less: { people: { totals: 'estimate' } } } },
  play: hasRows,
};

export const Partial: Story = {
  globals: { people: '2000' },
  parameters: { account: { less: { people: { search: 'client' }, scanned: 10_000 } } },
  play: async ({ canvasElement }) => {
    const root = await table(canvasElement);
    await userEvent.type(await find(root, 'input[type=search]'), 'an');
    await waitFor(() =>
      expect(root.querySelector('[part~=footer]')?.textContent).toMatch(/10.000/),
    );
    await settled(root);
  },
};

export const ServerDecides: Story = {
  parameters: { account: { less: { facts: [] } } },
  play: async ({ canvasElement }) => {
    const root = await table(canvasElement);
    await roles(root, 4);
    await seen(root, '[role=option]');
  },
};

export const ByViewer: Story = { globals: { as: 'admin' }, play: hasRows };

export const Phone: Story = {
  globals: { viewport: { value: 'mobile1', isRotated: false } },
  play: hasRows,
};

export const FilterOpen: Story = {
  play: async ({ canvasElement }) => {
    const root = await table(canvasElement);
    await click(root, '[part~=filter]');
    await seen(root, '#menu input[type=checkbox], #menu [role]');
  },
};

export const Filtered: Story = {
  args: {
    view: { query: { filter: { field: 'status', op: 'in', value: ['active', 'pending'] } } },
  },
  play: hasRows,
};

export const ViewOpen: Story = {
  play: async ({ canvasElement }) => {
    const root = await table(canvasElement);
    await click(root, '[part~=view-button]');
    await seen(root, '#menu .view-menu');
  },
};

export const RolesOpen: Story = {
  play: async ({ canvasElement }) => roles(await table(canvasElement), 4),
};

export const ClosedRoles: Story = {
  globals: { as: 'admin' },
  play: async ({ canvasElement }) => {
    const root = await table(canvasElement);
    await roles(root, 4);
    await seen(root, '[part~=option][aria-disabled=true] .why');
  },
};

export const ActionsOpen: Story = {
  play: async ({ canvasElement }) => {
    const root = await table(canvasElement);
    await click(await rowAt(root, 4), '[part~=row-menu]');
    await seen(root, '[part~=row-action]');
  },
};

export const RecentOpen: Story = {
  play: async (context) => {
    const root = await changeRole(context);
    await click(root, '.recent-button');
    await seen(root, '#menu button');
  },
};

export const CsvOpen: Story = {
  play: async ({ canvasElement }) => {
    const root = await table(canvasElement);
    await click(root, '[part~=csv-button]');
    await seen(root, '[part~=csv-entry]');
  },
};

export const ChangeUnderWay: Story = {
  parameters: { account: { first: held('commands') } },
  play: async (context) => seen(await changeRole(context), '[part~=pending]'),
};

export const ChangeHeld: Story = {
  play: async (context) => {
    await table(context.canvasElement);
    // A page that asks for a second factor, say, and waits for it.
    context.canvasElement
      .querySelector('account-scope')
      ?.addEventListener('account-command', (event: AccountCommandEvent) =>
        event.waitUntil(new Promise(() => undefined)),
      );
    await seen(await changeRole(context), '[part~=pending]');
  },
};

export const ChangeQueued: Story = {
  parameters: { account: { first: held('commands') } },
  play: async (context) => {
    const root = await changeRole(context);
    await seen(root, '[part~=pending]');
    const { scope } = context.canvasElement.querySelector('account-scope') ?? {};
    const id = (await rowAt(root, 4)).dataset['id'] ?? '';
    void scope?.run({ action: 'user.change-type', target: { kind: 'person', id }, change: { userType: 'licensed' } }); // prettier-ignore
    await waitFor(() =>
      expect(scope?.activitiesOn(id).map(({ phase }) => phase)).toContain('queued'),
    );
  },
};

export const ChangePaused: Story = {
  play: async (context) => {
    await table(context.canvasElement);
    accountOf(context).backend.conditions.expired = true;
    const root = await changeRole(context);
    await seen(root, '[part~=pending]');
    await seen(root, '.footer-problem');
  },
};

export const ChangeRefused: Story = {
  parameters: { account: { first: refused('commands') } },
  play: async (context) => seen(await changeRole(context), '[part~=notice]'),
};

export const ChangeSkipped: Story = {
  play: async ({ canvasElement }) => {
    const root = await table(canvasElement);
    // As it comes from a host's own code, whose menu did not ask before it offered.
    const { scope } = canvasElement.querySelector('account-scope') ?? {};
    const id = (await rowAt(root, 0)).dataset['id'] ?? '';
    const change = { roleId: 'member' };
    void scope?.run({ action: 'user.change-role', target: { kind: 'person', id }, change });
    await seen(root, '[part~=notice]');
  },
};

export const ChangeUncertain: Story = {
  parameters: { account: { first: broken('commands') } },
  play: async (context) => seen(await changeRole(context), '[part~=notice]'),
};

export const UndoOffered: Story = {
  play: async (context) => seen(await changeRole(context), '[part~=undo-offer] button'),
};

export const Undoing: Story = {
  play: async (context) => {
    const root = await changeRole(context);
    await seen(root, '[part~=undo-offer] .small:not(.icon)');
    Object.assign(accountOf(context).backend.conditions, { latency: 600_000 });
    await click(root, '[part~=undo-offer] .small:not(.icon)');
    await seen(root, '[part~=undo-offer] .spinner');
  },
};

export const Undone: Story = {
  play: async (context) => {
    const root = await changeRole(context);
    await click(root, '[part~=undo-offer] .small:not(.icon)');
    await gone(root, '[part~=undo-offer] .small:not(.icon)');
  },
};

export const NotUndoable: Story = {
  play: async (context) => {
    const root = await table(context.canvasElement);
    const { scope } = context.canvasElement.querySelector('account-scope') ?? {};
    const id = (await rowAt(root, 4)).dataset['id'] ?? '';
    await scope?.run({ action: 'user.delete', target: { kind: 'person', id } });
    await click(root, '.recent-button');
    await seen(root, '#menu');
  },
};

export const Confirming: Story = {
  play: async (context) => seen(await suspend(context), '[part~=confirmation][open]'),
};

export const ConfirmingByTyping: Story = {
  play: async ({ canvasElement }) => {
    const root = await table(canvasElement);
    await click(await rowAt(root, 4), '[part~=row-menu]');
    await click(root, '[part~=row-action][data-value="user.delete"]');
    await seen(root, '[part~=confirmation][open] input');
  },
};

export const Selection: Story = {
  play: async ({ canvasElement }) => select(await table(canvasElement), 3, 4, 6),
};

export const SelectionOfAll: Story = {
  globals: { people: '2000' },
  play: async ({ canvasElement }) => {
    const root = await table(canvasElement);
    await selectEveryone(root);
  },
};

export const BulkOpen: Story = {
  play: async ({ canvasElement }) => {
    const root = await table(canvasElement);
    await select(root, 3, 4, 6);
    await click(root, '[part~=bulk-button]');
    await seen(root, '[part~=bulk-action]');
  },
};

export const BulkValues: Story = {
  play: async ({ canvasElement }) => {
    const root = await table(canvasElement);
    await select(root, 3, 4, 6);
    await plan(root, 'user.change-role');
    await seen(root, '[part~=bulk-action][data-value=admin]');
  },
};

export const BulkReading: Story = {
  globals: { people: '2000' },
  play: async ({ canvasElement, loaded }) => {
    const root = await table(canvasElement);
    await selectEveryone(root);
    Object.assign(accountOf({ loaded }).backend.conditions, { latency: 600_000 });
    await plan(root, 'user.change-role', 'admin');
    await seen(root, '[part~=bulk-bar] .spinner');
  },
};

export const BulkPlan: Story = {
  play: async ({ canvasElement }) => {
    const root = await table(canvasElement);
    await selectAll(root);
    await plan(root, 'user.change-role', 'admin');
    await seen(root, '[part~=confirmation][open] .spared');
  },
};

export const BulkProgress: Story = {
  parameters: { account: { first: held('commands/batch') } },
  play: async ({ canvasElement }) => {
    const root = await table(canvasElement);
    await selectAll(root);
    await plan(root, 'user.change-role', 'admin');
    await confirm(root);
    await seen(root, '[part~=bulk-bar] progress');
  },
};

export const BulkPaused: Story = {
  ...BulkProgress,
  play: async ({ canvasElement }) => {
    const root = await table(canvasElement);
    await selectAll(root);
    await plan(root, 'user.change-role', 'admin');
    await confirm(root);
    await click(root, '.bulk-end button');
    await seen(root, '[part~=bulk-bar] .quiet');
  },
};

const madeAdmins = async ({ canvasElement }: Play): Promise<void> => {
  const root = await table(canvasElement);
  await select(root, 3, 4, 6);
  await plan(root, 'user.change-role', 'admin');
  await confirm(root);
  await seen(root, '.bulk-summary');
};

export const BulkEnded: Story = { play: madeAdmins };

export const BulkFailed: Story = {
  parameters: { account: { first: refused('commands/batch') } },
  play: madeAdmins,
};

export const ExportChoosing: Story = {
  play: async ({ canvasElement }) => {
    await csv(await table(canvasElement), 'export');
  },
};

export const ExportRunning: Story = {
  globals: { people: '2000' },
  play: async ({ canvasElement, loaded }) => {
    const dialog = await csv(await table(canvasElement), 'export');
    Object.assign(accountOf({ loaded }).backend.conditions, { latency: 600_000 });
    await click(dialog, '[type=submit]');
    await seen(dialog, 'progress');
  },
};

export const ExportDone: Story = {
  play: async ({ canvasElement }) => {
    const dialog = await csv(await table(canvasElement), 'export');
    await click(dialog, '[type=submit]');
    await gone(dialog, '[type=submit], progress');
  },
};

export const ExportFailed: Story = {
  globals: { people: '2000' },
  play: async ({ canvasElement, loaded }) => {
    const dialog = await csv(await table(canvasElement), 'export');
    Object.assign(accountOf({ loaded }).backend.conditions, { failureRate: 1, failures: ['503'] });
    await click(dialog, '[type=submit]');
    await seen(dialog, '[role=alert]');
  },
};

export const ImportChoosing: Story = {
  play: async ({ canvasElement }) => {
    await csv(await table(canvasElement), 'import');
  },
};

export const ImportUnreadable: Story = {
  play: async ({ canvasElement }) => {
    const dialog = await csv(await table(canvasElement), 'import');
    await chooseFile(dialog, ['\u0000\u0001\u0002 PK']);
    await seen(dialog, '[role=alert]');
  },
};

export const ImportPreview: Story = {
  play: async ({ canvasElement }) => {
    const dialog = await csv(await table(canvasElement), 'import');
    await chooseFile(dialog, FILE);
    await seen(dialog, '.counts');
    await seen(dialog, '.mistakes');
  },
};

export const ImportRunning: Story = {
  parameters: { account: { first: held('commands/batch', 1) } },
  play: async ({ canvasElement }) => {
    const dialog = await csv(await table(canvasElement), 'import');
    const many = Array.from({ length: 240 }, (_, at) => `person.${at + 1}@lumiere.example`);
    await chooseFile(dialog, ['Email', ...many]);
    await click(dialog, '.primary');
    await seen(dialog, 'progress[value]');
  },
};

export const ImportEnded: Story = {
  play: async ({ canvasElement }) => {
    const dialog = await csv(await table(canvasElement), 'import');
    await chooseFile(dialog, FILE);
    await click(dialog, '.primary');
    await seen(dialog, '.is-done');
  },
};
