import type { Action } from '../../domain/index.ts';
import type { Capabilities } from '../capabilities.ts';
import type { AccountAdapter } from '../port.ts';

/** Whether a backend has something: itself, made up for by the kit with a difference that people see, or not at all. */
export type Level = 'yes' | 'reduced' | 'no';

/** Something a backend may lack, and what a person meets then. The docs and the doctor both read it from here. */
export interface Trait {
  readonly id: string;
  readonly name: string;
  level(capabilities: Capabilities, adapter: AccountAdapter): Level;
  /** What is shown where it is there in part. */
  readonly reduced?: string;
  /** What is shown without it. */
  readonly without: string;
}

const either = (has: unknown): Level => (has ? 'yes' : 'no');

/** One of several acts that come to the same on the page. */
const command = (actions: Action | readonly Action[], name: string, without: string): Trait => {
  const all = [actions].flat();
  return {
    id: `commands.${all[0] ?? ''}`,
    name,
    level: ({ commands }) => either(all.some((action) => commands[action])),
    without,
  };
};

const fact = (name: 'roleCounts' | 'seats' | 'features', title: string, without: string): Trait => ({
  id: `facts.${name}`,
  name: title,
  level: ({ facts }) => either(facts.includes(name)),
  without,
}); // prettier-ignore

/** Everything that a page can do without, in the order in which it would be missed. */
export const TRAITS: readonly Trait[] = [
  {
    id: 'people.search',
    name: 'Search',
    level: ({ people: { search } }) =>
      search === 'server' ? 'yes' : search === 'client' ? 'reduced' : 'no',
    reduced: 'searched among the people that could be read; where that is not all, it says among how many',
    without: 'no search field',
  },
  {
    id: 'people.sort',
    name: 'Sorting',
    level: ({ people }) => either(people.sort.length),
    without: 'headers that cannot be clicked',
  },
  {
    id: 'people.filter',
    name: 'Filters',
    level: ({ people }) => either(Object.keys(people.filter).length),
    without: 'no filters',
  },
  {
    id: 'people.totals',
    name: 'Totals',
    level: ({ people }) => ({ exact: 'yes', estimate: 'reduced', none: 'no' } as const)[people.totals],
    reduced: '“about 1,900 people”',
    without: 'no number of people until all were read',
  },
  {
    id: 'people.jump',
    name: 'Jumps in a long list',
    level: ({ people }) => either(people.jump),
    without: 'the list grows as it is read; the scroll bar knows no end',
  },
  {
    id: 'people.invitations',
    name: 'Invitations',
    level: ({ people }) => either(people.invitations !== 'none'),
    without: 'nobody is shown as invited',
  },
  command('user.invite', 'Inviting', 'no Invite, no import of files'),
  command('invitation.resend', 'Sending an invitation again', 'no such entry in the menu of the invited'),
  command('invitation.revoke', 'Taking an invitation back', 'no such entry in the menu of the invited'),
  command('user.change-role', 'Changing roles', 'roles as plain text'),
  command('user.edit', 'Editing profiles', 'fields as plain text'),
  command('user.change-type', 'Licences', 'licences as plain text'),
  command('user.assign-group', 'Groups of a person', 'groups as plain text'),
  command(['user.suspend', 'user.deactivate'], 'Suspending', 'no such entry in the menus'),
  command(['user.delete', 'user.unlink'], 'Removing', 'no such entry in the menus'),
  {
    id: 'roles.many',
    name: 'Several roles per person',
    level: ({ roles }) => either(roles.many),
    without: 'one role each',
  },
  fact('roleCounts', 'Holders per role', '“the last owner” is left to your server: offered, and refused by it'),
  fact('seats', 'Seats', 'no meter; whether a seat is free is left to your server'),
  fact('features', 'What was bought', 'what needs a feature is offered, and left to your server'),
  {
    id: 'subaccounts',
    name: 'Sub-accounts',
    // A method alone says little: the way to any backend has all of them.
    level: ({ subaccounts, commands }) =>
      either(subaccounts ?? Object.keys(commands).some((action) => action.startsWith('subaccount.'))),
    without: 'no switcher',
  },
  {
    id: 'groups',
    name: 'Groups',
    level: (_, adapter) => either(adapter.groups),
    without: 'no choice of groups',
  },
  {
    id: 'batch',
    name: 'Acts on many',
    level: ({ batch }) => (batch?.native ? 'yes' : 'reduced'),
    reduced: 'sent one by one, or a few at a time; the same report, later',
    without: '',
  },
  {
    id: 'preview',
    name: 'Consequences and costs beforehand',
    level: ({ preview }) => either(preview.length),
    without: 'consequences in general words, no price',
  },
  {
    id: 'concurrency',
    name: 'Changes meanwhile',
    level: ({ concurrency }) => either(concurrency === 'version'),
    without: 'the later of two changes wins, unsaid',
  },
  {
    id: 'idempotency',
    name: 'Repeating a lost change',
    level: ({ idempotency }) => either(idempotency),
    without: 'a change lost on the line is looked up, and the person asked',
  },
  {
    id: 'live',
    name: 'Changes made elsewhere',
    level: ({ live }) => ({ push: 'yes', poll: 'reduced', none: 'no' } as const)[live],
    reduced: 'they show after a while',
    without: 'they show when the page is looked at again',
  },
  {
    id: 'audit',
    name: 'History',
    level: ({ audit }) => either(audit),
    without: 'only what was done on this page',
  },
]; // prettier-ignore

/** What a page shows for a level. */
export function shownAt({ reduced, without }: Trait, level: Level): string | undefined {
  return level === 'yes' ? undefined : level === 'reduced' ? reduced : without;
}
