import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../src/adapter/problem.ts';
import {
  ariaSnapshot,
  media,
  mouse,
  press,
  reset,
  supports,
  type,
  viewport,
} from '../../tools/commands.ts';
import { readable, still, until } from '../people-page.ts';
import {
  subaccountPage,
  type SubaccountPage,
  type SubaccountPageOptions,
} from '../subaccount-page.ts';

async function listed(options: SubaccountPageOptions = {}): Promise<SubaccountPage> {
  const page = await subaccountPage('subaccount-manager', options);
  await until(() => page.root.querySelector('.row .name'), 'the list is shown');
  return page;
}

const names = ({ $$ }: SubaccountPage) => $$('.row .name').map(readable);
const kept = ({ backend }: SubaccountPage) =>
  (backend.dump().subaccounts ?? []).map(({ name }) => name);
const input = ({ root }: SubaccountPage) => root.querySelector<HTMLInputElement>('.name-input');

describe('<subaccount-manager>', () => {
  it('MS-1 adds one by a form with one field, its name', async () => {
    const page = await listed();
    page.$('.add').focus();
    await press('Enter');
    await until(() => page.focused() === input(page), 'the field has the focus');
    expect(page.$$('.adding input')).to.have.length(1);
    await press('Enter');
    await until(() => page.root.querySelector('.problem'), 'a name is missing');
    expect(page.text('.problem')).to.equal('A sub-account needs a name.');
    expect(input(page)!.getAttribute('aria-invalid')).to.equal('true');
    await type('  Aachen – Kiosk ');
    await press('Enter');
    await until(() => names(page)[0] === 'Aachen – Kiosk', 'it is listed');
    expect(kept(page)).to.include('Aachen – Kiosk');
    await until(() => page.announced() === 'Aachen – Kiosk was added.', 'and said');
    expect(input(page)).to.equal(null);
    await until(() => page.focused() === page.$('.add'), 'the focus is back');
  });

  it('MS-2 renames one in its place, and takes it back', async () => {
    const page = await listed();
    const [before] = names(page);
    page.$('.row button').focus();
    await press('Enter');
    await until(() => page.focused() === input(page), 'the name can be changed');
    expect(input(page)!.value).to.equal(before);
    await type('Aachen – Hotel');
    await press('Enter');
    await until(() => names(page)[0] === 'Aachen – Hotel', 'the new name is there');
    expect(kept(page)).to.include('Aachen – Hotel').and.not.to.include(before);
    await until(() => page.focused()?.closest('.row'), 'the focus is back in the row');
    await until(() => page.root.querySelector('.undo'), 'undo is offered');
    await mouse.click(page.$('.undo'));
    await until(() => names(page)[0] === before, 'the old name is back');
    expect(kept(page)).to.include(before);
  });

  it('leaves a name alone that was not changed, or that Escape gave up', async () => {
    const page = await listed();
    const before = kept(page);
    page.$('.row button').focus();
    await press('Enter');
    await until(() => input(page), 'it can be changed');
    await press('Enter');
    await until(() => !input(page), 'saved as it was');
    await press('Enter');
    await until(() => input(page), 'it can be changed');
    await type('Other');
    await press('Escape');
    await until(() => !input(page), 'given up');
    expect(kept(page)).to.deep.equal(before);
    await until(() => page.focused()?.closest('.row'), 'the focus is back in the row');
  });

  it('keeps what was typed when it is refused, says why in its place, and saves it when tried again', async () => {
    let isDown = true;
    const page = await listed({
      through: (backend) => ({
        ...backend,
        run: (command, call) =>
          isDown
            ? Promise.reject(
                new AdapterError({ kind: 'conflict', title: 'no', detail: 'That name is taken.' }),
              )
            : backend.run(command, call),
      }),
    });
    page.$('.row button').focus();
    await press('Enter');
    await until(() => page.focused() === input(page), 'it can be changed');
    await type('Aachen – Spa');
    await press('Enter');
    await until(() => page.root.querySelector('.row .problem'), 'it says why');
    expect(page.text('.row .problem')).to.contain('That name is taken.');
    expect(input(page)!.value).to.equal('Aachen – Spa');
    expect(page.focused()).to.equal(input(page));
    isDown = false;
    await press('Enter');
    await until(() => names(page).includes('Aachen – Spa'), 'it is saved');
  });

  it('MS-3 is open to admins only, and says so to others', async () => {
    const page = await listed({ as: 'manager' });
    expect(page.text('.closed')).to.contain('Your role does not include this.');
    for (const button of [page.$('.add'), page.$('.row button')]) {
      expect(button.getAttribute('aria-disabled')).to.equal('true');
      expect(button.getAttribute('aria-describedby')).to.equal('why-closed');
      await mouse.click(button);
      expect(input(page)).to.equal(null);
    }
    await until(() => page.announced().includes('Your role'), 'it is said when pressed');
    // MS-7: their own is all they see.
    expect(names(page)).to.have.length(1);
  });

  it('goes through 10,000 by key, and draws only what is seen', async () => {
    const page = await listed({ many: 10_000 });
    page.$('.row button').focus();
    await press('ArrowDown', 'ArrowDown');
    await until(
      () => page.focused()?.closest<HTMLElement>('.row')?.dataset['index'] === '2',
      'two down',
    );
    await press('End');
    await until(
      () => page.focused()?.closest<HTMLElement>('.row')?.dataset['index'] === '9999',
      'at the end',
    );
    expect(page.$$('.row').length).to.be.below(60);
    expect(page.$('.row[data-index="9999"]').getAttribute('aria-setsize')).to.equal('10000');
  });

  it('searches, and says so where none matches', async () => {
    const page = await listed();
    const [first] = names(page);
    page.$('.search-input').focus();
    await type(first!.slice(0, 6));
    await until(() => names(page).length < 10 && names(page).includes(first!), 'it is found');
    await type('qzxj');
    await until(() => page.root.querySelector('.state'), 'nothing is');
    expect(page.text('.state')).to.contain('No sub-account matches');
  });

  it('follows what is changed elsewhere', async () => {
    const page = await listed();
    const [one] = page.backend.dump().subaccounts!;
    await page.backend.run({
      id: 'elsewhere', action: 'subaccount.edit', target: { kind: 'subaccount', id: one!.id }, change: { values: { name: 'Aachen' } },
    }); // prettier-ignore
    await page.scope.refresh();
    await until(() => names(page)[0] === 'Aachen', 'the new name is there');
  });

  (supports('ariaSnapshot') ? it : it.skip)('has its names in the accessibility tree', async () => {
    await listed({ many: 2 });
    const tree = await ariaSnapshot('subaccount-manager');
    expect(tree).to.contain('group "Sub-accounts"');
    expect(tree).to.contain('button "Add a sub-account"');
    expect(tree).to.match(/button "Rename .+"/);
  });
});

