import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import type { MemoryOptions } from '../src/adapter/memory/index.ts';
import { click, find, rootOf, seen } from './account/acting.ts';
import { held, problem } from './account/answers.ts';
import { states } from './states/subaccount-manager.ts';

type Story = StoryObj;

const meta: Meta = {
  title: 'Elements/Sub-account manager',
  component: 'subaccount-manager',
  tags: ['autodocs'],
  parameters: { account: {}, states },
  globals: { product: 'messaging' },
  render: () => html`<subaccount-manager></subaccount-manager>`,
};
export default meta;

type Play = Pick<StoryContext, 'canvasElement'>;

async function listed({ canvasElement }: Play): Promise<ShadowRoot> {
  const root = await rootOf(canvasElement, 'subaccount-manager');
  await find(root, '.row .name');
  return root;
}

export const List: Story = {
  play: async (context) => {
    await listed(context);
  },
};

export const Adding: Story = {
  play: async (context) => {
    const root = await listed(context);
    await click(root, '.add');
    await seen(root, '.adding');
  },
};

export const Missing: Story = {
  play: async (context) => {
    const root = await listed(context);
    await click(root, '.add');
    await click(root, '.adding [type=submit]');
    await seen(root, '.problem');
  },
};

export const Renaming: Story = {
  play: async (context) => {
    const root = await listed(context);
    await click(root, '.row button');
    await seen(root, '.row .name-input');
  },
};

export const Closed: Story = {
  globals: { as: 'manager' },
  play: async (context) => seen(await listed(context), '.closed'),
};

export const Empty: Story = {
  parameters: {
    account: {
      adjust: (account: MemoryOptions): MemoryOptions => ({ ...account, subaccounts: [] }),
    },
  },
  play: async ({ canvasElement }) => {
    await seen(await rootOf(canvasElement, 'subaccount-manager'), '.state strong');
  },
};

export const NoMatch: Story = {
  play: async (context) => {
    const root = await listed(context);
    await userEvent.type(await find(root, '.search-input'), 'qzxj');
    await seen(root, '.state strong');
  },
};

export const Failed: Story = {
  parameters: {
    account: {
      first: problem('subaccounts/search', { kind: 'unavailable', status: 503, retryable: false }),
    },
  },
  play: async ({ canvasElement }) => {
    await seen(await rootOf(canvasElement, 'subaccount-manager'), '.state[role=alert]');
  },
};

export const Loading: Story = { parameters: { account: { first: held('account') } } };

export const NoAccount: Story = { parameters: { account: { none: true } } };
