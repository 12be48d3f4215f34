import { expect } from '@open-wc/testing';
import { logmeinAccount } from '../../src/mock/logmein-account.ts';
import logmein from '../../src/policy/presets/logmein.ts';
import { NOW, readable, until } from '../elements/people-page.ts';
import { press, type } from '../tools/commands.ts';
import { productPage, type ProductPage } from './product-page.ts';

interface Options {
  readonly as?: string;
  readonly freeSeats?: number;
}

const open = async ({ as = 'account-admin', freeSeats }: Options = {}): Promise<ProductPage> => {
  const seats = freeSeats === undefined ? {} : { freeSeats };
  const account = logmeinAccount({ seed: 7, count: 60, now: NOW, ...seats });
  const page = await productPage({ account, policy: logmein, as });
  if (as === 'account-admin') await until(() => page.rows.length > 5, 'people are shown');
  return page;
};

const isUser = ({ roleId, status }: { roleId: string; status: string }): boolean =>
  roleId === 'user' && status === 'active';

describe('the logmein product', () => {
  describe('as an admin', () => {
    it('LM-2 adds one, and then several from a list', async () => {
      const page = await open();
      const form = await page.openInvite();
      await type('one@lumiere.example');
      await press('Enter');
      await page.send();
      await until(() => readable(form.querySelector('.sent')!).includes('one@'), 'one was sent');
      form.querySelector<HTMLElement>('.another')!.click();
      await until(() => form.activeElement?.matches('textarea'), 'the form is there again');
      await type('Two <two@lumiere.example>; three@lumiere.example four@lumiere.example ');
      await page.send();
      const invited = page.backend
        .dump()
        .people.filter(({ email }) => /^(one|two|three|four)@/.test(email));
      expect(invited.map(({ status }) => status)).to.deep.equal(Array(4).fill('pending'));
    });

    it('LM-3 sees in the list who is provisioned, and edits what the directory does not keep', async () => {
      const page = await open();
      const person = page.find(
        (one) => isUser(one) && (one.ownedFields?.length ?? 0) > 0 && one.firstName !== undefined,
      );
      await page.search(person);
      const mark = page.cell(person.id, 'name').querySelector<HTMLElement>('.provisioned')!;
      expect(readable(mark)).to.equal('Provisioned');
      expect(mark.title).to.equal(
        'Provisioned: your directory keeps First name, Last name, and Email',
      );
      const panel = await page.open(person.id);
      const isClosed = (field: string): boolean =>
        panel.querySelector<HTMLInputElement>(`input[name=${field}]`)!.readOnly;
      expect(['firstName', 'email', 'department'].map(isClosed)).to.deep.equal([true, true, false]);
    });

    it('LM-4 gives a product while a seat is free, and sees it in the list', async () => {
      const page = await open();
      const before = page.scope.seats('webinar')!.free;
      const form = await page.openInvite();
      await type('new@lumiere.example');
      await press('Enter');
      const boxes = [...form.querySelectorAll<HTMLElement>('[part=products] .check')];
      expect(boxes.map(readable)).to.deep.equal(['Meeting', 'Webinar', 'Training']);
      boxes[1]!.querySelector('input')!.focus();
      await press('Space');
      await until(() => readable(form.querySelector('#needs')!).includes('Webinar'), 'it says so');
      await page.send();
      const invited = page.find(({ email }) => email === 'new@lumiere.example');
      expect(invited.products).to.deep.equal(['webinar']);
      await until(() => page.scope.seats('webinar')!.free === before - 1, 'the seat is taken');
    });

    it('LM-4 cannot give one without a seat, reads why, and can once licences were added', async () => {
      const page = await open({ freeSeats: 0 });
      const form = await page.openInvite();
      const box = (): HTMLElement => form.querySelector('[part=products] .check')!;
      await until(() => readable(box()).includes('none is free'), 'it is closed');
      box().querySelector('input')!.focus();
      await press('Space');
      expect(box().querySelector('input')!.checked).to.equal(false);
      await press('Escape');
      const meter = page.root('seat-meter');
      page.provider.addEventListener('seat-buy', (event) => {
        event.preventDefault();
        const change = { values: { pool: event.pool }, count: 2 };
        void page.scope.run({ action: 'license.add', change });
      });
      meter.querySelector<HTMLElement>('[part=buy-button]')!.focus();
      await press('Enter');
      await until(() => page.scope.seats('meeting')!.free === 2, 'there are two more');
      await page.openInvite();
      await until(() => !readable(box()).includes('none is free'), 'it is open');
    });

    it('LM-5 is led to billing as a billing contact, and not as another admin', async () => {
      const page = await open();
      const link = () => page.root('seat-meter').querySelector<HTMLAnchorElement>('[part=billing]');
      await until(link, 'there is a link');
      expect(link()!.getAttribute('href')).to.equal('#billing');
      const other = page.find(
        ({ roleId, billingContact, status }) =>
          roleId === 'account-admin' && !billingContact && status === 'active',
      );
      page.backend.actAs(other.id);
      await page.scope.refresh();
      await until(() => !link(), 'it is gone');
      expect(page.scope.decide({ action: 'license.add', draft: true }).effect).to.equal('allow');
    });

    it('LM-6 is told the two ways out where an address has an account elsewhere, and cannot act for its owner', async () => {
      const page = await open();
      const form = await page.openInvite();
      await type('guest@mailbox.example');
      await press('Enter');
      await page.send();
      const said = () => readable(form.querySelector('.body')!);
      await until(() => said().includes('already has an account elsewhere'), 'it says so');
      expect(said()).to.contain(
        'Only its owner can act: they ask their previous admin to remove them, or support to move the account.',
      );
      expect(readable(form.querySelector('.chip')!)).to.contain('guest@mailbox.example');
    });

    it('LM-8 suspends somebody, who stays in the list while their seats come free', async () => {
      const page = await open();
      const person = page.find((one) => isUser(one) && !!one.products?.includes('meeting'));
      await page.search(person);
      const free = page.scope.seats('meeting')!.free;
      expect(readable(page.cell(person.id, 'products'))).to.contain('Meeting');
      expect(await page.ask(person.id, 'user.suspend')).to.contain(
        'Licences and add-ons become free for others.',
      );
      await page.confirm();
      await until(
        () => readable(page.cell(person.id, 'status')).includes('Suspended'),
        'they stay, suspended',
      );
      await until(() => page.scope.seats('meeting')!.free === free + 1, 'the seat is free');
      expect(readable(page.cell(person.id, 'products'))).to.equal('');
    });

    it('LM-9 neither changes nor resets a password, and reads where the person does it', async () => {
      const page = await open();
      const person = page.find(isUser);
      await page.search(person);
      const entry = (await page.menuOf(person.id)).get('user.reset-password')!;
      expect(entry.getAttribute('aria-disabled')).to.equal('true');
      expect(readable(entry)).to.match(/sign-in page/i);
    });

    it('LM-12 deletes somebody, which is not to suspend them', async () => {
      const page = await open();
      const person = page.find(isUser);
      await page.search(person);
      const suspending = await page.ask(person.id, 'user.suspend');
      await press('Escape');
      await until(() => !page.root('user-table').querySelector('.confirmation'), 'nothing is done');
      const deleting = await page.ask(person.id, 'user.delete');
      expect(suspending).to.contain('data stay');
      expect(deleting).to.match(/erased.*cannot be undone/);
      await type(person.email);
      await page.confirm();
      await until(() => page.stored(person.id) === undefined, 'they are gone');
    });
  });

  it('LM-11 LM-12 a user administers nobody: no list, and why', async () => {
    const page = await open({ as: 'user' });
    const table = page.root('user-table');
    await until(() => table.querySelector('[part~=state-no-access]'), 'there is no access');
    expect(page.rows).to.have.length(0);
  });
});
