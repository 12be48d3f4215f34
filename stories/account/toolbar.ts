import type { Preview } from '@storybook/web-components-vite';
import { presets } from '../../src/policy/presets/index.ts';

/** What the toolbar sets. Each is a part of a story's URL: `&globals=product:zoom;as:admin;theme:dark`. */
export interface Toolbar {
  readonly product: string;
  /** A role of the product; empty: its highest. */
  readonly as: string;
  /** Seats that nobody has; empty: as many as a company would keep. */
  readonly seats: string;
  readonly people: string;
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly theme: 'light' | 'dark' | 'system';
  /** An example of a host's own look, out of `demo/themes/`. */
  readonly look: 'kit' | 'ledger' | 'bloom';
  readonly density: 'comfortable' | 'compact';
  readonly latency: string;
  readonly failures: string;
}

type Types = NonNullable<Preview['globalTypes']>;
type Icon = NonNullable<NonNullable<Types[string]['toolbar']>['icon']>;

interface Choice {
  readonly value: string;
  readonly title: string;
  readonly right?: string;
}

/** What each product calls itself. */
const PRODUCTS: Readonly<Record<string, string>> = {
  zoom: 'Zoom',
  clickmeeting: 'ClickMeeting',
  messaging: 'Messaging',
  'respond-io': 'respond.io',
  logmein: 'LogMeIn',
};

const words = (id: string): string => (id[0] ?? '').toUpperCase() + id.slice(1).replace(/-/g, ' ');

/** The roles of a product, in the order of its policy. */
export function rolesOf(product: string): readonly Choice[] {
  const roles = presets[product as keyof typeof presets].roles;
  return [
    { value: '', title: 'Highest role' },
    ...roles.map(({ id }) => ({ value: id, title: words(id), right: id })),
  ];
}

/** A menu that shows what is chosen; without a title, just its icon. */
const choice = (icon: Icon, description: string, items: readonly Choice[], title?: string) => ({
  description,
  toolbar: { icon, items: [...items], ...(title && { title, dynamicTitle: true }) },
});

const menu = (pairs: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(pairs).map(([value, title]) => ({ value, title }));

/** The menus, for a product: who one can be depends on it. */
export const globalTypesOf = (product: string): Types => ({
  product: choice('box', 'Product: whose rules, whose account', Object.keys(presets).map((value) => ({ value, title: PRODUCTS[value] ?? words(value) })), 'Product'),
  as: choice('user', 'View as: the role of who is signed in', rolesOf(product), 'View as'),
  people: choice('users', 'People: how many are on the account', menu({ '0': 'Nobody', '1': '1 person', '20': '20 people', '2000': '2,000 people', '100000': '100,000 people' }), 'People'),
  seats: choice('credit', 'Seats of every pool that nobody has', [{ value: '', title: 'Some seats' }, ...menu({ '0': 'No seat', '1': '1 seat', '5': '5 seats', '500': '500 seats' })], 'Seats left'),
  locale: choice('globe', 'Language, with its dates and numbers', menu({ en: 'English', fr: 'Français' }), 'Language'),
  direction: choice('transfer', 'Direction of text', menu({ ltr: 'Left to right', rtl: 'Right to left' })),
  theme: choice('contrast', 'Theme', menu({ light: 'Light', dark: 'Dark', system: 'As the system' })),
  look: choice('paintbrush', 'Look: what a host makes of it with tokens and parts', menu({ kit: 'As it comes', ledger: 'Ledger', bloom: 'Bloom' })),
  density: choice('menu', 'Density: height of rows', menu({ comfortable: 'Comfortable', compact: 'Compact' })),
  latency: choice('timer', 'Latency: how long every answer takes', menu({ '0': 'Answers at once', '250': 'Answers after 250 ms', '1000': 'Answers after 1 s', '4000': 'Answers after 4 s' })),
  failures: choice('lightning', 'Failures: what goes wrong', menu({
    none: 'Nothing fails', some: 'One answer in five fails', changes: 'Changes fail', '503': 'Server down', '429': 'Too many requests', drop: 'Connection breaks', 'drop-after': 'Answers get lost', offline: 'Offline', expired: 'Signed out',
  })),
}); // prettier-ignore

export const DEFAULTS: Toolbar = {
  product: 'zoom',
  as: '',
  people: '20',
  seats: '',
  locale: 'en',
  direction: 'ltr',
  theme: 'light',
  look: 'kit',
  density: 'comfortable',
  latency: '0',
  failures: 'none',
};
