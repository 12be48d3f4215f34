import { expect } from '@open-wc/testing';
import { readable, until } from '../people-page.ts';
import { thrice, withMember, type Faults, type FaultyPanel } from './faulty-panel.ts';

describe('<user-panel> when saving goes wrong', () => {
  interface Case {
    readonly what: string;
    readonly faults: Faults;
    /** What befalls the reading by which the kit makes sure. */
    readonly looking?: Faults;
    readonly ends: 'done' | 'refused' | 'uncertain';
    /** What is said below the field. */
    readonly says?: string;
    /** How often the backend did it before it was tried again. */
    readonly did?: number;
  }

  const uncertain = 'It is not certain that this was saved. Try again: nothing is done twice.';
  const CASES: readonly Case[] = [
    { what: 'the request is lost', faults: ['drop'], ends: 'done' },
    { what: 'every request is lost', faults: thrice('drop'), ends: 'uncertain', says: uncertain },
    { what: 'the answer is lost', faults: ['drop-after'], ends: 'done' },
    { what: 'every answer is lost', faults: thrice('drop-after'), ends: 'done' },
    { what: 'every answer is lost and nothing can be read', faults: thrice('drop-after'), looking: thrice('drop'), ends: 'uncertain', says: uncertain, did: 1 },
    { what: 'the server fails', faults: ['500'], ends: 'done' },
    { what: 'the server fails every time', faults: thrice('500'), ends: 'refused', says: 'The server is not responding. Try again in a moment.' },
    { what: 'the server asks to wait every time', faults: thrice('429'), ends: 'refused', says: 'Too many requests at once. Try again in 2 seconds.' },
  ]; // prettier-ignore

  function expectSavedOnce(page: FaultyPanel, id: string): void {
    expect(page.stored(id).department).to.equal('Legal');
    expect(page.input('department').value).to.equal('Legal');
    expect(page.saidOf('department')).to.equal('');
    expect(page.has('.bar'), 'nothing is left to save').to.equal(false);
    expect(page.done('user.edit'), 'done once').to.equal(1);
    page.expectFocus();
  }

  for (const { what, faults, looking = [], ends, says, did = 0 } of CASES)
    it(`${what}: it ends ${ends}, keeps what was typed, and is done once in the end`, async () => {
      const { page, member } = await withMember();
      await page.fill('department', 'Legal');
      page.line.next('run', ...faults);
      page.line.next('person', ...looking);
      await page.startSaving();
      await page.ended();
      page.expectFocus();

      if (ends !== 'done') {
        expect(page.input('department').value, 'what was typed').to.equal('Legal');
        expect(page.saidOf('department')).to.equal(says);
        expect(readable(page.$('.bar'))).to.contain('1 change was not saved.');
        expect(page.announced).to.equal('1 change was not saved.');
        expect(page.panel.isDirty).to.equal(true);
        expect(page.done('user.edit')).to.equal(did);
        await page.expectAccessible();
        expect(readable(page.$('.save'))).to.equal('Try again');
        await page.startSaving();
        await page.ended();
      }
      expectSavedOnce(page, member.id);
      // What was surely not done may be another command; what may have been done may not.
      if (ends !== 'refused')
        expect(new Set(page.sent.map(({ id }) => id)).size, 'one command').to.equal(1);
    });

  it('nobody is reached for long: the bar says so, and giving up keeps what was typed', async () => {
    const { page, member } = await withMember();
    await page.fill('department', 'Legal');
    page.line.next('run', { kind: 'delay', ms: 120_000 });
    await page.startSaving();
    await page.pass(30_000);
    expect(readable(page.$('.bar'))).to.contain('Still saving…');
    page.expectFocus();
    page.button('Cancel').focus();
    page.button('Cancel').click();
    await page.pass(60_000);
    // It had arrived before it was given up: what the record shows is what is said.
    expect(page.stored(member.id).department).to.equal('Legal');
    expect(page.input('department').value).to.equal('Legal');
    expect(page.done('user.edit')).to.equal(1);
    page.expectFocus();
  });

  it('the connection is gone: what was typed stays until it is back', async () => {
    const { page, member } = await withMember();
    await page.fill('department', 'Legal');
    page.line.offline();
    await page.startSaving();
    await page.ended();
    expect(page.input('department').value).to.equal('Legal');
    expect(page.saidOf('department')).to.equal(uncertain);
    page.line.online();
    await page.startSaving();
    await page.ended();
    expectSavedOnce(page, member.id);
  });

  it('the session ends meanwhile: it waits, says so, and is sent once when somebody has signed in', async () => {
    const { page, member } = await withMember();
    await page.fill('department', 'Legal');
    page.line.expire();
    await page.startSaving();
    await page.pass(60_000);
    expect(page.expiries, 'the host is asked once').to.have.length(1);
    expect(readable(page.$('.bar'))).to.contain('You are signed out. Sign in to go on.');
    expect(page.input('department').value).to.equal('Legal');
    page.expectFocus();
    await page.expectAccessible();
    page.line.renew();
    page.expiries[0]!.resume();
    await page.pass(1000);
    await until(() => !page.has('.bar'), 'it is saved');
    expectSavedOnce(page, member.id);
  });

  it('the session ends and nobody signs in: giving up keeps what was typed, and nothing is sent later', async () => {
    const { page, member } = await withMember();
    await page.fill('department', 'Legal');
    page.line.expire();
    await page.startSaving();
    await page.pass(1000);
    page.button('Cancel').click();
    await page.pass(1000);
    expect(page.input('department').value).to.equal('Legal');
    expect(readable(page.$('.bar'))).to.contain('1 change');
    page.expectFocus();
    page.line.renew();
    page.expiries[0]!.resume();
    await page.pass(60_000);
    expect(page.stored(member.id).department).to.equal(member.department);
    await page.startSaving();
    await page.ended();
    expect(page.stored(member.id).department).to.equal('Legal');
    expect(page.done('user.edit')).to.equal(1);
  });

  it('the person is deleted meanwhile: it says so, and keeps what was typed to be copied', async () => {
    const { page, member } = await withMember();
    await page.fill('department', 'Legal');
    page.backend.edit(member.id, null);
    await page.startSaving();
    await page.pass(60_000);
    await until(() => page.has('.is-gone'), 'it says so');
    expect(readable(page.$('.is-gone'))).to.contain('no longer on the account');
    expect(readable(page.$('.typed-values'))).to.equal('DepartmentLegal');
    page.expectFocus();
  });

  it('a part of an act fails: the rest is done, and only the part is sent again', async () => {
    const { page, member } = await withMember();
    await page.fill('department', 'Legal');
    await page.choose('userType', 'Licensed');
    page.line.next('run', ...thrice('500'));
    await page.startSaving();
    await page.ended();
    expect(page.saidOf('department')).to.contain('The server is not responding.');
    expect(page.saidOf('userType')).to.equal('');
    expect(page.stored(member.id)).to.deep.include({ department: member.department, userType: 'licensed' }); // prettier-ignore
    await page.startSaving();
    await page.ended();
    expect(page.stored(member.id)).to.deep.include({ department: 'Legal', userType: 'licensed' });
    expect([page.done('user.edit'), page.done('user.change-type')]).to.deep.equal([1, 1]);
  });

  it('what was typed over while it was uncertain is another change', async () => {
    const { page, member } = await withMember();
    await page.fill('department', 'Legal');
    page.line.next('run', ...thrice('drop-after'));
    page.line.next('person', ...thrice('drop'));
    await page.startSaving();
    await page.ended();
    await page.fill('department', 'Research');
    expect(page.saidOf('department')).to.equal('');
    await page.startSaving();
    await page.ended();
    if (page.has('.clash')) page.button('Keep mine').click();
    await page.settled();
    if (page.has('.bar')) await page.startSaving();
    await page.ended();
    expect(page.stored(member.id).department).to.equal('Research');
  });
});

