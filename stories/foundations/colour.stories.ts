import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html, type TemplateResult } from 'lit';
import { cssVars } from '../../src/views/css-vars.ts';
import { contrast, PAIRS } from '../../test/views/contrast.ts';
import { inTokens } from './in-tokens.ts';
import { computed, kindOf, readTokens } from './read-tokens.ts';

const meta: Meta = {
  title: 'Foundations/Colour',
  parameters: { controls: { disable: true }, bare: true },
};
export default meta;

type Story = StoryObj;

const SCHEMES = ['light', 'dark'] as const;

const styles = css`
  :host(.is-light) {
    color-scheme: light;
  }
  :host(.is-dark) {
    color-scheme: dark;
  }
  .swatch {
    block-size: 56px;
    margin-block-end: 8px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_of);
  }
  .ratio {
    display: inline-grid;
    place-items: center;
    min-inline-size: 4.5rem;
    padding: 4px 8px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-small);
    background: var(--_on);
    color: var(--_of);
    font-variant-numeric: tabular-nums;
    font-weight: var(--_medium);
  }
  .line {
    inline-size: 3rem;
    block-size: 0;
    border-block-start: 3px solid var(--_of);
  }
`;

const both = (draw: (root: ShadowRoot, scheme: string) => TemplateResult): TemplateResult =>
  html`<div class="sides">
    ${SCHEMES.map((scheme) => inTokens((root) => draw(root, scheme), styles, { name: `is-side is-${scheme}` }))}
  </div>`;

const colours = () => readTokens().filter((token) => kindOf(token) === 'colour');

/** Every colour in both schemes, as the browser paints it. */
export const Palette: Story = {
  render: () =>
    both(
      (root, scheme) => html`<h1>${scheme === 'light' ? 'Light' : 'Dark'}</h1>
        <p class="lead">
          Every colour comes from one accent: its hue tints surfaces and text, its own lightness is corrected where text lies on it. A page
          sets any of them by the name below.
        </p>
        <ul class="cards">
          ${colours().map(
            ({ name, set }) => html`<li>
              <div class="swatch" ${cssVars({ '--_of': `var(--_${name})` })}></div>
              <span class="name">${name}</span>
              <code>${set ?? 'derived'}</code>
              <div class="quiet small">${computed(root, name, 'background-color')}</div>
            </li>`,
          )}
        </ul>`,
    ),
};

/** What has to be read, on what it lies on, measured. */
export const Contrast: Story = {
  render: () =>
    both(
      (root, scheme) => html`<h1>Contrast, ${scheme}</h1>
        <p class="lead">
          Measured here and now, in this browser. Text needs 4.5 at least, the text of a page 7, a line that means something 3. A test holds the
          same pairs for two dozen accents.
        </p>
        <div class="scroll" tabindex="0" role="region" aria-label="Pairs, ${scheme}">
          <table>
            <thead>
              <tr><th scope="col">Of</th><th scope="col">On</th><th scope="col" class="number">Needs</th><th scope="col" class="number">Has</th></tr>
            </thead>
            <tbody>
              ${PAIRS.map(([of, on, least]) => {
                const ratio = contrast(
                  computed(root, of, 'background-color'),
                  computed(root, on, 'background-color'),
                );
                const seen = { '--_of': `var(--_${of})`, '--_on': `var(--_${on})` };
                return html`<tr>
                  <th scope="row">${of}</th>
                  <td>${on}</td>
                  <td class="number">${least}</td>
                  <td class="number">
                    ${least < 4.5 ? html`<span class="ratio" ${cssVars({ ...seen, '--_of': 'var(--_text)' })}>${ratio.toFixed(1)} <i class="line" ${cssVars(seen)}></i></span>` : html`<span class="ratio" ${cssVars(seen)}>${ratio.toFixed(1)}</span>`}
                  </td>
                </tr>`;
              })}
            </tbody>
          </table>
        </div>`,
    ),
};
