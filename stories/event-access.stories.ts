import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { MemoryOptions } from '../src/adapter/memory/index.ts';
import type { EventAccessElement } from '../src/index.ts';
import { eventsOf } from '../src/mock/clickmeeting-events.ts';
import clickmeeting from '../src/policy/presets/clickmeeting.ts';
import { click, find, rootOf, seen, still } from './account/acting.ts';
import { held, problem, refused } from './account/answers.ts';
import { NOW } from './account/clock.ts';
import { states } from './states/event-access.ts';

type Args = Pick<EventAccessElement, 'eventId' | 'readonly'>;
type Story = StoryObj<Args>;

/** The host, two further logins, and their events with whoever is in them. */
const withEvents =
  (more: Partial<MemoryOptions> = {}) =>
  (account: MemoryOptions): MemoryOptions => {
    const people = account.people.slice(0, 3);
    return {
      ...account,
      people,
      ...eventsOf(people, NOW),
      pools: { presenter: 8 },
      features: [],
      ...more,
    };
  };

const having = (more?: Partial<MemoryOptions>, rest: object = {}) => ({
  account: { adjust: withEvents(more), ...rest },
});

const meta: Meta<Args> = {
  title: 'Elements/Event access',
  component: 'event-access',
  tags: ['autodocs'],
  parameters: { ...having(), states },
  globals: { product: 'clickmeeting', people: '20', as: 'host' },
  args: { eventId: '', readonly: false },
  render: ({ eventId, readonly }) =>
    html`<event-access event-id=${eventId} ?readonly=${readonly}></event-access>`,
};
export default meta;

type Play = Pick<StoryContext<Args>, 'canvasElement'>;

const access = ({ canvasElement }: Play): Promise<ShadowRoot> =>
  rootOf(canvasElement, 'event-access');

async function listed(context: Play): Promise<ShadowRoot> {
  const root = await access(context);
  await find(root, '[part~=event]');
  return root;
}

const shows = (selector: string) => async (context: Play) => seen(await access(context), selector);

/** Opens the form for a link into the first event that has one. */
async function open(context: Play): Promise<ShadowRoot> {
  const root = await listed(context);
  await click(root, '[data-do=create]:not([aria-disabled])');
  await seen(root, '[part~=form]');
  return root;
}

async function create(context: Play): Promise<ShadowRoot> {
  const root = await open(context);
  await click(root, '[part~=create]');
  return root;
}

async function rights(context: Play): Promise<ShadowRoot> {
  const root = await listed(context);
  await click(root, '[data-do=rights]');
  await seen(root, '[part~=rights]');
  return root;
}

async function revoke(context: Play): Promise<ShadowRoot> {
  const root = await listed(context);
  await click(root, '[data-do=revoke]');
  await seen(root, '[part~=confirmation]');
  return root;
}

export const Events: Story = { play: shows('[part~=event]') };

export const OneEvent: Story = { args: { eventId: 'ev_tour' }, play: shows('[part~=event]') };

export const Running: Story = {
  parameters: having({
    events: eventsOf([], NOW).events.map((event, n) =>
      n === 0 ? { ...event, status: 'running' } : event,
    ),
  }),
  play: async (context) => seen(await listed(context), '.why-closed'),
};

export const NewLink: Story = {
  play: async (context) => {
    await open(context);
  },
};

export const Created: Story = {
  play: async (context) => seen(await create(context), '[part~=undo-offer]'),
};

export const Creating: Story = {
  parameters: having({}, { first: held('commands') }),
  play: async (context) => seen(await create(context), '[part~=create] .spinner'),
};

export const Refused: Story = {
  parameters: having({}, { first: refused('commands') }),
  play: async (context) => {
    const root = await create(context);
    await seen(root, '[part~=failure]');
    await still(root);
  },
};

export const NoSeat: Story = {
  parameters: having({ pools: { presenter: 4 } }),
  play: async (context) => seen(await open(context), '[part~=buy-button]'),
};

export const NoSeatHere: Story = {
  globals: { as: 'multi-user' },
  parameters: having({ pools: { presenter: 4 } }),
  play: async (context) => seen(await open(context), '[part~=buy-button]'),
};

export const Revoking: Story = {
  play: async (context) => {
    await revoke(context);
  },
};

export const NotRevoked: Story = {
  parameters: having({}, { first: refused('commands') }),
  play: async (context) => {
    const root = await revoke(context);
    await click(root, '[part~=confirmation] [type=submit]');
    await seen(root, '[part~=failure]');
    await still(root);
  },
};

export const Rights: Story = {
  play: async (context) => {
    await rights(context);
  },
};

export const Restricted: Story = {
  play: async (context) => {
    const root = await rights(context);
    await click(root, '[part~=right]:not([aria-disabled])');
    await seen(root, '.without');
  },
};

export const ByLink: Story = {
  globals: { as: 'presenter' },
  parameters: having({ actor: 'lk_ada' }),
  play: shows('[data-do=run]'),
};

export const Readonly: Story = { args: { readonly: true }, play: shows('[part~=event]') };

export const Empty: Story = {
  parameters: having({ events: [], links: [] }),
  play: shows('[part~=state-empty]'),
};

export const Gone: Story = { args: { eventId: 'gone' }, play: shows('[part~=state-gone]') };

export const NoAccess: Story = {
  parameters: having(
    {},
    {
      policy: {
        ...clickmeeting,
        roles: clickmeeting.roles.map((role) => ({ ...role, permissions: ['user.list'] })),
      },
      adjust: withEvents({ events: [], links: [] }),
    },
  ),
  play: shows('[part~=state-no-access]'),
};

export const Unsupported: Story = {
  globals: { product: 'zoom', as: 'owner' },
  // In place of the events of all the others, which this account does not have.
  parameters: { account: { adjust: (account: MemoryOptions) => account } },
  play: shows('[part~=state-unsupported]'),
};

export const Failed: Story = {
  parameters: having({}, { first: problem('events/search', { kind: 'forbidden', status: 403 }) }),
  play: shows('[part~=state-failed]'),
};

export const Loading: Story = { parameters: having({}, { first: held('account') }) };

export const NoAccount: Story = {
  parameters: { account: { none: true } },
  play: shows('[part~=state-no-scope]'),
};
