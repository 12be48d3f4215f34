import { render, type CSSResult, type TemplateResult } from 'lit';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { adopt } from './read-tokens.ts';
import { sheetStyles } from './sheet.styles.ts';

type Draw = (root: ShadowRoot) => TemplateResult;

/**
 * A box in which the kit's tokens hold, as they do inside of its elements. Drawn once it is on the page, so that what
 * is drawn can be what the browser makes of the tokens there. Its words are English, whatever the toolbar says.
 */
export function inTokens(
  draw: Draw,
  own?: CSSResult,
  { name = '', dir = 'ltr' }: { readonly name?: string; readonly dir?: 'ltr' | 'rtl' } = {},
): TemplateResult {
  const fill = (element?: Element): void => {
    if (!element) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    adopt(root);
    for (const { styleSheet } of [sheetStyles, ...(own ? [own] : [])]) {
      if (styleSheet) root.adoptedStyleSheets.push(styleSheet);
    }
    requestAnimationFrame(() => render(draw(root), root));
  };
  return html`<div class="in-tokens ${name}" lang="en" dir=${dir} ${ref(fill)}></div>`;
}
