import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../src/adapter/problem.ts';
import messaging from '../../../src/policy/presets/messaging.ts';
import { mouse, press, type } from '../../tools/commands.ts';
import { MESSAGING } from '../messaging-account.ts';
import { readable, until } from '../people-page.ts';
import { invitePage, type InvitePage, type InvitePageOptions } from './invite-page.ts';

const ANA = 'ana@example.com';

/** The form of a messaging account; an admin's, unless it says otherwise. */
function formOf(options: InvitePageOptions = {}): Promise<InvitePage> {
  return invitePage({ as: 'admin', document: messaging, account: MESSAGING, ...options });
}

const trigger = (page: InvitePage) => page.$('[part=subaccount-trigger]');
const search = (page: InvitePage) => page.$<HTMLInputElement>('[role=combobox]');
const options = (page: InvitePage): string[] =>
  [...page.root.querySelectorAll('#subaccounts [role=option]')].map(readable);
/** The option that a screen reader is told of. */
const active = (page: InvitePage): string =>
  readable(page.$(`#${search(page).getAttribute('aria-activedescendant') ?? 'none'}`));

/** Opens the search by keys. */
async function open(page: InvitePage): Promise<void> {
  trigger(page).focus();
  await press('Enter');
  await until(() => options(page).length > 0, 'the sub-accounts are there');
  expect(page.root.activeElement === search(page), 'the search has the focus').to.equal(true);
}

async function choose(page: InvitePage, name: string): Promise<void> {
  await open(page);
  await type(name);
  await until(() => options(page).join() === name, 'it was found');
  await press('Enter');
  await until(() => readable(trigger(page)) === name, 'it is chosen');
}

