import { expect } from '@open-wc/testing';
import { lessCapable } from '../../../src/mock/index.ts';
import { press, type } from '../../tools/commands.ts';
import { readable, until } from '../people-page.ts';
import { invitePage } from './invite-page.ts';

const some = (count: number): string =>
  Array.from({ length: count }, (_, n) => `new${n}@example.com`).join(', ');

describe('<invite-dialog> settings', () => {
  it('ZM-6 ZM-7 shows an admin the roles they cannot give, with the reason', async () => {
    const page = await invitePage({ as: 'admin' });
    expect(await page.options('role')).to.deep.equal([
      'Owner Exactly one person has the role Owner.',
      'Admin You cannot do this for the role Admin. Ask the owner.',
      'Member',
    ]);
    await press('ArrowUp', 'Enter');
    expect(page.root.querySelectorAll('[role=option]')).to.have.length(3);
    await press('Escape');
    expect(page.native.open).to.equal(true);
    expect(readable(page.$('[part=role-trigger]'))).to.equal('Member');
  });

  it('ZM-7 gives everyone the role that was chosen', async () => {
    const page = await invitePage();
    await page.paste('ana@example.com, bo@example.com');
    await page.choose('role', 'Adm');
    await page.send();
    expect(
      ['ana@example.com', 'bo@example.com'].map((email) => page.person(email)?.roleId),
    ).to.deep.equal(['admin', 'admin']);
  });

  it('ZM-8 closes a type whose licences do not last for all addresses', async () => {
    const page = await invitePage({ pools: { licensed: 0 } });
    await page.paste(some(2));
    const [, licensed] = await page.options('type');
    expect(licensed).to.equal(
      'Licensed Needs 2 Licensed seats, 0 are free. Get more Licensed seats.',
    );
  });

  it('ZM-8 counts the seats while addresses come and go, and when seats are bought elsewhere', async () => {
    const page = await invitePage();
    const { seats } = page.scope.account.status === 'ready' ? page.scope.account.facts : {};
    const { total, used } = seats!['licensed']!;
    const free = total - used;
    await page.choose('type', 'Lic');
    await page.paste(some(free));
    await until(
      () => page.needs === `Needs ${free} Licensed seats, ${free} free.`,
      'the seats last',
    );
    expect(page.$('.send').getAttribute('aria-disabled')).to.equal(null);
    await page.paste('one-more@example.com');
    await until(() => page.needs.includes('Get more Licensed seats'), 'they do not last any more');
    expect(page.needs).to.contain(`Needs ${free + 1} Licensed seats, ${free} free.`);
    expect(page.$('.send').getAttribute('aria-disabled')).to.equal('true');
    page.$('.send').click();
    expect(page.acts).to.deep.equal([]);
    await page.expectAccessible();
    page.backend.set({ pools: { licensed: total + 1 } });
    await until(
      () => page.needs === `Needs ${free + 1} Licensed seats, ${free + 1} free.`,
      'they last again',
    );
    expect(page.$('.send').getAttribute('aria-disabled')).to.equal(null);
    // Never without a click.
    expect(page.acts).to.deep.equal([]);
  });

  it('ZM-9 closes on-prem without the meeting connector', async () => {
    const page = await invitePage({ features: ['groups'] });
    const options = await page.options('type');
    expect(options[2]).to.match(/^On-prem This needs Meeting connector\./);
  });

  it('ZM-10 offers add-ons that were bought, and says how many are left', async () => {
    const page = await invitePage({ pools: { licensed: 99, webinar: 99, 'large-meeting': 0 } });
    const [webinar, large] = [...page.root.querySelectorAll<HTMLInputElement>('.check input')];
    expect(readable(page.$('[part=addons]'))).to.contain(
      'Needs a Large meeting seat, none is free.',
    );
    large!.focus();
    await press('Space');
    expect(large!.checked).to.equal(false);
    webinar!.focus();
    await press('Space');
    expect(webinar!.checked).to.equal(true);
    page.field.focus();
    await page.paste('ana@example.com');
    await page.send();
    expect(page.person('ana@example.com')?.addons).to.deep.equal(['webinar']);
  });

  for (const [kind, part, account] of [
    ['User group', 'group', { chatGroups: [] }],
    ['Chat group', 'group chat-group', { groups: [] }],
  ] as const)
    it(`ZM-12 asks for no other group than the ${kind.toLowerCase()} where only that is in use`, async () => {
      const page = await invitePage(account);
      await until(() => page.root.querySelector('[part~=group]'), 'the groups are there');
      const choices = [...page.root.querySelectorAll('[part~=group]')];
      expect(choices.map((choice) => choice.getAttribute('part'))).to.deep.equal([part]);
      expect(readable(choices[0]!.closest('label')!)).to.match(new RegExp(`^${kind} No group`));
      await page.expectAccessible();
    });

  it('ZM-11 ZM-12 sends profile, group and password along, and forgets the password', async () => {
    const page = await invitePage();
    await page.paste('ana@example.com');
    await until(() => page.root.querySelector('[part=group]'), 'the groups are there');
    page.$('[part=group]').focus();
    await type('Eur');
    page.$('[part~=chat-group]').focus();
    await type('Fro');
    page.$('summary').focus();
    await press('Enter');
    for (const [name, text] of [['department', 'Sales'], ['manager', 'Bo'], ['jobTitle', 'Head'], ['location', 'Oslo'], ['password', 'tr0ub4dor']] as const) {
      page.$(`input[name=${name}]`).focus();
      await type(text);
    } // prettier-ignore
    expect(page.$<HTMLInputElement>('input[name=password]').type).to.equal('password');
    await page.send();
    expect(page.person('ana@example.com')).to.deep.include({
      department: 'Sales', groupIds: ['europe'], chatGroupIds: ['chat-frontline'], jobTitle: 'Head', location: 'Oslo', manager: 'Bo',
    }); // prettier-ignore
    expect(page.acts[0]?.[0]?.change?.values?.['password']).to.equal('tr0ub4dor');
    page.button('Invite more people').click();
    await until(() => page.root.querySelector('input[name=password]'), 'the form is there again');
    expect(page.$<HTMLInputElement>('input[name=password]').value).to.equal('');
  });

  for (const [taken, asked] of [
    [
      ['jobTitle', 'department'],
      ['department', 'jobTitle'],
    ],
    [['password'], ['password']],
    [[], []],
  ] as const)
    it(`asks for no field that the backend does not take: ${taken.join(', ') || 'none'}`, async () => {
      const page = await invitePage({
        through: (backend) =>
          lessCapable(backend, { commands: { 'user.invite': { fields: taken } } }),
      });
      const fields = [...page.root.querySelectorAll<HTMLInputElement>('.more-settings input')];
      expect(fields.map(({ name }) => name)).to.deep.equal(asked);
    });
});
