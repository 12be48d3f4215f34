import { expect } from '@open-wc/testing';
import { personName, type PersonRecord } from '../../src/domain/index.ts';
import { press, type } from '../tools/commands.ts';
import { readable, until } from '../elements/people-page.ts';
import { Flow, type FlowOptions } from './flow.ts';
import { startServer, type PageServer } from './in-page.ts';
import type { ServerName } from './servers.mjs';

const NEW = 'new.person@flow.example';

/** A person's way through the pages of a host, on a server of its own: what is shown is what the server says, afterwards too. */
export function provesPeoplePage(
  name: ServerName,
  optionsOf: (server: PageServer) => FlowOptions,
): void {
  describe(`people pages on ${name}, through the proxy of a host`, () => {
    let server: PageServer;
    let flow: Flow;
    before(async function () {
      // A judge of its own takes long to start on a machine that is busy.
      this.timeout(120_000);
      server = await startServer(name);
    });
    after(() => server.stop());
    beforeEach(async () => {
      flow = await Flow.open(optionsOf(server));
    });

    /** Somebody on the screen who is like this. */
    async function someone(like: (person: PersonRecord) => boolean): Promise<PersonRecord> {
      for (const row of flow.rows) {
        const person = await flow.options.adapter.person(row.dataset['id']!);
        if (like(person)) return person;
      }
      throw new Error('Nobody on the screen is like that');
    }
    const plain = (person: PersonRecord) =>
      person.roleId === flow.options.role.from && !person.roleIds && person.status === 'active';

    it('lists people, finds one by typing, and opens their page', async () => {
      const person = await someone(plain);
      await flow.search(person.email);
      expect(flow.rows.map((row) => row.dataset['id'])).to.deep.equal([person.id]);
      expect(await flow.openPerson(person.id)).to.contain(personName(person));
    });

    it('changes a role by keyboard', async () => {
      const { id } = await someone(plain);
      await flow.changeRole(id);
    });

    it('takes the access of somebody, and gives it back', async () => {
      const { stop } = flow.options;
      const { id } = await someone(plain);
      if (!stop) {
        flow.cell(id, 'actions').querySelector('button')!.focus();
        await press('Enter');
        await until(() => flow.focused?.getAttribute('role') === 'menuitem', 'the menu is open');
        const offered = [...flow.table.querySelectorAll<HTMLElement>('[role=menuitem]')];
        expect(offered.map(({ dataset }) => dataset['value'])).to.not.include('user.suspend');
        return;
      }
      const standing = () => readable(flow.cell(id, 'status'));
      const before = standing();
      await flow.act(id, stop.action);
      await flow.confirm();
      // What may be done next follows from what the list knows, so it has to know first.
      await until(() => standing() !== before, 'the list says so');
      await flow.became(id, ({ status }) => status === stop.status);
      await flow.act(id, 'user.reactivate');
      await until(() => standing() === before, 'the list says so again');
      await flow.became(id, ({ status }) => status === 'active');
    });

    it('lets somebody in, once, where the server can', async () => {
      const { invited, adapter } = flow.options;
      const button = () => flow.table.querySelector<HTMLButtonElement>('[part=invite-button]');
      if (!invited) {
        expect(button()).to.equal(null);
        return;
      }
      await until(button, 'there is a way in');
      button()!.focus();
      await press('Enter');
      const field = () => flow.dialog.querySelector('textarea');
      await until(() => field() && flow.dialog.querySelector('dialog')?.open, 'the form is open');
      field()!.focus();
      await type(NEW);
      await press('Enter');
      await until(() => flow.dialog.querySelector('.chip'), 'the address is read');
      await until(() => flow.dialog.querySelector('[part=send]'), 'it can be sent');
      flow.dialog.querySelector<HTMLElement>('[part=send]')!.focus();
      await press('Enter');
      await until(() => flow.dialog.querySelector('.sent li'), 'it is sent');
      const { items } = await adapter.people({ search: NEW });
      expect(items.map(({ email, status }) => [email, status])).to.deep.equal([[NEW, invited]]);
    });
  });
}
