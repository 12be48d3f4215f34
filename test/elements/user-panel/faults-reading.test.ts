import { expect } from '@open-wc/testing';
import { readable, until } from '../people-page.ts';
import { faultyPanel, memberOf, thrice, withMember } from './faulty-panel.ts';

describe('<user-panel> when a person cannot be read', () => {
  it('the server fails once: nobody notices', async () => {
    const page = await faultyPanel();
    const { id } = memberOf(page);
    page.line.next('person', '500');
    await page.startOpening(id);
    await page.pass(60_000);
    await until(() => page.has('.section'), 'the page is open');
  });

  for (const { what, fault, says } of [
    { what: 'the server fails every time', fault: '500', says: 'The server is not responding.' },
    { what: 'there is no connection', fault: 'drop', says: 'The server could not be reached.' },
    { what: 'the server is asked too often', fault: '429', says: 'Too many requests at once.' },
    { what: 'the server answers nonsense', fault: 'malformed', says: 'makes no sense' },
  ] as const)
    it(`${what}: it says so, and opens when it is tried again`, async () => {
      const page = await faultyPanel();
      const { id } = memberOf(page);
      page.line.next('person', ...(fault === 'malformed' ? [fault] : thrice(fault)));
      await page.startOpening(id);
      await page.pass(60_000);
      await until(() => page.has('.is-failed'), 'it says so');
      expect(readable(page.$('.is-failed'))).to.contain(says);
      page.expectFocus();
      await page.expectAccessible();
      page.button('Try again').focus();
      page.button('Try again').click();
      await page.pass(60_000);
      await until(() => page.panel.person?.id === id && page.has('.section'), 'it is open');
      page.expectFocus();
    });

  it('the answer takes long: its place is kept, and whoever was closed meanwhile stays closed', async () => {
    const page = await faultyPanel();
    const { id } = memberOf(page);
    page.line.next('person', { kind: 'delay', ms: 20_000 });
    await page.startOpening(id);
    await page.pass(10_000);
    expect(page.has('.loading')).to.equal(true);
    void page.panel.close();
    await page.pass(20_000);
    expect(page.panel.personId).to.equal(undefined);
    expect(page.panel.person).to.equal(undefined);
    expect(page.panel.hasAttribute('data-open')).to.equal(false);
  });

  it('the session is over: it opens once somebody has signed in again', async () => {
    const page = await faultyPanel();
    const { id } = memberOf(page);
    page.line.expire();
    await page.startOpening(id);
    await page.pass(1000);
    expect(page.expiries).to.have.length(1);
    expect(page.has('.loading')).to.equal(true);
    page.line.renew();
    page.expiries[0]!.resume();
    await page.pass(1000);
    await until(() => page.panel.person?.id === id && page.has('.section'), 'it is open');
  });

  it('what is open and typed stays where it cannot be read again', async () => {
    const { page, member } = await withMember();
    await page.fill('department', 'Legal');
    page.line.next('person', ...thrice('500'));
    void page.scope.refresh();
    await page.pass(60_000);
    expect(page.input('department').value).to.equal('Legal');
    expect(page.panel.person?.id).to.equal(member.id);
    page.expectFocus();
    await page.startSaving();
    await page.ended();
    expect(page.stored(member.id).department).to.equal('Legal');
  });
});
