import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html } from 'lit';
import { cssVars } from '../../src/views/css-vars.ts';
import { inTokens } from './in-tokens.ts';
import { computed, kindOf, readTokens, type Kind, type Token } from './read-tokens.ts';

const meta: Meta = {
  title: 'Foundations/Dimensions',
  parameters: { controls: { disable: true }, bare: true },
};
export default meta;

type Story = StoryObj;

const styles = css`
  .sample {
    display: flex;
    align-items: baseline;
    gap: 24px;
    padding-block: 12px;
    border-block-end: 1px solid var(--_border);
  }
  .sample > .meta {
    flex: none;
    inline-size: 13rem;
  }
  .sample > .text {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .size {
    font-size: var(--_of);
  }
  .weight {
    font-weight: var(--_of);
  }
  .bar {
    inline-size: var(--_of);
    block-size: 16px;
    border-radius: 3px;
    background: var(--_accent);
  }
  .corner,
  .raised {
    block-size: 72px;
    margin-block-end: 8px;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_of);
    background: var(--_surface-raised);
  }
  .raised {
    border-color: var(--_border);
    border-radius: var(--_radius);
    box-shadow: var(--_of);
  }
`;

const isKind = (kind: Kind, pattern: RegExp) => (token: Token) =>
  pattern.test(token.name) && kindOf(token) === kind;

const meta_ = (token: Token, value: string) =>
  html`<span class="meta"
    ><span class="name">${token.name}</span><code>${token.set ?? 'derived'}</code><br /><span class="quiet small">${value}</span></span
  >`;

const of = ({ name }: Token) => cssVars({ '--_of': `var(--_${name})` });

/** Three sizes and two weights: more would be noise in a table. */
export const Type: Story = {
  render: () =>
    inTokens((root) => {
      const tokens = readTokens();
      const sizes = tokens.filter(isKind('length', /^size/));
      const weights = tokens.filter(({ name }) => name === 'medium' || name === 'strong');
      const fonts = tokens.filter(({ name }) => name === 'font');
      return html`<h1>Type</h1>
        <p class="lead">
          One size, from which a smaller and a larger one follow; two weights beside the regular. The family is the system’s, or the page’s own
          with <code>--account-font: inherit</code>.
        </p>
        <h2>Sizes</h2>
        ${sizes.map((token) => html`<div class="sample">${meta_(token, computed(root, token.name, 'font-size'))}<span class="text size" ${of(token)}>Élodie Martin now has the role Admin. 2,000 people</span></div>`)}
        <h2>Weights</h2>
        ${weights.map((token) => html`<div class="sample">${meta_(token, computed(root, token.name, 'font-weight'))}<span class="text weight" ${of(token)}>Change the role of Åsa Sørensen</span></div>`)}
        <h2>Family</h2>
        ${fonts.map((token) => html`<div class="sample">${meta_(token, '')}<span class="small">${computed(root, token.name, 'font-family')}</span></div>`)}
        <h2>Names come in every script</h2>
        <div class="sample"><span class="text">Zoë Müller · Νίκος Παπαδόπουλος · Світлана Ковальчук · عبد الرحمن المنصوري · 高橋 美咲 · आद्या चट्टोपाध्याय · ศรีสุวรรณ · 김서연</span></div>`;
    }, styles),
};

/** One step, from which all distances come; heights of rows and controls. */
export const Space: Story = {
  render: () =>
    inTokens((root) => {
      const tokens = readTokens();
      const heights = tokens.filter(isKind('length', /^(control|row)/));
      const step = parseFloat(computed(root, 'space', 'width'));
      return html`<h1>Space</h1>
        <p class="lead">
          Every distance is a multiple of <code>--account-space</code>, ${step} px here. Rows and controls have heights of their own; on touch
          screens both are 44 px at least.
        </p>
        <h2>Steps</h2>
        ${[1, 1.5, 2, 3, 4, 6].map((times) => html`<div class="sample"><span class="meta"><span class="name">${times} ×</span><span class="quiet small">${step * times} px</span></span><span class="bar" ${cssVars({ '--_of': `calc(var(--_space) * ${times})` })}></span></div>`)}
        <h2>Heights</h2>
        ${heights.map((token) => html`<div class="sample">${meta_(token, computed(root, token.name, 'width'))}<span class="bar" ${of(token)}></span></div>`)}`;
    }, styles),
};

/** One radius bends everything; shadows only lift what floats. */
export const Corners: Story = {
  render: () =>
    inTokens((root) => {
      const tokens = readTokens();
      return html`<h1>Corners and shadows</h1>
        <p class="lead">
          Small things take a part of <code>--account-radius</code>, large ones more, so that 0 makes everything square and 14 px everything
          soft. Shadows are for what floats: menus, dialogs, the button that is raised a little.
        </p>
        <h2>Corners</h2>
        <ul class="cards">
          ${tokens.filter(isKind('length', /^radius/)).map((token) => html`<li><div class="corner" ${of(token)}></div>${meta_(token, computed(root, token.name, 'width'))}</li>`)}
        </ul>
        <h2>Shadows</h2>
        <ul class="cards">
          ${tokens.filter(({ name }) => name === 'shadow' || name === 'shadow-small').map((token) => html`<li><div class="raised" ${of(token)}></div>${meta_(token, '')}</li>`)}
        </ul>`;
    }, styles),
};
