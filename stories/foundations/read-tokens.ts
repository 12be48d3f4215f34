import { tokens } from '../../src/views/tokens.ts';

/** A token as the style sheet declares it. */
export interface Token {
  /** `accent`. */
  readonly name: string;
  /** The property that a page sets, if it is one of those. */
  readonly set: string | undefined;
  /** What the sheet says. */
  readonly declared: string;
}

/** Every token of the kit, in the order of its style sheet. */
export function readTokens(): readonly Token[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokens.cssText);
  const host = [...sheet.cssRules].find(
    (rule) => rule instanceof CSSStyleRule && rule.selectorText === ':host',
  );
  if (!(host instanceof CSSStyleRule)) return [];
  return [...host.style]
    .filter((property) => property.startsWith('--_'))
    .map((property) => {
      const declared = host.style.getPropertyValue(property).trim();
      const [set] = /--account-[a-z-]+/.exec(declared) ?? [];
      return { name: property.slice('--_'.length), set, declared };
    });
}

export type Kind = 'colour' | 'length' | 'time' | 'shadow' | 'font' | 'number' | 'easing';

/** In this order: what is a number would be a weight as well. */
const PROPERTIES: readonly (readonly [Kind, string])[] = [
  ['colour', 'background-color'], ['time', 'transition-duration'], ['easing', 'transition-timing-function'],
  ['shadow', 'box-shadow'], ['length', 'border-spacing'], ['number', 'line-height'], ['font', 'font-family'],
]; // prettier-ignore

/** What a token is, by what takes it: nobody has to say. */
export function kindOf({ name }: Token): Kind | undefined {
  const value = `var(--_${name})`;
  const resolved = getComputedStyle(probe()).getPropertyValue(`--_${name}`).trim();
  return PROPERTIES.find(
    ([, property]) => CSS.supports(property, value) && CSS.supports(property, resolved),
  )?.[0];
}

let host: HTMLElement | undefined;

/** Somewhere on the page where the tokens hold. */
function probe(): HTMLElement {
  if (!host) {
    host = document.createElement('div');
    host.hidden = true;
    adopt(host.attachShadow({ mode: 'open' }));
    document.body.append(host);
  }
  return host;
}

export function adopt(root: ShadowRoot): void {
  if (tokens.styleSheet) root.adoptedStyleSheets = [tokens.styleSheet];
}

/** What a token comes to, as a browser computes a property of that value. */
export function computed(root: ShadowRoot, name: string, property: string): string {
  const mark = document.createElement('i');
  mark.style.setProperty(property, `var(--_${name})`);
  root.append(mark);
  const value = getComputedStyle(mark).getPropertyValue(property);
  mark.remove();
  // Sizes are derived by factors: nobody measures thousandths of a pixel.
  return value.replace(/\d+\.\d+(?=px)/g, (px) => String(Math.round(Number(px) * 10) / 10));
}
