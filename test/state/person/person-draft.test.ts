import { expect } from 'chai';
import type { PersonRecord } from '../../../src/domain/index.ts';
import { PersonDraft } from '../../../src/state/person/index.ts';

const ANA: PersonRecord = {
  id: 'ana',
  email: 'ana@example.com',
  firstName: 'Ana',
  department: 'Sales',
  jobTitle: 'Buyer',
  roleId: 'member',
  status: 'active',
  userType: 'basic',
  addons: ['webinar'],
  attributes: { floor: '3' },
  version: 'v1',
};

const changed = (parts: Partial<PersonRecord>): PersonRecord => ({
  ...ANA,
  version: 'v2',
  ...parts,
});

describe('the draft of a person', () => {
  it('knows what is an edit and what is not', () => {
    const draft = new PersonDraft(ANA);
    draft.set('department', 'Marketing');
    draft.set('jobTitle', 'Buyer');
    draft.set('addons', ['webinar']);
    draft.set('x-floor', '4');
    expect(draft.edited).to.deep.equal(['department', 'x-floor']);
    draft.set('department', 'Sales');
    expect(draft.edited).to.deep.equal(['x-floor']);
    expect([draft.text('x-floor'), draft.text('location'), draft.ids('products')]).to.deep.equal([
      '4',
      '',
      [],
    ]);
  });

  it('MS-10 ZM-20 makes one act of everything that was edited, the role last', () => {
    const draft = new PersonDraft(ANA);
    draft.set('roleId', 'manager');
    draft.set('subaccountIds', ['north']);
    draft.set('email', ' ana@new.example ');
    draft.set('jobTitle', '');
    draft.set('userType', 'licensed');
    draft.set('groupId', 'europe');
    const target = { kind: 'person', id: 'ana', version: 'v1' };
    expect(draft.commands.map(({ command }) => command)).to.deep.equal([
      {
        action: 'user.edit',
        target,
        change: { values: { email: 'ana@new.example', jobTitle: null } },
      },
      { action: 'user.change-type', target, change: { userType: 'licensed' } },
      { action: 'user.assign-group', target, change: { groupId: 'europe' } },
      {
        action: 'user.change-role',
        target,
        change: { roleId: 'manager', subaccountIds: ['north'] },
      },
    ]);
  });

  it('assigns sub-accounts by themselves where the role stays', () => {
    const draft = new PersonDraft(ANA);
    draft.set('subaccountIds', ['north']);
    expect(draft.commands.map(({ command }) => command.action)).to.deep.equal([
      'user.assign-subaccounts',
    ]);
  });

  it('follows what changes elsewhere where nothing is edited, and says what that was', () => {
    const draft = new PersonDraft(ANA);
    draft.set('jobTitle', 'Head buyer');
    const followed = draft.follow(changed({ department: 'Legal', userType: 'licensed' }), [
      'department',
      'jobTitle',
      'userType',
    ]);
    expect(followed).to.deep.equal(['department', 'userType']);
    expect([draft.text('department'), draft.text('jobTitle')]).to.deep.equal([
      'Legal',
      'Head buyer',
    ]);
    expect(draft.clashes).to.deep.equal([]);
  });

  it('parts with what changed elsewhere while it was edited, until one of the two is chosen', () => {
    const draft = new PersonDraft(ANA);
    draft.set('department', 'Marketing');
    draft.set('jobTitle', 'Head buyer');
    draft.follow(changed({ department: 'Legal', jobTitle: 'Clerk' }));
    expect(draft.clash('department')).to.deep.equal({ mine: 'Marketing', theirs: 'Legal' });
    expect(draft.clashes).to.deep.equal(['department', 'jobTitle']);
    draft.keepMine('department');
    draft.takeTheirs('jobTitle');
    expect(draft.clashes).to.deep.equal([]);
    expect(draft.commands.map(({ command }) => command)).to.deep.equal([
      {
        action: 'user.edit',
        target: { kind: 'person', id: 'ana', version: 'v2' },
        change: { values: { department: 'Marketing' } },
      },
    ]);
    expect(draft.text('jobTitle')).to.equal('Clerk');
  });

  it('clashes again when it changes elsewhere once more', () => {
    const draft = new PersonDraft(ANA);
    draft.set('department', 'Marketing');
    draft.follow(changed({ department: 'Legal' }));
    draft.keepMine('department');
    draft.follow(changed({ department: 'Research', version: 'v3' }));
    expect(draft.clash('department')).to.deep.equal({ mine: 'Marketing', theirs: 'Research' });
  });

  it('has nothing left to say when somebody else did the same', () => {
    const draft = new PersonDraft(ANA);
    draft.set('department', 'Legal ');
    draft.set('addons', ['webinar', 'large-meeting']);
    draft.follow(changed({ department: 'Legal', addons: ['large-meeting', 'webinar'] }));
    expect([draft.edited, draft.clashes]).to.deep.equal([[], []]);
  });
});
