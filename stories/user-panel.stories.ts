import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent, waitFor } from 'storybook/test';
import type { PersonRecord, UserPanelElement } from '../src/index.ts';
import { click, find, rootOf, rowAt, seen, table } from './account/acting.ts';
import { held, problem } from './account/answers.ts';
import { accountOf } from './account/with-account.ts';
import { states } from './states/user-panel.ts';

type Args = Pick<UserPanelElement, 'readonly' | 'withPlace'>;
type Story = StoryObj<Args>;
type Play = Pick<StoryContext<Args>, 'canvasElement' | 'loaded'>;

const meta: Meta<Args> = {
  title: 'Elements/User panel',
  component: 'user-panel',
  tags: ['autodocs'],
  parameters: { account: {}, states },
  args: { readonly: false, withPlace: true },
  globals: { people: '20' },
  render: ({ readonly, withPlace }) =>
    html`<user-panel ?readonly=${readonly} ?with-place=${withPlace}></user-panel>`,
};
export default meta;

type Test = (person: PersonRecord) => boolean;

const member: Test = ({ department, roleId, status }) =>
  roleId === 'member' && status === 'active' && department !== undefined;

const panelIn = ({ canvasElement }: Play): UserPanelElement => {
  const panel = canvasElement.querySelector('user-panel');
  if (!panel) throw new Error('There is no <user-panel>.');
  return panel;
};

const someone = (context: Play, test: Test): PersonRecord => {
  const found = accountOf(context).backend.memory.dump().people.find(test);
  if (!found) throw new Error('Nobody is like that.');
  return found;
};

/** Opens the page of the first person of whom this is true. */
const opened = async (context: Play, test: Test = member): Promise<ShadowRoot> => {
  const root = await rootOf(context.canvasElement, 'user-panel');
  panelIn(context).personId = someone(context, test).id;
  await find(root, '[data-field]');
  return root;
};

const typed = async (root: ShadowRoot, field: string, text: string): Promise<void> => {
  const input = await find<HTMLInputElement>(root, `input[name="${field}"]`);
  const all = { initialSelectionStart: 0, initialSelectionEnd: input.value.length };
  await userEvent.type(input, text, all);
  await find(root, '[part~=save-bar]');
};

const edited = async (context: Play): Promise<ShadowRoot> => {
  const root = await opened(context);
  await typed(root, 'department', 'Legal');
  return root;
};

const shows = (selector: string) => async (context: Play) =>
  seen(await rootOf(context.canvasElement, 'user-panel'), selector);

export const Open: Story = {
  play: async (context) => {
    await opened(context);
  },
};

export const Nobody: Story = { play: shows('.is-nobody') };

export const OwnPage: Story = {
  globals: { as: 'member' },
  play: async (context) => {
    const root = await rootOf(context.canvasElement, 'user-panel');
    const me = await waitFor(() => {
      const { scope } = context.canvasElement.querySelector('account-scope') ?? {};
      if (scope?.account.status !== 'ready') throw new Error('Nobody is signed in yet.');
      return scope.account.actor.id;
    });
    panelIn(context).personId = me;
    await seen(root, '.why-closed');
  },
};

export const Closed: Story = {
  globals: { as: 'admin' },
  play: async (context) => {
    const root = await opened(context, ({ roleId }) => roleId === 'owner');
    await seen(root, '[part~=action][aria-disabled=true]');
  },
};

export const Invited: Story = {
  globals: { people: '2000' },
  play: async (context) => {
    const root = await opened(context, ({ status }) => status === 'pending');
    await seen(root, '[part~=banner]');
  },
};

export const Editing: Story = {
  play: async (context) => {
    await edited(context);
  },
};

export const RolesOpen: Story = {
  play: async (context) => {
    const root = await opened(context);
    await click(root, '[data-field=roleId] [part~=choice]');
    await seen(root, '[part~=option]');
  },
};

export const Invalid: Story = {
  play: async (context) => {
    const root = await opened(context);
    await typed(root, 'email', 'nobody');
    await seen(root, '[data-field=email] [part~=reason]');
  },
};

export const Followed: Story = {
  play: async (context) => {
    const root = await opened(context);
    const { id } = someone(context, member);
    const { scope } = context.canvasElement.querySelector('account-scope') ?? {};
    accountOf(context).backend.memory.edit(id, { jobTitle: 'Head of legal' });
    await scope?.refresh();
    await seen(root, '.followed');
  },
};

