import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html, type TemplateResult } from 'lit';
import { LATER_ICONS, laterIcon } from '../../src/views/icons-later.ts';
import { icon, ICONS, iconStyles } from '../../src/views/icons.ts';
import { toolbarOf } from '../account/with-account.ts';
import { inTokens } from './in-tokens.ts';

const meta: Meta = {
  title: 'Foundations/Icons',
  parameters: { controls: { disable: true }, bare: true },
};
export default meta;

const styles = css`
  ${iconStyles}
  .tile {
    display: grid;
    place-items: center;
    gap: 12px;
    padding: 20px 8px 12px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .pair {
    display: flex;
    align-items: center;
    gap: 20px;
  }
  .large {
    zoom: 2;
  }
`;

const tile = (name: string, draw: () => TemplateResult): TemplateResult =>
  html`<li class="tile">
    <span class="pair">${draw()}<span class="large">${draw()}</span></span><code>${name}</code>
  </li>`;

/** Every drawing of the kit, at its size and twice as large. */
export const Icons: StoryObj = {
  render: (_args, context) =>
    inTokens(
      () => html`<h1>Icons</h1>
        <p class="lead">
          Drawn for the kit on a grid of 16 px with a round stroke of 1.5 px, in the colour of the text beside them. They decorate: the control
          they stand in carries the name. Those that point back in time turn around in right-to-left text.
        </p>
        <h2>On the screen first</h2>
        <ul class="cards">
          ${ICONS.map((name) => tile(name, () => icon(name)))}
        </ul>
        <h2>In menus and dialogs</h2>
        <ul class="cards">
          ${LATER_ICONS.map((name) => tile(name, () => laterIcon(name)))}
        </ul>`,
      styles,
      { dir: toolbarOf(context).direction },
    ),
};
