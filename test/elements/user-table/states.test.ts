import { expect, fixture, html } from '@open-wc/testing';
import { AdapterError } from '../../../src/adapter/problem.ts';
import type { PolicyDocument } from '../../../src/policy/index.ts';
import { createMemoryAdapter } from '../../../src/adapter/memory/index.ts';
import type { UserTableElement } from '../../../src/index.ts';
import { media, supports } from '../../tools/commands.ts';
import { peoplePage, readable, rowsShown, still, until, type Backend } from '../people-page.ts';

/** A backend whose list answers when it is told to. */
function held() {
  let go!: () => void;
  const gate = new Promise<void>((resolve) => (go = resolve));
  const through = (backend: Backend) => ({
    ...backend,
    people: async (...args: Parameters<Backend['people']>) => {
      await gate;
      return backend.people(...args);
    },
  });
  return { go, through };
}

describe('<user-table> states', () => {
  it('shows bars where rows will be, and nothing moves when they come', async () => {
    const { go, through } = held();
    const page = await peoplePage({ through });
    await until(() => page.root.querySelector('.row .skeleton'), 'bars are drawn');
    expect(page.$('[role=grid]').getAttribute('aria-busy')).to.equal('true');
    const before = page.$('.row').getBoundingClientRect();
    const height = page.table.getBoundingClientRect().height;
    go();
    await rowsShown(page);
    const after = page.$('.row').getBoundingClientRect();
    expect([after.top, after.height, after.width]).to.deep.equal([
      before.top,
      before.height,
      before.width,
    ]);
    expect(page.table.getBoundingClientRect().height).to.equal(height);
    expect(page.$('[role=grid]').hasAttribute('aria-busy')).to.equal(false);
  });

  it('says that there is nobody yet', async () => {
    const page = await peoplePage({ count: 1 });
    page.backend.edit(page.backend.dump().people[0]!.id, { status: 'active' });
    await rowsShown(page);
    const empty = await peoplePage({
      through: (backend) => ({ ...backend, people: async () => ({ items: [], total: 0 }) }),
    });
    await until(() => empty.root.querySelector('.is-empty'), 'the empty state');
    expect(readable(empty.$('.is-empty'))).to.contain('No people yet');
    expect(empty.$<HTMLSlotElement>('slot[name=empty]')).to.exist;
    await expect(empty.table).to.be.accessible();
  });

  it('says that nobody matches, and clears what left them out', async () => {
    const page = await peoplePage();
    await rowsShown(page);
    page.table.view = { query: { search: 'zzzzzz' } };
    await until(() => page.root.querySelector('.is-no-match'), 'the no-match state');
    await expect(page.table).to.be.accessible();
    page.$('.is-no-match button').click();
    await rowsShown(page);
    expect(page.$<HTMLInputElement>('input[type=search]').value).to.equal('');
  });

  it('ZM-1 says to a member that they have no access, why, and whom to ask', async () => {
    const page = await peoplePage({ as: 'member' });
    await until(() => page.root.querySelector('.is-no-access'), 'the no-access state');
    const said = readable(page.$('.is-no-access'));
    expect(said).to.contain('You cannot see the people here');
    expect(said).to.match(/Ask the owner/);
    expect(page.root.querySelector('[role=grid]')).to.equal(null);
    expect(page.root.querySelector('input[type=search]')).to.equal(null);
    await expect(page.table).to.be.accessible();
  });

  it('ZM-1 says to the owner of a free account without a card that the plan does not allow it', async () => {
    const page = await peoplePage({ plan: 'free', features: [] });
    await until(() => page.root.querySelector('.is-no-access'), 'the no-access state');
    expect(readable(page.$('.is-no-access'))).to.not.contain('Ask');
  });

  it('says what failed and reads again when asked to', async () => {
    let fails = true;
    const page = await peoplePage({
      through: (backend) => ({
        ...backend,
        people: async (...args) => {
          if (fails)
            throw new AdapterError({ kind: 'unavailable', title: 'down', retryable: false });
          return backend.people(...args);
        },
      }),
    });
    await until(() => page.root.querySelector('.is-failed'), 'the failed state');
    expect(readable(page.$('.is-failed'))).to.contain('The server is not responding');
    await expect(page.table).to.be.accessible();
    fails = false;
    page.$('.is-failed button').click();
    await rowsShown(page);
  });

  it('names path and value of a malformed answer', async () => {
    const page = await peoplePage({
      through: (backend) => ({
        ...backend,
        people: async () => ({ items: [{ id: 12 }] }) as never,
      }),
    });
    await until(() => page.root.querySelector('.is-failed'), 'the failed state');
    expect(readable(page.$('.state-detail')))
      .to.contain('people().items[0].id')
      .and.to.contain('12');
  });

  it('says that it stands in no account', async () => {
    const table = await fixture<UserTableElement>(html`<user-table></user-table>`);
    await until(() => table.shadowRoot!.querySelector('.is-config'), 'the set-up state');
    expect(readable(table.shadowRoot!.querySelector('.is-config')!)).to.contain('<account-scope>');
  });

  describe('a mistake of the host', () => {
    const { error } = console;
    const logged: string[] = [];
    beforeEach(() => {
      logged.length = 0;
      console.error = (...parts: unknown[]) => logged.push(parts.map(String).join(' '));
    });
    afterEach(() => (console.error = error));

    it('in the policy is shown with every path, and logged', async () => {
      const document = {
        format: 1,
        id: 'broken',
        roles: [{ id: 'owner', permissions: ['user.fly'] }],
        rules: [{ id: 'r' }],
      } as unknown as PolicyDocument;
      const backend = createMemoryAdapter({
        people: [
          { id: '1', email: 'a@example.com', firstName: 'A', lastName: 'B', roleId: 'owner' },
        ],
      });
      const box = await fixture<HTMLElement>(
        html`<account-scope .policy=${document} .adapter=${backend}><user-table></user-table></account-scope>`,
      );
      const root = box.querySelector('user-table')!.shadowRoot!;
      await until(() => root.querySelector('.state-detail'), 'the mistake');
      const detail = readable(root.querySelector('.state-detail')!);
      expect(detail)
        .to.contain('roles[0].permissions[0]')
        .and.to.contain('user.fly')
        .and.to.contain('rules[0]');
      expect(logged.join()).to.contain('roles[0].permissions[0]');
    });

    it('in the preset attribute names those there are', async () => {
      const backend = createMemoryAdapter({
        people: [
          { id: '1', email: 'a@example.com', firstName: 'A', lastName: 'B', roleId: 'owner' },
        ],
      });
      const box = await fixture<HTMLElement>(
        html`<account-scope policy="zom" .adapter=${backend}><user-table></user-table></account-scope>`,
      );
      const root = box.querySelector('user-table')!.shadowRoot!;
      await until(() => root.querySelector('.state-detail'), 'the mistake');
      expect(readable(root.querySelector('.state-detail')!))
        .to.contain('"zom"')
        .and.to.contain('zoom');
    });

    it('in a column names the column, and the page stands', async () => {
      const page = await peoplePage({
        table: { columns: ['name', 'emial', { id: 'x', header: 'X' } as never] },
      });
      await until(() => page.root.querySelector('.state-detail'), 'the mistake');
      const detail = readable(page.$('.state-detail'));
      expect(detail)
        .to.contain('columns[1]')
        .and.to.contain('emial')
        .and.to.contain('columns[2].value');
      expect(logged).to.have.length(2);
    });
  });

  it('has no fault that axe finds, with rows, light and dark', async () => {
    const page = await peoplePage();
    await rowsShown(page);
    await expect(page.table).to.be.accessible();
    if (!supports('media')) return;
    document.documentElement.style.colorScheme = 'light dark';
    await media({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await still(page);
    await expect(page.table).to.be.accessible();
    await media({ colorScheme: null, reducedMotion: null });
    document.documentElement.style.colorScheme = '';
  });
});