describe('<invite-dialog> sub-account', () => {
  it('MS-4 takes first name, last name, email, role and one sub-account, by keyboard', async () => {
    const page = await formOf();
    await type('ana@example.com');
    await press('Enter');
    await press('Tab');
    // On the way lies the address itself, where it can be edited.
    page.$('[name=firstName]').focus();
    await type('Ana Maria');
    await press('Tab');
    await type('Silva');
    expect(readable(page.$('[part=role-trigger]')), 'what most people are').to.equal('Manager');
    expect(page.needs).to.contain('exactly one sub-account');
    expect(page.$('.send').getAttribute('aria-disabled')).to.equal('true');
    await choose(page, 'Paris');
    expect(page.root.activeElement === trigger(page), 'the focus is back').to.equal(true);
    await page.expectAccessible();
    await page.send();
    expect(page.person(ANA)).to.deep.include({
      firstName: 'Ana Maria', lastName: 'Silva', roleId: 'manager', subaccountIds: ['paris'], status: 'pending',
    }); // prettier-ignore
  });

  it('MS-4 shows the search with its options accessibly, moves in it by arrows, and closes by Escape', async () => {
    const page = await formOf();
    await open(page);
    expect(options(page)).to.deep.equal(['Brest', 'Lyon', 'Nantes', 'Paris']);
    expect(active(page)).to.equal('Brest');
    await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    await until(() => active(page) === 'Paris', 'it stays on the last');
    await press('ArrowUp');
    await until(() => active(page) === 'Nantes', 'it goes back');
    await page.expectAccessible();
    await type('zzz');
    await until(() => options(page).length === 0, 'nothing is called that');
    await until(
      () => readable(page.$('.search-list')).includes('No sub-account is called that'),
      'it says so',
    );
    await page.expectAccessible();
    await press('Escape');
    await until(() => !page.root.querySelector('[role=combobox]'), 'it is closed');
    expect(page.root.activeElement === trigger(page), 'the focus is back').to.equal(true);
    expect([page.native.open, readable(trigger(page))]).to.deep.equal([
      true,
      'Choose a sub-account',
    ]);
  });

  it('MS-4 finds one among thousands', async () => {
    const subaccounts = Array.from({ length: 2000 }, (_, n) => ({
      id: `s${n}`,
      name: `Shop ${n}`,
    }));
    const page = await formOf({ subaccounts });
    await open(page);
    expect(options(page)).to.have.length(50);
    expect(readable(page.$('.search-list'))).to.contain('1,950 more: type to find them.');
    await type('1711');
    await until(() => options(page).join() === 'Shop 1711', 'it was found');
    await mouse.click(page.$('#subaccounts [role=option]'));
    await until(() => readable(trigger(page)) === 'Shop 1711', 'it is chosen');
  });

  it('MS-4 says that they could not be read, and reads them again', async () => {
    let isDown = true;
    const page = await formOf({
      through: (backend) => ({
        ...backend,
        subaccounts: async (request, call) => {
          if (isDown) throw new AdapterError({ kind: 'forbidden', title: 'No' });
          return backend.subaccounts(request, call);
        },
      }),
    });
    trigger(page).focus();
    await press('Enter');
    await until(() => page.root.querySelector('.search-list .button'), 'it can be tried again');
    await page.expectAccessible();
    isDown = false;
    page.$('.search-list .button').click();
    await until(() => options(page).length === 4, 'they are there');
  });

  it('MS-4 keeps names that were typed before the address, and leaves several to their paste', async () => {
    const page = await formOf();
    page.$('[name=firstName]').focus();
    await type('Ana');
    await press('Escape');
    await until(() => page.focused === 'Keep editing', 'nothing typed is lost');
    await press('Enter');
    await until(() => page.root.activeElement === page.field, 'the person goes on');
    await page.paste('Bo Lind <bo@example.com>; chloe@example.com');
    expect(page.root.querySelector('[name=firstName]')).to.equal(null);
    expect(page.chips).to.deep.equal(['Bo Lind bo@example.com', 'chloe@example.com']);
    page.button('Remove bo@example.com').click();
    await until(() => page.chips.join() === 'Ana chloe@example.com', 'the name is theirs');
    expect(page.$<HTMLInputElement>('[name=firstName]').value).to.equal('Ana');
  });

  it('MS-5 closes the field for an admin, who has all of them, and says so', async () => {
    const page = await formOf();
    await page.choose('role', 'A');
    expect(trigger(page).getAttribute('aria-disabled')).to.equal('true');
    expect(readable(trigger(page))).to.equal('All sub-accounts');
    expect(readable(page.$('#subaccount-why'))).to.equal('Admin already covers every sub-account.');
    trigger(page).focus();
    expect(page.root.activeElement === trigger(page), 'it can be reached').to.equal(true);
    await press('Enter');
    expect(page.root.querySelector('[role=combobox]')).to.equal(null);
    await page.expectAccessible();
  });

  it('MS-5 sends no sub-account with an admin, and remembers the one that was chosen for a manager', async () => {
    const page = await formOf();
    page.scope.enter('paris');
    await until(() => readable(trigger(page)) === 'Paris', 'it is chosen');
    await page.paste(ANA);
    await page.choose('role', 'A');
    expect(readable(trigger(page))).to.equal('All sub-accounts');
    await page.choose('role', 'M');
    expect(readable(trigger(page))).to.equal('Paris');
    await page.choose('role', 'A');
    await page.send();
    expect(page.acts[0]?.[0]?.change).not.to.have.property('subaccountIds');
    expect(page.person(ANA)).to.include({ roleId: 'admin' });
    expect(page.person(ANA)?.subaccountIds).to.equal(undefined);
  });

  it('MS-5 a sub-account sent along with role admin is refused, by page and backend', async () => {
    const page = await formOf();
    const command = {
      action: 'user.invite',
      change: { people: [{ email: ANA }], roleId: 'admin', subaccountIds: ['paris'] },
    };
    const outcome = await page.scope.run(command);
    expect(outcome.status).to.equal('skipped');
    const refusal = await page.backend
      .run({ id: 'c', ...command })
      .catch((thrown: unknown) => thrown);
    expect((refusal as AdapterError).problem).to.include({
      kind: 'rule',
      code: 'messaging/admins-have-all',
    });
    expect(page.person(ANA)).to.equal(undefined);
  });

  it('MS-8 a manager adds managers only, in their own sub-account, and sees why', async () => {
    const page = await formOf({ as: 'manager' });
    await until(() => readable(trigger(page)) === 'Lyon', 'their own is there');
    expect(trigger(page).getAttribute('aria-disabled')).to.equal('true');
    expect(readable(page.$('#subaccount-why'))).to.contain('only in your own sub-account');
    const roles = await page.options('role');
    expect(roles[0]).to.match(/^Admin .*Manager.* Ask/);
    expect(roles[1]).to.equal('Manager');
    await press('Escape');
    await page.expectAccessible();
    page.field.focus();
    await page.paste(ANA);
    await page.send();
    expect(page.person(ANA)).to.deep.include({ roleId: 'manager', subaccountIds: ['lyon'] });
  });

  it('MS-4 MS-11 begins with the sub-account that the page is about', async () => {
    const page = await formOf();
    page.scope.enter('nantes');
    await until(() => page.scope.account.status === 'ready', 'the account is known');
    await until(() => readable(trigger(page)) === 'Nantes', 'it is chosen already');
  });

  it('asks for none where no rule needs one', async () => {
    const page = await invitePage({ subaccounts: [{ id: 'lyon', name: 'Lyon' }] });
    expect(page.root.querySelector('[part=subaccount-trigger]')).to.equal(null);
  });
});
