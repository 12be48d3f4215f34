import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import {
  chooseFile, click, csv, find, gone, paste, roles, rootOf, rowAt, seen, select, table,
} from '../account/acting.ts'; // prettier-ignore
import { accountOf } from '../account/with-account.ts';

const meta: Meta = {
  title: 'Flows/People page',
  parameters: { account: {}, controls: { disable: true } },
  render: () =>
    html`<div class="stack">
      <seat-meter pool="licensed"></seat-meter>
      <user-table with-lists></user-table>
      <invite-dialog></invite-dialog>
    </div>`,
};
export default meta;

type Story = StoryObj;
type Play = Pick<StoryContext, 'canvasElement' | 'loaded' | 'step'>;

const role = async (root: ShadowRoot, place: number): Promise<string> =>
  (await find(await rowAt(root, place), '[part~=role-trigger]')).textContent.trim();

const dialogOf = async ({ canvasElement }: Pick<Play, 'canvasElement'>): Promise<ShadowRoot> => {
  const root = await rootOf(canvasElement, 'invite-dialog');
  await find(root, 'textarea');
  return root;
};

const option = async (root: ShadowRoot, place: number): Promise<void> => {
  await find(root, '[part~=option]');
  const chosen = root.querySelectorAll<HTMLElement>('[part~=option]')[place];
  if (chosen) await userEvent.click(chosen);
};

/** A menu with its reasons, a choice, the new value once the server has said so. */
export const ARoleIsChanged: Story = {
  play: async ({ canvasElement, step }) => {
    const root = await table(canvasElement);
    const before = await role(root, 4);
    await step('The menu says which roles are closed, and why', async () => {
      await roles(root, 4);
      await seen(root, '[part~=option][aria-disabled=true] .why');
    });
    await step('An open one is chosen', () => option(root, 1));
    await step('The row has it, and it can be taken back', async () => {
      await seen(root, '[part~=undo-offer]');
      await expect(await role(root, 4)).not.toBe(before);
    });
  },
};

/** Somebody who may change nobody’s role: what is closed can be opened all the same, and explains itself. */
export const ARefusalExplainsItself: Story = {
  globals: { as: 'admin' },
  play: async ({ canvasElement, step }) => {
    const root = await table(canvasElement);
    const before = await role(root, 4);
    await step('The menu opens, with whom to ask', async () => {
      await roles(root, 4);
      await seen(root, '[part~=option][aria-disabled=true] .remedy');
    });
    await step('Choosing a closed role changes nothing', async () => {
      await option(root, 1);
      await expect(await role(root, 4)).toBe(before);
    });
  },
};

/** The server refuses what the page believed: the old value stays, and the row says why. */
export const TheServerDisagrees: Story = {
  globals: { failures: 'changes' },
  play: async ({ canvasElement, step }) => {
    const root = await table(canvasElement);
    const before = await role(root, 4);
    await step('A role is chosen', () => roles(root, 4, 1));
    await step('It is tried three times, then the row says why not', async () => {
      await seen(root, '[part~=notice]');
      await expect(await role(root, 4)).toBe(before);
    });
  },
};

/** What was done is taken back from the offer. */
export const AChangeIsUndone: Story = {
  play: async ({ canvasElement, step }) => {
    const root = await table(canvasElement);
    const before = await role(root, 4);
    await step('A role is changed', async () => {
      await roles(root, 4, 1);
      await seen(root, '[part~=undo-offer] .small:not(.icon)');
    });
    await step('And taken back', async () => {
      await click(root, '[part~=undo-offer] .small:not(.icon)');
      await waitFor(async () => expect(await role(root, 4)).toBe(before));
    });
  },
};

/** Addresses as they come from a mail and a list, with mistakes among them. */
export const PeopleAreInvited: Story = {
  play: async (context) => {
    const { canvasElement, step } = context;
    const root = await table(canvasElement);
    await step('The table asks for the form', async () => {
      await click(root, '[part~=invite-button]');
    });
    const dialog = await dialogOf(context);
    await step('Addresses are pasted, and each says what is wrong with it', async () => {
      await paste(dialog, 'textarea', '"Ana Costa" <ana.costa@lumiere.example>; bo.lind@lumiere.example, cy.roth@lumiere, ana.costa@lumiere.example'); // prettier-ignore
      await seen(dialog, '[part~=chip-invalid]');
      await seen(dialog, '[part~=chip-duplicate]');
    });
    await step('Those that can be invited are', async () => {
      await click(dialog, '[part~=send]');
      await seen(dialog, '[part~=sent]');
    });
    await step('The others stay, to be put right', async () => {
      await expect(dialog.querySelectorAll('[part~=chip-invalid]').length).toBe(1);
    });
  },
};

