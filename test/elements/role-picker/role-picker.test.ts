import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define.ts';
import { createMemoryAdapter } from '../../../src/adapter/memory/index.ts';
import { createScope, type AccountScope, type RolePickerElement } from '../../../src/index.ts';
import { zoomAccount } from '../../../src/mock/zoom-account.ts';
import zoom from '../../../src/policy/presets/zoom.ts';
import { mouse, press } from '../../tools/commands.ts';
import { NOW, readable, still, until } from '../people-page.ts';

const EDITOR = { id: 'editor', label: 'Editor', description: 'Writes' };
const CLOSED = { id: 'chief', label: 'Chief', closed: 'There is one already.', remedy: 'Ask them to hand it over.' }; // prettier-ignore

interface Page {
  readonly form: HTMLFormElement;
  readonly picker: RolePickerElement;
  readonly trigger: HTMLButtonElement;
}

async function inForm(picker: unknown, scope?: AccountScope): Promise<Page> {
  const form = await fixture<HTMLFormElement>(html`<form>${picker}</form>`);
  const element = form.querySelector('role-picker')!;
  if (scope) element.scope = scope;
  await element.updateComplete;
  return { form, picker: element, trigger: element.shadowRoot!.querySelector('button')! };
}

const alone = (attributes: Partial<RolePickerElement> = {}): Promise<Page> =>
  inForm(
    html`<label for="picker">Their role</label>
      <role-picker
        id="picker"
        name="role"
        .roles=${[EDITOR, CLOSED, { id: 'member' }]}
        ?required=${attributes.required ?? false}
        value=${attributes.defaultValue ?? ''}
      ></role-picker>`,
  );

const focused = ({ picker }: Page): HTMLElement | null =>
  picker.shadowRoot!.activeElement as HTMLElement | null;
const label = (page: Page): string => focused(page)?.dataset['label'] ?? '';

async function open(page: Page): Promise<void> {
  page.trigger.focus();
  await press('ArrowDown');
  await until(() => focused(page)?.getAttribute('role') === 'option', 'an option has the focus');
}

