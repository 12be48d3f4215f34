import { expect } from '@open-wc/testing';
import { press, type } from '../../tools/commands.ts';
import { readable, until } from '../people-page.ts';
import { openForm, paidPage, priced, type PaidPage } from './paid-page.ts';

const slots = async ({ backend }: PaidPage) =>
  (await backend.account()).facts.seats?.['subaccount']?.total;

const submit = ({ $ }: PaidPage) => $('.act-form button[type=submit]');

async function fill(page: PaidPage, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [field, text] of Object.entries(values)) {
    page.$(`#act-${field}`).focus();
    await type(text);
  }
}

const NEW = { pageName: 'bern', userName: 'Béla Keller', email: 'bela@mail.example' };

describe('<subaccount-manager> buying and creating', () => {
  it('CM-12 shows what is paid now, until when, and the next charge, before anything is bought', async () => {
    const page = await paidPage();
    const before = await slots(page);
    await openForm(page, '.buy-slots');
    expect(page.root.activeElement).to.equal(page.$('[name=size]'));
    // November has 30 days, of which some are left: less than a whole month is paid now.
    const first = await priced(page);
    expect(first).to.match(/Now €\d+\.\d\d for the time until Dec 1, 2026/);
    expect(first).to.contain('Next charge €25.00 on Dec 1, 2026, then every month');
    page.$<HTMLSelectElement>('[name=size]').focus();
    await type('100');
    await press('Tab');
    page.$<HTMLInputElement>('[name=count]').select();
    await type('3');
    await until(() => page.text('.price').includes('€135.00'), 'it follows what is chosen');
    await priced(page);
    expect(readable(submit(page))).to.equal('Buy 3 slots');
    expect(await slots(page), 'nothing was bought yet').to.equal(before);
    await press('Enter');
    await until(() => page.announced() === '3 slots were bought.', 'it is said');
    expect(await slots(page)).to.equal(before! + 3);
    expect(page.backend.dump().slots).to.deep.equal(['50', '100', '100', '100']);
    await until(() => page.text('.footer').includes('4 free slots'), 'the list counts them');
    expect(page.root.activeElement, 'the focus is back').to.equal(page.$('.buy-slots'));
  });

  it('CM-12 buys nothing at a price that was not shown: the new one is, and waits for a click', async () => {
    const page = await paidPage();
    const before = await slots(page);
    await openForm(page, '.buy-slots');
    await priced(page);
    page.backend.set({ prices: { subaccount: { '25': { amount: 99_00, currency: 'EUR' } } } });
    submit(page).focus();
    await press('Enter');
    await until(() => page.root.querySelector('.new-price'), 'it is said');
    expect(await priced(page)).to.contain('€99.00');
    expect(page.text('.new-price')).to.equal(
      'The price has changed, and nothing was done. This is the new one.',
    );
    expect(await slots(page), 'nothing was bought').to.equal(before);
    expect(readable(submit(page))).to.equal('Buy 1 slot at this price');
    submit(page).focus();
    await press('Enter');
    await until(() => page.announced() === '1 slot was bought.', 'now it is');
    expect(await slots(page)).to.equal(before! + 1);
  });

  it('CM-15 CM-17 creates one in a slot that was bought, and it awaits its activation', async () => {
    const page = await paidPage();
    await openForm(page, '.add');
    expect(page.text('.slots')).to.equal('1 slot is free.');
    await press('Enter');
    await until(() => page.root.querySelector('[aria-invalid]'), 'what is missing is said');
    expect(page.root.activeElement).to.equal(page.$('#act-pageName'));
    expect(page.text('#fault-email')).to.equal('Email is missing.');
    await fill(page, NEW);
    await press('Enter');
    await until(() => page.announced() === '“bern” was added.', 'it is said');
    expect(page.held('bern')).to.include({ ...NEW, size: '50', status: 'awaiting-activation' });
    expect(page.backend.mails.map(({ to, kind }) => [to, kind])).to.deep.equal([[NEW.email, 'activation']]); // prettier-ignore
    await until(() => page.root.querySelector('.row.is-added'), 'the list has it');
    expect(page.text('.row.is-added')).to.contain('Awaiting activation');
  });

  it('CM-12 offers to buy where no slot is left, then goes on with what was typed, by a click alone', async () => {
    const page = await paidPage({ freeSlots: 0 });
    await openForm(page, '.add');
    await fill(page, NEW);
    expect(submit(page).getAttribute('aria-disabled')).to.equal('true');
    await press('Enter');
    expect(page.held('bern'), 'it is not sent').to.equal(undefined);
    expect(page.text('.blocked')).to.contain('No slot is free.');
    await priced(page);
    page.$('.blocked .buy').focus();
    await press('Enter');
    await until(() => page.root.querySelector('.slots.is-bought'), 'the slot was bought');
    expect(page.text('.slots')).to.equal('1 slot was bought. Create the sub-account now.');
    expect(page.$<HTMLInputElement>('#act-email').value).to.equal(NEW.email);
    expect(page.held('bern'), 'nothing goes without a click').to.equal(undefined);
    await until(() => page.root.activeElement === submit(page), 'the next thing has the focus');
    await press('Enter');
    await until(() => page.held('bern'), 'it is created');
    expect(page.held('bern')).to.include({ size: '25' });
  });

  it('CM-15 keeps what was typed when the backend does not take it, and says which field', async () => {
    const page = await paidPage();
    await openForm(page, '.add');
    await fill(page, { ...NEW, email: 'nonsense' });
    await press('Enter');
    await until(() => page.root.querySelector('#fault-email'), 'the field says so');
    expect(page.text('#fault-email')).to.equal('The server did not accept this.');
    expect(page.$<HTMLInputElement>('#act-userName').value).to.equal(NEW.userName);
    page.$<HTMLInputElement>('#act-email').select();
    await type(NEW.email);
    await press('Enter');
    await until(() => page.held('bern'), 'it is created');
  });

  it('CM-21 says where one is created that it shares nothing, and of a login that it shares all', async () => {
    const page = await paidPage();
    await openForm(page, '.add');
    expect(page.text('.happens')).to.contain('It has its own storage, recording time and private files: it shares nothing with this account.'); // prettier-ignore
    await press('Escape');
    const dialog = page.box.querySelector('invite-dialog')!;
    dialog.show();
    await until(() => dialog.shadowRoot!.querySelector('.role-hint'), 'the form is there');
    expect(readable(dialog.shadowRoot!.querySelector('.role-hint')!)).to.contain(
      'Shares this account’s data with you',
    );
  });

  it('says that the price is not told where the backend has none, and still sells', async () => {
    const page = await paidPage({ adjust: ({ prices: _none, ...account }) => account });
    await openForm(page, '.buy-slots');
    await until(
      () => page.text('.price').includes('What it costs is not told here.'),
      'it is said',
    );
    submit(page).focus();
    await press('Enter');
    await until(() => page.announced() === '1 slot was bought.', 'it is bought');
  });

  it('CM-1 CM-4 keeps what is bought from a login, and says who may', async () => {
    const page = await paidPage({ as: 'multi-user' });
    expect(page.text('.state')).to.contain('Your role does not include this. Ask the host.');
    expect(page.root.querySelector('.buy-slots, .add')).to.equal(null);
  });
});
