import { expect } from '@open-wc/testing';
import { viewport } from '../../tools/commands.ts';
import {
  ALL_STATES,
  boxOf,
  controlsOf,
  nameOf,
  still,
  toPlainLooks,
  type Shown,
} from './all-states.ts';

/** The controls that are on the screen as a whole, and not covered: what a person could hit. */
function seen({ root }: Shown): readonly HTMLElement[] {
  const menu = root.querySelector('#menu:popover-open');
  return controlsOf(root).filter((control) => {
    const whole = wholeOf(control);
    const { top, bottom, left, right } = whole.getBoundingClientRect();
    const box = boxOf(whole);
    const isWhole =
      top >= box.top && bottom <= box.bottom && left >= box.left && right <= box.right;
    // What lies below an open menu is for later.
    return isWhole && hits(control, middleOf(control)) && (menu?.contains(control) ?? true);
  });
}

/** A control with the label that it has: a press on that is one on it. */
const wholeOf = (control: HTMLElement): HTMLElement => control.closest('label') ?? control;

function middleOf(control: HTMLElement): { x: number; y: number } {
  const { left, top, width, height } = wholeOf(control).getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** Whether a press at a point of the viewport is one on this control. */
function hits(control: HTMLElement, { x, y }: { x: number; y: number }): boolean {
  const hit = (control.getRootNode() as ShadowRoot).elementFromPoint(x, y);
  if (hit === null || wholeOf(control).contains(hit)) return hit !== null;
  // Some engines draw a scroll bar over what scrolls, as long as one points there.
  const { left, right, bottom } = hit.getBoundingClientRect();
  return hit.matches('.viewport, #menu') && Math.min(x - left, right - x, bottom - y) < 24;
}

const WAYS = [[1, 0], [-1, 0], [0, 1], [0, -1]] as const; // prettier-ignore

/** Whether a control can be hit so far around its middle. */
function reaches(control: HTMLElement, far: number): boolean {
  const { x, y } = middleOf(control);
  return WAYS.every(([right, down]) => hits(control, { x: x + right * far, y: y + down * far }));
}

/** What people operate most: it has to be easy to hit, not just possible. */
function leastOf(control: HTMLElement): 24 | 32 {
  if (control.matches('.small, .icon')) return 24;
  return control.matches('.button, .field > input, .role-trigger, .item, .item *') ? 32 : 24;
}

function tooSmall(shown: Shown): readonly string[] {
  return seen(shown).flatMap((control) => {
    const least = leastOf(control);
    return reaches(control, least / 2 - 1) ? [] : [`${nameOf(control)} is not hit on ${least} px`];
  });
}

describe('<user-table> controls can be hit: on 32 px what is used most, on 24 px all', () => {
  afterEach(toPlainLooks);

  for (const [name, show] of Object.entries(ALL_STATES)) {
    it(`with ${name}`, async () => {
      const shown = await show();
      await still(shown);
      expect(tooSmall(shown), 'too small').to.deep.equal([]);
      await viewport({ width: 375, height: 700 });
      await still(shown);
      expect(tooSmall(shown), 'too small on a phone').to.deep.equal([]);
    });
  }
});
