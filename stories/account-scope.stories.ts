import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import zoom from '../src/policy/presets/zoom.ts';
import { find, rootOf, rowAt, seen, table } from './account/acting.ts';
import { accountOf } from './account/with-account.ts';
import { states } from './states/account-scope.ts';

type Story = StoryObj;

const inside = html`<div class="stack">
  <seat-meter pool="licensed"></seat-meter>
  <user-table class="is-low"></user-table>
</div>`;

const meta: Meta = {
  title: 'Elements/Account scope',
  component: 'account-scope',
  tags: ['autodocs'],
  parameters: { account: {}, states, controls: { disable: true } },
  render: () => inside,
};
export default meta;

const hasRows = async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
  await table(canvasElement);
};

export const Shared: Story = {
  play: async ({ canvasElement }) => {
    const root = await table(canvasElement);
    const { scope } = canvasElement.querySelector('account-scope') ?? {};
    const id = (await rowAt(root, 5)).dataset['id'] ?? '';
    const change = { userType: 'licensed' };
    await scope?.run({ action: 'user.change-type', target: { kind: 'person', id }, change });
    await seen(root, '[part~=undo-offer]');
  },
};

export const ByAddress: Story = {
  parameters: { account: { none: true } },
  render: (_args, context) =>
    html`<account-scope base-url=${accountOf(context).baseUrl} policy="zoom">${inside}</account-scope>`,
  play: hasRows,
};

/** Nobody's role is changed here but by the rules of this document. */
const own = {
  ...zoom,
  rules: [
    ...zoom.rules,
    {
      id: 'acme/frozen',
      actions: ['user.change-role'],
      when: true,
      reason: { key: 'frozen' },
      remedy: { kind: 'ask' },
    },
  ],
  messages: {
    en: { 'reason.frozen': 'Roles are frozen until the audit is over.' },
    fr: { 'reason.frozen': 'Les rôles sont gelés jusqu’à la fin de l’audit.' },
  },
} as const;

export const ByDocument: Story = {
  parameters: { account: { policy: own } },
  play: async ({ canvasElement }) => {
    const root = await table(canvasElement);
    await find(root, '[part~=role-trigger]');
  },
};

export const WithoutPolicy: Story = {
  parameters: { account: { policy: undefined } },
  play: hasRows,
};

export const UnknownPreset: Story = {
  parameters: { account: { policy: 'zoomm' } },
  play: async ({ canvasElement }) =>
    seen(await rootOf(canvasElement, 'user-table'), '[part~=state-config]'),
};

export const Empty: Story = {
  parameters: { account: { none: true } },
  render: () => html`<account-scope>${inside}</account-scope>`,
};
