import { expect } from '@open-wc/testing';
import messaging from '../../../src/policy/presets/messaging.ts';
import { press } from '../../tools/commands.ts';
import { readable, until } from '../people-page.ts';
import { MESSAGING, panelPage } from './panel-page.ts';

async function withMember(options: Parameters<typeof panelPage>[0] = {}) {
  const page = await panelPage({ alone: true, ...options });
  const member = page.find(
    ({ department, jobTitle, roleId, status }) =>
      roleId === 'member' && status === 'active' && Boolean(department) && Boolean(jobTitle),
  );
  await page.open(member.id);
  // What listens to changes made elsewhere is there by now.
  await page.scope.preview([]);
  return { page, member };
}

describe('<user-panel> while the person changes elsewhere', () => {
  it('follows without a word where nothing is edited, and marks what it was', async () => {
    const { page, member } = await withMember();
    await page.fill('department', 'Legal');
    page.backend.edit(member.id, { jobTitle: 'Clerk', userType: 'on-prem' });
    await until(() => page.input('jobTitle').value === 'Clerk', 'the title follows');
    expect(readable(page.row('jobTitle'))).to.contain('Updated');
    expect(page.announced).to.equal('Changed elsewhere: Job title and User type.');
    expect([page.input('department').value, page.focused]).to.deep.equal([
      'Legal',
      page.input('department'),
    ]);
    expect(page.has('.clash')).to.equal(false);
    await page.save();
    expect(page.stored(member.id)).to.deep.include({ department: 'Legal', jobTitle: 'Clerk' });
  });

  it('ZM-20 asks whose value stays where the same field was edited: mine', async () => {
    const { page, member } = await withMember();
    await page.fill('department', 'Legal');
    page.backend.edit(member.id, { department: 'Research' });
    await until(() => page.has('.clash'), 'it asks');
    expect(readable(page.$('.clash'))).to.equal(
      'Department changed meanwhile Theirs: Research Take theirs Yours: Legal Keep mine',
    );
    await page.expectAccessible();
    await press('Control+Enter');
    await until(() => readable(page.focused!) === 'Take theirs', 'the focus goes to the question');
    expect(page.acts).to.deep.equal([]);
    page.button('Keep mine').click();
    await until(() => page.focused === page.input('department'), 'the person goes on');
    await page.save();
    expect(page.stored(member.id).department).to.equal('Legal');
  });

  it('ZM-20 … or theirs', async () => {
    const { page, member } = await withMember();
    await page.fill('department', 'Legal');
    page.backend.edit(member.id, { department: 'Research' });
    await until(() => page.has('.clash'), 'it asks');
    page.button('Take theirs').click();
    await page.drawn();
    expect(page.input('department').value).to.equal('Research');
    expect(page.has('.bar')).to.equal(false);
  });

  it('learns from a save that came too late, and sends it again only when told to', async () => {
    const { page, member } = await withMember({
      // Nobody tells of changes made elsewhere: they come to light when something is saved.
      through: ({ watch: _untold, ...backend }) => backend,
    });
    page.backend.edit(member.id, { department: 'Research', jobTitle: 'Clerk' });
    await page.fill('department', 'Legal');
    await page.save();
    await until(() => page.has('.clash'), 'it asks');
    expect(page.input('jobTitle').value).to.equal('Clerk');
    expect(page.stored(member.id).department).to.equal('Research');
    page.button('Keep mine').click();
    await page.drawn();
    await page.save();
    expect(page.stored(member.id)).to.deep.include({ department: 'Legal', jobTitle: 'Clerk' });
  });

  it('says so where a save came too late over something else', async () => {
    const { page, member } = await withMember({
      through: ({ watch: _untold, ...backend }) => backend,
    });
    page.backend.edit(member.id, { jobTitle: 'Clerk' });
    await page.fill('department', 'Legal');
    await page.save();
    await until(() => page.input('jobTitle').value === 'Clerk', 'what changed is shown');
    expect(readable(page.$('.bar'))).to.contain('Someone changed this person meanwhile.');
    await page.save();
    expect(page.stored(member.id)).to.deep.include({ department: 'Legal', jobTitle: 'Clerk' });
  });

  it('says that the person is gone, and keeps what was typed to be copied', async () => {
    const { page, member } = await withMember();
    await page.fill('department', 'Legal');
    page.backend.edit(member.id, null);
    await until(() => page.has('.is-gone'), 'gone');
    expect(readable(page.$('.is-gone'))).to.contain('no longer on the account');
    expect(readable(page.$('.typed-values dt'))).to.equal('Department');
    expect(readable(page.$('.typed-values dd'))).to.equal('Legal');
    await page.expectAccessible();
    page.button('Back').click();
    await until(() => page.panel.personId === undefined, 'it closes without asking');
  });

  it('goes back to the title when what had the focus is gone', async () => {
    const { page, member } = await withMember();
    page.input('department').focus();
    page.backend.edit(member.id, null);
    await until(() => page.has('.is-gone'), 'gone');
    expect(page.focused).to.equal(page.$('#title'));
  });
});

describe('<user-panel> where the page is about one sub-account', () => {
  it('MS-11 shows nobody of another, and keeps what was typed for the way back', async () => {
    const page = await panelPage({ alone: true, as: 'admin', document: messaging, ...MESSAGING });
    await page.open('nia');
    await page.fill('lastName', 'Oak');
    page.scope.enter('south');
    await until(() => page.has('.is-elsewhere'), 'she is elsewhere');
    expect(readable(page.$('.state'))).to.contain('in another sub-account');
    await page.expectAccessible();
    page.scope.enter(undefined);
    await until(() => page.has('.section .row'), 'she is back');
    expect(page.input('lastName').value).to.equal('Oak');
  });
});

describe('<user-panel> beside a list', () => {
  it('ZM-20 is followed by the list, and follows it', async () => {
    const page = await panelPage();
    await until(() => page.table!.shadowRoot!.querySelector('.row[data-id]'), 'rows are shown');
    const row = page.table!.shadowRoot!.querySelectorAll<HTMLElement>('.row[data-id]')[4]!;
    const id = row.dataset['id']!;
    await page.open(id);
    await page.fill('lastName', 'Nachname');
    await page.save();
    const shown = () =>
      readable(page.table!.shadowRoot!.querySelector(`.row[data-id="${id}"] .name`)!);
    await until(
      () => shown().includes('Nachname') || page.stored(id).displayName,
      'the row follows',
    );
    await page.scope.run({
      action: 'user.change-type',
      target: { kind: 'person', id },
      change: { userType: 'on-prem' },
    });
    await until(() => readable(page.row('userType')).includes('On-prem'), 'the panel follows');
  });
});
