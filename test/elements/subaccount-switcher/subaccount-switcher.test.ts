import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../src/adapter/problem.ts';
import { SubaccountRequestEvent } from '../../../src/index.ts';
import { ariaSnapshot, mouse, press, supports, type } from '../../tools/commands.ts';
import { readable, until } from '../people-page.ts';
import {
  subaccountPage,
  type SubaccountPage,
  type SubaccountPageOptions,
} from '../subaccount-page.ts';

async function page(options: SubaccountPageOptions = {}): Promise<SubaccountPage> {
  const made = await subaccountPage('subaccount-switcher', options);
  await until(() => made.root.querySelector('.trigger .name'), 'where the page is, is shown');
  return made;
}

/** The same with its list open, by keyboard. */
async function opened(options: SubaccountPageOptions = {}): Promise<SubaccountPage> {
  const made = await page(options);
  made.$('.trigger').focus();
  await press('Enter');
  await until(() => made.root.querySelector('[role=option] .label'), 'the list is open');
  return made;
}

const names = ({ $$ }: SubaccountPage) => $$('[role=option]').map(readable);
const active = ({ root }: SubaccountPage) => {
  const id = root.querySelector('input')?.getAttribute('aria-activedescendant');
  return id ? readable(root.getElementById(id)!) : undefined;
};
const subaccounts = ({ backend }: SubaccountPage) =>
  (backend.dump().subaccounts ?? []).toSorted((a, b) => a.name.localeCompare(b.name));

