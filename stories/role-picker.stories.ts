import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { RolePickerElement } from '../src/index.ts';
import { click, find, rootOf, seen } from './account/acting.ts';
import { held } from './account/answers.ts';
import { states } from './states/role-picker.ts';

type Args = Pick<
  RolePickerElement,
  'roles' | 'label' | 'required' | 'disabled' | 'defaultValue' | 'action'
>;
type Story = StoryObj<Args>;

const meta: Meta<Args> = {
  title: 'Elements/Role picker',
  component: 'role-picker',
  tags: ['autodocs'],
  parameters: { account: {}, states, docs: { story: { height: '320px' } } },
  args: { label: '', required: false, disabled: false, defaultValue: '', action: 'user.invite' },
  argTypes: { action: { control: 'select', options: ['user.invite', 'user.change-role'] } },
  render: ({ roles, label, required, disabled, defaultValue, action }) =>
    html`<div class="is-narrow">
      <role-picker
        name="role"
        label=${label || nothing}
        value=${defaultValue || nothing}
        action=${action}
        ?required=${required}
        ?disabled=${disabled}
        .roles=${roles}
      ></role-picker>
    </div>`,
};
export default meta;

const open = async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<ShadowRoot> => {
  const root = await rootOf(canvasElement, 'role-picker');
  const picker = canvasElement.querySelector('role-picker');
  await waitFor(() => expect(picker?.scope?.account.status ?? 'ready').toBe('ready'));
  await click(root, '[part~=trigger]');
  await find(root, '[part~=option]');
  return root;
};

const OWN = [
  { id: 'viewer', label: 'Viewer', description: 'Sees everything, changes nothing.' },
  { id: 'editor', label: 'Editor', description: 'Changes content.' },
  { id: 'billing', label: 'Billing', description: 'Sees and pays invoices.', closed: 'Billing comes with the Business plan.', remedy: 'Change the plan first.' },
]; // prettier-ignore

export const Empty: Story = {};

export const Chosen: Story = { args: { defaultValue: 'member' } };

export const Loading: Story = { parameters: { account: { first: held('account') } } };

export const Open: Story = {
  args: { defaultValue: 'member' },
  play: async (context) => {
    await open(context);
  },
};

export const Closed: Story = {
  args: { action: 'user.change-role' },
  globals: { as: 'admin' },
  play: async (context) => seen(await open(context), '[part~=option][aria-disabled=true] .why'),
};

export const ServerDecides: Story = {
  parameters: { account: { policy: undefined } },
  play: async (context) => {
    await open(context);
  },
};

export const OwnRoles: Story = {
  args: { roles: OWN, defaultValue: 'viewer' },
  parameters: { account: { none: true } },
  play: async (context) => seen(await open(context), '[part~=option][aria-disabled=true] .why'),
};

export const Required: Story = {
  args: { required: true },
  play: async ({ canvasElement }) => {
    const root = await rootOf(canvasElement, 'role-picker');
    (await find(root, '[part~=trigger]')).focus();
    await userEvent.tab();
    await expect(canvasElement.querySelector('role-picker:state(touched)')).not.toBeNull();
  },
};

export const Invalid: Story = {
  args: { action: 'user.change-role', defaultValue: 'owner' },
  globals: { as: 'admin' },
  play: async ({ canvasElement }) => {
    const picker = canvasElement.querySelector('role-picker');
    await waitFor(() => expect(picker?.validationMessage).not.toBe(''));
    picker?.reportValidity();
  },
};

export const Disabled: Story = { args: { disabled: true, defaultValue: 'member' } };

export const InAForm: Story = {
  render: () =>
    html`<form class="form is-narrow" @submit=${(event: Event) => event.preventDefault()}>
      <label for="email">Email</label>
      <input id="email" name="email" type="email" />
      <label for="role">Role</label>
      <role-picker id="role" name="role" value="member" required></role-picker>
      <span class="actions"><button type="reset">Reset</button> <button>Save</button></span>
    </form>`,
  play: async (context) => {
    const { canvasElement } = context;
    const root = await open(context);
    const options = root.querySelectorAll<HTMLElement>('[part~=option]:not([aria-disabled=true])');
    if (options[0]) await userEvent.click(options[0]);
    const form = canvasElement.querySelector('form');
    const value = (): unknown => form && new FormData(form).get('role');
    const chosen = value();
    await expect(chosen).toBeTruthy();
    form?.reset();
    await expect(value()).toBe('member');
  },
};
