import { expect } from '@open-wc/testing';
import { press, type } from '../../tools/commands.ts';
import { until } from '../people-page.ts';
import { invitePage } from './invite-page.ts';

describe('<invite-dialog> addresses', () => {
  it('ZM-7 takes typed addresses at commas, semicolons, spaces and Enter', async () => {
    const page = await invitePage();
    await type('ana@example.com,bo@example.com; chloe@example.com dai@example.com');
    await press('Enter');
    expect(page.chips).to.deep.equal([
      'ana@example.com', 'bo@example.com', 'chloe@example.com', 'dai@example.com',
    ]); // prettier-ignore
    expect(page.field.value).to.equal('');
  });

  it('ZM-7 lets a name be typed before its address', async () => {
    const page = await invitePage();
    await type('Silva, Ana <ana@example.com>');
    await press('Enter');
    expect(page.chips).to.deep.equal(['Ana Silva ana@example.com']);
  });

  it('ZM-7 says of each pasted address what is wrong with it', async () => {
    const page = await invitePage();
    const member = page.backend.dump().people.find(({ status }) => status === 'active')!;
    const invited = page.backend.dump().people.find(({ status }) => status === 'pending')!;
    await page.paste(
      `"Silva, Ana" <ana@example.com>; ana@example.com\nbo@example, eli@\tаna@example.com ${member.email} ${invited.email}`,
    );
    await until(() => page.chips.some((chip) => chip.includes('on the account')), 'the look-up');
    expect(page.chips).to.deep.equal([
      'Ana Silva ana@example.com',
      'ana@example.com Already in this list.',
      'bo@example The ending is missing, such as “.com”.',
      'eli@ Nothing stands after the @.',
      'аna@example.com “аna” mixes letters of several alphabets. Check who it is.',
      `${member.email} Already on the account.`,
      `${invited.email} Already invited.`,
    ]);
    expect(page.announced).to.equal('7 addresses added. 4 need attention.');
    expect(page.$('.send').textContent.trim()).to.equal('Invite 2 people');
    await page.expectAccessible();
  });

  it('ZM-7 moves between addresses by keys, edits and removes them', async () => {
    const page = await invitePage();
    await page.paste('ana@example.com, bo@example, chloe@example.com');
    await press('Backspace');
    expect(page.focused).to.equal('chloe@example.com');
    await press('ArrowLeft');
    expect(page.focused).to.contain('bo@example');
    await press('Enter');
    await until(() => page.root.activeElement?.matches('.chip-input'), 'it can be edited');
    await type('Bo Lind <bo@example.com>');
    await press('Enter');
    await until(() => page.focused === 'Bo Lind bo@example.com', 'it is put right');
    await press('Home', 'Delete');
    await until(() => page.chips.length === 2, 'the first is gone');
    expect(page.announced).to.equal('ana@example.com removed.');
    expect(page.focused).to.equal('Bo Lind bo@example.com');
    await press('ArrowRight', 'ArrowRight');
    expect(page.root.activeElement).to.equal(page.field);
  });

  it('leaves an address as it was when editing is given up, and the dialog open', async () => {
    const page = await invitePage();
    await page.paste('ana@example.com');
    await press('Backspace', 'F2');
    await until(() => page.root.activeElement?.matches('.chip-input'), 'it can be edited');
    await type('nonsense');
    await press('Escape');
    await until(() => page.focused === 'ana@example.com', 'it is as it was');
    expect(page.native.open).to.equal(true);
  });

  it('ZM-7 takes several addresses in the place of one', async () => {
    const page = await invitePage();
    await page.paste('bo');
    await press('Backspace', 'Enter');
    await until(() => page.root.activeElement?.matches('.chip-input'), 'it can be edited');
    await type('bo@example.com, dai@example.com');
    await press('Enter');
    await until(() => page.chips.length === 2, 'both are there');
    expect(page.chips).to.deep.equal(['bo@example.com', 'dai@example.com']);
  });

  it('arrows follow the direction of the page', async () => {
    const page = await invitePage({ dir: 'rtl' });
    await page.paste('ana@example.com, bo@example.com');
    await press('Backspace', 'ArrowRight');
    expect(page.focused).to.equal('ana@example.com');
  });

  it('ZM-7 takes in 10,000 addresses, those with something wrong before the others', async () => {
    const page = await invitePage({
      through: (backend) => ({ ...backend, people: async () => ({ items: [], total: 0 }) }),
    });
    const text = Array.from({ length: 10_000 }, (_, n) => `ana${n}@example.com`).join('\n');
    await page.paste(`${text}\nbo@example`);
    expect(page.announced).to.contain('10,001 addresses added.');
    expect(page.chips[0]).to.contain('bo@example');
    // A screen full is drawn, and the rest on demand.
    expect(page.chips.length).to.be.below(500);
    expect(page.button(/^Show 9,\d+ more$/)).to.exist;
    expect(page.$('.send').textContent.trim()).to.equal('Invite 10,000 people');
  });
});
