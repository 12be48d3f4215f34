import { css, html } from 'lit';
import type { TemplateResult } from 'lit';

// Drawn on a 16 px grid with a 1.5 px round stroke in the colour of the text. A dot is a line of no length.
// What is on the screen first; drawings that only menus and dialogs need are in `icons-later.ts`, and loaded with them.
const PATHS = {
  search: 'M7 11.75a4.75 4.75 0 1 0 0-9.5 4.75 4.75 0 0 0 0 9.5ZM10.5 10.5l3.25 3.25',
  'chevron-down': 'M4 6.25 8 10.25 12 6.25',
  'sort-up': 'M8 12.75v-9.5M4.5 6.75 8 3.25l3.5 3.5',
  'sort-down': 'M8 3.25v9.5M4.5 9.25 8 12.75l3.5-3.5',
  'sort-none': 'M5 6 8 3l3 3M5 10l3 3 3-3',
  columns: 'M3.75 2.75h8.5a1.5 1.5 0 0 1 1.5 1.5v7.5a1.5 1.5 0 0 1-1.5 1.5h-8.5a1.5 1.5 0 0 1-1.5-1.5v-7.5a1.5 1.5 0 0 1 1.5-1.5ZM6.25 2.75v10.5M9.75 2.75v10.5',
  check: 'M3.25 8.5 6.5 11.75 12.75 4.75',
  close: 'M4 4l8 8M12 4l-8 8',
  alert: 'M8 5.25v3.5M8 11h.01M6.9 2.9 1.85 11.5a1.28 1.28 0 0 0 1.1 1.95h10.1a1.28 1.28 0 0 0 1.1-1.95L9.1 2.9a1.28 1.28 0 0 0-2.2 0Z',
  clock: 'M8 13.75a5.75 5.75 0 1 0 0-11.5 5.75 5.75 0 0 0 0 11.5ZM8 4.75V8l2.25 1.5',
  lock: 'M4.5 7.25h7a1.25 1.25 0 0 1 1.25 1.25v3.75a1.25 1.25 0 0 1-1.25 1.25h-7a1.25 1.25 0 0 1-1.25-1.25V8.5A1.25 1.25 0 0 1 4.5 7.25ZM5.25 7.25V5a2.75 2.75 0 0 1 5.5 0v2.25',
  history: 'M2.75 3v3h3M3 6a5.5 5.5 0 1 1-.4 3.25M8 5.25V8l2 1.25',
  user: 'M8 7.75a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5ZM2.75 13.75a5.25 5.25 0 0 1 10.5 0',
  users: 'M6 7.75a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM1.5 13.25a4.5 4.5 0 0 1 9 0M10.75 2.95a2.5 2.5 0 0 1 0 4.6M12.25 9.3a4.5 4.5 0 0 1 2.25 3.95',
  offline: 'M2.25 2.25l11.5 11.5M1.75 6.1a9 9 0 0 1 3.1-2M7.6 3.3a9 9 0 0 1 6.65 2.8M4.1 8.6a5.7 5.7 0 0 1 2.6-1.4M10.3 7.5c.6.3 1.1.65 1.6 1.1M6.4 11.1a2.4 2.4 0 0 1 3.2 0M8 13.25h.01',
  sync: 'M2.75 2.75v3h3M3 5.75a5.4 5.4 0 0 1 9.9.25M13.25 13.25v-3h-3M13 10.25a5.4 5.4 0 0 1-9.9-.25',
  more: 'M3.25 8h.01M8 8h.01M12.75 8h.01',
  plus: 'M8 3v10M3 8h10',
} as const satisfies Readonly<Record<string, string>>; // prettier-ignore

export type IconName = keyof typeof PATHS;

/** One of the kit's drawings. Always decoration: the control it stands in carries the name. */
export function icon(name: IconName): TemplateResult {
  return drawing(name, PATHS[name]);
}

/** A drawing by its path; the name is its class. */
export function drawing(name: string, path: string): TemplateResult {
  return html`<svg class="icon icon-${name}" viewBox="0 0 16 16" aria-hidden="true"><path d=${path} /></svg>`;
}

/** The names of these icons. */
export const ICONS = Object.keys(PATHS) as readonly IconName[];

// Undo and its like point back in time, which is the other way in right-to-left text.
export const iconStyles = css`
  svg.icon {
    display: block;
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
    pointer-events: none;
  }
  svg:is(.icon-more, .icon-grip) {
    stroke-width: 2.25;
  }
  svg:is(.icon-undo, .icon-history, .icon-retry, .icon-sync):dir(rtl) {
    scale: -1 1;
  }
`;
