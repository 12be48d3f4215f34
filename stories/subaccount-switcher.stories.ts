import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import type { MemoryOptions } from '../src/adapter/memory/index.ts';
import { SubaccountRequestEvent } from '../src/index.ts';
import { click, find, rootOf, seen } from './account/acting.ts';
import { held, problem } from './account/answers.ts';
import { accountOf } from './account/with-account.ts';
import { states } from './states/subaccount-switcher.ts';

type Story = StoryObj;

const meta: Meta = {
  title: 'Elements/Sub-account switcher',
  component: 'subaccount-switcher',
  tags: ['autodocs'],
  parameters: { account: {}, states },
  globals: { product: 'messaging' },
  render: () => html`<subaccount-switcher></subaccount-switcher>`,
};
export default meta;

type Play = Pick<StoryContext, 'canvasElement'>;

async function opened({ canvasElement }: Play): Promise<ShadowRoot> {
  const root = await rootOf(canvasElement, 'subaccount-switcher');
  await find(root, '.trigger .name');
  await click(root, '.trigger');
  return root;
}

export const All: Story = {};

export const Open: Story = { play: async (context) => seen(await opened(context), '.options') };

export const Asked: Story = {
  play: async ({ canvasElement }) => {
    const root = await rootOf(canvasElement, 'subaccount-switcher');
    await find(root, '.trigger .name');
    const { scope } = canvasElement.querySelector('account-scope') ?? {};
    scope?.dispatchEvent(new SubaccountRequestEvent());
    await seen(root, '.asked');
  },
};

export const NoMatch: Story = {
  play: async (context) => {
    const root = await opened(context);
    await userEvent.type(await find(root, 'input'), 'qzxj');
    await seen(root, '.state');
  },
};

export const Gone: Story = {
  play: async (context) => {
    const root = await rootOf(context.canvasElement, 'subaccount-switcher');
    await find(root, '.trigger .name');
    const { scope } = context.canvasElement.querySelector('account-scope') ?? {};
    const { memory } = accountOf(context).backend;
    const [first, ...others] = memory.dump().subaccounts ?? [];
    scope?.enter(first?.id);
    await find(root, `.trigger[title="${first?.name ?? ''}"]`);
    memory.set({ subaccounts: others });
    await scope?.refresh();
    await seen(root, '.gone');
  },
};

export const Fixed: Story = {
  globals: { as: 'manager' },
  play: async (context) => seen(await opened(context), '.fixed'),
};

export const None: Story = {
  parameters: {
    account: {
      adjust: (account: MemoryOptions): MemoryOptions => ({ ...account, subaccounts: [] }),
    },
  },
  play: async (context) => seen(await opened(context), '.state'),
};

export const Failed: Story = {
  parameters: {
    account: {
      first: problem('subaccounts/search', { kind: 'unavailable', status: 503, retryable: false }),
    },
  },
  play: async (context) => seen(await opened(context), '.state.failed'),
};

export const Loading: Story = { parameters: { account: { first: held('account') } } };

export const NoAccount: Story = { parameters: { account: { none: true } } };