describe('<subaccount-switcher>', () => {
  it('MS-11 shows all of them first, and scopes everything on the page by one that is chosen', async () => {
    const made = await opened({ withTable: true });
    const { scope, table, text } = made;
    const rows = () => [...table!.shadowRoot!.querySelectorAll<HTMLElement>('.row[data-id]')];
    await until(() => rows().length > 5, 'people are shown');
    expect(text('.trigger')).to.equal('All sub-accounts');
    expect(active(made)).to.equal('All sub-accounts');
    await press('ArrowDown', 'Enter');
    const [first] = subaccounts(made);
    expect(scope.subaccountId).to.equal(first!.id);
    const own = made.backend
      .dump()
      .people.filter(({ subaccountIds }) => subaccountIds?.includes(first!.id));
    await until(
      () =>
        rows().length > 0 &&
        rows().every(({ dataset }) => own.some(({ id }) => id === dataset['id'])),
      'only its people are shown',
    );
    expect(text('.trigger')).to.equal(first!.name);
    expect(made.focused()).to.equal(made.$('.trigger'));
    expect(made.announced()).to.equal(`This page now shows ${first!.name}.`);
  });

  it('MS-11 never shows what belongs to the former one, however late it comes', async () => {
    const late: (() => void)[] = [];
    let isHeld = false;
    const made = await opened({
      withTable: true,
      through: (backend) => ({
        ...backend,
        people: async (request, call) => {
          const isOfFirst = isHeld && call?.subaccountId === undefined;
          if (isOfFirst) await new Promise<void>((go) => late.push(go));
          // It heeds no abort, and answers what it was asked.
          return backend.people(
            request,
            call?.subaccountId === undefined ? {} : { subaccountId: call.subaccountId },
          );
        },
      }),
    });
    const ids = () =>
      [...made.table!.shadowRoot!.querySelectorAll<HTMLElement>('.row[data-id]')].map(
        ({ dataset }) => dataset['id'],
      );
    await until(() => ids().length > 5, 'people are shown');
    isHeld = true;
    void made.scope.refresh();
    await until(() => late.length > 0, 'all are being read again');
    await press('ArrowDown', 'Enter');
    const here = made.scope.subaccountId!;
    const own = made.backend
      .dump()
      .people.filter(({ subaccountIds }) => subaccountIds?.includes(here))
      .map(({ id }) => id);
    await until(
      () => ids().length > 0 && ids().every((id) => own.includes(id!)),
      'its people are shown',
    );
    late.forEach((go) => go());
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    expect(ids().every((id) => own.includes(id!))).to.equal(true);
  });

  it('searches as one types, says how many it found, and chooses with Enter', async () => {
    const made = await opened();
    const [, second] = subaccounts(made);
    await type(second!.name.slice(0, 7).toLowerCase());
    await until(() => names(made).includes(second!.name) && names(made).length < 10, 'it is found');
    await until(() => made.announced().includes('sub-account'), 'how many is said');
    expect(active(made)).to.equal(names(made)[0]);
    await press('Escape');
    await until(() => names(made).length > 10, 'a first Escape empties the field');
    await press('Escape');
    expect(made.$('.trigger').getAttribute('aria-expanded')).to.equal('false');
    expect(made.focused()).to.equal(made.$('.trigger'));
    expect(made.scope.subaccountId).to.equal(undefined);
  });

  it('says so where none matches', async () => {
    const made = await opened();
    await type('qzxj');
    await until(() => made.root.querySelector('.state'), 'it is said');
    expect(made.text('.state')).to.equal('No sub-account matches “qzxj”.');
    expect(made.$('input').getAttribute('aria-expanded')).to.equal('false');
  });

  it('offers those entered lately first', async () => {
    const made = await opened();
    await press('ArrowDown', 'ArrowDown', 'Enter');
    const [, second] = subaccounts(made);
    await press('Enter');
    await until(() => names(made).length > 5, 'the list is open again');
    expect(made.$$('.heading').map(readable)).to.deep.equal(['Recent', 'Sub-accounts']);
    expect(names(made).slice(0, 2)).to.deep.equal(['All sub-accounts', second!.name]);
    expect(active(made)).to.equal(second!.name);
    expect(made.$$('[aria-selected=true]').map(readable)).to.include(second!.name);
  });

  it('moves through 10,000 by key, and draws only what is seen', async () => {
    const made = await opened({ many: 10_000 });
    const last = subaccounts(made).length;
    await press('PageDown', 'PageDown', 'PageUp');
    expect(made.$$('[role=option]').length).to.be.below(80);
    await press('End');
    await until(() => made.root.querySelector(`#option-${last} .label`), 'the last one is read');
    expect(made.$('input').getAttribute('aria-activedescendant')).to.equal(`option-${last}`);
    expect(made.$(`#option-${last}`).getAttribute('aria-setsize')).to.equal(String(last + 1));
    const box = made.$('.scroll').getBoundingClientRect();
    expect(made.$(`#option-${last}`).getBoundingClientRect().bottom).to.be.at.most(box.bottom + 1);
    expect(made.$$('[role=option]').length).to.be.below(80);
    await press('Home');
    await until(() => active(made) === 'All sub-accounts', 'and back to the first');
  });

  it('MS-12 opens to have one chosen where something belongs to one, and all is not enough', async () => {
    const made = await page();
    const request = new SubaccountRequestEvent();
    made.scope.dispatchEvent(request);
    expect(request.isAnswered).to.equal(true);
    await until(() => made.root.querySelector('[role=option] .label'), 'the list is open');
    expect(made.text('.asked')).to.contain('Choose a sub-account first');
    expect(names(made)).not.to.include('All sub-accounts');
    expect(made.focused()).to.equal(made.$('input'));
    await press('Enter');
    expect(made.scope.decide({ action: 'inbox.configure', draft: true }).effect).to.equal('allow');
    expect(made.focused()).to.equal(made.$('.trigger'));
  });

  it('MS-7 MS-13 is fixed for a manager on their own, and says why', async () => {
    const made = await page({ as: 'manager', withTable: true });
    const home = made.scope.findSubaccount(made.scope.subaccountId!);
    await until(() => made.text('.trigger') !== made.scope.subaccountId, 'its name is known');
    expect(made.text('.trigger')).to.equal(
      made.scope.findSubaccount(made.scope.subaccountId!)?.name ?? home?.name,
    );
    const trigger = made.$('.trigger');
    expect(trigger.getAttribute('aria-disabled')).to.equal('true');
    expect(trigger.getAttribute('aria-description')).to.equal('You work in this sub-account only.');
    await mouse.click(trigger);
    await until(() => made.root.querySelector('.fixed'), 'it says why');
    expect(made.text('.fixed')).to.equal('You work in this sub-account only.');
    expect(made.$$('[role=option]')).to.have.length(0);
    await press('Escape');
    expect(made.focused()).to.equal(trigger);
    const rows = () => [...made.table!.shadowRoot!.querySelectorAll<HTMLElement>('.row[data-id]')];
    await until(() => rows().length > 0, 'people are shown');
    for (const { dataset } of rows())
      expect(made.scope.find(dataset['id']!)?.subaccountIds).to.deep.equal([
        made.scope.subaccountId,
      ]);
    const request = new SubaccountRequestEvent();
    made.scope.dispatchEvent(request);
    expect(request.isAnswered, 'a request has nobody to answer it').to.equal(false);
  });

  it('says what keeps the list from being read, and reads it when tried again', async () => {
    let isDown = true;
    const made = await page({
      through: (backend) => ({
        ...backend,
        subaccounts: (request, call) =>
          isDown
            ? Promise.reject(new AdapterError({ kind: 'forbidden', title: 'no' }))
            : backend.subaccounts(request, call),
      }),
    });
    made.$('.trigger').focus();
    await press('ArrowDown');
    await until(() => made.root.querySelector('.state.failed'), 'it is said');
    expect(made.text('.state.failed')).to.contain('could not be loaded');
    isDown = false;
    await press('Tab', 'Enter');
    await until(() => names(made).length > 5, 'it is read');
  });

  it('MS-11 leaves one that is deleted, says so, and shows nothing of it any more', async () => {
    const made = await opened({ withTable: true });
    const { backend, scope, table, text } = made;
    await press('ArrowDown', 'Enter');
    const [first] = subaccounts(made);
    const rows = () => [...table!.shadowRoot!.querySelectorAll<HTMLElement>('.row[data-id]')];
    await until(() => rows().length > 0, 'its people are shown');
    const total = backend.dump().people.length;
    backend.set({ subaccounts: subaccounts(made).filter(({ id }) => id !== first!.id) });
    void scope.refresh();
    await until(() => made.root.querySelector('.gone'), 'it says so');
    const said = `${first!.name} is no longer there. This page now shows All sub-accounts.`;
    expect(text('.gone')).to.equal(said);
    expect(made.announced()).to.equal(said);
    expect(text('.trigger')).to.equal('All sub-accounts');
    await until(
      () => readable(table!.shadowRoot!.querySelector('[part=count]')!) === `${total} people`,
      'everybody is shown',
    );
    expect(made.focused()).to.equal(made.$('.trigger'));
    await press('Enter');
    await until(() => made.root.querySelector('[role=option] .label'), 'the list is open');
    expect(made.root.querySelector('.gone')).to.equal(null);
    expect(names(made)).not.to.include(first!.name);
  });

  it('says that there are none', async () => {
    const made = await page({ many: 0 });
    made.$('.trigger').focus();
    await press('Enter');
    await until(() => made.root.querySelector('.state[part=empty]'), 'it is said');
    expect(made.text('.state')).to.equal('There are no sub-accounts yet.');
  });

  it('is not drawn where the backend has none', async () => {
    const made = await subaccountPage('subaccount-switcher', {
      through: ({ subaccounts: _none, ...backend }) => backend,
    });
    await until(() => made.scope.account.status === 'ready', 'the account is known');
    await made.element.updateComplete;
    expect(made.$$('.trigger')).to.have.length(0);
  });

  it('speaks French', async () => {
    const made = await opened({ lang: 'fr' });
    expect(made.text('.trigger')).to.equal('Tous les sous-comptes');
    expect(made.$('input').getAttribute('aria-label')).to.equal('Rechercher un sous-compte');
  });

  (supports('ariaSnapshot') ? it : it.skip)(
    'has its names and states in the accessibility tree',
    async () => {
      await opened({ many: 3 });
      const tree = await ariaSnapshot('subaccount-switcher');
      expect(tree).to.contain('button "Sub-account: All sub-accounts" [expanded]');
      expect(tree).to.contain('combobox "Search sub-accounts" [expanded]');
      expect(tree).to.contain('listbox "Sub-accounts"');
      expect(tree).to.contain('option "All sub-accounts" [selected]');
    },
  );
});
