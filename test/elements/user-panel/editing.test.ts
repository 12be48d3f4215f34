import { expect } from '@open-wc/testing';
import messaging from '../../../src/policy/presets/messaging.ts';
import zoom from '../../../src/policy/presets/zoom.ts';
import { press } from '../../tools/commands.ts';
import { zoomAccount } from '../../../src/mock/zoom-account.ts';
import { NOW, readable, until } from '../people-page.ts';
import { MESSAGING, panelPage, type PanelPage } from './panel-page.ts';

/** The page with an active member on it, who has a department. */
async function withMember(options: Parameters<typeof panelPage>[0] = {}) {
  const page = await panelPage({ alone: true, ...options });
  const member = page.find(
    ({ addons, department, roleId, status, userType }) =>
      roleId === 'member' &&
      status === 'active' &&
      Boolean(department) &&
      userType === 'basic' &&
      !addons,
  );
  await page.open(member.id);
  return { page, member };
}

const actions = (page: PanelPage, act = 0): readonly string[] =>
  page.acts[act]!.map(({ action }) => action);

describe('<user-panel> edits a person', () => {
  it('ZM-3 ZM-20 ZM-28 in one act: profile, type, licences, group, attribute and role', async () => {
    const { page, member } = await withMember();
    expect(page.has('.bar')).to.equal(false);
    await page.fill('department', 'HR');
    await page.fill('manager', '');
    await page.fill('x-cost-centre', '42');
    await page.choose('userType', 'L');
    await page.choose('groupId', 'W');
    await page.choose('roleId', 'A');
    page.$('input[type=checkbox][value=webinar]').click();
    await page.drawn();
    expect(readable(page.$('.bar'))).to.match(/^[67] changes Discard Save$/);
    await page.expectAccessible();
    await page.save();
    expect(page.acts).to.have.length(1);
    expect(actions(page)).to.deep.equal([
      'user.edit',
      'user.change-type',
      'user.assign-addon',
      'user.assign-group',
      'user.change-role',
    ]);
    const saved = page.stored(member.id);
    expect(saved).to.deep.include({
      department: 'HR',
      userType: 'licensed',
      roleId: 'admin',
      addons: ['webinar'],
      groupIds: ['webinars'],
    });
    expect(saved.manager).to.equal(undefined);
    expect(saved.attributes).to.deep.include({ 'cost-centre': '42' });
    expect(page.has('.bar')).to.equal(false);
    expect(page.announced).to.match(/^Saved: [67] changes to /);
    expect(page.focused).to.equal(page.$('#title'));
  });

  it('ZM-12 ZM-27 offers each kind of group for itself, and puts a person into one of each', async () => {
    const { page, member } = await withMember();
    const { groups = [], chatGroups = [] } = zoomAccount({ seed: 7, count: 60, now: NOW });
    const names = (all: readonly { readonly label?: string }[]) => all.map(({ label }) => label);
    expect(await page.options('groupId')).to.deep.equal(['No group', ...names(groups)]);
    await press('Escape');
    expect(await page.options('chatGroupId')).to.deep.equal(['No group', ...names(chatGroups)]);
    await press('Escape');
    const [group, chat] = [groups.at(-1)!, chatGroups.at(-1)!];
    await page.choose('groupId', group.label!.split(' ')[0]!);
    await page.choose('chatGroupId', chat.label!.split(' ')[0]!);
    expect(readable(page.row('chatGroupId'))).to.equal(`Chat group ${chat.label!}`);
    await page.save();
    expect(actions(page)).to.deep.equal(['user.assign-group', 'user.assign-group']);
    expect(page.stored(member.id)).to.deep.include({
      groupIds: [group.id],
      chatGroupIds: [chat.id],
    });
    await page.choose('chatGroupId', 'No');
    await page.save();
    expect(page.stored(member.id).chatGroupIds ?? []).to.deep.equal([]);
    expect(page.stored(member.id).groupIds).to.deep.equal([group.id]);
  });

  it('lists what was done, and undoes it', async () => {
    const { page, member } = await withMember();
    await page.fill('department', 'Legal');
    await page.save();
    await until(() => page.has('.history [part=undo]'), 'it can be undone');
    expect(readable(page.$('.history li'))).to.match(/^Edit details: Department You · .* Undo$/);
    page.$('.history [part=undo]').click();
    await until(() => page.stored(member.id).department === member.department, 'it is undone');
    await until(() => page.input('department').value === member.department, 'it shows');
    expect(readable(page.$('.history li'))).to.contain('Undone');
  });

  it('ZM-11 opens three fields of one’s own profile to a member, and says why the others are closed', async () => {
    const page = await panelPage({ alone: true, as: 'member' });
    const { account } = page.scope;
    const me = account.status === 'ready' ? account.actor.id : '';
    await page.open(me);
    const open = [...page.root.querySelectorAll<HTMLInputElement>('.text-field input')]
      .filter(({ readOnly }) => !readOnly)
      .map(({ name }) => name);
    expect(open).to.deep.equal(['department', 'jobTitle', 'location']);
    const manager = page.input('manager');
    manager.focus();
    expect(page.focused).to.equal(manager);
    expect(readable(page.$(`#${manager.getAttribute('aria-describedby')!}`))).to.match(
      /Manager: You can change only some parts of your own profile\. Ask the owner or an admin\./,
    );
    await page.expectAccessible();
    await page.fill('location', 'Lyon');
    await page.save();
    expect(page.stored(me).location).to.equal('Lyon');
  });

  it('ZM-20 leaves the role to those who may change it', async () => {
    const { page } = await withMember({ as: 'admin' });
    const button = page.row('roleId').querySelector('button')!;
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    expect(readable(page.$(`#${button.getAttribute('aria-describedby')!}`))).to.equal(
      'Role: Your role does not include this. Ask the owner.',
    );
    button.focus();
    await press('Enter');
    expect(page.has('[role=option]')).to.equal(false);
  });

  it('ZM-20 opens it to a custom role with the permission, within ZM-6', async () => {
    const lead = { id: 'lead', permissions: ['user.list', 'user.view', 'user.change-role'] };
    const { page } = await withMember({
      as: 'lead',
      document: { ...zoom, roles: [...zoom.roles, lead] },
      roles: [],
      through: (backend) => {
        const someone = backend
          .dump()
          .people.find(({ roleId, status }) => roleId === 'member' && status === 'active')!;
        backend.edit(someone.id, { roleId: 'lead' });
        backend.actAs(someone.id);
        return backend;
      },
    });
    const options = await page.options('roleId');
    expect(options.find((one) => one.startsWith('Admin'))).to.contain(
      'You cannot do this for the role Admin',
    );
    expect(page.input('department').readOnly).to.equal(true);
  });

  it('ZM-8 ZM-9 ZM-10 closes what no seat is free for', async () => {
    const { page } = await withMember({
      pools: { licensed: 0, webinar: 0, 'large-meeting': 900 },
      features: ['groups'],
    });
    const options = await page.options('userType');
    expect(options.find((one) => one.startsWith('Licensed'))).to.contain('none is free');
    expect(options.find((one) => one.startsWith('On-prem'))).to.contain(
      'This needs Meeting connector',
    );
    await press('Escape');
    const box = page.$('input[type=checkbox][value=webinar]');
    expect(box.getAttribute('aria-disabled')).to.equal('true');
    expect(readable(page.$(`#${box.getAttribute('aria-describedby')!}`))).to.contain(
      'none is free',
    );
    await page.expectAccessible();
  });

  it('MS-10 changes everything that was entered when a manager was added', async () => {
    const page = await panelPage({ alone: true, as: 'admin', document: messaging, ...MESSAGING });
    await page.open('nia');
    await page.fill('firstName', 'Nina');
    await page.fill('lastName', 'Berg');
    await page.fill('email', 'nina@example.com');
    page.row('subaccountIds').querySelector('button')!.click();
    await until(() => page.has('.picked .check'), 'the sub-accounts are shown');
    const south = [...page.root.querySelectorAll('.picked .check')].find(
      (one) => readable(one) === 'South',
    )!;
    south.querySelector('input')!.click();
    await page.drawn();
    expect(readable(page.row('subaccountIds'))).to.equal('Sub-account South');
    await press('Escape');
    await page.save();
    expect(page.stored('nia')).to.deep.include({
      firstName: 'Nina', lastName: 'Berg', email: 'nina@example.com', subaccountIds: ['south'],
    }); // prettier-ignore
  });

  it('MS-4 MS-5 MS-10 takes the sub-accounts along with the role', async () => {
    const page = await panelPage({ alone: true, as: 'admin', document: messaging, ...MESSAGING });
    await page.open('nia');
    await page.choose('roleId', 'Admin');
    await page.save();
    expect(page.stored('nia')).to.deep.include({ roleId: 'admin', subaccountIds: [] });
    await page.choose('roleId', 'Manager');
    await until(() => page.has('.row[data-field=subaccountIds] .reason.problem'), 'one is needed');
    expect(readable(page.row('subaccountIds'))).to.contain('exactly one sub-account');
    expect(page.$('.save').getAttribute('aria-disabled')).to.equal('true');
    await press('Control+Enter');
    await until(
      () => page.focused?.id === 'field-subaccountIds',
      'the focus goes where something is missing',
    );
    expect(page.acts).to.have.length(1);
  });

  it('MS-8 MS-10 keeps a manager to managers of their own sub-account', async () => {
    const page = await panelPage({ alone: true, as: 'manager', document: messaging, ...MESSAGING });
    await page.open('ned');
    const roles = await page.options('roleId');
    expect(roles.find((one) => one.startsWith('Admin'))).to.contain('only for the role Manager');
    await press('Escape');
    await page.fill('lastName', 'Oak');
    await page.save();
    expect(page.stored('ned').lastName).to.equal('Oak');
  });

  it('says what is no address before anything is sent, and what the backend says of one that is taken', async () => {
    const { page, member } = await withMember();
    const other = page.find(({ id }) => id !== member.id);
    await page.fill('email', 'nobody');
    expect(readable(page.row('email'))).to.contain('This is not an email address.');
    await press('Control+Enter');
    expect(page.acts).to.deep.equal([]);
    await page.expectAccessible();
    await page.fill('department', 'Legal');
    await page.fill('email', other.email);
    await page.save();
    expect(readable(page.row('email'))).to.contain('Someone else has this address.');
    expect([page.input('email').value, page.input('department').value]).to.deep.equal([
      other.email,
      'Legal',
    ]);
    expect(page.focused).to.equal(page.input('email'));
    expect(page.input('email').getAttribute('aria-invalid')).to.equal('true');
    await page.fill('email', 'free@lumiere.example');
    await page.save();
    expect(page.stored(member.id)).to.deep.include({
      email: 'free@lumiere.example',
      department: 'Legal',
    });
  });

  it('keeps what was not saved of an act, and does nothing twice', async () => {
    const { page, member } = await withMember();
    await page.fill('department', 'Legal');
    await page.choose('userType', 'Licensed');
    // Somebody takes the last licence before the backend is reached.
    page.scope.addEventListener(
      'account-command',
      () => page.backend.set({ pools: { licensed: 0 } }),
      { once: true },
    );
    await page.save();
    expect(page.stored(member.id)).to.deep.include({ department: 'Legal', userType: 'basic' });
    expect(readable(page.row('userType'))).to.match(/Licensed .*(seat|limit)/);
    expect(readable(page.$('.bar'))).to.contain('1 change was not saved.');
    page.backend.set({ pools: { licensed: 900 } });
    await page.scope.refresh();
    await page.save();
    expect(actions(page, 1)).to.deep.equal(['user.change-type']);
    expect(page.stored(member.id).userType).to.equal('licensed');
    expect(page.backend.trail.filter(({ action }) => action === 'user.edit')).to.have.length(1);
  });

  it('keeps what was typed where the host stops it', async () => {
    const { page, member } = await withMember();
    page.provider.addEventListener('account-command', (event) => event.preventDefault(), {
      once: true,
    });
    await page.fill('department', 'Legal');
    await page.save();
    expect(readable(page.row('department'))).to.contain('This page stopped the change.');
    expect(page.stored(member.id).department).to.equal(member.department);
    await page.save();
    expect(page.stored(member.id).department).to.equal('Legal');
  });

  it('gives up what was typed on demand', async () => {
    const { page, member } = await withMember();
    await page.fill('department', 'Legal');
    page.$('.discard').click();
    await page.drawn();
    expect(page.input('department').value).to.equal(member.department);
    expect(page.has('.bar')).to.equal(false);
    expect(page.focused).to.equal(page.$('#title'));
  });
});
