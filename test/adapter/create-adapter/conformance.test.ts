import { expect } from 'chai';
import { conformance, createAdapter, type PeopleSource } from '../../../src/adapter/index.ts';
import { crew } from './crew.ts';

const KINDS: Readonly<Record<string, Partial<PeopleSource>>> = {
  'gives everybody at once': { paging: 'whole' },
  'counts pages': { paging: 'page', maxSize: 10 },
  'counts pages and searches': { paging: 'page', maxSize: 10, filter: { role: ['in'], status: ['eq'] } },
  'counts rows': { paging: 'offset', maxSize: 7, combine: 'single', filter: { status: ['eq', 'in'] } },
  'hands out cursors': { paging: 'cursor', maxSize: 8 },
}; // prettier-ignore

describe('createAdapter, on a backend that', () => {
  for (const [what, own] of Object.entries(KINDS)) {
    describe(what, () => {
      for (const { name, promise, run } of conformance(() => createAdapter(crew(own).source))) {
        it(`${name}: ${promise}`, async () => {
          const { status } = await run();
          expect(status).to.be.oneOf(['passed', 'skipped']);
        });
      }
    });
  }
});
