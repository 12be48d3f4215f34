import { expect } from '@open-wc/testing';
import { media, supports, viewport } from '../../tools/commands.ts';
import { ALL_STATES, still, toPlainLooks } from './all-states.ts';

describe('<user-table> accessibility', () => {
  afterEach(toPlainLooks);

  describe('has no fault that axe finds', () => {
    for (const [name, show] of Object.entries(ALL_STATES)) {
      it(`with ${name}`, async () => {
        const shown = await show();
        const { table } = shown;
        await still(shown);
        await expect(table, 'as it is').to.be.accessible();
        table.parentElement!.dir = 'rtl';
        await viewport({ width: 375, height: 700 });
        await still(shown);
        await expect(table, 'on a phone, right to left').to.be.accessible();
        if (!supports('media')) return;
        document.documentElement.style.colorScheme = 'light dark';
        await media({ colorScheme: 'dark' });
        await still(shown);
        await expect(table, 'in the dark').to.be.accessible();
        await media({ forcedColors: 'active' });
        await still(shown);
        await expect(table, 'in forced colours').to.be.accessible();
      });
    }
  });
});