/** One act on everyone: who is left out is said before anything is sent, and all of it can be undone. */
export const ManyAreChanged: Story = {
  play: async ({ canvasElement, step }) => {
    const root = await table(canvasElement);
    await step('Everyone on the page is selected', async () => {
      await click(root, '[part~=select-page]');
      await find(root, '[part~=bulk-bar]');
    });
    await step('They shall be admins', async () => {
      await click(root, '[part~=bulk-button]');
      await click(root, '[part~=bulk-action][data-value="user.change-role"]');
      await click(root, '[part~=bulk-action][data-value=admin]');
    });
    await step('The plan says who is spared and why', () =>
      seen(root, '[part~=confirmation][open] .spared'),
    );
    await step('It is done, with a report and a way back', async () => {
      await click(root, '[part~=confirmation] [type=submit]');
      await seen(root, '.bulk-summary');
    });
  },
};

/** A file with a mistake in it: what is right is imported, what is wrong is told row by row. */
export const AFileIsImported: Story = {
  play: async ({ canvasElement, step }) => {
    const root = await table(canvasElement);
    const dialog = await csv(root, 'import');
    await step('The file is understood before anything is sent', async () => {
      await chooseFile(dialog, [
        'Email;First name;Last name;Role',
        'ana.costa@lumiere.example;Ana;Costa;Member',
        'nobody at all;Bo;Lind;Member',
      ]);
      await seen(dialog, '.mistakes');
    });
    await step('What is right is imported', async () => {
      await click(dialog, '.primary');
      await seen(dialog, '.is-done');
    });
  },
};

/** The last seats: the meter moves as soon as a change is under way, and the next one is refused with a way out. */
export const SeatsRunOut: Story = {
  globals: { seats: '1' },
  play: async (context) => {
    const { canvasElement, step } = context;
    const root = await table(canvasElement);
    const meter = await rootOf(canvasElement, 'seat-meter');
    await step('One seat is left', () => seen(meter, '.is-nearly'));
    await step('Three are to be invited with a licence', async () => {
      await click(root, '[part~=invite-button]');
      const dialog = await dialogOf(context);
      await paste(dialog, 'textarea', 'ana.costa@lumiere.example');
      await find(dialog, '[part~=chip]');
      await click(dialog, '[part~=type-trigger]');
      await option(dialog, 1);
      await paste(dialog, 'textarea', 'bo.lind@lumiere.example, cy.roth@lumiere.example');
      await seen(dialog, '.need.short');
    });
    await step('Somebody buys five more, and it can be sent', async () => {
      const { memory } = accountOf(context).backend;
      const { facts } = await memory.account();
      memory.set({ pools: { licensed: (facts.seats?.['licensed']?.total ?? 0) + 5 } });
      await canvasElement.querySelector('account-scope')?.scope?.refresh();
      const dialog = await dialogOf(context);
      await gone(dialog, '.need.short');
      await click(dialog, '[part~=send]');
      await seen(dialog, '[part~=sent]');
    });
  },
};

/** The session ends in the middle of a change. Nothing that was entered is lost. */
export const TheSessionEnds: Story = {
  play: async ({ canvasElement, loaded, step }) => {
    const root = await table(canvasElement);
    const { conditions } = accountOf({ loaded }).backend;
    await step('Nobody is signed in any more', () => {
      conditions.expired = true;
    });
    const resumed = new Promise<void>((done) => {
      canvasElement.querySelector('account-scope')?.addEventListener('session-expired', (event) => {
        // Where a host would show its sign-in.
        conditions.expired = false;
        event.resume();
        done();
      });
    });
    await step('A role is changed; the page lets the person sign in', async () => {
      await roles(root, 4, 1);
      await resumed;
    });
    await step('And the change goes on by itself', () => seen(root, '[part~=undo-offer]'));
  },
};

/** Somebody else changes the same person meanwhile; the list follows. */
export const SomeoneElseWorksHere: Story = {
  play: async ({ canvasElement, loaded, step }) => {
    const root = await table(canvasElement);
    const before = await role(root, 5);
    const id = (await rowAt(root, 5)).dataset['id'] ?? '';
    await step('Another admin changes a role', () => {
      accountOf({ loaded }).backend.memory.edit(id, { roleId: 'admin' });
    });
    await step('The row follows', async () => {
      await waitFor(async () => expect(await role(root, 5)).not.toBe(before));
    });
    await step('Those selected stay selected', () => select(root, 3));
  },
};
