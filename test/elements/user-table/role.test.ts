import { expect, oneEvent } from '@open-wc/testing';
import { AdapterError, type Problem } from '../../../src/adapter/problem.ts';
import type { AccountCommandEvent, AccountOutcomeEvent } from '../../../src/index.ts';
import { ariaSnapshot, press, supports } from '../../tools/commands.ts';
import {
  peoplePage,
  readable,
  rowsShown,
  still,
  until,
  type Backend,
  type PeoplePage,
} from '../people-page.ts';

async function withPeople(options: Parameters<typeof peoplePage>[0] = {}): Promise<PeoplePage> {
  const page = await peoplePage(options);
  await rowsShown(page);
  return page;
}

/** The first row whose person has this role and is active. */
function rowOf(page: PeoplePage, roleId: string): number {
  const row = page.$$('.row[data-id]').find((each) => {
    const person = page.backend.dump().people.find(({ id }) => id === each.dataset['id'])!;
    return person.roleId === roleId && person.status === 'active';
  })!;
  return Number(row.getAttribute('aria-rowindex')) - 1;
}

const held = (page: PeoplePage, row: number) =>
  page.backend
    .dump()
    .people.find(
      ({ id }) => id === page.cell(row, 'name').closest<HTMLElement>('.row')!.dataset['id'],
    )!.roleId;

/** Opens the choice of role in a row by keyboard. */
async function openRoles(page: PeoplePage, row: number): Promise<void> {
  page.cell(row, 'role').querySelector('button')!.focus();
  await press('Enter');
  await until(() => page.focused()?.getAttribute('role') === 'option', 'an option has the focus');
}

/** Goes to an option, and gives it back. */
async function goTo(page: PeoplePage, name: string): Promise<HTMLElement> {
  await press('Home');
  for (let n = 0; n < 6 && page.focused()?.dataset['label'] !== name; n++) await press('ArrowDown');
  expect(page.focused()?.dataset['label']).to.equal(name);
  return page.focused()!;
}

async function choose(page: PeoplePage, row: number, name: string): Promise<void> {
  await openRoles(page, row);
  await goTo(page, name);
  await press('Enter');
}

/** Answers to `run` as the test says, call by call. */
function answering(
  ...answers: ((run: () => ReturnType<Backend['run']>) => ReturnType<Backend['run']>)[]
) {
  const sent: string[] = [];
  const through = (backend: Backend) => ({
    ...backend,
    run: (...args: Parameters<Backend['run']>) => {
      sent.push(args[0].id);
      const answer = answers.shift();
      const run = () => backend.run(...args);
      return answer ? answer(run) : run();
    },
  });
  return { sent, through };
}

const failing = (problem: Omit<Problem, 'retryable'> & { retryable?: boolean }) => () =>
  Promise.reject(new AdapterError(problem));

