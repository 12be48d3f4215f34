import { expect } from 'chai';
import { compilePolicy } from '../../src/policy/index.ts';
import { presets } from '../../src/policy/presets/index.ts';
import { areasOf, reachOf } from '../../src/state/permissions.ts';

const reach = (id: keyof typeof presets) =>
  Object.fromEntries(
    [...reachOf(compilePolicy(presets[id]))].map(([role, levels]) => [
      role,
      [levels.settings, levels.people, levels.subaccounts, levels.billing],
    ]),
  );

describe('how far roles reach', () => {
  it('RI-17 is as the table of the product says, and RI-5 wins for a member', () => {
    expect(reach('respond-io')).to.deep.equal({
      'org-admin': ['full', 'full', 'full', 'full'],
      'billing-admin': ['view', 'view', 'view', 'full'],
      'user-admin': ['view', 'limited', 'full', 'view'],
      // The workspaces they were given, and no other.
      member: ['none', 'none', 'limited', 'none'],
    });
  });

  it('follows the document: what a role is given, it reaches', () => {
    const document = presets['respond-io'];
    const roles = [
      ...document.roles,
      { id: 'auditor', rank: 5, permissions: ['user.list', 'user.view'] },
    ];
    const levels = reachOf(compilePolicy({ ...document, roles })).get('auditor');
    expect(levels).to.deep.equal({
      settings: 'none',
      people: 'view',
      subaccounts: 'none',
      billing: 'none',
    });
  });

  it('has the highest role of every product reach everything that anybody does', () => {
    for (const [id, document] of Object.entries(presets)) {
      const [highest] = reachOf(compilePolicy(document));
      for (const area of areasOf(new Map([highest!])))
        expect(highest![1][area], `${id}: ${area}`).to.equal('full');
    }
  });
});
