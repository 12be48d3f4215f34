import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html, type TemplateResult } from 'lit';
import { cssVars } from '../src/views/css-vars.ts';
import { table } from './account/acting.ts';
import { inTokens } from './foundations/in-tokens.ts';

interface Look {
  readonly accent: string;
  readonly radius: number;
}

const meta: Meta<Look> = {
  title: 'Introduction',
  parameters: { account: {}, bare: true },
  args: { accent: '#3061c4', radius: 8 },
  argTypes: {
    accent: { control: 'color', description: '`--account-accent`' },
    radius: {
      control: { type: 'range', min: 0, max: 16 },
      description: '`--account-radius`, in px',
    },
  },
};
export default meta;

const styles = css`
  :host {
    padding-block-start: clamp(24px, 6vw, 64px);
  }
  h1 {
    max-inline-size: 40rem;
    margin-block-end: 16px;
    font-size: clamp(1.75rem, 4vw, 2.5rem);
  }
  .cards {
    grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr));
  }
  .card {
    display: block;
    block-size: 100%;
    padding: 16px 20px 20px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    color: inherit;
    text-decoration: none;
    transition: border-color var(--_fast) var(--_ease);
  }
  .card:hover {
    border-color: var(--_accent-ink);
  }
  .card > .name {
    margin-block-end: 4px;
    color: var(--_accent-ink);
  }
  dl {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 8px 20px;
    max-inline-size: 46rem;
  }
  dt {
    font-weight: var(--_medium);
  }
  dd {
    margin: 0;
    color: var(--_text-muted);
    text-wrap: pretty;
  }
`;

const card = (name: string, path: string, text: string): TemplateResult =>
  html`<li><a class="card" href="./?path=/story/${path}" target="_top"><span class="name">${name}</span>${text}</a></li>`;

const head = () =>
  inTokens(
    () => html`<h1>Pages about people, with nothing left to guess.</h1>
      <p class="lead">
        Rosterkit is the table of people, the invitation, the choice of a role, the seats: what every product has on its admin pages. What cannot be
        done is there and says why. What was done can be undone. This is every state of all of it.
      </p>
      <ul class="cards">
        ${card('Elements', 'elements-user-table--rows', 'One story for each state: empty, refused, offline, half done. Their docs pages list them all.')}
        ${card('Flows', 'flows-people-page--a-role-is-changed', 'A page as a host builds it, and what a person does there, step by step.')}
        ${card('Foundations', 'foundations-colour--palette', 'Colours, type, motion, icons and words, drawn from the sources as they are.')}
        ${card('What can this role do?', 'foundations-permissions--what-can-this-role-do', 'The rules of five products, role by role, in words.')}
      </ul>
      <h2>One accent, one radius</h2>
      <p class="quiet">
        Change both under Controls below, and light or dark in the toolbar. Contrast is kept whatever the accent is.
      </p>`,
    styles,
  );

const foot = () =>
  inTokens(
    () => html`<h2>The toolbar</h2>
      <p class="quiet">Everything that it sets is a part of the address, so that what you look at can be sent to somebody.</p>
      <dl>
        <dt>Product, View as</dt>
        <dd>Whose rules hold, and whose eyes you look through.</dd>
        <dt>People, Seats left</dt>
        <dd>From nobody to a hundred thousand; from no seat to plenty.</dd>
        <dt>Language, Direction, Theme, Density</dt>
        <dd>How it looks and reads. Direction and language are independent, to see a layout mirrored.</dd>
        <dt>Latency, Failures</dt>
        <dd>A slow server, a broken connection, answers that get lost. Changes that fail say so in their row.</dd>
      </dl>`,
    styles,
  );

/** Where a designer begins. */
export const Introduction: StoryObj<Look> = {
  render: ({ accent, radius }) =>
    html`${head()}
      <div
        class="live stack"
        ${cssVars({ '--account-accent': accent, '--account-radius': `${radius}px` })}
      >
        <seat-meter pool="licensed"></seat-meter>
        <user-table class="is-low" with-lists></user-table>
        <invite-dialog></invite-dialog>
      </div>
      ${foot()}`,
  play: async ({ canvasElement }) => {
    await table(canvasElement);
  },
};
