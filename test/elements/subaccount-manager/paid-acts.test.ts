import { expect } from '@open-wc/testing';
import { press, type } from '../../tools/commands.ts';
import { readable, still, until } from '../people-page.ts';
import { choose, openForm, paidPage, priced, type PaidPage } from './paid-page.ts';

const confirmButton = ({ $ }: PaidPage) => $('.confirmation button[type=submit]');

async function asked(page: PaidPage): Promise<string> {
  await until(() => page.root.querySelector<HTMLDialogElement>('.confirmation')?.open, 'it is asked'); // prettier-ignore
  return page.text('.confirmation');
}

describe('<subaccount-manager> what is done to a paid one', () => {
  it('CM-13 is cancelled after saying until when it lives, and the list shows it', async () => {
    const page = await paidPage();
    await choose(page, 'atelier-lyon', 'subaccount.cancel');
    expect(await asked(page)).to.contain(
      'It stays active until Dec 1, 2026. After that it is neither active nor billed.',
    );
    expect(page.held('atelier-lyon')).to.include({ status: 'active' });
    confirmButton(page).focus();
    await press('Enter');
    await until(
      () =>
        page.announced() === '“atelier-lyon” was cancelled, and stays active until Dec 1, 2026.',
      'it is said',
    );
    await until(() => readable(page.row('atelier-lyon')).includes('Active until Dec 1, 2026'), 'the list shows it'); // prettier-ignore
  });

  it('CM-13 lets it be when the person thinks better of it', async () => {
    const page = await paidPage();
    await choose(page, 'atelier-lyon', 'subaccount.cancel');
    await asked(page);
    await press('Escape');
    await until(() => !page.root.querySelector('.confirmation'), 'it is gone');
    expect(page.held('atelier-lyon')).to.include({ status: 'active' });
    await until(() => page.root.activeElement?.matches('.row-menu'), 'the focus is back');
  });

  it('CM-17 sends the activation email again while it is awaited, and only then', async () => {
    const page = await paidPage();
    expect(readable(page.row('oslo-training'))).to.contain('Awaiting activation');
    await choose(page, 'oslo-training', 'subaccount.resend-activation');
    await until(() => page.announced() === 'The activation email of “oslo-training” was sent again.', 'it is said'); // prettier-ignore
    expect(page.backend.mails.map(({ to }) => to)).to.deep.equal(['oslo-training@mail.example']);
    await choose(page, 'atelier-lyon');
    expect(page.root.querySelector('[data-value="subaccount.resend-activation"]')).to.equal(null);
  });

  it('CM-18 is entered, and left again', async () => {
    const page = await paidPage();
    await choose(page, 'atelier-lyon', 'subaccount.enter');
    await until(() => page.scope.subaccountId === 'sub_atelier-lyon', 'the page is about it');
    expect(page.announced()).to.equal('This page is about atelier-lyon now.');
    await until(() => readable(page.row('atelier-lyon')).includes('This page'), 'the row says so');
    await choose(page, 'atelier-lyon');
    expect(page.text('[data-value="subaccount.enter"]')).to.equal('Back to all sub-accounts');
    await press('Enter');
    await until(() => page.scope.subaccountId === undefined, 'the page is about all');
  });

  it('CM-18 has its details edited', async () => {
    const page = await paidPage();
    await choose(page, 'atelier-lyon', 'subaccount.edit');
    await until(() => page.root.activeElement?.id === 'act-pageName', 'the form is open');
    expect(page.$<HTMLInputElement>('#act-userName').value).to.equal('Camille Roux');
    page.$<HTMLInputElement>('#act-userName').select();
    page.$('#act-userName').focus();
    await press('Control+a');
    await type('Camille Roy');
    await press('Enter');
    await until(() => page.held('atelier-lyon')?.userName === 'Camille Roy', 'it is saved');
    await until(() => page.announced().startsWith('The details of “atelier-lyon” were saved.'), 'it is said'); // prettier-ignore
  });

  it('CM-18 gets another size once its price was shown', async () => {
    const page = await paidPage();
    await choose(page, 'atelier-lyon', 'subaccount.resize');
    await until(() => page.root.activeElement?.matches('[name=size]'), 'the form is open');
    const button = page.$('.act-form button[type=submit]');
    expect(button.getAttribute('aria-disabled'), 'it has this one').to.equal('true');
    await type('200');
    expect(await priced(page)).to.contain('Next charge €79.00 on Dec 1, 2026, then every month');
    expect(page.held('atelier-lyon')).to.include({ size: '50' });
    button.focus();
    await press('Enter');
    await until(() => page.held('atelier-lyon')?.size === '200', 'it is done');
    await until(() => readable(page.row('atelier-lyon')).includes('Size 200'), 'the list shows it');
  });

  it('CM-19 CM-20 goes to someone else in one step, whose first part is said to be final', async () => {
    const page = await paidPage();
    await choose(page, 'atelier-lyon', 'subaccount.reassign');
    await until(() => page.root.querySelector('.steps'), 'the form is open');
    const steps = page.text('.steps');
    expect(steps).to.contain('Step 1 of 2 The present user is deleted: Camille Roux');
    expect(steps).to.contain('Their data is erased. This first part is final: nobody can undo it.');
    expect(steps).to.contain('Step 2 of 2 A new user gets the sub-account');
    page.$('#act-userName').focus();
    await type('Noé Blanc');
    page.$('#act-email').focus();
    await type('noe@mail.example');
    await press('Enter');
    await until(() => page.root.querySelector('#fault-typed'), 'it has to be typed first');
    expect(page.held('atelier-lyon')).to.include({ userName: 'Camille Roux' });
    await until(() => page.root.activeElement?.id === 'act-typed', 'and is led to');
    await type('camille roux');
    await press('Enter');
    await until(() => page.held('atelier-lyon')?.userName === 'Noé Blanc', 'it is done');
    expect(page.held('atelier-lyon')).to.include({ status: 'awaiting-activation', size: '50' });
    expect(page.announced()).to.equal('“atelier-lyon” awaits Noé Blanc.');
  });

  for (const [what, typed] of [
    ['name', 'Camille Roux'],
    ['address', 'atelier-lyon@mail.example'],
  ] as const)
    it(`CM-20 is deleted only after the ${what} of its user was typed, and says that data is erased`, async () => {
      const page = await paidPage();
      await choose(page, 'atelier-lyon', 'subaccount.delete');
      const text = await asked(page);
      expect(text).to.contain('Profile and data are erased.');
      expect(text).to.contain('This cannot be undone.');
      await press('Enter');
      expect(page.held('atelier-lyon'), 'not without it').to.exist;
      await type(typed);
      await press('Enter');
      await until(() => page.announced() === '“atelier-lyon” was deleted.', 'it is said');
      expect(page.held('atelier-lyon')).to.equal(undefined);
      await until(() => !page.root.querySelector('[data-id="sub_atelier-lyon"]'), 'it is gone');
      await until(() => page.root.activeElement?.closest('[role=grid]'), 'the focus is not lost');
    });

  it('CM-14 CM-16 says what a sub-account cannot have, where one looks for it', async () => {
    const page = await paidPage();
    await choose(page, 'atelier-lyon', 'subaccount.resize');
    await until(() => page.root.querySelector('.limits'), 'the form is open');
    const limits = page.text('.limits');
    expect(limits).to.contain('Add-ons of its own A sub-account is an add-on itself.');
    expect(limits).to.contain('A plan of its own A sub-account is an add-on itself.');
    expect(limits).to.contain('Sub-accounts of its own A sub-account cannot hold sub-accounts.');
  });

  it('CM-13 tells the truth of one that has ended in the meantime', async () => {
    const page = await paidPage();
    await choose(page, 'atelier-lyon', 'subaccount.edit');
    await until(() => page.root.activeElement?.id === 'act-pageName', 'the form is open');
    await press('Control+a');
    await type('lyon');
    const { subaccounts = [] } = page.backend.dump();
    page.backend.set({
      subaccounts: subaccounts.map((one) =>
        one.pageName === 'atelier-lyon' ? { ...one, status: 'ended' } : one,
      ),
    });
    await press('Enter');
    await until(() => page.root.querySelector('.act-failure'), 'it is said');
    expect(page.text('.act-failure')).to.equal(
      'This sub-account has ended in the meantime. Nothing was changed. It can only be deleted now.',
    );
    await press('Escape');
    await until(() => readable(page.row('atelier-lyon')).includes('Ended'), 'the list shows it');
    await choose(page, 'atelier-lyon');
    expect([...page.root.querySelectorAll('[role=menuitem]')].map((entry) => (entry as HTMLElement).dataset['value'])).to.deep.equal(['subaccount.delete']); // prettier-ignore
  });

  it('has no fault that axe finds in any of its dialogs', async () => {
    for (const act of ['edit', 'resize', 'reassign', 'cancel', 'delete']) {
      const page = await paidPage();
      await choose(page, 'atelier-lyon', `subaccount.${act}`);
      await until(() => page.root.querySelector<HTMLDialogElement>('dialog')?.open, 'it is open');
      await still(page);
      await expect(page.box.querySelector('subaccount-manager'), act).to.be.accessible();
      page.box.remove();
    }
    for (const opener of ['.add', '.buy-slots'] as const) {
      const page = await paidPage({ freeSlots: 0 });
      await openForm(page, opener);
      await priced(page);
      await still(page);
      await expect(page.box.querySelector('subaccount-manager'), opener).to.be.accessible();
      page.box.remove();
    }
  });

  it('speaks French', async () => {
    const page = await paidPage({ lang: 'fr' });
    await openForm(page, '.buy-slots');
    const price = await priced(page);
    expect(price).to.match(/Maintenant \d+,\d\d € pour la période jusqu’au 1 déc\. 2026/);
    expect(price).to.contain('puis chaque mois');
  });
});
