import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html, type TemplateResult } from 'lit';
import {
  createTranslator,
  sayDecision,
  sayProblem,
  type Translator,
} from '../../src/i18n/index.ts';
import csv from '../../src/i18n/locales/en-csv.ts';
import dialog from '../../src/i18n/locales/en-dialog.ts';
import invite from '../../src/i18n/locales/en-invite.ts';
import later from '../../src/i18n/locales/en-later.ts';
import manager from '../../src/i18n/locales/en-manager.ts';
import panel from '../../src/i18n/locales/en-panel.ts';
import seats from '../../src/i18n/locales/en-seats.ts';
import subaccounts from '../../src/i18n/locales/en-subaccounts.ts';
import en from '../../src/i18n/locales/en.ts';
import fr from '../../src/i18n/locales/fr.ts';
import { addEnglish } from '../../src/i18n/index.ts';
import { inTokens } from './in-tokens.ts';

const meta: Meta = {
  title: 'Foundations/Messages',
  parameters: { controls: { disable: true }, bare: true },
};
export default meta;

type Story = StoryObj;

// All of it, wherever it is loaded from otherwise.
for (const words of [dialog, invite, later, manager, panel, seats, csv, subaccounts])
  addEnglish(words);

const styles = css`
  td:first-child {
    inline-size: 34%;
  }
  .is-both td:first-child,
  .is-both th:first-child {
    inline-size: 26%;
  }
  blockquote {
    margin: 0;
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--_accent);
  }
  blockquote + blockquote {
    margin-block-start: 8px;
  }
`;

interface Principle {
  readonly title: string;
  readonly why: string;
  readonly examples: (t: Translator) => readonly string[];
}

const deny = (key: string, params: Record<string, string | number>, roles: readonly string[]) =>
  ({ effect: 'deny', reason: { key, params }, remedy: { kind: 'ask', roles } }) as const;

const both = ({ reason, remedy }: { reason: string; remedy?: string }) =>
  [reason, remedy].filter(Boolean).join(' ');

/** How the kit speaks. Every example is said by the locale itself. */
const PRINCIPLES: readonly Principle[] = [
  {
    title: 'What happened, then what to do next',
    why: 'Two short sentences. The first is about the thing, never about the person’s mistake; the second is something they can do.',
    examples: (t) =>
      ['network', 'stale', 'unauthenticated', 'not-found'].map((kind) =>
        both(sayProblem(t, { kind, retryable: false })),
      ),
  },
  {
    title: 'A closed door says why, and who has the key',
    why: 'The reason comes from the rule that refused, and whom to ask is computed from the same document. No “insufficient permissions”.',
    examples: (t) =>
      [
        deny('noPermission', {}, ['owner', 'admin']),
        deny('exactlyOneRole', { role: 'owner' }, []),
        deny('roleMin', { role: 'org-admin', min: 1 }, ['org-admin']),
        deny('ownedField', {}, []),
      ].map((decision) => both(sayDecision(t, decision) ?? { reason: '' })),
  },
  {
    title: 'What is not certain is not claimed',
    why: 'A lost answer is neither success nor failure. It says so, and how to find out.',
    examples: (t) => [`${t('change.uncertain')} ${t('change.uncertain.next')}`, t('invite.uncertain'), t('decision.server')],
  },
  {
    title: 'Buttons say what they do, and to how many',
    why: 'Nobody has to read the dialog again to know what “OK” would mean.',
    examples: (t) => [t('invite.send', { count: 12 }), t('csv.import.do', { count: 1 }), t('change.retry'), t('undo.do')],
  },
  {
    title: 'Whole sentences; numbers and names by placeholder',
    why: 'A fragment cannot be translated. Plurals are the language’s own, numbers are written as it writes them.',
    examples: (t) => [0, 1, 2, 40000].map((count) => t('people.count', { count })),
  },
  {
    title: 'A state tells what it is, and the way out',
    why: 'An empty list is a beginning, a filtered one a question of filters. They are never the same words.',
    examples: (t) => [`${t('people.empty')}. ${t('people.empty.next')}`, `${t('people.noMatch')}. ${t('people.noMatch.next')}`, t('people.noAccess')],
  },
  {
    title: 'What was done is said with the person’s name',
    why: 'The same sentence is shown and read out, so that both can be trusted.',
    examples: (t) => [
      t('role.changed', { name: 'Élodie Martin', role: t('role.admin') }),
      t('role.refused', { name: 'Élodie Martin', role: t('role.member') }),
      t('undo.done', { what: t('role.changed', { name: 'Élodie Martin', role: t('role.admin') }) }),
    ],
  },
]; // prettier-ignore

/** The style, with what the language of the toolbar makes of it. */
export const WritingStyle: Story = {
  render: (_args, { globals }) => {
    const t = createTranslator({ tags: [String(globals['locale'])] });
    return inTokens(
      () => html`<h1>Writing style</h1>
        <p class="lead">
          Short and plain. The examples are what the elements say, in the language that is chosen above: nothing here is written twice.
        </p>
        <table>
          <tbody>
            ${PRINCIPLES.map(
              ({ title, why, examples }) => html`<tr>
                <td><strong>${title}</strong><br /><span class="quiet">${why}</span></td>
                <td lang=${t.locale}>${examples(t).map((text) => html`<blockquote>${text}</blockquote>`)}</td>
              </tr>`,
            )}
          </tbody>
        </table>`,
      styles,
    );
  },
};

type Words = Readonly<Record<string, unknown>>;

/** Plurals one below the other, by their category. */
function shown(message: unknown): TemplateResult | string {
  if (typeof message === 'string') return message;
  const forms = Object.entries((message ?? {}) as Words).filter(([form]) => form !== 'by');
  return html`${forms.map(([form, text]) => html`<div><span class="quiet small">${form}</span> ${text}</div>`)}`;
}

/** All of it, in both languages. */
export const EveryMessage: Story = {
  // A thousand cells of plain text: the first of the two stories stands for them.
  parameters: { a11y: { options: { runOnly: ['cat.tables', 'cat.language'] } } },
  render: () => {
    const english: Words = {
      ...en,
      ...dialog,
      ...invite,
      ...seats,
      ...panel,
      ...later,
      ...csv,
      ...manager,
      ...subaccounts,
    };
    const french: Words = fr.messages;
    return inTokens(
      () => html`<h1>Every message</h1>
        <p class="lead">${Object.keys(english).length} messages. Both languages are complete: the type check misses what is missing.</p>
        <table class="is-both">
          <thead>
            <tr><th scope="col">Key</th><th scope="col">English</th><th scope="col">Français</th></tr>
          </thead>
          <tbody>
            ${Object.entries(english).map(([key, message]) => html`<tr><td><code>${key}</code></td><td lang="en">${shown(message)}</td><td lang="fr">${shown(french[key])}</td></tr>`)}
          </tbody>
        </table>`,
      styles,
    );
  },
};
