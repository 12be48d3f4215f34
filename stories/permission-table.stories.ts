import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import type { PermissionTableElement } from '../src/index.ts';
import { rootOf, seen } from './account/acting.ts';
import { states } from './states/permission-table.ts';

type Args = Pick<PermissionTableElement, 'roleId'>;
type Story = StoryObj<Args>;

const meta: Meta<Args> = {
  title: 'Elements/Permission table',
  component: 'permission-table',
  tags: ['autodocs'],
  parameters: { account: {}, states },
  args: { roleId: '' },
  globals: { product: 'respond-io' },
  render: ({ roleId }) => html`<permission-table role-id=${roleId || nothing}></permission-table>`,
};
export default meta;

export const AllRoles: Story = {
  play: async ({ canvasElement }) =>
    seen(await rootOf(canvasElement, 'permission-table'), '[part~=level-limited]'),
};

export const Chosen: Story = {
  args: { roleId: 'user-admin' },
  play: async ({ canvasElement }) =>
    seen(await rootOf(canvasElement, 'permission-table'), '[data-chosen]'),
};

export const NoPolicy: Story = {
  parameters: { account: { policy: undefined } },
  play: async ({ canvasElement }) =>
    seen(await rootOf(canvasElement, 'permission-table'), '[part~=state-no-policy]'),
};

export const Narrow: Story = {
  render: () => html`<div class="is-narrow"><permission-table></permission-table></div>`,
};