describe('<user-table> changing a role', () => {
  it('ZM-6 the owner makes a member an admin by keyboard alone, and takes it back', async () => {
    let go!: () => void;
    const { through } = answering((run) =>
      new Promise<void>((resolve) => (go = resolve)).then(run),
    );
    const page = await withPeople({ through });
    const row = rowOf(page, 'member');
    const name = readable(page.cell(row, 'name').querySelector('.name')!);
    await choose(page, row, 'Admin');
    await until(() => go, 'the change is sent');
    expect(page.text(row, 'role')).to.contain('Admin').and.to.contain('Saving');
    expect(page.cell(row, 'role').closest('[role=row]')!.getAttribute('aria-busy')).to.equal(
      'true',
    );
    expect(page.announced()).to.equal(`Changing the role of ${name} to Admin…`);
    expect(held(page, row), 'nothing is changed yet').to.equal('member');
    go();
    await until(
      () => page.announced().startsWith(`${name} now has the role Admin.`),
      'it is announced',
    );
    expect(held(page, row)).to.equal('admin');
    expect(page.text(row, 'role')).to.equal('Admin');
    expect(
      page.focused() === page.cell(row, 'role').querySelector('button'),
      'the focus is on the control again',
    ).to.equal(true);
    expect(readable(page.$('[part=undo-offer]'))).to.contain(`${name} now has the role Admin.`);
    await press('Control+z');
    await until(() => page.text(row, 'role') === 'Member', 'undone');
    expect(held(page, row)).to.equal('member');
    await until(() => page.announced().startsWith('Undone:'), 'undoing is announced');
  });

  it('ZM-6 an admin reaches the closed choice and is told why and whom to ask', async () => {
    const page = await withPeople({ as: 'admin' });
    const row = rowOf(page, 'member');
    await openRoles(page, row);
    const option = await goTo(page, 'Admin');
    expect(option.getAttribute('aria-disabled')).to.equal('true');
    expect(readable(option)).to.match(/Ask the owner\.$/);
    if (supports('ariaSnapshot'))
      expect(await ariaSnapshot('user-table [role=listbox]')).to.match(
        /option "Admin .*Ask the owner\." \[disabled\]/,
      );
    await press('Enter');
    expect(page.backend.trail, 'a closed choice does nothing').to.have.length(0);
    await still(page);
    await expect(page.table).to.be.accessible();
    await press('Escape');
    await until(
      () => page.focused() === page.cell(row, 'role').querySelector('button'),
      'the focus is back',
    );
  });

  it('ZM the owner has no other role to choose, and the control says so', async () => {
    const page = await withPeople();
    const row = rowOf(page, 'owner');
    const trigger = page.cell(row, 'role').querySelector('button')!;
    expect(trigger.getAttribute('aria-disabled')).to.equal('true');
    expect(trigger.getAttribute('aria-description')).to.not.equal(null);
    await openRoles(page, row);
    const options = page.$$('[role=option]');
    expect(
      options.filter((option) => option.getAttribute('aria-disabled') === 'true').length,
    ).to.equal(options.length - 1);
    expect(page.focused()!.getAttribute('aria-selected')).to.equal('true');
  });

  it('ZM-6 a custom role with the permission changes roles, but not to admin', async () => {
    const { default: zoom } = await import('../../../src/policy/presets/zoom.ts');
    const lead = { id: 'lead', permissions: ['user.list', 'user.view', 'user.change-role'] };
    const document = {
      ...zoom,
      roles: [...zoom.roles, lead],
      messages: { en: { 'role.lead': 'People lead' } },
    };
    const people = [
      { id: 'o', email: 'o@example.com', firstName: 'Olga', lastName: 'Owner', roleId: 'owner' },
      { id: 'l', email: 'l@example.com', firstName: 'Lea', lastName: 'Lead', roleId: 'lead' },
      { id: 'm', email: 'm@example.com', firstName: 'Max', lastName: 'Member', roleId: 'member' },
    ];
    const page = await withPeople({ document, people, as: 'lead', policy: document });
    const row = rowOf(page, 'member');
    await openRoles(page, row);
    expect((await goTo(page, 'Admin')).getAttribute('aria-disabled')).to.equal('true');
    await goTo(page, 'People lead');
    await press('Enter');
    await until(() => held(page, row) === 'lead', 'the custom role is given');
    await until(
      () => page.text(row, 'role').startsWith('People lead'),
      'and shown by the host’s own name',
    );
  });

  it('says every role of somebody who holds several, and gives one in place of them', async () => {
    const people = [
      { id: 'o', email: 'o@example.com', firstName: 'Olga', lastName: 'Owner', roleId: 'owner' },
      { id: 'm', email: 'm@example.com', firstName: 'Max', lastName: 'Many', roleId: 'admin', roleIds: ['admin', 'member'] },
    ]; // prettier-ignore
    const page = await withPeople({ people });
    const row = rowOf(page, 'admin');
    expect(page.text(row, 'role')).to.equal('Admin and Member');
    await choose(page, row, 'Member');
    await until(() => page.text(row, 'role') === 'Member', 'one is left');
    expect(page.backend.dump().people.find(({ id }) => id === 'm')).not.to.have.property('roleIds');
  });

  it('is not offered in a read-only table, nor where the backend cannot do it', async () => {
    const page = await withPeople({ table: { readonly: true } });
    expect(page.$$('.role-trigger')).to.have.length(0);
    const without = await withPeople({ without: ['user.change-role'] });
    expect(without.$$('.role-trigger')).to.have.length(0);
    expect(without.text(1, 'role')).to.not.equal('');
  });

  describe('when the backend does not do it', () => {
    it('keeps the old role, says why in the row, and sends the same command again on request', async () => {
      const { sent, through } = answering(
        ...Array.from({ length: 3 }, () =>
          failing({ kind: 'invalid', title: 'no', detail: 'Not on Sundays.' }),
        ),
      );
      const page = await withPeople({ through });
      const row = rowOf(page, 'member');
      await choose(page, row, 'Admin');
      await until(() => page.root.querySelector('.notice'), 'the notice');
      expect(page.text(row, 'role')).to.equal('Member');
      const notice = page.$('.notice');
      expect(readable(notice))
        .to.contain('keeps the role Member.')
        .and.to.contain('Not on Sundays.');
      expect(
        notice.closest('.row') === page.cell(row, 'role').closest('.row'),
        'in the row itself',
      ).to.equal(true);
      await until(() => page.announced().includes('Not on Sundays.'), 'it is announced');
      await still(page);
      await expect(page.table).to.be.accessible();
      page.$('.notice button[aria-label=Dismiss]').click();
      await until(() => !page.root.querySelector('.notice'), 'dismissed');
      expect(sent).to.have.length(1);
    });

    it('tries again with the same id, so that nothing is done twice', async () => {
      const { sent, through } = answering(
        ...Array.from({ length: 3 }, () => failing({ kind: 'unavailable', title: 'down' })),
      );
      const page = await withPeople({ through });
      const row = rowOf(page, 'member');
      await choose(page, row, 'Admin');
      await until(() => page.root.querySelector('.notice'), 'the notice');
      page
        .$$('.notice button')
        .find((button) => readable(button) === 'Try again')!
        .click();
      await until(() => held(page, row) === 'admin', 'done at last');
      await until(() => page.text(row, 'role') === 'Admin', 'and shown');
      expect(new Set(sent).size).to.equal(1);
      expect(
        page.backend.trail.filter(({ action }) => action === 'user.change-role'),
      ).to.have.length(1);
    });

    it('says that it is uncertain when the answer was lost and nothing can be read', async () => {
      const { through } = answering(
        ...Array.from({ length: 3 }, () =>
          failing({ kind: 'network', title: 'lost', retryable: false }),
        ),
      );
      const page = await withPeople({
        through: (backend) => ({
          ...through(backend),
          person: failing({ kind: 'network', title: 'lost' }),
        }),
      });
      await choose(page, rowOf(page, 'member'), 'Admin');
      await until(() => page.root.querySelector('.notice.is-warning'), 'the warning');
      expect(readable(page.$('.notice'))).to.contain('not certain');
    });

    it('offers a way out while signed out, and goes on after signing in', async () => {
      const { sent, through } = answering(failing({ kind: 'unauthenticated', title: 'out' }));
      const page = await withPeople({ through });
      const row = rowOf(page, 'member');
      const expired = oneEvent(page.provider, 'session-expired');
      await choose(page, row, 'Admin');
      const event = (await expired) as unknown as { resume: () => void };
      await until(() => page.text(row, 'role').includes('signed out'), 'the row says so');
      event.resume();
      await until(() => held(page, row) === 'admin', 'it goes on');
      expect(new Set(sent).size).to.equal(1);
    });
  });

  describe('a host', () => {
    it('is asked before anything is sent, and told after', async () => {
      const page = await withPeople();
      const row = rowOf(page, 'member');
      const asked = oneEvent(
        page.provider,
        'account-command',
      ) as Promise<unknown> as Promise<AccountCommandEvent>;
      const told = oneEvent(
        page.provider,
        'account-outcome',
      ) as Promise<unknown> as Promise<AccountOutcomeEvent>;
      await choose(page, row, 'Admin');
      const { commands, source } = await asked;
      expect(commands.map(({ action, change }) => ({ action, change }))).to.deep.equal([
        { action: 'user.change-role', change: { roleId: 'admin' } },
      ]);
      expect(source).to.equal('user-table');
      const { outcomes } = await told;
      expect(outcomes.map(({ status }) => status)).to.deep.equal(['done']);
      expect(outcomes[0]!.command.id).to.equal(commands[0]!.id);
    });

    it('vetoes, and nothing is sent', async () => {
      const { sent, through } = answering();
      const page = await withPeople({ through });
      const row = rowOf(page, 'member');
      page.provider.addEventListener('account-command', (event) => event.preventDefault());
      await choose(page, row, 'Admin');
      await until(() => page.text(row, 'role') === 'Member', 'as before');
      await until(() => page.announced().includes('Cancelled'), 'it is announced');
      expect(sent).to.have.length(0);
    });

    it('vetoes with a reason, which is shown in the row', async () => {
      const page = await withPeople();
      page.provider.addEventListener('account-command', (event) =>
        event.waitUntil(Promise.resolve({ veto: 'Ask <b>legal</b> first.' })),
      );
      await choose(page, rowOf(page, 'member'), 'Admin');
      await until(() => page.root.querySelector('.notice'), 'the notice');
      expect(readable(page.$('.notice'))).to.contain('Ask <b>legal</b> first.');
    });

    it('holds it, and the person can give it up meanwhile', async () => {
      const { sent, through } = answering();
      const page = await withPeople({ through });
      const row = rowOf(page, 'member');
      page.provider.addEventListener('account-command', (event) =>
        event.waitUntil(new Promise(() => undefined)),
      );
      await choose(page, row, 'Admin');
      await until(() => page.text(row, 'role').includes('Waiting for confirmation'), 'it is held');
      const cancel = page.cell(row, 'role').querySelector('button')!;
      expect(readable(cancel)).to.equal('Cancel');
      await until(() => page.focused() === cancel, 'the focus is on Cancel');
      await press('Enter');
      await until(() => page.text(row, 'role') === 'Member', 'given up');
      expect(sent).to.have.length(0);
    });

    it('the offer takes room from the list and covers nothing: the row with the focus stays in sight', async () => {
      const page = await withPeople();
      const edge = page.$('.viewport').getBoundingClientRect().bottom;
      const last = page
        .$$('.row[data-id]')
        .filter((row) => row.getBoundingClientRect().bottom <= edge + 1)
        .reverse()
        .find((row) => row.querySelector('.role-trigger') && readable(row).includes('Member'))!;
      const row = Number(last.getAttribute('aria-rowindex')) - 1;
      await choose(page, row, 'Admin');
      await until(() => page.root.querySelector('[part=undo-offer]'), 'it is offered');
      const offer = page.$('[part=undo-offer]').getBoundingClientRect();
      const bottom = () => page.focused()!.closest('.row')!.getBoundingClientRect().bottom;
      await until(() => bottom() <= offer.top + 1, 'the row is in sight');
      expect(page.$('.viewport').getBoundingClientRect().bottom).to.be.at.most(offer.top + 1);
    });

    it('finds the last changes in a list, each with its undo', async () => {
      const page = await withPeople();
      const row = rowOf(page, 'member');
      await choose(page, row, 'Admin');
      await until(() => page.root.querySelector('.recent-button'), 'the list is offered');
      page.$('[part=undo-offer] button:last-of-type').click();
      await until(() => !page.root.querySelector('[part=undo-offer]'), 'the offer is closed');
      page.$('.recent-button').click();
      await until(() => page.root.querySelector('.recent-item button'), 'the list is open');
      await still(page);
      await expect(page.table).to.be.accessible();
      page.$('.recent-item button').click();
      await until(() => held(page, row) === 'member', 'undone');
    });
  });

  it('gives the host’s slots their place', async () => {
    const page = await withPeople();
    page.table.append(
      Object.assign(document.createElement('button'), {
        slot: 'toolbar',
        textContent: 'Host button',
      }),
    );
    const slot = page.$<HTMLSlotElement>('slot[name=toolbar]');
    expect(slot.assignedElements().map((each) => each.textContent)).to.deep.equal(['Host button']);
  });
});
