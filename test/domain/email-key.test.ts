import { expect } from 'chai';
import fc from 'fast-check';
import { emailKey } from '../../src/domain/index.ts';

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc
    .tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }))
    .map((both) => both.join('@')),
  fc.tuple(fc.string(), fc.domain()).map((both) => both.join('@')),
);

describe('emailKey', () => {
  for (const [what, one, other] of [
    ['case', 'Ana.Silva@Example.COM', 'ana.silva@example.com'],
    ['space around it', '  ana@example.com\n', 'ana@example.com'],
    ['composed and combining accents', 'zoe\u0308@example.com', 'zo\u00eb@example.com'],
    ['a domain in letters and in punycode', 'a@bücher.example', 'a@xn--bcher-kva.example'],
    ['case in a domain of other letters', 'a@BÜCHER.example', 'a@bücher.example'],
    ['full-width letters in a domain', 'a@ｅxample.com', 'a@example.com'],
    ['letters that some platforms only know small', '@Ⴀ', '@ⴀ'],
    ['a Chinese domain', 'a@例子.example', 'a@xn--fsqu00a.example'],
  ] as const) {
    it(`does not see ${what}`, () => expect(emailKey(one)).to.equal(emailKey(other)));
  }

  for (const [what, one, other] of [
    ['a plus-address', 'ana+news@example.com', 'ana@example.com'],
    ['dots', 'a.na@example.com', 'ana@example.com'],
    ['an accent', 'zoë@example.com', 'zoe@example.com'],
    ['another domain', 'ana@example.com', 'ana@example.org'],
    ['letters that look alike (Cyrillic а)', '\u0430na@example.com', 'ana@example.com'],
    ['what a URL would leave away', 'ana@example.com/x', 'ana@example.com'],
    ['a port', 'ana@example.com:80', 'ana@example.com'],
    ['an escaped letter', 'ana@%65xample.com', 'ana@example.com'],
  ] as const) {
    it(`sees ${what}`, () => expect(emailKey(one)).not.to.equal(emailKey(other)));
  }

  for (const odd of [
    '',
    '@',
    '@@',
    'nobody',
    'a@',
    '@b',
    'a@b@c',
    'a@ ',
    'a@-',
    'a@xn--',
    'a@xn--a-ecp.example',
    'a@[::1]',
    'a@..',
    'a@%',
    'a@*',
    'a@!$&',
    '\u0000@\u0000',
    '\ud800@\udfff',
  ]) {
    it(`makes something of ${JSON.stringify(odd)}`, () => {
      expect(emailKey(odd)).to.be.a('string');
      expect(emailKey(emailKey(odd))).to.equal(emailKey(odd));
    });
  }

  it('takes only what follows the last at sign for the domain', () => {
    expect(emailKey('"A@B"@Example.com')).to.equal('"a@b"@example.com');
  });

  it('is the key of itself', () => {
    fc.assert(
      fc.property(texts, (text) => emailKey(emailKey(text)) === emailKey(text)),
      { numRuns: 2000 },
    );
  });

  it('is the same for every spelling of the accents', () => {
    fc.assert(
      fc.property(
        texts,
        (text) => emailKey(text.normalize('NFD')) === emailKey(text.normalize('NFC')),
      ),
      { numRuns: 2000 },
    );
  });
});
