import { noChange } from 'lit';
import { directive, Directive, PartType } from 'lit/directive.js';
import type { DirectiveResult, ElementPart, PartInfo } from 'lit/directive.js';

/** Custom properties by name; `undefined` and `null` remove one. */
export type CssVars = Readonly<Record<`--${string}`, string | number | null | undefined>>;

class CssVarsDirective extends Directive {
  #set: readonly string[] = [];

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT)
      throw new Error('cssVars goes on an element: <div ${cssVars({…})}>');
  }

  override render(_vars: CssVars): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [vars]: [CssVars]): unknown {
    const { style } = element as HTMLElement;
    for (const name of this.#set) if (!(name in vars)) style.removeProperty(name);
    for (const [name, value] of Object.entries(vars)) {
      if (value === null || value === undefined) style.removeProperty(name);
      else style.setProperty(name, String(value));
    }
    this.#set = Object.keys(vars);
    return noChange;
  }
}

/**
 * Sets custom properties on an element: `<div ${cssVars({ '--_share': 0.4 })}>`. A `style` attribute and
 * Lit's `styleMap` are refused by a strict Content-Security-Policy; this is not.
 */
export const cssVars: (vars: CssVars) => DirectiveResult = directive(CssVarsDirective);
