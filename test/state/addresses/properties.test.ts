import { expect } from 'chai';
import fc from 'fast-check';
import {
  AddressList,
  formatEntries,
  formatEntry,
  isSendable,
  parseAddresses,
  readEntries,
} from '../../../src/state/addresses/index.ts';
import { runs, SEED } from '../seed.ts';
import { PASTES } from './pastes.ts';

/** Signs that mean something to the reader, with some that do not. */
const SIGNS = Array.from(
  '@@@@....,;:<>()[]"\'“”«»＠，；＜＞。 \t\n\r-+_\\/&•‹1aZéдא子\u200b\u200f\ud800',
);
const jumble = fc.array(fc.constantFrom(...SIGNS), { maxLength: 60 }).map((all) => all.join(''));
const words = fc.constantFrom(
  'ana@example.com', 'Bo <bo@example.com>', '"Silva, Eva" <eva@example.com>', 'Roy, Zoé <zoe@example.com>', 'Ana', 'and',
  'To:', 'Organizer', 'mailto:ana@example.com', '(work)', '<', '"', "'", '<>', '1.', 'аna@example.com', 'a@b@c', 'Name',
); // prettier-ignore
const sequence = fc
  .array(fc.oneof(words, fc.constantFrom(' ', ',', ';', '\t', '\n')), { maxLength: 25 })
  .map((all) => all.join(''));
const scraps = fc
  .array(fc.constantFrom(...PASTES), { maxLength: 4 })
  .map((all) => all.map(({ text }) => text).join('\n'));
const pasted = fc.oneof(
  jumble,
  sequence,
  scraps,
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
);
const settings = { seed: SEED, numRuns: runs(2000) };

/** What the entries leave out of a text; fails if one is not there, or stands before an earlier one. */
function leftOut(text: string, parts: readonly string[]): string {
  let at = 0;
  let out = '';
  for (const part of parts) {
    const found = text.indexOf(part, at);
    expect(found, `${JSON.stringify(part)} after ${at} of ${JSON.stringify(text)}`).to.be.at.least(
      at,
    );
    out += text.slice(at, found);
    at = found + part.length;
  }
  return out + text.slice(at);
}

describe(`any text at all (SEED=${SEED})`, () => {
  it('ZM-7 is read without an error and without loss, in its order', () => {
    fc.assert(
      fc.property(pasted, (text) => {
        const parts = parseAddresses(text).map((entry) => entry.text);
        expect(parts.every((part) => part !== '')).to.equal(true);
        // No letter, no number, no at sign: space and marks.
        expect(leftOut(text, parts)).not.to.match(/[\p{L}\p{N}@＠﹫]/u);
      }),
      settings,
    );
  });

  it('ZM-7 is read the same by and by as at once', () => {
    fc.assert(
      fc.property(pasted, (text) => {
        const [atOnce, bit] = [new AddressList(), new AddressList()];
        atOnce.add(text);
        const steps = [...bit.adding(text)];
        expect(bit.entries).to.deep.equal(atOnce.entries);
        expect(steps.at(-1)).to.equal(atOnce.entries.length);
      }),
      settings,
    );
  });

  it('ZM-7 says of an entry that is edited to itself what it said before', () => {
    fc.assert(
      fc.property(pasted, (text) => {
        const list = new AddressList();
        for (const { id } of list.add(text)) {
          const before = list.entries;
          const entry = before.find((each) => each.id === id)!;
          if (isSendable(entry)) list.edit(id, formatEntry(entry));
          const [is, was] = [list.entries, before].map((all) =>
            all.map(({ kind, key }) => [kind, key]),
          );
          expect(is).to.deep.equal(was);
        }
      }),
      settings,
    );
  });
});

describe(`addresses that are put into words (SEED=${SEED})`, () => {
  it('ZM-7 are read back with the same names', () => {
    fc.assert(
      fc.property(pasted, (text) => {
        const read = [...readEntries(text)].filter(({ kind }) => kind !== 'invalid');
        const again = [...readEntries(formatEntries(read))];
        const all = [read, again].map((entries) => entries.map(({ text: _, ...rest }) => rest));
        expect(all[1]).to.deep.equal(all[0]);
        expect(formatEntries(again)).to.equal(formatEntries(read));
      }),
      settings,
    );
  });

  it('ZM-7 are found whatever they are written with', () => {
    const local = fc.stringMatching(/^[a-z][a-z0-9]{0,5}([.+_-][a-z0-9]{1,4})?$/);
    const name = fc.constantFrom('Ana', 'Zoé', 'Anne-Marie', 'O’Neill', '山田', 'Иван', 'محمد');
    const written = fc.record({ local, first: name, last: name, form: fc.nat(4) });
    const between = fc.constantFrom(
      ',',
      ', ',
      ';',
      '; ',
      '\n',
      '\r\n',
      ',\n',
      '，',
      '、',
      ' ;\n\n',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(written, between), { maxLength: 12 }), (people) => {
        const forms = people.map(([{ local: mine, first, last, form }, mark], n) => {
          const email = `${mine}${n}@example.com`;
          const text = [
            email,
            `<${email}>`,
            `${first} ${last} <${email}>`,
            `"${last}, ${first}" <${email}>`,
            `${last}, ${first} <${email}>`,
          ][form] as string;
          return { email, text: text + mark, name: form < 2 ? undefined : [first, last] };
        });
        const read = parseAddresses(forms.map(({ text }) => text).join(''));
        expect(read.map(({ email }) => email)).to.deep.equal(forms.map(({ email }) => email));
        expect(
          read.map(({ firstName, lastName }) => firstName && [firstName, lastName]),
        ).to.deep.equal(forms.map((form) => form.name));
      }),
      settings,
    );
  });
});

describe('a lot of text', () => {
  const LENGTH = 100_000;
  for (const sign of [
    '(',
    '<',
    '"',
    "'",
    '.',
    '@',
    '( ',
    '< ',
    '" ',
    "' ",
    'a@',
    '<(',
    '("',
    "'<( ",
    '\\"',
    'a@.',
    ' ',
    'a ',
    'a"',
    '- ',
  ])
    it(`ZM-7 takes ${LENGTH} characters of ${JSON.stringify(sign)}`, () => {
      const text = sign.repeat(LENGTH / sign.length);
      for (const all of [text, `${text}ana@example.com`, `x@y.z, ${text}`])
        expect(
          leftOut(
            all,
            parseAddresses(all).map((entry) => entry.text),
          ),
        ).not.to.match(/[a-z@]/);
    });

  it('ZM-7 takes 10,000 addresses with names', () => {
    const people = Array.from({ length: 10_000 }, (_, n) => `"Nº ${n}, Ana" <ana${n}@example.com>`);
    const read = parseAddresses(people.join('; '));
    expect(read).to.have.length(10_000);
    expect(read.every(({ kind }) => kind === 'valid')).to.equal(true);
  });
});
