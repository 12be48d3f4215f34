import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { MemoryOptions } from '../src/adapter/memory/index.ts';
import type { SeatMeterElement } from '../src/index.ts';
import { click, find, rootOf, seen } from './account/acting.ts';
import { held, problem } from './account/answers.ts';
import { accountOf } from './account/with-account.ts';
import { states } from './states/seat-meter.ts';

type Args = Pick<SeatMeterElement, 'pool'>;
type Story = StoryObj<Args>;

const meta: Meta<Args> = {
  title: 'Elements/Seat meter',
  component: 'seat-meter',
  tags: ['autodocs'],
  parameters: { account: {}, states },
  args: { pool: 'licensed' },
  argTypes: {
    pool: { control: 'select', options: ['', 'licensed', 'large-meeting', 'webinar', 'on-prem'] },
  },
  globals: { people: '2000' },
  render: ({ pool }) =>
    html`<div class="is-medium"><seat-meter pool=${pool || nothing}></seat-meter></div>`,
};
export default meta;

type Play = Pick<StoryContext<Args>, 'canvasElement'>;

const meter = async ({ canvasElement }: Play): Promise<ShadowRoot> => {
  const root = await rootOf(canvasElement, 'seat-meter');
  await find(root, '[part~=pool] .name');
  return root;
};

const is = (level: string) => async (context: Play) => seen(await meter(context), `.is-${level}`);

const pools = (change: Readonly<Record<string, number>>) => ({
  adjust: (account: MemoryOptions): MemoryOptions => ({
    ...account,
    pools: { ...account.pools, ...change },
  }),
});

const without = (account: MemoryOptions): MemoryOptions => ({ ...account, pools: {} });

export const Room: Story = { globals: { seats: '500' }, play: is('room') };

export const Nearly: Story = { globals: { seats: '5' }, play: is('nearly') };

export const Full: Story = { globals: { seats: '0' }, play: is('full') };

export const Over: Story = { parameters: { account: pools({ licensed: 800 }) }, play: is('over') };

export const NoneBought: Story = {
  args: { pool: 'webinar' },
  parameters: { account: pools({ webinar: 0 }) },
  globals: { people: '1' },
  play: is('none'),
};

export const Reserved: Story = {
  parameters: { account: { first: held('commands') } },
  play: async (context) => {
    const root = await meter(context);
    const { canvasElement, loaded } = context;
    const basic = accountOf({ loaded })
      .backend.memory.dump()
      .people.filter(({ userType, status }) => userType === 'basic' && status === 'active');
    const { scope } = canvasElement.querySelector('account-scope') ?? {};
    for (const { id } of basic.slice(0, 20)) {
      void scope?.run({ action: 'user.change-type', target: { kind: 'person', id }, change: { userType: 'licensed' } }); // prettier-ignore
    }
    await seen(root, '[part~=fill-reserved]');
  },
};

export const AllPools: Story = { args: { pool: '' } };

export const NotNeeded: Story = { args: { pool: 'on-prem' } };

export const NoPools: Story = { args: { pool: '' }, parameters: { account: { adjust: without } } };

export const Untold: Story = {
  globals: { product: 'messaging' },
  play: async ({ canvasElement }) => seen(await rootOf(canvasElement, 'seat-meter'), '.reason'),
};

export const Loading: Story = { parameters: { account: { first: held('account') } } };

export const Failed: Story = {
  parameters: {
    account: { first: problem('account', { kind: 'unavailable', status: 503, retryable: false }) },
  },
  play: async ({ canvasElement }) => seen(await rootOf(canvasElement, 'seat-meter'), '.failed'),
};

export const NoAccount: Story = { parameters: { account: { none: true } } };

export const BuyingClosed: Story = {
  globals: { seats: '0', as: 'member' },
};

export const Unsold: Story = {
  globals: { seats: '0' },
  play: async (context) => {
    const root = await meter(context);
    await click(root, '[part~=buy-button]');
    await seen(root, '[role=alert]');
  },
};

export const OwnBuying: Story = {
  globals: { seats: '0' },
  render: ({ pool }) =>
    html`<div class="is-medium">
      <seat-meter pool=${pool}><a slot="buy" href="#plans">Compare plans</a></seat-meter>
    </div>`,
  play: async (context) => {
    const root = await meter(context);
    await waitFor(() => expect(root.querySelector('[part~=buy-button]')).toBeNull());
  },
};

export const Billing: Story = {
  render: ({ pool }) =>
    html`<div class="is-medium"><seat-meter pool=${pool} billing-href="#billing"></seat-meter></div>`,
  play: async (context) => seen(await meter(context), '[part=billing]'),
};

export const CountsOpen: Story = {
  play: async (context) => {
    await click(await meter(context), '[part~=counts] summary');
  },
};
