import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, nothing, type TemplateResult } from 'lit';
import { createTranslator, type Said } from '../../src/i18n/index.ts';
import { avatarStyles } from '../../src/views/avatar.ts';
import { badgeStyles, statusBadge } from '../../src/views/badge.ts';
import { chipStyles } from '../../src/views/chip.ts';
import { controls } from '../../src/views/controls.ts';
import { cssVars, type CssVars } from '../../src/views/css-vars.ts';
import { LATER_ICONS, laterIcon } from '../../src/views/icons-later.ts';
import { icon, ICONS, iconStyles } from '../../src/views/icons.ts';
import { reasonStyles, reasonView } from '../../src/views/reason.ts';
import { tokens } from '../../src/views/tokens.ts';
import { media, supports } from '../tools/commands.ts';

/** Shows anything with the kit's looks. */
class ViewsElement extends LitElement {
  static override readonly styles = [
    tokens, controls, iconStyles, chipStyles, avatarStyles, badgeStyles, reasonStyles,
  ]; // prettier-ignore
  content: TemplateResult | typeof nothing = nothing;
  protected override render() {
    return this.content;
  }
}
customElements.define('test-views', ViewsElement);

async function show(content: TemplateResult): Promise<ShadowRoot> {
  const element = await fixture<ViewsElement>(html`<test-views .content=${content}></test-views>`);
  return element.shadowRoot as ShadowRoot;
}
const find = (root: ParentNode, selector: string) => root.querySelector(selector) as HTMLElement;

describe('icons', () => {
  it('are decoration, in the colour of the text, and all drawn', async () => {
    const all = [...ICONS.map((name) => icon(name)), ...LATER_ICONS.map((name) => laterIcon(name))];
    const root = await show(html`<p>${all}</p>`);
    const drawings = [...root.querySelectorAll<SVGGraphicsElement>('svg')];
    expect(drawings).to.have.length(all.length);
    for (const drawing of drawings) {
      expect(drawing.getAttribute('aria-hidden')).to.equal('true');
      const { width, height } = drawing.getBBox();
      expect(Math.max(width, height), drawing.classList.value).to.be.within(5, 16);
      expect(getComputedStyle(drawing).stroke).to.equal(getComputedStyle(drawing).color);
    }
  });
});

describe('statusBadge', () => {
  it('says the status in words, and marks it by shape as well as colour', async () => {
    const t = createTranslator({ tags: ['en'] });
    const statuses = ['active', 'pending', 'suspended', 'deactivated'];
    const root = await show(html`${statuses.map((status) => statusBadge(t, status))}`);
    const badges = [...root.querySelectorAll('.badge')];
    expect(badges.map((badge) => badge.textContent.trim())).to.deep.equal([
      'Active',
      'Pending',
      'Suspended',
      'Deactivated',
    ]);
    const shapes = badges.map((badge) => {
      const { backgroundImage, backgroundColor, borderStartStartRadius } = getComputedStyle(
        find(badge, '.mark'),
      );
      return [
        backgroundImage !== 'none',
        backgroundColor.endsWith(' 0)'),
        borderStartStartRadius,
      ].join();
    });
    expect(new Set(shapes).size).to.equal(statuses.length);
  });

  it('shows a status that it does not know as it is', async () => {
    const root = await show(statusBadge(createTranslator(), 'on-leave'));
    expect(root.textContent.trim()).to.equal('on-leave');
  });
});

describe('reasonView', () => {
  const view = (said: Said) => show(reasonView(said, { id: 'why' }));

  it('says why, and on the next line what to do', async () => {
    const root = await view({
      reason: 'Your role does not include this.',
      remedy: 'Ask the owner.',
    });
    const block = find(root, '#why');
    expect(block.textContent.replace(/\s+/g, ' ').trim()).to.equal(
      'Your role does not include this. Ask the owner.',
    );
    const [why, remedy] = [find(block, '.why'), find(block, '.remedy')];
    expect(remedy.getBoundingClientRect().top).to.be.at.least(
      why.getBoundingClientRect().bottom - 4,
    );
  });

  it('links to where it is done', async () => {
    const root = await view({ reason: 'No.', remedy: 'Do it there.', href: '/profile' });
    expect(find(root, 'a').getAttribute('href')).to.equal('/profile');
  });

  it('does not run what a policy calls a link', async () => {
    for (const href of ['javascript:alert(1)', 'data:text/html,x', 'http://[']) {
      const root = await view({ reason: 'No.', remedy: 'Do it there.', href });
      expect(root.querySelector('a'), href).to.equal(null);
      expect(root.textContent).to.contain('Do it there.');
    }
  });

  it('shows the words of a server as text', async () => {
    const root = await view({ reason: '<img src=x onerror=alert(1)>' });
    expect(root.querySelector('img')).to.equal(null);
    expect(root.textContent).to.contain('<img');
  });
});

