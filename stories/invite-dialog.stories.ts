import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { InviteDialogElement } from '../src/index.ts';
import { click, find, paste, rootOf, seen } from './account/acting.ts';
import { held } from './account/answers.ts';
import { states } from './states/invite-dialog.ts';

type Args = Pick<InviteDialogElement, 'open'>;
type Story = StoryObj<Args>;
type Play = Pick<StoryContext<Args>, 'canvasElement'>;

const meta: Meta<Args> = {
  title: 'Elements/Invite dialog',
  component: 'invite-dialog',
  tags: ['autodocs'],
  // A modal dialog would lie over the whole page of words.
  parameters: { account: {}, states, docs: { story: { inline: false, height: '640px' } } },
  args: { open: true },
  render: ({ open }) => html`<invite-dialog ?open=${open}></invite-dialog>`,
};
export default meta;

const form = async ({ canvasElement }: Play): Promise<ShadowRoot> => {
  const root = await rootOf(canvasElement, 'invite-dialog');
  await find(root, 'textarea');
  return root;
};

/** Addresses as a person has them at hand: from a mail, a list, a spreadsheet. */
const addressed = async (context: Play, text: string): Promise<ShadowRoot> => {
  const root = await form(context);
  await paste(root, 'textarea', text);
  await find(root, '[part~=chip]');
  return root;
};

const MIXED = [
  '"Ana Costa" <ana.costa@lumiere.example>, bo.lind@lumiere.example; Zoë Müller <zoe@bücher.example>',
  'cy.roth@lumiere', 'ana.costa@lumiere.example', 'not an address', 'dee.fox@gmial.example',
].join('\n'); // prettier-ignore

const TWO = 'ana.costa@lumiere.example, bo.lind@lumiere.example';

const send = (root: ShadowRoot) => click(root, '[part~=send]');

export const Open: Story = {
  play: async (context) => {
    await form(context);
  },
};

export const Loading: Story = { parameters: { account: { first: held('account') } } };

const mixed = async (context: Play): Promise<void> => {
  const root = await addressed(context, MIXED);
  await seen(root, '[part~=chip-invalid]');
  await seen(root, '[part~=chip-duplicate]');
};

export const Addresses: Story = { play: mixed };

export const ManyAddresses: Story = {
  play: async (context) => {
    const many = Array.from({ length: 400 }, (_, at) => `person.${at + 1}@lumiere.example`);
    const root = await addressed(context, many.join('\n'));
    await seen(root, '.more');
  },
};

export const EditingAnAddress: Story = {
  play: async (context) => {
    const root = await addressed(context, MIXED);
    await click(root, '[part~=chip-invalid] .chip-text');
    await seen(root, '.chip-input');
  },
};

export const RolesOpen: Story = {
  play: async (context) => {
    const root = await form(context);
    await click(root, '[part~=role-trigger]');
    await seen(root, '[part~=option]');
  },
};

export const TypesOpen: Story = {
  globals: { seats: '0' },
  play: async (context) => {
    const root = await form(context);
    await click(root, '[part~=type-trigger]');
    await seen(root, '[part~=option][aria-disabled=true]');
  },
};

const licensed = async (context: Play, text: string): Promise<ShadowRoot> => {
  const root = await addressed(context, text);
  await click(root, '[part~=type-trigger]');
  await find(root, '[part~=option]');
  const option = root.querySelectorAll<HTMLElement>('[part~=option]')[1];
  if (option) await userEvent.click(option);
  return root;
};

export const EnoughSeats: Story = {
  globals: { seats: '5' },
  play: async (context) => seen(await licensed(context, TWO), '.need'),
};

export const NotEnoughSeats: Story = {
  globals: { seats: '1' },
  play: async (context) => {
    const root = await licensed(context, 'ana.costa@lumiere.example');
    await paste(root, 'textarea', 'bo.lind@lumiere.example, cy.roth@lumiere.example');
    await seen(root, '.need.short');
  },
};

export const JoinsFromElsewhere: Story = {
  play: async (context) => {
    const root = await addressed(context, 'guest@courrier.example, ana.costa@lumiere.example');
    await seen(root, '[part~=moves][open]');
  },
};

export const Sending: Story = {
  parameters: { account: { first: (url: string) => [...held('commands')(url), ...held('commands/batch')(url)] } },
  play: async (context) => {
    const root = await addressed(context, TWO);
    await send(root);
    await seen(root, '.progress');
  },
}; // prettier-ignore

export const Sent: Story = {
  play: async (context) => {
    const root = await addressed(context, `${TWO}, guest@courrier.example`);
    await send(root);
    await seen(root, '[part~=sent]');
  },
};

export const PartlySent: Story = {
  play: async (context) => {
    const { canvasElement } = context;
    const root = await form(context);
    const { scope } = canvasElement.querySelector('account-scope') ?? {};
    await waitFor(() => expect(scope?.account.status).toBe('ready'));
    const root2 = await addressed(context, TWO);
    // Somebody else invites one of them in the meantime.
    await scope?.run({ action: 'user.invite', change: { people: [{ email: 'bo.lind@lumiere.example' }], roleId: 'member', userType: 'basic' } }); // prettier-ignore
    await send(root2);
    await seen(root, '[part~=chip].problem, [part~=chip-duplicate], [part~=sent]');
  },
};

export const Discarding: Story = {
  play: async (context) => {
    const root = await addressed(context, TWO);
    await click(root, '[part~=close]');
    await seen(root, '[role=alertdialog]');
  },
};

const isStopped = async ({ canvasElement }: Play): Promise<void> =>
  seen(await rootOf(canvasElement, 'invite-dialog'), '.waiting .reason');

export const NotAllowed: Story = { globals: { as: 'member' }, play: isStopped };

export const NoAccount: Story = { parameters: { account: { none: true } }, play: isStopped };

export const Phone: Story = {
  globals: { viewport: { value: 'mobile1', isRotated: false } },
  play: mixed,
};
