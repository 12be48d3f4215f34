import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../src/adapter/problem.ts';
import type { AccountAdapter } from '../../../src/adapter/port.ts';
import type { Command } from '../../../src/index.ts';
import { press } from '../../tools/commands.ts';
import { readable, until, type Backend } from '../people-page.ts';
import { invitePage } from './invite-page.ts';

const emailOf = ({ change }: Command): string => change?.people?.[0]?.email ?? '';

/** A backend that treats the invitations of one address otherwise; it does commands one by one. */
function but(email: string, run: (backend: Backend, command: Command) => Promise<never>) {
  return (backend: Backend): AccountAdapter => {
    const { batch: _, ...others } = backend;
    return {
      ...others,
      run: (command, call) =>
        emailOf(command) === email ? run(backend, command) : backend.run(command, call),
    };
  };
}

describe('<invite-dialog> sending', () => {
  it('ZM-7 ZM-13 sends one invitation per address, as one act, and says which mail each got', async () => {
    const page = await invitePage({ knownElsewhere: (email) => email.startsWith('bo@') && 'paid' });
    await page.paste('Ana Silva <ana@example.com>, bo@example.com');
    await page.send();
    expect(page.acts.map((act) => act.map(emailOf))).to.deep.equal([
      ['ana@example.com', 'bo@example.com'],
    ]);
    expect(page.person('ana@example.com')).to.include({
      firstName: 'Ana',
      lastName: 'Silva',
      status: 'pending',
    });
    const sent = [...page.root.querySelectorAll('.sent li')].map(readable);
    expect(sent).to.deep.equal([
      'ana@example.com Gets a mail to activate a new account',
      'bo@example.com Has an account elsewhere: gets a mail to join. Will be asked about the balance of their paid account',
    ]);
    expect(page.announced).to.equal('2 people invited');
    expect(page.focused).to.equal('Invite more people');
    await page.expectAccessible();
    await press('Escape');
    await until(() => !page.native.open, 'nothing is left to ask about');
  });

  it('ZM-15 says what moves with who joins, and what does not', async () => {
    const page = await invitePage({ knownElsewhere: () => 'join' });
    await page.paste('ana@example.com');
    await page.send();
    await until(() => page.root.querySelector('.moves[open]'), 'it is said at length');
    const said = readable(page.$('.moves'));
    for (const word of [
      'cloud recordings',
      'chat history',
      'Licences',
      'Reports',
      'chats from before',
    ])
      expect(said).to.contain(word);
  });

  it('ZM-13 ZM-15 says it before anything is sent where the backend can', async () => {
    const page = await invitePage({
      through: (backend) => ({
        ...backend,
        capabilities: async (call) => ({
          ...(await backend.capabilities(call)),
          preview: ['user.invite'],
        }),
        preview: async (commands) => ({
          perTarget: commands.map((command) => ({
            id: emailOf(command),
            effects: [
              {
                code: 'sends-mail',
                params: { mail: emailOf(command).startsWith('bo@') ? 'join' : 'activation' },
              },
            ],
          })),
        }),
      }),
    });
    await page.paste('ana@example.com, bo@example.com');
    await until(() => page.root.querySelector('.moves[open]'), 'it is said at length');
    expect(page.chips).to.deep.equal([
      'ana@example.com',
      'bo@example.com Has an account elsewhere: gets a mail to join',
    ]);
  });

  it('ZM-7 keeps what failed with the reason, and tries only that again', async () => {
    let isFull = true;
    const page = await invitePage({
      through: (backend) => ({
        ...but('bo@example.com', async (_, command) => {
          if (isFull)
            throw new AdapterError({ kind: 'quota', title: 'Full', detail: 'The queue is full.' });
          return (await backend.run(command)) as never;
        })(backend),
      }),
    });
    await page.paste('ana@example.com, bo@example.com, eli@');
    await page.send();
    expect(page.announced).to.equal(
      '1 person invited. 1 not invited. It stays here to be tried again.',
    );
    expect(page.chips).to.deep.equal([
      'bo@example.com The queue is full.',
      'eli@ Nothing stands after the @.',
    ]);
    expect(page.$('.send').textContent.trim()).to.equal('Try 1 again');
    await page.expectAccessible();
    isFull = false;
    await page.send();
    expect(page.acts.map((act) => act.map(emailOf))).to.deep.equal([
      ['ana@example.com', 'bo@example.com'],
      ['bo@example.com'],
    ]);
    expect(page.person('bo@example.com')?.status).to.equal('pending');
    expect(page.chips).to.deep.equal(['eli@ Nothing stands after the @.']);
  });

  it('never invites twice where an answer was lost', async () => {
    const ids: string[] = [];
    const page = await invitePage({
      through: (backend) => ({
        ...but('ana@example.com', async (_, command) => {
          ids.push(command.id);
          const value = await backend.run(command);
          if (ids.length === 1) throw new AdapterError({ kind: 'unknown', title: 'Lost' });
          return value as never;
        })(backend),
      }),
    });
    await page.paste('ana@example.com');
    await page.send();
    if (page.chips.length > 0) await page.send();
    expect(
      page.backend.dump().people.filter(({ email }) => email === 'ana@example.com'),
    ).to.have.length(1);
  });

  it('does not call an address valid that was invited a moment ago', async () => {
    const page = await invitePage();
    await page.paste('ana@example.com, ana@example.com');
    await page.send();
    expect(page.chips).to.deep.equal(['ana@example.com Already invited.']);
  });

  it('goes on after the person has signed in again, with nothing lost', async () => {
    let isExpired = true;
    const page = await invitePage({
      through: (backend) => ({
        ...but('ana@example.com', async (_, command) => {
          if (isExpired) throw new AdapterError({ kind: 'unauthenticated', title: 'Expired' });
          return (await backend.run(command)) as never;
        })(backend),
      }),
    });
    await page.paste('ana@example.com');
    let resume = (): void => undefined;
    page.provider.addEventListener('session-expired', (event) => (resume = event.resume));
    page.$('.send').click();
    await until(() => readable(page.$('.foot')).includes('signed out'), 'it says why it waits');
    expect(page.chips).to.deep.equal(['ana@example.com']);
    isExpired = false;
    resume();
    await until(() => page.root.querySelector('.sent'), 'it goes on');
    expect(page.person('ana@example.com')?.status).to.equal('pending');
  });

  it('can be closed while it sends, and shows what came of it when it is opened again', async () => {
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    const page = await invitePage();
    page.provider.addEventListener('account-command', (event) => event.waitUntil(held));
    await page.paste('ana@example.com');
    const ended = new Promise((resolve) =>
      page.provider.addEventListener('account-outcome', resolve),
    );
    page.$('.send').click();
    await until(() => page.root.querySelector('.progress'), 'it is being sent');
    await press('Escape');
    await until(() => !page.native.open, 'it is closed');
    answer();
    await ended;
    await press('Enter');
    await until(() => page.root.querySelector('.sent'), 'what came of it is shown');
    expect(readable(page.$('.sent'))).to.contain('ana@example.com');
  });

  it('gives up what the host holds when told to', async () => {
    const page = await invitePage();
    page.provider.addEventListener('account-command', (event) =>
      event.waitUntil(new Promise(() => undefined)),
    );
    await page.paste('ana@example.com');
    page.$('.send').click();
    await until(() => readable(page.$('.foot')).includes('Waiting for confirmation'), 'it waits');
    page.button('Cancel').click();
    await until(() => !page.root.querySelector('.progress'), 'it is given up');
    expect(page.chips).to.deep.equal(['ana@example.com This was cancelled.']);
    expect(page.person('ana@example.com')).to.equal(undefined);
  });

  it('says that there is nobody to invite yet', async () => {
    const page = await invitePage();
    page.$('.send').click();
    await until(() => page.announced !== '', 'it says so');
    expect(page.announced).to.equal('Add at least one address first.');
    expect(page.acts).to.deep.equal([]);
  });
});