const STATES: Readonly<Record<string, () => Promise<SubaccountPage>>> = {
  list: () => listed(),
  adding: async () => {
    const page = await listed();
    page.$('.add').focus();
    await press('Enter', 'Enter');
    await until(() => page.root.querySelector('.problem'), 'a name is missing');
    return page;
  },
  renaming: async () => {
    const page = await listed();
    page.$('.row button').focus();
    await press('Enter');
    await until(() => input(page), 'it can be changed');
    return page;
  },
  closed: () => listed({ as: 'manager' }),
  empty: async () => {
    const page = await subaccountPage('subaccount-manager', { many: 0 });
    await until(() => page.root.querySelector('.state strong'), 'it is said');
    return page;
  },
  failed: async () => {
    const subaccounts = () => Promise.reject(new AdapterError({ kind: 'forbidden', title: 'no' }));
    const page = await subaccountPage('subaccount-manager', {
      through: (line) => ({ ...line, subaccounts }),
    });
    await until(() => page.root.querySelector('.state[role=alert]'), 'it is said');
    return page;
  },
};

describe('<subaccount-manager> accessibility', () => {
  beforeEach(() => (document.body.style.background = 'light-dark(#fff, #101216)'));
  afterEach(async () => {
    document.documentElement.style.colorScheme = document.body.style.background = '';
    await reset();
  });

  for (const [name, show] of Object.entries(STATES)) {
    it(`has no fault that axe finds: ${name}`, async () => {
      const page = await show();
      const { element } = page;
      await still(page);
      await expect(element, 'as it is').to.be.accessible();
      element.parentElement!.dir = 'rtl';
      await viewport({ width: 375, height: 700 });
      await still(page);
      await expect(element, 'on a phone, right to left').to.be.accessible();
      expect(document.documentElement.scrollWidth, 'nothing sticks out').to.be.at.most(375);
      if (!supports('media')) return;
      document.documentElement.style.colorScheme = 'light dark';
      await media({ colorScheme: 'dark' });
      await still(page);
      await expect(element, 'in the dark').to.be.accessible();
    });
  }
});
