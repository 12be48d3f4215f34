import { expect } from 'chai';
import { ACTIONS, actionRegistry, type ActionDefinition } from '../../src/domain/index.ts';

const registry: Readonly<Record<string, ActionDefinition>> = ACTIONS;
const rows = Object.entries(registry);

/** The contract's table, row by row: a name that is gone or new is seen here first. */
const CONTRACT: Readonly<Record<string, string>> = {
  user: `list view invite edit change-role change-type assign-addon assign-product assign-subaccounts assign-group suspend
    reactivate deactivate unlink delete transfer-seat transfer-ownership leave reset-password revoke-sessions set-expiry
    list-sessions view-recordings import export`,
  invitation: 'resend revoke copy-link',
  link: 'create revoke',
  subaccount: `list view-data enter create edit resize reassign cancel delete resend-activation export buy buy-addon
    change-plan`,
  inbox: 'configure',
  license: 'add',
  seat: 'buy',
  billing: 'view manage',
  addon: 'view activate',
  plan: 'change',
  subscription: 'manage cancel',
  organization: 'view edit delete',
  settings: 'open',
  audit: 'view',
  account: 'convert-type unlink-type set-default-type set-default-group move-group',
  group: 'create edit delete',
  attribute: 'create edit delete',
  role: 'create edit delete restrict unrestrict',
  contact: 'list remove',
  event: 'start run end share record view-attendees moderate-chat start-parallel',
};

/** Writes after which nothing that a page shows is different, and why. */
const SHOWS_NOTHING: Readonly<Record<string, string>> = {
  'user.reset-password': 'a mail goes out',
  'user.revoke-sessions': 'sessions are not listed',
  'subaccount.resend-activation': 'a mail goes out',
  'event.run': 'what happens in the room is the room’s to show', 'event.share': 'the same',
  'event.record': 'the same', 'event.moderate-chat': 'the same',
}; // prettier-ignore

describe('the action registry', () => {
  it('has exactly the actions of the contract', () => {
    const expected = Object.entries(CONTRACT).flatMap(([noun, verbs]) =>
      verbs.split(/\s+/).map((verb) => `${noun}.${verb}`),
    );
    expect(rows.map(([action]) => action)).to.have.members(expected);
  });

  for (const [action, row] of rows) {
    describe(action, () => {
      it('says what it is about when it is about something', () => {
        if (row.target) expect(row.on).to.be.a('string');
        else expect(row).not.to.have.property('on');
      });

      if (row.access === 'read') {
        it('reads, and so changes nothing', () => {
          expect(row).not.to.have.any.keys(
            'invalidates',
            'inverse',
            'irreversible',
            'membership',
            'needs',
          );
        });
        return;
      }

      it('says what is to be read again, or is known to change nothing that shows', () => {
        if (SHOWS_NOTHING[action]) expect(row).not.to.have.property('invalidates');
        else
          expect(row.invalidates, 'add `invalidates`, or a line in SHOWS_NOTHING').to.be.an('array')
            .that.is.not.empty;
      });

      it('has the counts read again when it moves people in or out of roles, or seats or money are touched', () => {
        const effects = row.effects ?? [];
        const counts =
          row.membership ??
          effects.find((one) =>
            ['frees-seats', 'moves-seat', 'charges', 'regains-access'].includes(one),
          );
        if (counts) expect(row.invalidates).to.include('account');
      });

      it('has the list read again when someone leaves it or comes to it', () => {
        const isListed = row.on === 'person' || !row.target;
        const isGone =
          row.effects?.some((one) => one === 'leaves-account' || one === 'erases-data') &&
          row.on === 'person';
        if (isGone || (row.membership === 'joins' && isListed))
          expect(row.invalidates).to.include('people');
      });

      it('names the topic of its target', () => {
        if (row.invalidates?.includes('person')) expect(row.on).to.be.oneOf(['person', 'contact']);
      });

      it('can be undone by a command, by none, or never', () => {
        if (row.irreversible) expect(row).not.to.have.property('inverse');
        const { inverse } = row;
        if (!inverse) return;
        const back = registry[inverse.action];
        expect(back, inverse.action).to.include({ access: 'write' });
        // What the way back needs is what it is given.
        expect(inverse.restores ?? []).to.include.members([...(back?.needs ?? [])]);
        // A link is undone by revoking what its creation made.
        if (action !== 'link.create') expect(back?.on).to.equal(row.on);
        if (back?.inverse) expect(registry[back.inverse.action]?.on).to.equal(row.on);
      });

      it('says of a role what the limits of roles hang on', () => {
        if (row.membership === 'changes') expect(row.needs).to.include('roleId');
        if (row.membership === 'joins')
          expect(row.needs?.some((part) => part === 'people' || part === 'roleId')).to.equal(true);
      });
    });
  }

  it('leads back where it came from, in pairs', () => {
    for (const [there, back] of [
      ['role.restrict', 'role.unrestrict'],
      ['user.suspend', 'user.reactivate'],
    ] as const) {
      expect(ACTIONS[there].inverse.action).to.equal(back);
      expect(ACTIONS[back].inverse.action).to.equal(there);
    }
  });

  it('never offers to undo what the mail, the law or the product makes final', () => {
    for (const action of [
      'user.delete',
      'user.unlink',
      'user.leave',
      'invitation.revoke',
      'subaccount.delete',
      'subaccount.reassign',
      'organization.delete',
      'contact.remove',
    ]) {
      expect(registry[action], action).to.include({ irreversible: true });
    }
  });

  it('takes a host’s own actions beside those of the kit, and in place of them', () => {
    const own = { 'badge.print': { access: 'write' }, 'user.export': { access: 'write' } } as const;
    const both = actionRegistry(own);
    expect(both['badge.print']).to.equal(own['badge.print']);
    expect(both['user.export']).to.equal(own['user.export']);
    expect(both['user.edit']).to.equal(ACTIONS['user.edit']);
    expect(registry['badge.print'], 'the kit’s own stays as it is').to.equal(undefined);
    expect(actionRegistry()).to.equal(ACTIONS);
  });
});
