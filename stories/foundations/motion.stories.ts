import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html } from 'lit';
import { cssVars } from '../../src/views/css-vars.ts';
import { inTokens } from './in-tokens.ts';
import { computed, kindOf, readTokens } from './read-tokens.ts';

const meta: Meta = {
  title: 'Foundations/Motion',
  parameters: { controls: { disable: true }, bare: true },
};
export default meta;

const styles = css`
  .track {
    position: relative;
    block-size: 40px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .dot {
    position: absolute;
    inset-block: 8px;
    inset-inline-start: 8px;
    inline-size: 24px;
    border-radius: var(--_radius-small);
    background: var(--_accent);
    transition: inset-inline-start var(--_of) var(--_ease);
  }
  .track:is(:hover, :focus-visible) .dot {
    inset-inline-start: calc(100% - 32px);
  }
  li {
    margin-block-end: 20px;
  }
  ul.rows {
    margin: 0;
    padding: 0;
    list-style: none;
  }
`;

/** How long things take, and on which curve. Hover or focus a track. */
export const Motion: StoryObj = {
  render: () =>
    inTokens((root) => {
      const times = readTokens().filter((token) => kindOf(token) === 'time');
      const ease = readTokens().find(({ name }) => name === 'ease');
      return html`<h1>Motion</h1>
        <p class="lead">
          Things that appear fade and move by a few pixels; nothing travels. Hover or focus a track to see the time and the curve. Whoever asks
          their system for less motion gets none.
        </p>
        <ul class="rows">
          ${times.map(
            ({ name, set }) => html`<li>
              <span class="name">${name}</span> <code>${set ?? 'derived'}</code>
              <span class="quiet">${computed(root, name, 'transition-duration')}</span>
              <div class="track" tabindex="0" role="img" aria-label="A square that moves in ${computed(root, name, 'transition-duration')}" ${cssVars({ '--_of': `var(--_${name})` })}><div class="dot"></div></div>
            </li>`,
          )}
        </ul>
        <h2>Curve</h2>
        <p><code>${ease?.set}</code> <span class="quiet">${computed(root, 'ease', 'transition-timing-function')}</span></p>
        <h2>What moves</h2>
        <p>Menus and dialogs as they open; the bar of a seat meter as it fills; a button under the pointer. A change under way turns a small ring; the numbers beside it do not jump.</p>`;
    }, styles),
};
