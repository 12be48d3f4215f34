import { expect } from 'chai';
import { ACTIONS, PEOPLE_FIELDS, REASONS } from '../../src/domain/index.ts';
import first from '../../src/i18n/locales/en.ts';
import access from '../../src/i18n/locales/en-access.ts';
import dialog from '../../src/i18n/locales/en-dialog.ts';
import invite from '../../src/i18n/locales/en-invite.ts';
import csv from '../../src/i18n/locales/en-csv.ts';
import later from '../../src/i18n/locales/en-later.ts';
import manager from '../../src/i18n/locales/en-manager.ts';
import notes from '../../src/i18n/locales/en-notes.ts';
import managerActs from '../../src/i18n/locales/en-manager-acts.ts';
import panel from '../../src/i18n/locales/en-panel.ts';
import permissions from '../../src/i18n/locales/en-permissions.ts';
import seats from '../../src/i18n/locales/en-seats.ts';
import subaccounts from '../../src/i18n/locales/en-subaccounts.ts';
import fr from '../../src/i18n/locales/fr.ts';

/** All that is said in English. */
const en = {
  ...first,
  ...access,
  ...dialog,
  ...csv,
  ...invite,
  ...later,
  ...manager,
  ...notes,
  ...managerActs,
  ...panel,
  ...permissions,
  ...seats,
  ...subaccounts,
};

const texts = (messages: Readonly<Record<string, unknown>>) =>
  Object.entries(messages).flatMap(([key, message]) =>
    typeof message === 'string'
      ? [{ key, text: message }]
      : Object.entries(message as Record<string, string>)
          .filter(([category]) => category !== 'by')
          .map(([category, text]) => ({ key: `${key} (${category})`, text })),
  );

const faulty = (messages: Readonly<Record<string, unknown>>, pattern: RegExp) =>
  texts(messages)
    .filter(({ text }) => pattern.test(text))
    .map(({ key }) => key);

for (const [tag, messages] of [
  ['en', en],
  ['fr', fr.messages],
] as const) {
  describe(`messages: ${tag}`, () => {
    it('says everything, and everything says something', () => {
      expect(Object.keys(messages)).to.have.members(Object.keys(en));
      expect(faulty(messages, /^\s*$/)).to.deep.equal([]);
    });

    it('neither shouts nor scolds, and types like a printer', () => {
      expect(faulty(messages, /!|\.\.\.|'|"|\s\s|^\s|\s$/)).to.deep.equal([]);
    });

    it('begins a sentence with a capital, a name or a number', () => {
      const lower = faulty(messages, /^[a-zà-ÿ]/).filter((key) => !key.startsWith('someone.'));
      expect(lower).to.deep.equal([]);
    });

    it('has the plural forms that the language tells apart', () => {
      const needed = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
      for (const [key, message] of Object.entries(messages)) {
        if (typeof message === 'string') continue;
        expect(message, key).to.include.all.keys(needed);
      }
    });
  });
}

describe('messages: what they name exists', () => {
  const named = (noun: string) =>
    Object.keys(en).flatMap((key) =>
      key.startsWith(`${noun}.`) ? [key.slice(noun.length + 1)] : [],
    );

  it('reasons', () => {
    expect(named('reason')).to.include.members([...Object.keys(REASONS), 'other']);
  });

  it('actions', () => {
    expect(Object.keys(ACTIONS)).to.include.members(named('action'));
  });

  it('fields', () => {
    expect(named('field')).to.include.members([...PEOPLE_FIELDS]);
  });
});

describe('messages: French spacing', () => {
  it('keeps a colon, a semicolon and the like on the line of the word before', () => {
    expect(faulty(fr.messages, /[^\u00a0]:(?=\s|$)/)).to.deep.equal([]);
    expect(faulty(fr.messages, /[^\u202f][;!?]/)).to.deep.equal([]);
    expect(faulty(fr.messages, /«[^\u00a0]|[^\u00a0]»/)).to.deep.equal([]);
  });
});
