import { expect } from '@open-wc/testing';
import { countsOf, openImport, previewed, send } from './import-page.ts';

/** A file of so many people who are new. */
function fileOf(count: number): string {
  const rows = Array.from({ length: count }, (_, n) => `new${n}@acme.example,Basic`);
  return `Email,User type\n${rows.join('\n')}\n`;
}

/** Imports so many, and counts how often the table was drawn, and how many people came at most between two turns of the page. */
async function imported(count: number): Promise<{ draws: number; atOnce: number }> {
  const page = await openImport({ count: 5 });
  await previewed(page, fileOf(count));
  let draws = 0;
  page.table.addController({ hostUpdated: () => void draws++ });
  let atOnce = 0;
  let before = page.backend.dump().people.length;
  const watching = setInterval(() => {
    const { length } = page.backend.dump().people;
    atOnce = Math.max(atOnce, length - before);
    before = length;
  });
  await send(page);
  clearInterval(watching);
  expect(countsOf(page)).to.equal(`${count.toLocaleString('en')} Imported`);
  return { draws, atOnce };
}

describe('<user-table> import of a large file', () => {
  it('ZM-4 lets the page live: it has its turn again after a few hundred rows, and is not drawn for each', async () => {
    const { atOnce, draws } = await imported(1_200);
    expect(atOnce).to.be.lessThan(600);
    expect(draws).to.be.lessThan(120);
  });
});
