import type { Decorator, StoryContext } from '@storybook/web-components-vite';
import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { leave, serve } from './backend.ts';
import type { AccountSetup, StoryAccount } from './setup.ts';
import type { Toolbar } from './toolbar.ts';

type Context = Pick<StoryContext, 'id' | 'globals' | 'parameters' | 'loaded'>;

const FAIR: AccountSetup = {};

const setupOf = ({ parameters }: Context): AccountSetup =>
  (parameters['account'] as AccountSetup | undefined) ?? FAIR;

export const toolbarOf = ({ globals }: Pick<StoryContext, 'globals'>): Toolbar =>
  globals as unknown as Toolbar;

/** The account of a story: for its `play` function, which may change things behind the page's back. */
export const accountOf = ({ loaded }: Pick<StoryContext, 'loaded'>): StoryAccount =>
  loaded['account'] as StoryAccount;

/** Has a backend ready before a story that wants one is drawn: `parameters: { account: { … } }`. */
export const loadAccount = async (context: Context): Promise<Record<string, unknown>> =>
  context.parameters['account'] === undefined
    ? {}
    : { account: await serve(context.id, toolbarOf(context), setupOf(context)) };

/** Gives the address free when the story leaves. */
export const leaveAccount = ({ id }: Pick<StoryContext, 'id'>) => {
  return () => leave(id);
};

/** Puts the account around the elements, in the page that the toolbar describes. */
export const withAccount: Decorator = (story, context) => {
  const { locale, direction, theme, look } = toolbarOf(context);
  // As a host's page says it: their style sheets are about the whole page.
  document.documentElement.dataset['look'] = look;
  const kind = [
    ...(context.parameters['bare'] ? ['is-bare'] : []),
    ...(context.viewMode === 'story' ? ['is-page'] : []),
  ];
  const inner = story();
  const setup = setupOf(context);
  const hasAccount = context.parameters['account'] !== undefined && !setup.none;
  const { baseUrl, policy } = hasAccount ? accountOf(context) : {};
  return html`<div
    class=${['stage', ...kind].join(' ')}
    lang=${locale}
    dir=${direction}
    data-theme=${theme}
  >
    ${
      hasAccount
        ? keyed(
            baseUrl,
            html`<account-scope .baseUrl=${baseUrl} .policy=${policy}>${inner}</account-scope>`,
          )
        : inner
    }
  </div>`;
};
