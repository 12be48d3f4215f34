import { expect } from 'chai';
import { emailKey, personName, type PersonRecord } from '../../src/domain/index.ts';
import { generatePeople } from '../../src/mock/people.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const DAY = 86_400_000;
const roles = [{ id: 'people-lead' }];
const people = generatePeople({
  seed: 3,
  count: 3000,
  now: NOW,
  roles,
  groups: [{ id: 'g' }],
  attributes: [{ id: 'desk' }],
}) as PersonRecord[];

/** How many of them, as a share. */
function share(test: (person: PersonRecord) => unknown): number {
  return people.filter(test).length / people.length;
}

describe('generated people', () => {
  it('are the same for the same seed, and others for another', () => {
    const few = (seed: number) => generatePeople({ seed, count: 50, now: NOW });
    expect(few(1)).to.deep.equal(few(1));
    expect(few(1)).not.to.deep.equal(few(2));
    expect(generatePeople({ count: 3, now: new Date(NOW) })).to.deep.equal(
      generatePeople({ seed: 1, count: 3, now: NOW }),
    );
  });

  it('start alike, however many there are', () => {
    const [few, many] = [5, 500].map((count) => generatePeople({ seed: 4, count, now: NOW }));
    expect(many?.slice(0, 5)).to.deep.equal(few);
  });

  it('are as many as asked for', () => {
    for (const count of [0, 1, 2, 7])
      expect(generatePeople({ count, now: NOW })).to.have.length(count);
    expect(generatePeople()).to.have.length(100);
  });

  it('have one owner, some admins, a few with the custom role, and members', () => {
    expect(people.filter(({ roleId }) => roleId === 'owner').map(({ id }) => id)).to.deep.equal([
      people[0]?.id,
    ]);
    expect(people[0]).to.include({ status: 'active', userType: 'licensed' });
    expect(share(({ roleId }) => roleId === 'admin')).to.be.within(0.005, 0.03);
    expect(share(({ roleId }) => roleId === 'people-lead')).to.be.within(0.002, 0.03);
    expect(share(({ roleId }) => roleId === 'member')).to.be.above(0.9);
    expect(
      generatePeople({ count: 200, now: NOW }).some(({ roleId }) => roleId === 'people-lead'),
    ).to.equal(false);
  });

  it('have ids and addresses of their own, which reach nobody', () => {
    expect(new Set(people.map(({ id }) => id)).size).to.equal(people.length);
    expect(new Set(people.map(({ email }) => emailKey(email))).size).to.equal(people.length);
    for (const { email } of people)
      expect(email).to.match(/^[a-z][a-z-]*(\.[a-z][a-z-]*)*\d*@[^@\s]+\.example$/);
  });

  it('have names of many scripts, long ones, single ones, with accents, apostrophes and hyphens', () => {
    for (const [what, script] of [
      ['accents', /[éèçñüøåşł]/],
      ['apostrophes', /['’]/],
      ['hyphens', /\p{L}-\p{L}/u],
      ['Arabic', /\p{Script=Arabic}/u],
      ['Cyrillic', /\p{Script=Cyrillic}/u],
      ['Greek', /\p{Script=Greek}/u],
      ['Han', /\p{Script=Han}/u],
      ['Hiragana', /\p{Script=Hiragana}/u],
      ['Hangul', /\p{Script=Hangul}/u],
    ] as const) {
      // prettier-ignore
      expect(people.some((person) => script.test(personName(person))), what).to.equal(true);
    }
    expect(
      people.some((person) => personName(person).length > 60),
      'long',
    ).to.equal(true);
    expect(
      people.some(({ lastName }) => lastName === undefined),
      'single',
    ).to.equal(true);
    expect(share(({ displayName }) => displayName)).to.be.within(0.005, 0.1);
    expect(new Set(people.map(personName)).size).to.be.above(people.length / 2);
  });

  it('are mostly active, some invited, a few stopped', () => {
    expect(share(({ status }) => status === 'active')).to.be.within(0.85, 0.95);
    expect(share(({ status }) => status === 'pending')).to.be.within(0.03, 0.08);
    expect(share(({ status }) => status === 'deactivated')).to.be.within(0.01, 0.05);
    expect(share(({ status }) => status === 'suspended')).to.be.within(0.005, 0.03);
  });

  it('ZM-18 were invited within 30 days, if they were, and wait for one of two mails', () => {
    const pending = people.filter(({ status }) => status === 'pending');
    for (const { invitedAt = '', expiresAt = '', lastActiveAt, mail } of pending) {
      expect(Date.parse(invitedAt)).to.be.within(NOW - 29.5 * DAY, NOW);
      expect(Date.parse(expiresAt)).to.equal(Date.parse(invitedAt) + 30 * DAY);
      expect(lastActiveAt).to.equal(undefined);
      expect(mail).to.be.oneOf(['activation', 'join']);
    }
    expect(pending.some(({ mail }) => mail === 'join')).to.equal(true);
    expect(pending.some(({ awaiting }) => awaiting)).to.equal(true);
    for (const { status, invitedAt, mail } of people) {
      if (status !== 'pending') expect([invitedAt, mail]).to.deep.equal([undefined, undefined]);
    }
  });

  it('have dates that agree: here before they were last seen, and never in the future', () => {
    for (const { createdAt = '', lastActiveAt = createdAt } of people) {
      expect(Date.parse(createdAt)).to.be.at.most(Date.parse(lastActiveAt));
      expect(Date.parse(lastActiveAt)).to.be.at.most(NOW);
    }
    const active = people.filter(({ status }) => status === 'active');
    const seen = (days: number) =>
      active.filter(({ lastActiveAt = '' }) => Date.parse(lastActiveAt) > NOW - days * DAY).length /
      active.length;
    expect(seen(7)).to.be.within(0.4, 0.75);
    expect(seen(90)).to.be.within(0.75, 0.97);
    expect(
      active.some(({ lastActiveAt }) => !lastActiveAt),
      'someone never came',
    ).to.equal(true);
  });

  it('hold licences only while they are on the account', () => {
    for (const { status, userType, addons = [] } of people) {
      expect(userType).to.be.oneOf(['basic', 'licensed', 'on-prem']);
      if (status === 'deactivated' || status === 'suspended') expect(userType).to.equal('basic');
      if (userType !== 'licensed') expect(addons).to.deep.equal([]);
    }
    expect(share(({ userType }) => userType === 'licensed')).to.be.within(0.3, 0.6);
    expect(share(({ addons }) => addons?.length)).to.be.within(0.02, 0.1);
  });

  it('work somewhere, most of them, under someone who works there too', () => {
    expect(share(({ department }) => !department)).to.be.within(0.02, 0.1);
    const names = new Set(
      people.map(({ firstName, lastName }) => [firstName, lastName].filter(Boolean).join(' ')),
    );
    for (const { manager } of people)
      if (manager) expect(names.has(manager), manager).to.equal(true);
    expect(new Set(people.map(({ department }) => department)).size).to.be.above(10);
    expect(new Set(people.map(({ location }) => location)).size).to.be.above(15);
    expect(share(({ groupIds }) => groupIds)).to.be.within(0.4, 0.8);
    expect(share(({ attributes }) => attributes?.['desk'])).to.be.within(0.5, 0.9);
  });

  it('ZM-24 LM-3 came through an associated domain, or are provisioned, some of them', () => {
    expect(share(({ viaDomain }) => viaDomain)).to.be.within(0.02, 0.1);
    expect(share(({ ownedFields }) => ownedFields)).to.be.within(0.02, 0.1);
  });
});
