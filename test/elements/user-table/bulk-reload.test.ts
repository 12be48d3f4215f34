import { expect } from '@open-wc/testing';
import type { AccountAdapter } from '../../../src/index.ts';
import type { UnfinishedAct } from '../../../src/state/index.ts';
import { press } from '../../tools/commands.ts';
import { peoplePage, readable, rowsShown, until, type Backend, type PeoplePage } from '../people-page.ts'; // prettier-ignore

const KEY = 'rosterkit/unfinished/1';
const SAID =
  'Change role to Admin: the page was reloaded in the middle. 3 of 6 are done, 3 are not.';

const members = (backend: Backend) =>
  backend.dump().people.filter(({ roleId, status }) => roleId === 'member' && status === 'active');
const roleChanges = ({ trail }: Backend) =>
  trail.filter(({ action }) => action === 'user.change-role');
const bar = (page: PeoplePage) => {
  const found = page.root.querySelector('.bulk-bar .bulk-summary');
  return found ? readable(found) : '';
};
const button = (page: PeoplePage, text: string) =>
  page.$$<HTMLButtonElement>('.bulk-bar button').find((one) => readable(one).startsWith(text));

/** Whether the browser would ask before the page is left. */
function asks(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented;
}

/** A backend that does so many changes, and answers none after those. */
function stalling(count: number) {
  return (backend: Backend): AccountAdapter => {
    const { batch: _, ...line } = backend;
    let left = count;
    return {
      ...line,
      run: (command, call) => (left-- > 0 ? backend.run(command, call) : new Promise(() => undefined)), // prettier-ignore
    };
  };
}

/** Begins to make admins of six members; three are, when the tab is gone. What was kept for the next page is what it returns. */
async function cutOff(): Promise<{ backend: Backend; kept: string }> {
  // prettier-ignore
  const page = await peoplePage({ count: 40, through: stalling(3) });
  await rowsShown(page);
  const { backend } = page;
  const ids = members(backend).slice(0, 6).map(({ id }) => id); // prettier-ignore
  page.table.selection = { ids };
  await page.table.updateComplete;
  expect(asks(), 'nothing is on its way').to.equal(false);
  page.$('.bulk-button').focus();
  await press('Enter');
  for (const value of ['user.change-role', 'admin']) {
    await until(() => page.root.querySelector(`#menu [data-value="${value}"]`) && page.focused()?.role === 'menuitem', 'a menu'); // prettier-ignore
    page.$(`#menu [data-value="${value}"]`).focus();
    await press('Enter');
  }
  await until(() => page.root.querySelector<HTMLDialogElement>('.confirmation')?.open, 'it asks');
  page.$('.confirmation [type=submit]').click();
  await until(() => roleChanges(backend).length === 3 && page.scope.busy, 'half of it is done');
  expect(asks(), 'the browser asks before it is cut off').to.equal(true);
  dispatchEvent(new Event('pagehide'));
  const kept = sessionStorage.getItem(KEY)!;
  page.provider.remove();
  await until(() => !asks() && sessionStorage.getItem(KEY) === null, 'nothing is under way');
  sessionStorage.setItem(KEY, kept);
  return { backend, kept };
}

/** What is left of making admins of six members, of whom three are. */
async function halfDone(): Promise<{ backend: Backend; done: string[]; left: string[] }> {
  const page = await peoplePage({ count: 40 });
  page.provider.remove();
  const { backend } = page;
  const six = members(backend).slice(0, 6);
  const [done, left] = [six.slice(0, 3), six.slice(3)].map((some) => some.map(({ id }) => id)) as [string[], string[]]; // prettier-ignore
  for (const id of done) backend.edit(id, { roleId: 'admin' });
  const actorId = ownerOf(backend);
  const open = six.map(({ id, version = '' }) => ({ personId: id, id: `act/${id}`, version }));
  keep({ id: crypto.randomUUID(), actorId, action: 'user.change-role', change: { roleId: 'admin' }, total: 6, done: 0, open }); // prettier-ignore
  return { backend, done, left };
}

const keep = (...acts: readonly unknown[]) => sessionStorage.setItem(KEY, JSON.stringify(acts));
const ownerOf = (backend: Backend) =>
  backend.dump().people.find(({ roleId }) => roleId === 'owner')!.id;

/** The page as it is after the reload, with everything fetched that it has to say something with. */
async function reloaded(backend: Backend): Promise<PeoplePage> {
  const page = await peoplePage({ count: 1, through: () => backend });
  await rowsShown(page);
  page.$('[part=view-button]').focus();
  await press('Enter');
  await until(() => page.$('#menu').matches(':popover-open'), 'a menu is open');
  await press('Escape');
  await until(() => !page.$('#menu').matches(':popover-open'), 'it is closed');
  return page;
}