describe('<user-panel> when something else that is done there goes wrong', () => {
  it('an action: it says so at the action, and tries again', async () => {
    const { page, member } = await withMember();
    page.line.next('run', ...thrice('500'));
    page.$('[data-value="user.deactivate"]').click();
    await until(() => page.has('.confirmation .button.danger'), 'it is asked');
    await page.start(() => page.$('.confirmation .button.danger').click());
    await page.pass(60_000);
    expect(readable(page.$('.ending'))).to.contain('The server is not responding.');
    page.button('Try again').focus();
    await page.start(() => page.button('Try again').click());
    await page.pass(60_000);
    expect(page.stored(member.id).status).to.equal('deactivated');
    expect(page.has('.ending')).to.equal(false);
  });

  it('undoing: it says so, and can be tried again', async () => {
    const { page, member } = await withMember();
    await page.fill('department', 'Legal');
    await page.startSaving();
    await page.ended();
    page.line.next('run', ...thrice('500'));
    page.$('.history [part=undo]').focus();
    await page.start(() => page.$('.history [part=undo]').click());
    await page.pass(60_000);
    expect(page.stored(member.id).department).to.equal('Legal');
    expect(readable(page.$('.history li'))).to.contain('The server is not responding.');
    page.expectFocus();
    await page.start(() => page.$('.history [part=undo]').click());
    await page.pass(60_000);
    expect(page.stored(member.id).department).to.equal(member.department);
    expect(readable(page.$('.history li'))).not.to.contain('The server is not responding.');
  });
});
