import { expect } from 'chai';
import { survivors } from '../../scripts/policy-rules-matter.ts';

describe('every part of every preset', () => {
  it('is missed by a truth row when it is taken away', () => {
    const { tried, survived } = survivors();
    expect(survived).to.deep.equal([]);
    expect(tried).to.be.greaterThan(300);
  }).timeout(60_000);
});
