import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { UserTableElement } from '../src/index.ts';

const meta: Meta<UserTableElement> = {
  title: 'Elements/User table',
  component: 'user-table',
  tags: ['autodocs'],
  parameters: { account: {} },
  render: (args) => html`<user-table ?readonly=${args.readonly}></user-table>`,
};
export default meta;

type Story = StoryObj<UserTableElement>;

export const Default: Story = {};
