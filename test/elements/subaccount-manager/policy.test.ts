import { expect } from '@open-wc/testing';
import messaging from '../../../src/policy/presets/messaging.ts';
import { ariaSnapshot, press, supports } from '../../tools/commands.ts';
import { readable, until } from '../people-page.ts';
import { goToRename, listed, managerPage } from './manager-page.ts';

const ROLES = messaging.roles.map((role) =>
  role.id === 'manager'
    ? { ...role, permissions: role.permissions.filter((one) => one !== 'subaccount.list') }
    : role,
);

describe('<subaccount-manager> and the policy', () => {
  it('MS-3 says to a manager why nothing is added here, and whom to ask', async () => {
    const page = await listed({ as: 'manager' });
    const add = page.$('.add');
    expect(add.getAttribute('aria-disabled')).to.equal('true');
    expect(readable(page.$(`#${add.getAttribute('aria-describedby')!}`))).to.equal(
      'Your role does not include this. Ask an admin.',
    );
    page.$('.search input').focus();
    await press('Tab');
    expect(page.focused(), 'it can be reached').to.equal(add);
    await press('Enter');
    expect(page.announced()).to.equal('Your role does not include this. Ask an admin.');
    expect(page.root.querySelector('form')).to.equal(null);
  });

  it('MS-3 says the same in the row, and stops when asked to', async () => {
    const page = await listed({ as: 'manager' });
    expect(page.rows(), 'only their own').to.deep.equal(['Lyon']);
    await goToRename(page, 'Lyon');
    const button = page.focused()!;
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    await press('Enter');
    await until(() => page.root.querySelector('.row .note'), 'the reason is in the row');
    expect(readable(page.$('.row .note'))).to.equal(
      'Your role does not include this. Ask an admin.',
    );
    expect(page.announced()).to.contain('Ask an admin');
    await press('Escape');
    await until(() => !page.root.querySelector('.row .note'), 'it is gone');
    expect(page.focused()).to.equal(button);
    expect(page.backend.trail).to.deep.equal([]);
  });

  it('MS-3 leaves it to the rules, not to names of roles', async () => {
    const document = { ...messaging, rules: messaging.rules.filter(({ id }) => id !== 'messaging/admins-edit-subaccounts'), roles: messaging.roles.map((role) => ({ ...role, permissions: ['*'] })) }; // prettier-ignore
    const page = await listed({ as: 'manager', document });
    expect(page.$('.add').hasAttribute('aria-disabled')).to.equal(false);
  });

  it('says why the list is closed to someone', async () => {
    const page = await managerPage({ as: 'manager', document: { ...messaging, roles: ROLES } });
    await until(() => page.root.querySelector('.is-no-access'), 'it is said');
    expect(readable(page.$('.state'))).to.contain('You cannot see the sub-accounts here');
    expect(readable(page.$('.state'))).to.contain('Your role does not include this.');
    expect(page.root.querySelector('.toolbar')).to.equal(null);
  });

  it('offers nothing that the backend cannot do', async () => {
    const page = await listed({ without: ['subaccount.create', 'subaccount.edit'] });
    expect(page.$$('.add, [data-action]')).to.deep.equal([]);
    expect(page.rows()).to.have.length(3);
  });

  it('only shows where the host wants it so', async () => {
    const page = await listed({ readonly: true });
    expect(page.$$('.add, [data-action]')).to.deep.equal([]);
    page.$('.search input').focus();
    await press('Tab', 'F2');
    expect(page.root.querySelector('form')).to.equal(null);
  });

  (supports('ariaSnapshot') ? it : it.skip)('MS-3 is all in the accessibility tree', async () => {
    await listed({ as: 'manager' });
    const tree = await ariaSnapshot('subaccount-manager');
    expect(tree).to.contain('button "Add a sub-account" [disabled]');
    expect(tree).to.contain('grid "Sub-accounts"');
    expect(tree).to.contain('columnheader "Name"');
    expect(tree).to.contain('gridcell "Lyon"');
    expect(tree).to.contain('button "Rename Lyon" [disabled]');
  });
});
