import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import type { MemoryOptions } from '../src/adapter/memory/index.ts';
import type { SubaccountManagerElement } from '../src/index.ts';
import messaging from '../src/policy/presets/messaging.ts';
import { click, find, rootOf, rowAt, seen, still } from './account/acting.ts';
import { held, problem, refused } from './account/answers.ts';
import { states } from './states/subaccount-manager.ts';

type Args = Pick<SubaccountManagerElement, 'readonly'>;
type Story = StoryObj<Args>;

const meta: Meta<Args> = {
  title: 'Elements/Sub-account manager',
  component: 'subaccount-manager',
  tags: ['autodocs'],
  parameters: { account: {}, states },
  globals: { product: 'messaging', people: '20' },
  args: { readonly: false },
  render: ({ readonly }) => html`<subaccount-manager ?readonly=${readonly}></subaccount-manager>`,
};
export default meta;

type Play = Pick<StoryContext<Args>, 'canvasElement'>;

const manager = ({ canvasElement }: Play): Promise<ShadowRoot> =>
  rootOf(canvasElement, 'subaccount-manager');

async function listed(context: Play): Promise<ShadowRoot> {
  const root = await manager(context);
  await find(root, '[part~=row][data-id]');
  return root;
}

const shows = (selector: string) => async (context: Play) => seen(await manager(context), selector);

const having = (subaccounts: MemoryOptions['subaccounts']) => ({
  account: {
    adjust: (account: MemoryOptions): MemoryOptions => ({
      ...account,
      ...(subaccounts && { subaccounts }),
    }),
  },
});

/** Opens the form for a new one and sends a name. */
async function add(context: Play, name: string): Promise<ShadowRoot> {
  const root = await listed(context);
  await click(root, '[part~=add]');
  await send(root, name);
  return root;
}

/** Opens the form in the first row, and sends a name where one is given. */
async function rename(context: Play, name?: string): Promise<ShadowRoot> {
  const root = await listed(context);
  await click(await rowAt(root, 0), '[part~=row-action]');
  if (name !== undefined) await send(root, name);
  return root;
}

async function send(root: ShadowRoot, name: string): Promise<void> {
  const field = await find<HTMLInputElement>(root, '[part~=form] input');
  // In a shadow root, what has the focus is not what the document says has it: the text is marked, then typed over.
  await userEvent.type(field, `${name}{Enter}`, {
    initialSelectionStart: 0,
    initialSelectionEnd: field.value.length,
  });
}

export const List: Story = { play: shows('[part~=row][data-id]') };

export const Statuses: Story = {
  parameters: having([
    { id: 's1', name: 'Lyon', status: 'awaiting-activation' },
    { id: 's2', name: 'Nantes', status: 'ending', activeUntil: '2026-12-31T00:00:00Z' },
    { id: 's3', name: 'Oslo', status: 'active' },
  ]),
  play: async (context) => seen(await listed(context), '.badge'),
};

export const TenThousand: Story = {
  parameters: having(
    Array.from({ length: 10_000 }, (_, n) => ({ id: `s${n}`, name: `Shop ${n + 1}` })),
  ),
  play: shows('[part~=row][data-id]'),
};

export const Adding: Story = {
  play: async (context) => {
    const root = await listed(context);
    await click(root, '[part~=add]');
    await seen(root, '[part~=form]');
  },
};

export const Added: Story = {
  play: async (context) => seen(await add(context, 'Marseille'), '.row.is-added'),
};

export const Missing: Story = {
  play: async (context) => {
    const root = await listed(context);
    await click(root, '[part~=add]');
    await click(root, '[part~=form] [type=submit]');
    await seen(root, '[part~=failure]');
  },
};

export const Taken: Story = {
  parameters: having([{ id: 's1', name: 'Lyon' }]),
  play: async (context) => seen(await add(context, 'Lyon'), '[part~=failure]'),
};

export const Renaming: Story = {
  play: async (context) => seen(await rename(context), '.row [part~=form]'),
};

export const Saving: Story = {
  parameters: { account: { first: held('commands') } },
  play: async (context) => seen(await rename(context, 'Marseille'), '[part~=form] .spinner'),
};

export const Refused: Story = {
  parameters: { account: { first: refused('commands') } },
  play: async (context) => {
    const root = await rename(context, 'Marseille');
    await seen(root, '[part~=failure]');
    await still(root);
  },
};

