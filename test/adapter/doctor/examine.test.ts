import { expect } from 'chai';
import { createAdapter } from '../../../src/adapter/index.ts';
import { examine, reportOf, TRAITS } from '../../../src/adapter/doctor/index.ts';
import { createMemoryAdapter } from '../../../src/adapter/memory/index.ts';
import { crew } from '../create-adapter/crew.ts';
import { PEOPLE } from '../memory/setup.ts';

const lean = () =>
  createAdapter({
    ...crew({ paging: 'cursor', fields: [], search: false }, { commands: {} }, 12).source,
  });

describe('the doctor', () => {
  it('finds an honest backend well, and tells what it has not got in words of the page', async () => {
    const told: string[] = [];
    const { adapter, findings, lacks } = await examine(lean, {
      found: ({ name }) => told.push(name),
    });
    expect(adapter).to.equal('crew');
    expect(findings.filter(({ status }) => status === 'failed')).to.deep.equal([]);
    expect(told).to.deep.equal(findings.map(({ name }) => name));
    const shown = Object.fromEntries(lacks.map((one) => [one.id, one.shown]));
    expect(shown).to.include({
      'people.search': 'no search field',
      'commands.user.invite': 'no Invite, no import of files',
      subaccounts: 'no switcher',
    });
    const text = reportOf(await examine(lean));
    expect(text)
      .to.match(/Holds: \d+\n/)
      .and.include('Everything that it promises holds.');
    expect(text).not.to.include('Fails');
  });

  it('says of a liar what was expected, and what came instead', async () => {
    const honest = lean();
    const liar = {
      ...honest,
      people: async (...asked: Parameters<typeof honest.people>) => {
        const page = await honest.people(...asked);
        return typeof asked[0].at === 'string' ? { ...page, items: page.items.slice(1) } : page;
      },
    };
    const text = reportOf(await examine(liar));
    expect(text).to.include('✗ pages-lose-nobody');
    expect(text).to.match(
      /expected: it pages through everyone.*\n +got: +in pages of \d+: \d+ rows where 12/,
    );
    expect(text).to.match(/\d+ of its promises do not hold/);
  });

  it('does not wait for ever', async () => {
    const honest = lean();
    const { findings } = await examine(
      { ...honest, roles: () => new Promise(() => undefined) },
      { timeoutMs: 50 },
    );
    const roles = findings.find(({ name }) => name === 'roles-are-those-people-hold');
    expect(roles).to.include({
      status: 'failed',
      reason: 'a call ended as unknown: no answer within 0.05 s',
    });
  });

  it('has a word for the page for everything that a backend may lack', async () => {
    for (const { id, without, level, reduced } of TRAITS) {
      const levels = await Promise.all(
        [lean(), createMemoryAdapter({ people: PEOPLE })].map(async (one) =>
          level(await one.capabilities(), one),
        ),
      );
      if (levels.includes('no')) expect(without, id).to.not.equal('');
      if (levels.includes('reduced')) expect(reduced, id).to.be.a('string');
    }
    expect(new Set(TRAITS.map(({ id }) => id)).size).to.equal(TRAITS.length);
  });
});
