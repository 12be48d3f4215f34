import { expect } from '@open-wc/testing';
import { InviteRequestEvent } from '../../../src/index.ts';
import { press, type } from '../../tools/commands.ts';
import { readable, until } from '../people-page.ts';
import { invitePage } from './invite-page.ts';

describe('<invite-dialog> opening and closing', () => {
  it('ZM-7 opens when the account is asked for it, and gives the focus back', async () => {
    const page = await invitePage();
    expect([page.dialog.open, page.native.open]).to.deep.equal([true, true]);
    expect(page.native.matches(':modal')).to.equal(true);
    await press('Escape');
    await until(() => !page.native.open, 'it is closed');
    expect(page.dialog.open).to.equal(false);
    expect(document.activeElement).to.equal(page.opener);
  });

  it('ZM-7 takes addresses along', async () => {
    const page = await invitePage({ closed: true });
    page.scope.dispatchEvent(new InviteRequestEvent({ text: 'ana@example.com, bo@example.com' }));
    await until(() => page.chips.length === 2, 'the addresses are there');
    expect(page.chips).to.deep.equal(['ana@example.com', 'bo@example.com']);
  });

  it('leaves it to a page that has a form of its own', async () => {
    const page = await invitePage({ closed: true });
    page.provider.addEventListener('invite-request', (event) => event.preventDefault());
    const request = new InviteRequestEvent();
    page.scope.dispatchEvent(request);
    expect(request.isAnswered).to.equal(true);
    await page.dialog.updateComplete;
    expect(page.dialog.open).to.equal(false);
  });

  it('is answered by one dialog only', async () => {
    const page = await invitePage({ closed: true });
    const second = document.createElement('invite-dialog');
    page.provider.append(second);
    await second.updateComplete;
    page.opener.click();
    await until(() => page.dialog.open, 'the first is open');
    expect(second.open).to.equal(false);
  });

  it('opens and closes by its property and its methods', async () => {
    const page = await invitePage({ closed: true });
    page.dialog.open = true;
    await until(() => page.native.open, 'it is open');
    page.dialog.close();
    await until(() => !page.native.open, 'it is closed');
    page.dialog.show('ana@example.com');
    await until(() => page.chips.length === 1, 'the address is there');
  });

  it('ZM-7 asks before it closes over addresses, and keeps them', async () => {
    const page = await invitePage();
    await type('ana@example.com, bo');
    await press('Escape');
    await until(() => page.focused === 'Keep editing', 'it asks');
    expect(page.native.open).to.equal(true);
    expect(readable(page.$('#discard'))).to.contain('Discard 1 address');
    await press('Escape');
    await until(() => page.root.activeElement === page.field, 'the person goes on');
    expect(page.chips).to.deep.equal(['ana@example.com']);
    expect(page.field.value.trim()).to.equal('bo');
  });

  it('ZM-7 gives everything up when told to', async () => {
    const page = await invitePage();
    await type('ana@example.com,');
    await press('Escape');
    await until(() => page.focused === 'Keep editing', 'it asks');
    await press('Shift+Tab', 'Enter');
    await until(() => !page.native.open, 'it is closed');
    await press('Enter');
    await until(() => page.root.activeElement === page.field, 'it is open again');
    expect(page.chips).to.deep.equal([]);
  });

  it('ZM-1 says to who may not invite why, and whom to ask', async () => {
    const page = await invitePage({ as: 'member', closed: true });
    page.dialog.show();
    await until(() => page.root.querySelector('.waiting .reason'), 'the reason');
    expect(readable(page.$('.waiting'))).to.match(/Your role does not include this\..*Ask/);
    expect(page.root.querySelector('textarea')).to.equal(null);
    await page.expectAccessible();
  });

  it('says what is missing where there is no account', async () => {
    const alone = document.createElement('invite-dialog');
    document.body.append(alone);
    alone.open = true;
    await until(() => alone.shadowRoot?.querySelector('.waiting .reason'), 'the reason');
    expect(readable(alone.shadowRoot!.querySelector('.waiting')!)).to.contain('<account-scope>');
    alone.remove();
  });
});