describe('<user-table> an act that a reload cuts off', () => {
  beforeEach(() => sessionStorage.removeItem(KEY));
  after(() => sessionStorage.removeItem(KEY));

  it('is not asked about where the host says so', async () => {
    const page = await peoplePage({ count: 5, through: stalling(0) });
    await rowsShown(page);
    const member = members(page.backend)[0]!;
    void page.scope.run({ action: 'user.change-role', target: { kind: 'person', id: member.id }, change: { roleId: 'admin' } }); // prettier-ignore
    await until(() => page.scope.busy && asks(), 'the browser asks');
    const { scope } = page;
    page.provider.withoutUnloadGuard = true;
    await page.provider.updateComplete;
    expect(asks()).to.equal(false);
    expect(page.scope, 'the account is the same').to.equal(scope);
  });

  it('is asked about before, kept as ids alone, and told of truthfully after', async () => {
    const { backend, kept } = await cutOff();
    for (const { email, firstName, lastName } of backend.dump().people)
      for (const word of [email, firstName, lastName])
        if (word) expect(kept, 'nothing personal').not.to.contain(word);
    const page = await reloaded(backend);
    await until(() => bar(page) === SAID, 'it is said');
    expect(page.announced()).to.equal(SAID);
  });

  it('is gone on with for those that are left, by keyboard', async () => {
    const { backend, left } = await halfDone();
    const page = await reloaded(backend);
    await until(() => bar(page) === SAID, 'it is said');
    button(page, 'Continue with 3')!.focus();
    await press('Enter');
    await until(() => page.root.querySelector<HTMLDialogElement>('.confirmation')?.open, 'it asks');
    expect(readable(page.$('.confirmation h2'))).to.contain('3');
    page.$('.confirmation [type=submit]').click();
    await until(() => bar(page).includes('3 done'), 'it is over');
    expect(roleChanges(backend).map(({ targetId }) => targetId)).to.have.members(left);
    expect(sessionStorage.getItem(KEY), 'nothing is left to tell').to.equal(null);
  });

  it('counts who was changed meanwhile, and who has gone', async () => {
    const { backend, left } = await halfDone();
    backend.edit(left[0]!, { roleId: 'admin' });
    backend.edit(left[1]!, null);
    const page = await reloaded(backend);
    await until(() => bar(page).includes('4 of 6 are done, 2 are not.'), 'it is said');
    expect(button(page, 'Continue with 1')).not.to.equal(undefined);
  });

  it('is told to whoever began it, once, and forgotten when it is left', async () => {
    const { backend } = await halfDone();
    const owner = ownerOf(backend);
    backend.actAs(backend.dump().people.find(({ roleId, status }) => roleId === 'admin' && status === 'active')!.id); // prettier-ignore
    const other = await reloaded(backend);
    expect(bar(other)).to.equal('');
    other.provider.remove();
    backend.actAs(owner);
    const page = await reloaded(backend);
    await until(() => bar(page) === SAID, 'it is said');
    button(page, 'Leave it')!.focus();
    await press('Enter');
    await until(() => bar(page) === '', 'it is gone');
    expect(sessionStorage.getItem(KEY)).to.equal(null);
  });

  it('has no fault that axe finds', async () => {
    const page = await peoplePage({ count: 3 });
    page.provider.remove();
    keep({ id: 'axe', actorId: ownerOf(page.backend), action: 'user.import', total: 7, done: 1 });
    const again = await reloaded(page.backend);
    await until(() => bar(again).includes('1 of 7'), 'it is said');
    await expect(again.$('.bulk-bar')).to.be.accessible();
  });

  it('is left to the tab that is still at it, of which this one is a copy', async () => {
    const page = await peoplePage({ count: 5 });
    page.provider.remove();
    const { id: actorId } = page.backend.dump().people.find(({ roleId }) => roleId === 'owner')!;
    const note = (id: string, total: number): UnfinishedAct => ({ id, actorId, action: 'user.import', total, done: 1 }); // prettier-ignore
    let free!: () => void;
    await new Promise<void>((held) => {
      void navigator.locks.request('rosterkit/alive', () => {
        held();
        return new Promise<void>((resolve) => (free = resolve));
      });
    });
    sessionStorage.setItem(KEY, JSON.stringify([note('alive', 7), note('dead', 9), { id: 3 }]));
    const copy = await reloaded(page.backend);
    await until(() => bar(copy).includes('1 of 9'), 'the other one is told');
    expect(bar(copy)).to.contain('Choose the same file again');
    button(copy, 'Leave it')!.click();
    await until(() => bar(copy) === '', 'there is no other');
    free();
  });

  it('ZM-17 sends the same command again where nobody can see whether it was done, and does nothing twice', async () => {
    const page = await peoplePage({ count: 60 });
    page.provider.remove();
    const { backend } = page;
    const actorId = backend.dump().people.find(({ roleId }) => roleId === 'owner')!.id;
    const invited = backend.dump().people.filter(({ status }) => status === 'pending').slice(0, 2); // prettier-ignore
    const open = invited.map(({ id, version }) => ({ personId: id, id: `act/${id}`, version: version! })); // prettier-ignore
    await backend.run({
      id: open[0]!.id,
      action: 'invitation.resend',
      target: { kind: 'person', id: invited[0]!.id, version: open[0]!.version },
      ifVersion: open[0]!.version,
    });
    sessionStorage.setItem(
      KEY,
      JSON.stringify([
        { id: crypto.randomUUID(), actorId, action: 'invitation.resend', total: 2, done: 0, open },
      ]),
    );
    const again = await reloaded(backend);
    await until(() => button(again, 'Continue with 2'), 'it is said');
    button(again, 'Continue with 2')!.click();
    await until(
      () => again.root.querySelector<HTMLDialogElement>('.confirmation')?.open,
      'it asks',
    );
    again.$('.confirmation [type=submit]').click();
    await until(() => bar(again).includes('2 done'), 'it is over');
    expect(backend.mails.map(({ to }) => to).sort()).to.deep.equal(invited.map(({ email }) => email).sort()); // prettier-ignore
  });
});
