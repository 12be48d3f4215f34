import { GLOBALS_UPDATED, SET_GLOBALS, UPDATE_GLOBALS } from 'storybook/internal/core-events';
import { addons } from 'storybook/preview-api';
import { DEFAULTS, globalTypesOf, rolesOf, type Toolbar } from './toolbar.ts';

interface Told {
  readonly globals: Toolbar;
  /** What the toolbar says, without what a story fixes. */
  readonly userGlobals?: Toolbar;
}

/** Keeps "view as" to the roles of the product: the menus are sent again whenever it changes. */
export function followProduct(): void {
  const channel = addons.getChannel();
  let shown: string = DEFAULTS.product;
  const follow = ({ globals, userGlobals = globals }: Told): void => {
    const { product, as } = userGlobals;
    if (product === shown) return;
    shown = product;
    channel.emit(SET_GLOBALS, { globals: userGlobals, globalTypes: globalTypesOf(product) });
    // Nobody can be seen as someone that this product does not know.
    if (!rolesOf(product).some(({ value }) => value === as))
      channel.emit(UPDATE_GLOBALS, { globals: { as: '' } });
  };
  channel.on(SET_GLOBALS, follow);
  channel.on(GLOBALS_UPDATED, follow);
}
