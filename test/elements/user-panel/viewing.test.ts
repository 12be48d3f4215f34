import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../src/adapter/index.ts';
import { personName } from '../../../src/domain/index.ts';
import logmein from '../../../src/policy/presets/logmein.ts';
import messaging from '../../../src/policy/presets/messaging.ts';
import { ariaSnapshot, supports } from '../../tools/commands.ts';
import { readable, until } from '../people-page.ts';
import { MESSAGING, panelPage } from './panel-page.ts';

describe('<user-panel> shows a person', () => {
  it('ZM-11 ZM-20 with profile, role, licences, groups and attributes', async () => {
    const page = await panelPage({ alone: true });
    const ana = page.find((one) =>
      Boolean(one.department && one.attributes && one.groupIds && one.manager),
    );
    await page.open(ana.id);
    expect(readable(page.$('#title'))).to.contain(personName(ana));
    const shown = [
      'firstName',
      'department',
      'jobTitle',
      'manager',
      'location',
      'x-cost-centre',
    ].map((field) => page.input(field).value);
    expect(shown).to.deep.equal([
      ana.firstName,
      ana.department,
      ana.jobTitle,
      ana.manager,
      ana.location,
      ana.attributes!['cost-centre'],
    ]);
    const group = page.backend.dump().groups!.find(({ id }) => id === ana.groupIds![0])!.label;
    await until(() => readable(page.row('groupId')).includes(group!), 'the group has its name');
    expect(readable(page.row('userType'))).to.match(/Basic|Licensed|On-prem/);
    await page.expectAccessible();
  });

  it('with every role that they hold', async () => {
    const people = [
      { id: 'o', email: 'o@example.com', firstName: 'Olga', lastName: 'Owner', roleId: 'owner' },
      { id: 'm', email: 'm@example.com', firstName: 'Max', lastName: 'Many', roleId: 'admin', roleIds: ['admin', 'member'] },
    ]; // prettier-ignore
    const page = await panelPage({ alone: true, people });
    await page.open('m');
    expect(readable(page.row('roleId'))).to.contain('Admin and Member');
  });

  it('ZM-32 with what may be done to them, and why the rest may not', async () => {
    const page = await panelPage({ alone: true, as: 'admin' });
    const me = page.scope.account.status === 'ready' && page.scope.account.actor.id;
    const other = page.find(({ roleId, id }) => roleId === 'admin' && id !== me);
    await page.open(other.id);
    const removal = page.$('[part=action][data-value="user.delete"]');
    expect(removal.getAttribute('aria-disabled')).to.equal('true');
    expect(readable(removal)).to.match(
      /^Delete You cannot do this for the role Admin\. Ask the owner\.$/,
    );
    removal.focus();
    expect(page.focused).to.equal(removal);
    await page.expectAccessible();
  });

  it('ZM-32 with three kinds of removing, each saying what it does before it is done', async () => {
    const page = await panelPage({ alone: true });
    const member = page.find(({ roleId, status }) => roleId === 'member' && status === 'active');
    await page.open(member.id);
    const said: string[] = [];
    for (const kind of ['deactivate', 'unlink', 'delete']) {
      page.$(`[part=action][data-value="user.${kind}"]`).click();
      await until(() => page.has('.confirmation[open]'), 'it asks');
      said.push(readable(page.$('.confirmation')));
      page.$<HTMLDialogElement>('.confirmation').querySelector('button')!.click();
      await until(() => !page.has('.confirmation'), 'nothing was done');
    }
    expect(said[0]).to.contain('Profile and data stay here');
    expect(said[1]).to.contain('keeps their own profile and data');
    expect(said[2]).to.match(/Profile and data are erased\..*cannot be undone/);
    expect(page.stored(member.id).status).to.equal('active');
  });

  it('LM-3 with what a directory owns closed, and where to change it', async () => {
    const page = await panelPage({
      alone: true,
      as: 'account-admin',
      document: logmein,
      people: [
        { id: 'ada', email: 'ada@example.com', roleId: 'account-admin' },
        {
          id: 'bo',
          email: 'bo@example.com',
          firstName: 'Bo',
          lastName: 'Ek',
          roleId: 'user',
          ownedFields: ['lastName', 'email'],
        },
      ],
    });
    await page.open('bo');
    expect([page.input('firstName').readOnly, page.input('lastName').readOnly]).to.deep.equal([
      false,
      true,
    ]);
    const why = page.$(`#${page.input('lastName').getAttribute('aria-describedby')!}`);
    expect(readable(why)).to.equal(
      'Last name and Email: Your directory manages this. Change it in your directory.',
    );
  });

  it('MS-9 MS-10 to a manager as far as their own sub-account reaches', async () => {
    const page = await panelPage({ alone: true, as: 'manager', document: messaging, ...MESSAGING });
    await page.open('ned');
    await until(
      () => readable(page.row('subaccountIds')).includes('North'),
      'the sub-account has its name',
    );
    expect(page.input('firstName').readOnly).to.equal(false);
    void page.panel.show('sam');
    await until(() => page.has('.is-no-access'), 'no access');
    expect(readable(page.$('.state'))).to.contain('You cannot see this person');
    await page.expectAccessible();
  });

  it('says who cannot be seen, and why', async () => {
    const page = await panelPage({ alone: true, as: 'member' });
    const owner = page.find(({ roleId }) => roleId === 'owner');
    void page.panel.show(owner.id);
    await until(() => page.has('.is-no-access'), 'no access');
    expect(page.has('.section')).to.equal(false);
    await page.expectAccessible();
  });

  it('says that there is no such person', async () => {
    const page = await panelPage({ alone: true, panel: { personId: 'nobody' } });
    await until(() => page.has('.is-missing'), 'missing');
    await page.expectAccessible();
    page.button('Back').click();
    await until(() => page.panel.personId === undefined, 'closed');
  });

  it('says that nobody is open, where it keeps its place', async () => {
    const page = await panelPage({ alone: true, panel: { withPlace: true } });
    expect(readable(page.$('.is-nobody'))).to.contain('Open someone in the list');
    await page.expectAccessible();
    page.panel.withPlace = false;
    await page.drawn();
    expect(getComputedStyle(page.panel).display).to.equal('none');
  });

  it('keeps the place of what is on its way, and tries again what did not come', async () => {
    let answer!: (fail: boolean) => void;
    let asked = 0;
    const page = await panelPage({
      alone: true,
      through: (backend) => ({
        ...backend,
        person: async (...args) => {
          asked++;
          if (await new Promise<boolean>((resolve) => (answer = resolve)))
            throw new AdapterError({ kind: 'unknown', title: 'Broken' });
          return backend.person(...args);
        },
      }),
    });
    const { id } = page.find(({ roleId }) => roleId === 'owner');
    page.panel.personId = id;
    await until(() => asked > 0 && page.has('.loading'), 'loading');
    await page.expectAccessible();
    answer(true);
    await until(() => page.has('.is-failed'), 'failed');
    await page.expectAccessible();
    page.button('Try again').click();
    await until(() => asked > 1, 'it is asked again');
    answer(false);
    await until(() => page.has('.section-title') && page.panel.person, 'it is there');
  });

  it('ZM-16 ZM-17 shows an invitation with what can be done to it', async () => {
    const page = await panelPage({ alone: true });
    const { id } = page.find(({ status }) => status === 'pending');
    await page.open(id);
    expect(readable(page.$('.banner'))).to.match(/not been accepted yet\. Invited: .* · Expires: /);
    await page.expectAccessible();
    page.$('[part=action][data-value="invitation.resend"]').click();
    await until(() => page.has('.history [part=undo], .history li'), 'it is listed');
    expect(readable(page.$('.history'))).to.contain('Resend the invitation');
    page.$('[part=action][data-value="invitation.revoke"]').click();
    await until(() => page.has('.confirmation[open]'), 'it asks');
    page.$('.confirmation [type=submit]').click();
    await until(() => page.has('.is-gone'), 'gone');
  });

  it('changes nothing where it only shows', async () => {
    const page = await panelPage({ alone: true, panel: { readonly: true } });
    const { id } = page.find(({ roleId }) => roleId === 'member');
    await page.open(id);
    expect([page.has('input'), page.has('.choice'), page.has('[part=action]')]).to.deep.equal([
      false,
      false,
      false,
    ]);
    await page.expectAccessible();
  });

  (supports('ariaSnapshot') ? it : it.skip)(
    'is a dialog with a name and labelled fields to a screen reader',
    async () => {
      const page = await panelPage({ alone: true });
      const { id } = page.find(({ roleId }) => roleId === 'owner');
      await page.open(id);
      const tree = await ariaSnapshot('user-panel');
      expect(tree).to.match(/dialog "[^"]+You"/);
      expect(tree).to.match(/textbox "Department"/);
      expect(tree).to.match(/button "Role Owner" \[disabled\]/);
      expect(tree).to.match(/group "Add-ons"/);
    },
  );
});
