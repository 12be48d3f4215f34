import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { tokens } from '../../src/views/tokens.ts';
import { contrast, PAIRS } from './contrast.ts';

class ThemedElement extends LitElement {
  static override readonly styles = tokens;
}
customElements.define('test-themed', ThemedElement);

const read = async (look: string) => (await fetch(`/demo/themes/${look}.css`)).text();

for (const look of ['ledger', 'bloom']) {
  describe(`the example theme ${look}`, () => {
    const sheet = new CSSStyleSheet();
    let element: ThemedElement;

    before(async () => {
      sheet.replaceSync(await read(look));
      document.adoptedStyleSheets.push(sheet);
      document.documentElement.dataset['look'] = look;
      element = new ThemedElement();
      document.body.append(element);
    });
    after(() => {
      element.remove();
      delete document.documentElement.dataset['look'];
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
      document.documentElement.style.colorScheme = '';
    });

    const paint = (token: string) => {
      const probe = document.createElement('i');
      element.renderRoot.append(probe);
      probe.style.backgroundColor = `var(--_${token})`;
      const color = getComputedStyle(probe).backgroundColor;
      probe.remove();
      return color;
    };

    for (const scheme of ['light', 'dark']) {
      it(`keeps the contrast of every pair: ${scheme}`, () => {
        document.documentElement.style.colorScheme = scheme;
        for (const [of, on, least] of PAIRS) {
          expect(contrast(paint(of), paint(on)), `${of} on ${on}`).to.be.at.least(least);
        }
      });
    }

    it('reaches into elements by their tokens and parts only', () => {
      const inside = [...sheet.cssRules].flatMap((rule) =>
        rule instanceof CSSStyleRule ? [...rule.cssRules] : [],
      );
      const ofTheKit = inside
        .filter((rule) => rule instanceof CSSStyleRule)
        .map(({ selectorText }) => selectorText)
        .filter((selector) => selector.includes('-'));
      expect(ofTheKit).to.not.deep.equal([]);
      for (const selector of ofTheKit)
        for (const one of selector.split(','))
          expect(one.trim()).to.match(/(^|\s)[a-z]+(-[a-z]+)+::part\([a-z-]+\)$/);
    });
  });
}