describe('<role-picker> alone in a form', () => {
  it('shows what to do, by the label of the page, and offers the roles of the host', async () => {
    const page = await alone();
    expect(page.trigger.getAttribute('aria-label')).to.equal('Their role: Choose a role');
    await open(page);
    const names = [...page.picker.shadowRoot!.querySelectorAll('[role=option]')].map(readable);
    expect(names).to.deep.equal([
      'Editor Writes',
      'Chief There is one already. Ask them to hand it over.',
      'Member',
    ]);
  });

  it('is filled in by keyboard alone: the form has the role, input comes before change', async () => {
    const page = await alone();
    const heard: string[] = [];
    for (const type of ['input', 'change'])
      page.form.addEventListener(type, (event) => heard.push(`${event.type} ${page.picker.value}`));
    await open(page);
    await press('End', 'Enter');
    expect(page.picker.value).to.equal('member');
    expect(new FormData(page.form).get('role')).to.equal('member');
    expect(heard).to.deep.equal(['input member', 'change member']);
    await page.picker.updateComplete;
    expect(focused(page) === page.trigger, 'the focus is back').to.equal(true);
    expect(readable(page.trigger)).to.equal('Member');
    expect(page.trigger.getAttribute('aria-expanded')).to.equal('false');
  });

  it('is filled in by pointer', async () => {
    const page = await alone();
    await mouse.click(page.trigger);
    const option = () => page.picker.shadowRoot!.querySelector<HTMLElement>('[data-label=Editor]');
    await until(() => option()?.checkVisibility(), 'the list is open');
    await mouse.click(option()!);
    expect(page.picker.value).to.equal('editor');
  });

  it('a closed role takes the focus, says why, and is not chosen', async () => {
    const page = await alone();
    await open(page);
    await press('c');
    expect(label(page)).to.equal('Chief');
    expect(focused(page)!.getAttribute('aria-disabled')).to.equal('true');
    await press('Enter');
    expect(page.picker.value).to.equal('');
    await press('Escape');
    expect(focused(page) === page.trigger, 'the focus is back').to.equal(true);
  });

  it('closes when the person presses elsewhere, and lets go of the focus', async () => {
    const page = await alone();
    await open(page);
    await mouse.click({ x: 790, y: 590 });
    expect(page.trigger.getAttribute('aria-expanded')).to.equal('false');
    expect(focused(page) === null, 'nothing in it has the focus').to.equal(true);
  });

  it('is required as native controls are: the form does not go, and says what is missing', async () => {
    const page = await alone({ required: true });
    expect(page.form.checkValidity()).to.equal(false);
    expect(page.picker.validity.valueMissing).to.equal(true);
    expect(page.picker.validationMessage).to.equal('A role is needed.');
    page.form.requestSubmit();
    await until(() => focused(page) === page.trigger, 'the person is taken to it');
    page.picker.value = 'editor';
    await page.picker.updateComplete;
    expect(page.form.checkValidity()).to.equal(true);
  });

  it('a closed role that was set is not valid, and the reason is the message', async () => {
    const page = await alone();
    page.picker.value = 'chief';
    expect(page.picker.checkValidity()).to.equal(false);
    expect(page.picker.validationMessage).to.equal(
      'There is one already. Ask them to hand it over.',
    );
  });

  it('draws its icons as small as its text', async () => {
    const page = await alone();
    const sizes = () =>
      [...page.picker.shadowRoot!.querySelectorAll('svg')].map((svg) => svg.clientWidth);
    page.trigger.click();
    await until(() => sizes().length > 1, 'the list is open');
    expect(new Set(sizes())).to.deep.equal(new Set([16]));
  });

  it('goes back to its default when the form is reset, and comes back as the browser restores it', async () => {
    const page = await alone({ defaultValue: 'member' });
    expect(page.picker.value).to.equal('member');
    page.picker.value = 'editor';
    page.form.reset();
    expect(new FormData(page.form).get('role')).to.equal('member');
    await page.picker.updateComplete;
    expect(page.picker.value).to.equal('member');
    expect(readable(page.trigger)).to.equal('Member');
    page.picker.formStateRestoreCallback('editor');
    expect(new FormData(page.form).get('role')).to.equal('editor');
  });

  it('is disabled with its fieldset, and then not part of the data', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form>
        <fieldset disabled>
          <role-picker name="role" value="editor" .roles=${[EDITOR]}></role-picker>
        </fieldset>
      </form>`,
    );
    const picker = form.querySelector('role-picker')!;
    await picker.updateComplete;
    expect(picker.shadowRoot!.querySelector('button')!.disabled).to.equal(true);
    expect(new FormData(form).has('role')).to.equal(false);
  });

  it('takes the focus when its label is pressed', async () => {
    const page = await alone();
    await mouse.click(page.form.querySelector('label')!);
    expect(focused(page) === page.trigger, 'the focus is on the button').to.equal(true);
  });

  it('has no accessibility faults, closed or open', async () => {
    const page = await alone({ required: true });
    await expect(page.form).to.be.accessible();
    await open(page);
    await still({ root: page.picker.shadowRoot! });
    await expect(page.form).to.be.accessible();
  });
});

describe('<role-picker> inside an account', () => {
  async function inAccount(as: string, picker: unknown): Promise<Page> {
    const backend = createMemoryAdapter({
      ...zoomAccount({ seed: 7, count: 50, now: NOW }),
      policy: zoom,
      now: () => NOW,
    });
    const people = backend.dump().people.filter(({ status }) => status === 'active');
    backend.actAs(people.find(({ roleId }) => roleId === as)!.id);
    const scope = createScope({ adapter: backend, policy: zoom });
    const page = await inForm(picker, scope);
    await until(() => scope.account.status === 'ready', 'the account is there');
    await page.picker.updateComplete;
    return page;
  }
  const optionsOf = ({ picker }: Page) =>
    [...picker.shadowRoot!.querySelectorAll('[role=option]')].map(
      (option) => `${readable(option)}${option.ariaDisabled === 'true' ? ' (closed)' : ''}`,
    );

  it('ZM-7 ZM-6 an owner may invite admins and members, and no second owner', async () => {
    const page = await inAccount('owner', html`<role-picker name="role"></role-picker>`);
    await open(page);
    const [owner, ...rest] = optionsOf(page);
    expect(owner).to.match(/^Owner .+ \(closed\)$/);
    expect(rest).to.deep.equal(['Admin', 'Member']);
  });

  it('ZM-6 an admin reads at the closed role whom to ask', async () => {
    const page = await inAccount('admin', html`<role-picker name="role"></role-picker>`);
    await open(page);
    expect(optionsOf(page)[1]).to.match(/^Admin .*Ask the owner\. \(closed\)$/);
    expect(optionsOf(page)[2]).to.equal('Member');
  });

  it('ZM-6 the role that someone has stays valid, also where it could not be given', async () => {
    const page = await inAccount(
      'admin',
      html`<role-picker name="role" value="admin"></role-picker>`,
    );
    expect(page.picker.checkValidity()).to.equal(false);
    page.picker.action = 'user.change-role';
    page.picker.target = { id: 'x', roleId: 'admin', status: 'active' };
    await page.picker.updateComplete;
    expect(page.picker.checkValidity()).to.equal(true);
  });
});
