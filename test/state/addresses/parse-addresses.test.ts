import { expect } from 'chai';
import { parseAddresses } from '../../../src/state/addresses/index.ts';
import { PASTES } from './pastes.ts';
import { told } from './told.ts';

describe('reading addresses', () => {
  for (const { from, text, names } of PASTES)
    it(`ZM-7 reads ${from}`, () => expect(parseAddresses(text).map(told)).to.deep.equal(names));
});
