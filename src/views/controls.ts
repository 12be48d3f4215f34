import type { CSSResultGroup } from 'lit';
import { buttons } from './controls-buttons.ts';
import { checkbox } from './controls-checkbox.ts';
import { marks } from './controls-marks.ts';
import { menus } from './controls-menus.ts';

/**
 * The looks of plain controls, by class; an element adds its own parts beside them. Needs `tokens`.
 *
 * A closed control (`aria-disabled="true"`) keeps its focus ring and its pointer, since it can say why.
 */
export const controls: CSSResultGroup = [buttons, menus, checkbox, marks];