export const Renamed: Story = {
  play: async (context) => seen(await rename(context, 'Marseille'), '[part~=undo-offer]'),
};

export const Closed: Story = {
  globals: { as: 'manager' },
  play: async (context) => {
    const root = await listed(context);
    await click(await rowAt(root, 0), '[part~=row-action]');
    await seen(root, '.row [part~=reason]');
  },
};

export const Readonly: Story = {
  args: { readonly: true },
  play: shows('[part~=row][data-id]'),
};

export const Empty: Story = { parameters: having([]), play: shows('[part~=state-empty]') };

export const NoMatch: Story = {
  play: async (context) => {
    const root = await listed(context);
    await userEvent.type(await find(root, '[part~=search] input'), 'qzxj');
    await seen(root, '[part~=state-no-match]');
  },
};

export const NoAccess: Story = {
  globals: { as: 'manager' },
  parameters: {
    account: {
      policy: {
        ...messaging,
        roles: messaging.roles.map((role) => ({ ...role, permissions: ['user.list'] })),
      },
    },
  },
  play: shows('[part~=state-no-access]'),
};

export const Failed: Story = {
  parameters: {
    account: { first: problem('subaccounts/search', { kind: 'forbidden', status: 403 }) },
  },
  play: shows('[part~=state-failed]'),
};

export const Loading: Story = { parameters: { account: { first: held('account') } } };

const PAID = { product: 'clickmeeting' };

const noSlots: Story['parameters'] = {
  account: {
    adjust: (account: MemoryOptions): MemoryOptions => ({
      ...account,
      slots: [],
      pools: { ...account.pools, subaccount: account.subaccounts?.length ?? 0 },
    }),
  },
};

/** Opens the menu of the first row, and takes an entry where one is named. */
async function menu(context: Play, action?: string): Promise<ShadowRoot> {
  const root = await listed(context);
  await click(await rowAt(root, 0), '[part~=row-menu]');
  await find(root, '[role=menuitem]');
  if (action !== undefined) await click(root, `[role=menuitem][data-value="${action}"]`);
  return root;
}

const opens = (opener: 'add' | 'buy-slots') => async (context: Play) => {
  const root = await listed(context);
  await click(root, `.${opener}`);
  await seen(root, '[part~=act-form][open]');
  return root;
};

const takes = (action: string, selector: string) => async (context: Play) =>
  seen(await menu(context, action), selector);

const PRICE = '[part~=price]:not([aria-busy]) dl';

export const Paid: Story = { globals: PAID, play: shows('[part~=row][data-id]') };

export const RowMenu: Story = {
  globals: PAID,
  play: async (context) => seen(await menu(context), '[role=menu]'),
};

export const Buying: Story = {
  globals: PAID,
  play: async (context) => seen(await opens('buy-slots')(context), PRICE),
};

export const PriceChanged: Story = {
  globals: PAID,
  parameters: {
    account: {
      first: problem('commands', { kind: 'conflict', code: 'price-changed', status: 409 }),
    },
  },
  play: async (context) => {
    const root = await opens('buy-slots')(context);
    await seen(root, PRICE);
    await click(root, '[part~=buy-button]');
    await seen(root, '.new-price');
    await still(root);
  },
};

export const Creating: Story = {
  globals: PAID,
  play: async (context) => {
    await opens('add')(context);
  },
};

export const NoSlots: Story = {
  globals: PAID,
  parameters: noSlots,
  play: async (context) => seen(await opens('add')(context), '.blocked'),
};

export const Details: Story = {
  globals: PAID,
  play: takes('subaccount.edit', '[part~=act-form][open]'),
};

export const Resizing: Story = {
  globals: PAID,
  play: takes('subaccount.resize', '[part~=act-form][open]'),
};

export const Reassigning: Story = {
  globals: PAID,
  play: takes('subaccount.reassign', '[part~=act-form][open]'),
};

export const Cancelling: Story = {
  globals: PAID,
  play: takes('subaccount.cancel', '[part~=confirmation]'),
};

export const Deleting: Story = {
  globals: PAID,
  play: takes('subaccount.delete', '[part~=confirmation]'),
};

export const Unpaid: Story = {
  globals: { ...PAID, as: 'multi-user' },
  play: shows('[part~=reason], [part~=state]'),
};

export const NoAccount: Story = {
  parameters: { account: { none: true } },
  play: shows('[part~=state-no-scope]'),
};
