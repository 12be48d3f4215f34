import { expect } from '@open-wc/testing';
import { press, type } from '../../tools/commands.ts';
import { readable, until } from '../people-page.ts';
import { fieldFocused, goToRename, listed, managerPage } from './manager-page.ts';

describe('<subaccount-manager> names', () => {
  it('MS-1 adds a sub-account by its name alone, by keyboard', async () => {
    const page = await listed();
    page.$('.add').focus();
    await press('Enter');
    const field = await fieldFocused(page);
    expect(page.$$('form input, form select, form textarea'), 'one field').to.deep.equal([field]);
    await type('  Zürich ');
    await press('Enter');
    await until(() => page.held().includes('Zürich'), 'the backend has it');
    await until(() => page.rows().includes('Zürich'), 'the list has it');
    expect(page.announced()).to.equal('“Zürich” was added.');
    expect(page.$('.row.is-added .name').textContent).to.equal('Zürich');
    expect(page.root.querySelector('form')).to.equal(null);
    expect(page.focusedName()).to.equal('Add a sub-account');
  });

  it('MS-1 leads to the first one where there is none', async () => {
    const page = await managerPage({ names: [] });
    await until(() => page.root.querySelector('.is-empty .add'), 'it is said');
    expect(readable(page.$('.state'))).to.contain('No sub-accounts yet');
    page.$('.state .add').focus();
    await press('Enter');
    await fieldFocused(page);
    await type('Lyon');
    await press('Enter');
    await until(() => page.rows().includes('Lyon'), 'the list has it');
  });

  it('MS-1 says where the new one is when the list does not show it', async () => {
    const page = await listed();
    page.$('.search input').focus();
    await type('Lyon');
    await until(() => page.rows().length === 1, 'the search is answered');
    page.$('.add').focus();
    await press('Enter');
    await fieldFocused(page);
    await type('Nice');
    await press('Enter');
    await until(() => page.root.querySelector('.added button'), 'it is offered to go there');
    page.$('.added button').focus();
    await press('Enter');
    await until(() => page.rows().join() === 'Nice', 'it is found');
    expect(page.focused()).to.equal(page.$('.search input'));
  });

  it('MS-2 renames in place, and gives the focus back', async () => {
    const page = await listed();
    await goToRename(page, 'Nantes');
    await press('Enter');
    const field = await fieldFocused(page);
    expect(field.value).to.equal('Nantes');
    await type('Nantes Centre');
    await press('Enter');
    await until(() => page.held().includes('Nantes Centre'), 'the backend has it');
    await until(() => page.focusedName() === 'Rename Nantes Centre', 'the focus is back');
    expect(page.rows()).to.deep.equal(['Lyon', 'Nantes Centre', 'Oslo']);
    expect(page.announced()).to.match(/^“Nantes” is now called “Nantes Centre”\./);
  });

  it('MS-2 stays with the one that was renamed when it moves in the list', async () => {
    const page = await listed();
    await goToRename(page, 'Lyon');
    await press('Enter');
    await fieldFocused(page);
    await type('Turin');
    await press('Enter');
    await until(() => page.rows().join() === 'Nantes,Oslo,Turin', 'it has moved');
    await until(() => page.focusedName() === 'Rename Turin', 'the focus went along');
  });

  it('gives a rename up with Escape, and nothing is sent', async () => {
    const page = await listed();
    await goToRename(page, 'Oslo');
    await press('Enter');
    await fieldFocused(page);
    await type('Bergen');
    await press('Escape');
    await until(() => page.focusedName() === 'Rename Oslo', 'the focus is back');
    expect(page.root.querySelector('form')).to.equal(null);
    expect(page.held()).to.deep.equal(['Lyon', 'Nantes', 'Oslo']);
    expect(page.backend.trail).to.deep.equal([]);
  });

  it('renames from the name itself, with F2 or Enter', async () => {
    for (const key of ['F2', 'Enter']) {
      const page = await listed();
      await goToRename(page, 'Oslo');
      await press('ArrowLeft', key);
      expect((await fieldFocused(page)).value).to.equal('Oslo');
    }
  });

  it('sends nothing where the name is as before', async () => {
    const page = await listed();
    await goToRename(page, 'Oslo');
    await press('Enter');
    await fieldFocused(page);
    await type(' Oslo ');
    await press('Enter');
    await until(() => page.focusedName() === 'Rename Oslo', 'the focus is back');
    expect(page.backend.trail).to.deep.equal([]);
  });

  it('says that a name is missing before anything is sent', async () => {
    const page = await listed();
    page.$('.add').focus();
    await press('Enter');
    const field = await fieldFocused(page);
    await type('   ');
    await press('Enter');
    await until(() => field.getAttribute('aria-invalid') === 'true', 'the field says so');
    const problem = page.$(`#${field.getAttribute('aria-describedby')!}`);
    expect(readable(problem)).to.equal('A sub-account needs a name.');
    expect(page.announced()).to.equal('A sub-account needs a name.');
    expect(page.focused()).to.equal(field);
    await type('B');
    await until(() => !field.hasAttribute('aria-invalid'), 'it is no longer said');
    expect(page.backend.trail).to.deep.equal([]);
  });

  it('says that a name exists before it is sent, and takes it if it is meant', async () => {
    const page = await listed();
    page.$('.add').focus();
    await press('Enter');
    const field = await fieldFocused(page);
    await type('oslo');
    await press('Enter');
    await until(() => page.root.querySelector('.problem'), 'it is said');
    expect(readable(page.$('.problem'))).to.equal(
      'There is a sub-account with the name “oslo” already. Choose another name, or have two with the same one.',
    );
    expect(page.backend.trail).to.deep.equal([]);
    expect(page.focused()).to.equal(field);
    await press('Enter');
    await until(() => page.held().includes('oslo'), 'it was meant');
  });

  it('offers to undo a rename, and says what became of that', async () => {
    const page = await listed();
    await goToRename(page, 'Oslo');
    await press('Enter');
    await fieldFocused(page);
    await type('Bergen');
    await press('Enter');
    await until(() => page.root.querySelector('.offer button'), 'it is offered');
    expect(readable(page.$('.offer-text'))).to.equal('“Oslo” is now called “Bergen”.');
    await until(() => page.focusedName() === 'Rename Bergen', 'the focus is back');
    await press('Control+z');
    await until(() => page.rows().includes('Oslo'), 'it is as before');
    await until(() => page.announced().startsWith('Undone:'), 'it is said');
    expect(page.held()).to.deep.equal(['Lyon', 'Nantes', 'Oslo']);
    await until(() => page.focusedName() === 'Rename Oslo', 'the focus stays with it');
  });

  it('keeps what is typed in several rows, and closes those that are untouched', async () => {
    const page = await listed();
    await goToRename(page, 'Lyon');
    await press('Enter');
    await fieldFocused(page);
    await type('Lyon Sud');
    page.$('[aria-label="Rename Nantes"]').click();
    await until(() => page.$$('form').length === 2, 'both are open');
    page.$('[aria-label="Rename Oslo"]').click();
    await until(() => page.root.querySelector('[data-id="s-Oslo"] form'), 'it opens');
    const values = page.$$('form input').map((input) => (input as HTMLInputElement).value);
    expect(values).to.deep.equal(['Lyon Sud', 'Oslo']);
  });
});
