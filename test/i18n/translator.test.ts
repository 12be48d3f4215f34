import { expect } from 'chai';
import { createTranslator, registerMessages, resolveLocale } from '../../src/i18n/index.ts';
import type { MessageOverrides } from '../../src/i18n/index.ts';
import fr from '../../src/i18n/locales/fr.ts';

registerMessages(fr);
const english = createTranslator({ tags: ['en'] });
const french = createTranslator({ tags: ['fr'] });
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('Translator', () => {
  it('says a message with its placeholders filled', () => {
    expect(english('role.changed', { name: 'Ana', role: 'Owner' })).to.equal(
      'Ana now has the role Owner.',
    );
  });

  it('chooses the plural by the number, and writes the number as the locale does', () => {
    expect(english('people.count', { count: 1 })).to.equal('1 person');
    expect(english('people.count', { count: 0 })).to.equal('0 people');
    expect(english('people.count', { count: 2000 })).to.equal('2,000 people');
    expect(plain(french('people.count', { count: 0 }))).to.equal('0 personne');
    expect(plain(french('people.count', { count: 2000 }))).to.equal('2 000 personnes');
  });

  it('says millions in French with “de”', () => {
    expect(plain(french('people.count', { count: 1_000_000 }))).to.equal('1 000 000 de personnes');
  });

  it('chooses the plural by the placeholder that the message names', () => {
    expect(english('reason.roleMin', { role: 'Owner', min: 1 })).to.equal(
      'At least one Owner has to remain.',
    );
  });

  it('does not look into values for placeholders', () => {
    expect(english('role.changed', { name: '{role}', role: '$&' })).to.equal(
      '{role} now has the role $&.',
    );
  });

  it('keeps text of the other direction apart, so that the full stop stays at the end', () => {
    expect(english('role.changed', { name: 'محمد', role: 'Owner' })).to.equal(
      '\u2068محمد\u2069 now has the role Owner.',
    );
  });

  it('keeps a placeholder of a host’s message that nothing fills', () => {
    const t = createTranslator({ messages: { 'role.changed': 'Now {rank}: {name}' } });
    expect(t('role.changed', { name: 'Ana', role: 'Owner' })).to.equal('Now {rank}: Ana');
  });

  it('survives messages that are no messages', () => {
    const messages = JSON.parse(
      '{ "people.never": 7, "people.label": null, "people.you": { "one": "x" } }',
    ) as MessageOverrides;
    const t = createTranslator({ messages });
    expect(t('people.never')).to.equal('Never');
    expect(t('people.label')).to.equal('People');
    expect(t('people.you')).to.equal('You');
    expect(t.find('constructor')).to.equal(undefined);
  });

  describe('layers', () => {
    const policy = {
      en: { 'role.auditor': 'Auditor' },
      fr: { 'role.owner': 'Patron', 'role.auditor': 'Auditeur' },
      'fr-CA': { 'role.owner': 'Boss' },
    };

    it('puts an element’s words over the policy’s over the locale’s', () => {
      const tags = ['fr'];
      expect(createTranslator({ tags })('role.owner')).to.equal('Propriétaire');
      expect(createTranslator({ tags, policy })('role.owner')).to.equal('Patron');
      expect(createTranslator({ tags, policy, messages: { 'role.owner': 'Chef' } })('role.owner')).to
        .equal('Chef'); // prettier-ignore
    });

    it('looks in a region before its language', () => {
      const t = createTranslator({ tags: ['fr-CA'], policy });
      expect(t('role.owner')).to.equal('Boss');
      expect(t.find('role.auditor')).to.equal('Auditeur');
    });

    it('says a host’s own word in English rather than its id', () => {
      const only = { en: { 'role.auditor': 'Auditor', 'role.owner': 'Boss' } };
      const t = createTranslator({ tags: ['fr'], policy: only });
      expect(t.find('role.auditor')).to.equal('Auditor');
      expect(t('role.owner')).to.equal('Propriétaire');
    });
  });

  it('formats lists, dates and distances in its locale, and gives back what is no date', () => {
    expect(english.list(['a', 'b', 'c'], 'disjunction')).to.equal('a, b, or c');
    expect(french.list(['a', 'b', 'c'], 'disjunction')).to.equal('a, b ou c');
    expect(french.date('2026-03-01T12:00:00Z')).to.equal('1 mars 2026');
    expect(english.date('soon')).to.equal('soon');
    expect(english.relativeTime('soon')).to.equal('soon');
  });

  it('counts distances in the days of the calendar', () => {
    const now = '2026-03-10T12:00:00';
    const said = (then: string) => english.relativeTime(then, now);
    expect(said('2026-03-10T11:59:58')).to.equal('2 seconds ago');
    expect(said('2026-03-10T12:00:00')).to.equal('now');
    expect(said('2026-03-10T11:30:00')).to.equal('30 minutes ago');
    expect(said('2026-03-09T23:00:00')).to.equal('13 hours ago');
    expect(said('2026-03-09T01:00:00')).to.equal('yesterday');
    expect(said('2026-03-08T23:00:00')).to.equal('2 days ago');
    expect(said('2026-04-09T12:00:00')).to.equal('in 30 days');
    expect(said('2025-12-25T12:00:00')).to.equal('2 months ago');
    expect(said('2025-03-10T12:00:00')).to.equal('1 year ago');
    expect(said('2021-03-10T12:00:00')).to.equal('5 years ago');
  });
});

describe('resolveLocale', () => {
  it('takes the first tag that can be said, and keeps its region', () => {
    expect(resolveLocale(['fr-CH', 'en'])).to.equal('fr-CH');
    expect(resolveLocale(['ja', 'en-GB'])).to.equal('en-GB');
    expect(resolveLocale(['FR'])).to.equal('fr');
  });

  it('speaks English where nothing can be said, whatever the page wrote', () => {
    expect(resolveLocale([])).to.equal('en');
    expect(resolveLocale(['', null, undefined, 'fr_FR', '!'])).to.equal('en');
  });
});

describe('registerMessages', () => {
  it('refuses a tag that is none, naming it', () => {
    expect(() => registerMessages({ tag: 'fr_FR', messages: {} })).to.throw(TypeError, 'fr_FR');
  });

  it('lets a region say only what differs', () => {
    registerMessages({ tag: 'fr-BE', messages: { 'people.never': 'Jamais encore' } });
    const t = createTranslator({ tags: ['fr-BE'] });
    expect(t('people.never')).to.equal('Jamais encore');
    expect(t('role.owner')).to.equal('Propriétaire');
  });
});
