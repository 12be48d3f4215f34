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
  grip: 'M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01',
  mail: 'M3.25 3.25h9.5a1 1 0 0 1 1 1v7.5a1 1 0 0 1-1 1h-9.5a1 1 0 0 1-1-1v-7.5a1 1 0 0 1 1-1ZM2.5 4.5 8 8.75l5.5-4.25',
  link: 'M6.75 9.25a2.75 2.75 0 0 0 3.9 0l2.3-2.3a2.75 2.75 0 0 0-3.9-3.9L8 4.1M9.25 6.75a2.75 2.75 0 0 0-3.9 0l-2.3 2.3a2.75 2.75 0 0 0 3.9 3.9L8 11.9',
  unlink: 'M9.8 9.2l3.15-3.15a2.75 2.75 0 0 0-3.9-3.9L8 3.2M6.2 6.8 3.05 9.95a2.75 2.75 0 0 0 3.9 3.9L8 12.8M2.25 2.25l11.5 11.5',
  pause: 'M8 13.75a5.75 5.75 0 1 0 0-11.5 5.75 5.75 0 0 0 0 11.5ZM6.5 6v4M9.5 6v4',
  block: 'M8 13.75a5.75 5.75 0 1 0 0-11.5 5.75 5.75 0 0 0 0 11.5ZM4 4l8 8',
  key: 'M5.25 12.75a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM7.1 8.4l5.65-5.65M10.5 5l1.75 1.75M12.25 3.25l1.5 1.5',
  pencil: 'M10.75 3.25l2 2-7.5 7.5-2.5.5.5-2.5ZM9.25 4.75l2 2',
  trash: 'M2.75 4.25h10.5M6.25 4.25v-1a1 1 0 0 1 1-1h1.5a1 1 0 0 1 1 1v1M4 4.25l.6 8.1a1.25 1.25 0 0 0 1.25 1.15h4.3a1.25 1.25 0 0 0 1.25-1.15l.6-8.1',
  ticket: 'M2.75 4.25h10.5v2.5a1.25 1.25 0 0 0 0 2.5v2.5H2.75v-2.5a1.25 1.25 0 0 0 0-2.5ZM9.25 4.25v7.5',
  group: 'M2.75 3.25h4v4h-4ZM9.25 3.25h4v4h-4ZM2.75 9.25h4v4h-4ZM9.25 9.25h4v4h-4Z',
  enter: 'M8.75 3.25h3.5a1 1 0 0 1 1 1v7.5a1 1 0 0 1-1 1h-3.5M2.75 8h7M7 5.25 9.75 8 7 10.75',
  resize: 'M9.75 2.75h3.5v3.5M13.25 2.75 9.5 6.5M6.25 13.25h-3.5v-3.5M2.75 13.25 6.5 9.5',
  swap: 'M3 5.5h9.5M10 3l2.5 2.5L10 8M13 10.5H3.5M6 8l-2.5 2.5L6 13',
  back: 'M9.75 4 5.75 8l4 4',
  download: 'M8 2.75v7.5M4.75 7.5 8 10.5l3.25-3M2.75 13.25h10.5',
  upload: 'M8 10.25v-7.5M4.75 5.75 8 2.75l3.25 3M2.75 13.25h10.5',
} as const satisfies Readonly<Record<string, string>>; // prettier-ignore

export type LaterIconName = keyof typeof PATHS;

/** One of the drawings that only what is fetched on demand needs: menus, dialogs. Decoration, like `icon`. */
export function laterIcon(name: LaterIconName): TemplateResult {
  return drawing(name, PATHS[name]);
}

/** The names of these icons. */
export const LATER_ICONS = Object.keys(PATHS) as readonly LaterIconName[];
