import type { PersonRecord } from '../../../domain/index.ts';
import type { Check } from '../check.ts';
import { ensure, ensureSameIds, skip } from '../ensure.ts';

/** Accents and case gone, in the plainest way there is. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const searched = ({ firstName, lastName, displayName, email, department }: PersonRecord) =>
  [firstName, lastName, displayName, email, department].map((text) => plain(text ?? ''));

/** Words that some but not all people match, long enough to mean something. */
function samples(people: readonly PersonRecord[]): readonly string[] {
  const words = people
    .flatMap(({ firstName = '', lastName = '', department = '' }) =>
      `${lastName} ${firstName} ${department}`.split(/[\s'’-]+/),
    )
    .filter((word) => word.length > 3 && /^\p{L}+$/u.test(word));
  const accented = words.find((word) => plain(word) !== word.toLowerCase());
  return [...new Set([words[0], accented, words[Math.floor(words.length / 2)]])].filter(
    (word) => word !== undefined,
  );
}

export const searchChecks: readonly Check[] = [
  {
    name: 'search-finds-who-matches',
    promise:
      'finds everyone whose names, address or department hold the text, whatever its accents and case, and nobody else',
    run: async (subject) => {
      if (!subject.capabilities.people.search) skip('search is not offered');
      const everyone = await subject.everyone();
      const words = samples(everyone);
      if (words.length === 0) skip('nobody has a name to search for');
      for (const word of words) {
        const expected = everyone.filter((person) =>
          searched(person).some((text) => text.includes(plain(word))),
        );
        for (const search of [word, word.toUpperCase(), plain(word)]) {
          const found = await subject.read({ search });
          for (const person of found) {
            const isThere = Object.values(person).some(
              (value) => typeof value === 'string' && plain(value).includes(plain(word)),
            );
            ensure(isThere, `searching ${search} found ${person.id}, who does not have it`);
          }
          const missing = expected.filter(({ id }) => !found.some((person) => person.id === id));
          ensureSameIds(
            [],
            missing.map(({ id }) => id),
            `searching ${search} did not find everyone`,
          );
        }
      }
    },
  },
  {
    name: 'search-may-find-nobody',
    promise: 'answers an empty page when nobody matches',
    run: async (subject) => {
      if (!subject.capabilities.people.search) skip('search is not offered');
      const found = await subject.read({ search: 'qzxjvkwqzxjvkw' });
      ensure(found.length === 0, `a text that nobody has found ${found.length} people`);
    },
  },
];
