import type { TemplateResult } from 'lit';
import { drawing } from './icons.ts';

// Drawn like those of `icons.ts`. Move one there when something uses it that is on the screen first.
const PATHS = {
  'chevron-up': 'M4 9.75 8 5.75 12 9.75',
  filter: 'M2.25 4.25h11.5M4.5 8h7M6.75 11.75h2.5',
  undo: 'M5.5 3 2.5 6l3 3M2.75 6h7a3.5 3.5 0 0 1 0 7H6',
  retry: 'M13.25 3v3h-3M13 6a5.5 5.5 0 1 0 .4 3.25',
  'arrow-up': 'M8 12.75v-9.5M4.5 6.75 8 3.25l3.5 3.5',
  'arrow-down': 'M8 3.25v9.5M4.5 9.25 8 12.75l3.5-3.5',
  more: 'M3.25 8h.01M8 8h.01M12.75 8h.01',
  grip: 'M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01',
  plus: 'M8 3v10M3 8h10',
  mail: 'M3.25 3.25h9.5a1 1 0 0 1 1 1v7.5a1 1 0 0 1-1 1h-9.5a1 1 0 0 1-1-1v-7.5a1 1 0 0 1 1-1ZM2.5 4.5 8 8.75l5.5-4.25',
} as const satisfies Readonly<Record<string, string>>; // prettier-ignore

export type LaterIconName = keyof typeof PATHS;

/** One of the drawings that only what is fetched on demand needs: menus, dialogs. Decoration, like `icon`. */
export function laterIcon(name: LaterIconName): TemplateResult {
  return drawing(name, PATHS[name]);
}

/** The names of these icons. */
export const LATER_ICONS = Object.keys(PATHS) as readonly LaterIconName[];
