import { expect } from '@open-wc/testing';
import { viewport } from '../../tools/commands.ts';
import { readable } from '../people-page.ts';
import {
  ALL_STATES,
  boxOf,
  controlsOf,
  nameOf,
  still,
  toPlainLooks,
  type Shown,
} from './all-states.ts';

/** Controls that cannot be reached: off the screen, where nothing scrolls there. */
function lost({ root }: Shown): readonly string[] {
  return controlsOf(root)
    .filter((control) => {
      const { left, right } = control.getBoundingClientRect();
      const box = control.closest('.filters, .viewport, #menu');
      const scrolls = box && box.scrollWidth > box.clientWidth;
      return !scrolls && !control.closest('.head') && (left < -1 || right > innerWidth + 1);
    })
    .map(nameOf);
}

/** Pairs of controls that lie on each other. */
function overlapping({ root }: Shown): readonly string[] {
  const layer = (each: Element) => each.closest('#menu, .offer');
  const controls = controlsOf(root).filter((each) => !each.closest('.head'));
  return controls.flatMap((one, at) =>
    controls.slice(at + 1).flatMap((other) => {
      // What clears a field lies in it.
      const isOne = one.contains(other) || (one.closest('.field') ?? 1) === other.closest('.field');
      if (isOne || layer(one) !== layer(other)) return [];
      const [a, b] = [boxOf(one), boxOf(other)];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      return across > 1 && down > 1 ? [`${nameOf(one)} and ${nameOf(other)}`] : [];
    }),
  );
}

/** Words in a row that lie outside of it. */
function cutOff({ root }: Shown): readonly string[] {
  return [...root.querySelectorAll('.row .cell, .state > *')].flatMap((cell) => {
    const box = cell.closest('.row, .state')!.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(cell);
    const rects = [...range.getClientRects()].filter(({ width, height }) => width * height > 0);
    const out = rects.some(({ top, bottom }) => top < box.top - 2 || bottom > box.bottom + 2);
    return out && readable(cell) ? [readable(cell)] : [];
  });
}

describe('<user-table> with text at 200 % in 640 px loses nothing', () => {
  afterEach(toPlainLooks);

  for (const [name, show] of Object.entries(ALL_STATES)) {
    it(`with ${name}`, async () => {
      await viewport({ width: 640, height: 800 });
      document.documentElement.style.fontSize = '200%';
      const shown = await show();
      await still(shown);
      expect(lost(shown), 'off the screen').to.deep.equal([]);
      expect(overlapping(shown), 'overlapping').to.deep.equal([]);
      expect(cutOff(shown), 'cut off').to.deep.equal([]);
    });
  }
});