export const Clash: Story = {
  play: async (context) => {
    const root = await edited(context);
    const { id } = someone(context, member);
    const { scope } = context.canvasElement.querySelector('account-scope') ?? {};
    accountOf(context).backend.memory.edit(id, { department: 'Research' });
    await scope?.refresh();
    await seen(root, '[part~=clash]');
  },
};

export const Saving: Story = {
  parameters: { account: { first: held('commands') } },
  play: async (context) => {
    const root = await edited(context);
    await click(root, '[part~=save]');
    await seen(root, '[part~=save-bar] .spinner');
  },
};

export const NotSaved: Story = {
  parameters: { account: { first: problem('commands', { kind: 'rule', status: 409 }) } },
  play: async (context) => {
    const root = await edited(context);
    await click(root, '[part~=save]');
    await seen(root, '[data-field=department] [part~=reason]');
  },
};

export const Done: Story = {
  play: async (context) => {
    const root = await edited(context);
    await click(root, '[part~=save]');
    const undo = await find(root, '[part~=undo]');
    undo.scrollIntoView();
    await seen(root, '[part~=undo]');
  },
};

export const Leaving: Story = {
  play: async (context) => {
    const root = await edited(context);
    await click(root, '[part~=close]');
    await seen(root, '[part~=confirmation][open]');
  },
};

export const Deleting: Story = {
  play: async (context) => {
    const root = await opened(context);
    await click(root, '[part~=action][data-value="user.delete"]');
    await seen(root, '[part~=confirmation][open]');
  },
};

export const Readonly: Story = {
  args: { readonly: true },
  play: async (context) => {
    await opened(context);
  },
};

export const Loading: Story = {
  parameters: { account: { first: held('account') } },
  play: async (context) => {
    panelIn(context).personId = someone(context, member).id;
    await find(await rootOf(context.canvasElement, 'user-panel'), '[part~=state-loading]');
  },
};

export const Missing: Story = {
  play: async (context) => {
    panelIn(context).personId = 'nobody';
    await shows('.is-missing')(context);
  },
};

export const NoAccess: Story = {
  globals: { as: 'member' },
  play: async (context) => {
    panelIn(context).personId = someone(context, ({ roleId }) => roleId === 'owner').id;
    await shows('.is-no-access')(context);
  },
};

export const Failed: Story = {
  parameters: { account: { first: problem('account', { kind: 'unknown', status: 500 }) } },
  play: async (context) => {
    panelIn(context).personId = 'anybody';
    await shows('.is-failed')(context);
  },
};

export const Elsewhere: Story = {
  globals: { product: 'messaging' },
  play: async (context) => {
    const { id, subaccountIds = [] } = someone(context, (one) => one.roleId === 'manager');
    const root = await opened(context, (one) => one.id === id);
    const { scope } = context.canvasElement.querySelector('account-scope') ?? {};
    scope?.enter(['sub-1', 'sub-2'].find((one) => !subaccountIds.includes(one)));
    await seen(root, '.is-elsewhere');
  },
};

export const Gone: Story = {
  play: async (context) => {
    const root = await edited(context);
    const { id } = someone(context, member);
    const { scope } = context.canvasElement.querySelector('account-scope') ?? {};
    accountOf(context).backend.memory.edit(id, null);
    await scope?.refresh();
    await seen(root, '.typed-values');
  },
};

export const NoAccount: Story = {
  parameters: { account: { none: true } },
  play: async (context) => {
    panelIn(context).personId = 'anybody';
    await shows('.is-config')(context);
  },
};

export const Beside: Story = {
  render: () => html`<div class="beside"><user-table></user-table><user-panel></user-panel></div>`,
  play: async (context) => {
    const list = await table(context.canvasElement);
    await userEvent.dblClick(await find(await rowAt(list, 3), '[data-column-id=email]'));
    await find(await rootOf(context.canvasElement, 'user-panel'), '[data-field]');
  },
};

export const Phone: Story = {
  globals: { viewport: { value: 'mobile1', isRotated: false } },
  render: () => html`<div class="is-narrow"><user-panel></user-panel></div>`,
  play: async (context) => {
    await opened(context);
  },
};
