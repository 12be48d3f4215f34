import { expect } from 'chai';
import { DOABLE, handlerOf, learn } from '../../../../src/adapter/memory/commands/index.ts';
import { laterCommands } from '../../../../src/adapter/memory/commands/later.ts';
import { invitationCommands } from '../../../../src/adapter/memory/commands/invitation.ts';
import { userCommands } from '../../../../src/adapter/memory/commands/user.ts';

describe('commands of the memory backend that are loaded later', () => {
  it('are advertised by the names they have', async () => {
    const all = { ...userCommands, ...invitationCommands, ...laterCommands };
    expect(DOABLE).to.have.members(Object.keys(all));
    await learn(['group.create']);
    for (const action of DOABLE) expect(handlerOf(action), action).to.be.a('function');
  });

  it('keep nobody waiting who asks for nothing of theirs, or once they are there', async () => {
    expect(learn(['user.edit', 'invitation.resend', 'no.such'])).to.equal(undefined);
    await learn(['group.create']);
    expect(learn(['group.create', 'role.edit'])).to.equal(undefined);
  });
});
