import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { avatarStyles } from '../../src/views/avatar.ts';
import { tokens } from '../../src/views/tokens.ts';
import { contrast, PAIRS } from './contrast.ts';

class TokensElement extends LitElement {
  static override readonly styles = [tokens, avatarStyles];
}
customElements.define('test-tokens', TokensElement);

/** Accents that a host may bring: the default, brand colours of every hue, very light, very dark, grey. */
const ACCENTS = [
  '', '#000', '#fff', '#808080', '#0969da', '#635bff', '#5e6ad2', '#e01e5a', '#ff6600', '#ffcc00', '#ffff00', '#00c853', '#00bcd4',
  '#00ffff', '#ff00ff', '#7c3aed', '#b91c1c', '#14532d', '#fde68a', '#a7f3d0', 'oklch(0.54 0.2 140)', 'oklch(0.58 0.2 262)',
  'oklch(0.63 0.2 30)', 'oklch(0.645 0.2 300)', 'oklch(0.7 0.3 150)',
]; // prettier-ignore

describe('tokens', () => {
  let element: TokensElement;
  beforeEach(() => {
    element = new TokensElement();
    document.body.append(element);
  });
  afterEach(() => element.remove());

  /** The value that a private token paints inside the element. */
  const paint = (token: string) => {
    const probe = document.createElement('i');
    element.renderRoot.append(probe);
    probe.style.backgroundColor = `var(--_${token})`;
    const color = getComputedStyle(probe).backgroundColor;
    probe.remove();
    return color;
  };

  for (const scheme of ['light', 'dark']) {
    for (const accent of ACCENTS) {
      it(`keep their contrast: ${scheme}, ${accent || 'default accent'}`, () => {
        element.style.colorScheme = scheme;
        if (accent) element.style.setProperty('--account-accent', accent);
        for (const [of, on, least] of PAIRS) {
          expect(contrast(paint(of), paint(on)), `${of} on ${on}`).to.be.at.least(least);
        }
      });
    }
  }

  it('keep the initials of an avatar readable on every tint', () => {
    for (const scheme of ['light', 'dark']) {
      element.style.colorScheme = scheme;
      for (let tint = 0; tint < 8; tint++) {
        const mark = document.createElement('span');
        mark.className = `avatar tint-${tint}`;
        element.renderRoot.append(mark);
        const { color, backgroundColor } = getComputedStyle(mark);
        expect(contrast(color, backgroundColor), `${scheme} ${tint}`).to.be.at.least(4.5);
      }
    }
  });

  it('follow the page’s colour scheme, and stay light where it has none', () => {
    const light = paint('surface');
    element.style.colorScheme = 'dark';
    expect(paint('surface')).to.not.equal(light);
  });

  it('let a page set any of them from above', () => {
    document.body.style.setProperty('--account-surface', 'rgb(1, 2, 3)');
    document.body.style.setProperty('--account-radius', '2px');
    expect(paint('surface')).to.equal('rgb(1, 2, 3)');
    const probe = document.createElement('i');
    element.renderRoot.append(probe);
    probe.style.borderStartStartRadius = 'var(--_radius-large)';
    expect(getComputedStyle(probe).borderStartStartRadius).to.equal('2.75px');
    document.body.removeAttribute('style');
  });

  it('take an accent that differs between light and dark', () => {
    element.style.setProperty('--account-accent', 'light-dark(#b91c1c, #ffcc00)');
    element.style.colorScheme = 'light';
    const light = paint('accent');
    element.style.colorScheme = 'dark';
    expect(paint('accent')).to.not.equal(light);
  });
});
