import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define.ts';
import { createMemoryAdapter } from '../../../src/adapter/memory/index.ts';
import type { InviteRequestEvent } from '../../../src/index.ts';
import { zoomAccount } from '../../../src/mock/zoom-account.ts';
import zoom from '../../../src/policy/presets/zoom.ts';
import { press } from '../../tools/commands.ts';
import { NOW, peoplePage, readable, rowsShown, until, type PeoplePage } from '../people-page.ts';

const button = ({ root }: Pick<PeoplePage, 'root'>) =>
  root.querySelector<HTMLButtonElement>('[part=invite-button]');

describe('<user-table> invite button', () => {
  it('ZM-7 opens the form of the same account, by keyboard, and the focus comes back', async () => {
    const backend = createMemoryAdapter({
      ...zoomAccount({ seed: 7, count: 20, now: NOW }),
      policy: zoom,
      now: () => NOW,
    });
    const owner = backend.dump().people.find(({ roleId }) => roleId === 'owner')!;
    backend.actAs(owner.id);
    const page = await fixture(html`<account-scope .policy=${zoom} .adapter=${backend}>
      <user-table></user-table>
      <invite-dialog></invite-dialog>
    </account-scope>`);
    const root = page.querySelector('user-table')!.shadowRoot!;
    const dialog = page.querySelector('invite-dialog')!;
    await until(() => root.querySelector('.row[data-id]'), 'rows are shown');
    button({ root })!.focus();
    await press('Enter');
    await until(() => dialog.open, 'the form is open');
    await until(() => dialog.shadowRoot!.activeElement, 'the focus is in the form');
    await press('Escape');
    await until(() => !dialog.open, 'the form is closed');
    expect(root.activeElement === button({ root }), 'the focus is back').to.equal(true);
  });

  it('asks the host where it has a form of its own', async () => {
    const page = await peoplePage({ count: 20 });
    await rowsShown(page);
    let asked = 0;
    page.provider.addEventListener('invite-request', (event: InviteRequestEvent) => {
      event.preventDefault();
      asked++;
    });
    button(page)!.click();
    expect(asked).to.equal(1);
  });

  it('ZM-1 whoever may not invite sees why, and asks nobody', async () => {
    const document = {
      ...zoom,
      roles: zoom.roles.map((role) =>
        role.id === 'member' ? { ...role, permissions: ['user.list', 'user.view'] } : role,
      ),
    };
    const page = await peoplePage({ count: 20, as: 'member', document });
    await rowsShown(page);
    expect(button(page)!.getAttribute('aria-disabled')).to.equal('true');
    expect(button(page)!.getAttribute('aria-description')).to.match(
      /Your role does not include this\./,
    );
    let asked = false;
    page.provider.addEventListener('invite-request', () => (asked = true));
    button(page)!.click();
    await until(() => page.announced() !== '', 'it is said');
    expect(page.announced()).to.equal(button(page)!.title);
    expect(asked).to.equal(false);
  });

  it('is not there where nothing can be changed', async () => {
    const page = await peoplePage({ count: 20, table: { readonly: true } });
    await rowsShown(page);
    expect(button(page)).to.equal(null);
    expect(readable(page.$('.toolbar'))).to.not.contain('Invite');
  });
});
