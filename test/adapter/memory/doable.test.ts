import { expect } from 'chai';
import { HANDLERS } from '../../../src/adapter/memory/commands/index.ts';
import { DOABLE } from '../../../src/adapter/memory/doable.ts';

describe('what the memory backend says it can do', () => {
  it('is what it has handlers for, though they are loaded later', () => {
    expect(DOABLE).to.have.members(Object.keys(HANDLERS));
  });
});
