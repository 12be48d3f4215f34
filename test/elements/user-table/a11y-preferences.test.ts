import { expect } from '@open-wc/testing';
import { media, press, supports } from '../../tools/commands.ts';
import { until } from '../people-page.ts';
import { ALL_STATES, nameOf, still, toPlainLooks } from './all-states.ts';
import { drawn, openRoles, rowOf, withPeople } from './faulty-page.ts';

const itWhere = supports('media') ? it : it.skip;

describe('<user-table> heeds the system’s preferences', () => {
  afterEach(toPlainLooks);

  describe('forced colours', () => {
    const edged = (element: Element): boolean => {
      const { borderTopStyle, borderTopWidth, borderBottomStyle, borderBottomWidth } =
        getComputedStyle(element);
      const has = (style: string, width: string) => style !== 'none' && parseFloat(width) > 0;
      return has(borderTopStyle, borderTopWidth) || has(borderBottomStyle, borderBottomWidth);
    };

    for (const [name, show] of Object.entries(ALL_STATES)) {
      itWhere(`with ${name}: what has a shape keeps its edge`, async () => {
        await media({ forcedColors: 'active' });
        const shown = await show();
        await still(shown);
        const shapes = shown.root.querySelectorAll(
          '.table, .button, .field, .role-trigger, .row, .notice, .offer, #menu:popover-open, .checkbox, .segments, .skeleton',
        );
        const bare = [...shapes].filter((each) => each.checkVisibility() && !edged(each));
        expect(bare.map(nameOf), 'without an edge').to.deep.equal([]);
      });
    }

    itWhere('the focus is seen wherever it goes', async () => {
      await media({ forcedColors: 'active' });
      const page = await withPeople();
      const outlined = (): boolean => {
        const focused = page.focused()!;
        return [focused, focused.closest('.field'), focused.nextElementSibling].some((each) => {
          if (!each) return false;
          const { outlineStyle, outlineWidth } = getComputedStyle(each);
          return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
        });
      };
      page.host.querySelector('button')!.focus();
      for (let stop = 0; stop < 6; stop++) {
        await press('Tab');
        expect(outlined(), nameOf(page.focused()!)).to.equal(true);
      }
      for (const chord of ['ArrowDown', 'ArrowRight', 'ArrowRight']) {
        await press(chord);
        await drawn(page);
        expect(outlined(), nameOf(page.focused()!)).to.equal(true);
      }
      await openRoles(page, rowOf(page, 'member'));
      expect(outlined(), 'an option').to.equal(true);
      await press('Escape');
      page.$('[part=view-button]').focus();
      await press('Enter');
      await until(() => page.$('#menu').matches(':popover-open'), 'the view is open');
      await drawn(page);
      for (let stop = 0; stop < 6; stop++) {
        expect(outlined(), nameOf(page.focused()!)).to.equal(true);
        await press('Tab');
      }
    });

    itWhere('what is chosen differs from what is not', async () => {
      await media({ forcedColors: 'active' });
      const shown = await ALL_STATES['the view open']!();
      const segments = [...shown.root.querySelectorAll('.segment > span')];
      const looks = segments.map((each) => {
        const style = getComputedStyle(each);
        const isClear = style.backgroundColor.endsWith(', 0)');
        const ground = isClear ? getComputedStyle(each.closest('.segments')!) : style;
        const border = style.borderTopStyle === 'none' ? '' : style.borderTopColor;
        return [ground.backgroundColor, style.color, border, style.outlineStyle].join();
      });
      expect(new Set(looks).size, looks.join(' | ')).to.equal(2);
    });
  });

  describe('reduced motion', () => {
    for (const [name, show] of Object.entries(ALL_STATES)) {
      itWhere(`with ${name}: nothing moves`, async () => {
        await media({ reducedMotion: 'reduce' });
        const { root } = await show();
        const moving = root.getAnimations().filter((each) => {
          const { activeDuration } = each.effect!.getComputedTiming();
          return each.playState === 'running' && Number(activeDuration) > 20;
        });
        const names = moving.map(({ effect }) => nameOf((effect as KeyframeEffect).target!));
        expect([...new Set(names)], 'moving').to.deep.equal([]);
      });
    }
  });
});