describe('cssVars', () => {
  const box = (vars: CssVars) => html`<p ${cssVars(vars)}></p>`;

  it('sets custom properties, and takes back those that are gone', async () => {
    const element = await fixture<ViewsElement>(
      html`<test-views .content=${box({ '--_a': 1, '--_b': 'red' })}></test-views>`,
    );
    const { style } = find(element.shadowRoot as ShadowRoot, 'p');
    expect(style.getPropertyValue('--_a')).to.equal('1');
    element.content = box({ '--_a': 2, '--_b': undefined });
    element.requestUpdate();
    await element.updateComplete;
    expect([style.getPropertyValue('--_a'), style.getPropertyValue('--_b')]).to.deep.equal([
      '2',
      '',
    ]);
    element.content = box({});
    element.requestUpdate();
    await element.updateComplete;
    expect(style.length).to.equal(0);
  });
});

describe('controls', () => {
  const CONTROLS = html`
    <button class="button">Plain</button>
    <button class="button primary">Primary</button>
    <button class="button quiet icon" aria-label="More">${icon('more')}</button>
    <button class="select">Member ${icon('chevron-down')}</button>
    <label class="field">${icon('search')}<input type="search" aria-label="Search" /></label>
    <div class="menu" role="menu"><button class="item" role="menuitem">Open</button></div>
  `;

  it('are at least 32 px to hit', async () => {
    const root = await show(CONTROLS);
    for (const control of root.querySelectorAll('.button, .select, .field, .item')) {
      const { width, height } = control.getBoundingClientRect();
      expect(Math.min(width, height), control.className).to.be.at.least(32);
    }
  });

  it('are hit on as much where they look smaller', async () => {
    const root = await show(html`<p>
      <button class="button small">Retry</button>
      <span class="chip">Admin<button class="button quiet icon" aria-label="Remove"></button></span>
      <label class="field"><input aria-label="Search" /><button class="button quiet icon"></button></label>
    </p>`);
    for (const button of root.querySelectorAll('button')) {
      const { left, right, top, bottom } = button.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      for (const offset of [-15.5, 15.5]) {
        const hit = root.elementFromPoint(x, y + offset) === button;
        expect(hit, `${button.className} in ${button.parentElement?.className ?? ''}`).to.equal(
          true,
        );
      }
    }
  });

  it('let a closed one take the focus, with its ring', async () => {
    const root = await show(html`<button class="button" aria-disabled="true">Delete</button>`);
    const button = find(root, 'button');
    button.focus({ focusVisible: true });
    expect(root.activeElement).to.equal(button);
    const { outlineStyle, outlineWidth, borderStyle } = getComputedStyle(button);
    expect([outlineStyle, outlineWidth, borderStyle]).to.deep.equal(['solid', '2px', 'dashed']);
  });

  it('have no fault that axe finds, in light and in dark', async () => {
    for (const scheme of ['light', 'dark']) {
      const element = await fixture<ViewsElement>(
        html`<test-views
          .content=${html`<section>
            ${CONTROLS}
            <button class="button primary" aria-disabled="true">Closed</button>
            <button class="button danger">Delete</button>
            <span class="chip chosen">Role: Admin</span>
            ${reasonView({ reason: 'It failed.', remedy: 'Try again.' }, { tone: 'problem' })}
          </section>`}
        ></test-views>`,
      );
      document.documentElement.style.colorScheme = scheme;
      document.body.style.background = 'Canvas';
      await expect(element).to.be.accessible();
    }
    document.documentElement.removeAttribute('style');
    document.body.removeAttribute('style');
  });

  (supports('media') ? it : it.skip)('keep still when asked to', async () => {
    await media({ reducedMotion: 'reduce' });
    const root = await show(html`<button class="button">Plain</button><i class="skeleton"></i>`);
    expect(getComputedStyle(find(root, '.skeleton')).animationName).to.equal('none');
    expect(parseFloat(getComputedStyle(find(root, 'button')).transitionDuration)).to.be.below(0.01);
    await media({ reducedMotion: null });
  });

  (supports('media') ? it : it.skip)('keep their edges in forced colours', async () => {
    await media({ forcedColors: 'active' });
    const root = await show(html`<button class="button primary">Save</button>
      <input class="checkbox" type="checkbox" checked aria-label="Ana" />`);
    for (const control of root.querySelectorAll('.button, .checkbox')) {
      const { borderTopColor, backgroundColor, borderTopStyle } = getComputedStyle(control);
      expect(borderTopStyle).to.equal('solid');
      expect(borderTopColor === backgroundColor && control.matches('.button')).to.equal(false);
    }
    await media({ forcedColors: null });
  });
});
