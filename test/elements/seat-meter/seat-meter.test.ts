import { expect, fixture, html } from '@open-wc/testing';
import { AdapterError } from '../../../src/adapter/problem.ts';
import type { RunValue } from '../../../src/adapter/port.ts';
import type { SeatBuyEvent, SeatMeterElement } from '../../../src/index.ts';
import { zoomAccount } from '../../../src/mock/zoom-account.ts';
import { mouse, press } from '../../tools/commands.ts';
import { NOW, readable, until, type Backend } from '../people-page.ts';
import { counted, meterPage, takenIn, type MeterPage } from './meter-page.ts';

/** An account whose people take every one of their licences, or all but `free`. */
const withFree = (free: number) => {
  const { pools: _, ...account } = zoomAccount({ seed: 7, count: 60, now: NOW, freeSeats: free });
  const { used } = takenIn({ backend: { dump: () => account } as unknown as Backend });
  return { pools: { licensed: used + free } };
};

/** A line that keeps commands until they are let through. */
function gate() {
  const waiting: (() => void)[] = [];
  return {
    through: (backend: Backend) => ({
      ...backend,
      run: async (...args: Parameters<Backend['run']>): Promise<RunValue> => {
        await new Promise<void>((resolve) => waiting.push(resolve));
        return backend.run(...args);
      },
    }),
    arrived: () => until(() => waiting.length > 0, 'the command is sent'),
    open: () => waiting.splice(0).forEach((resolve) => resolve()),
  };
}

const basicMember = ({ backend }: MeterPage) =>
  backend.dump().people.find(({ userType, roleId, status }) => userType === 'basic' && roleId === 'member' && status === 'active')!; // prettier-ignore

const license = (page: MeterPage, id = basicMember(page).id) =>
  page.scope.run({
    action: 'user.change-type',
    target: { kind: 'person', id },
    change: { userType: 'licensed' },
  });

describe('<seat-meter>', () => {
  it('ZM-8 says how many licences are in use, held by invitations, and free, in one meter with a name and words', async () => {
    const page = await counted(withFree(30));
    const { active, pending, used } = takenIn(page);
    expect(pending, 'the account has invitations').to.be.greaterThan(0);
    const bar = page.bar();
    expect(bar.getAttribute('aria-label')).to.equal('Licensed');
    expect(bar.ariaValueNow).to.equal(String(used));
    expect(bar.ariaValueMax).to.equal(String(used + 30));
    expect(bar.getAttribute('aria-valuetext')).to.equal(
      `${used} of ${used + 30} taken, ${active} in use, ${pending} invited, 30 free`,
    );
    expect(page.text()).to.equal(
      `Licensed ${used} of ${used + 30} taken ${active} in use ${pending} invited 30 free`,
    );
  });

  it('ZM-8 ZM-10 shows every pool of the account, licences and add-ons, where none is named', async () => {
    const page = await counted({ pool: '' });
    const names = [...page.root.querySelectorAll('.name')].map(readable);
    expect(names).to.deep.equal(['Licensed', 'Large meeting', 'Webinar']);
    for (const pool of ['licensed', 'large-meeting', 'webinar'])
      expect(page.bar(pool).ariaValueMax).to.equal(String(page.scope.seats(pool)!.total));
  });

  it('ZM-10 says that an add-on was not bought', async () => {
    const page = await counted({ pool: 'webinar', pools: { licensed: 50 } });
    expect(page.text()).to.match(/^Webinar None bought/);
    expect(page.root.querySelector('[role=meter]')).to.equal(null);
  });

  it('ZM-9 says of on-prem that it takes no seat, and without the meeting connector what is missing', async () => {
    const page = await meterPage({ pool: 'on-prem' });
    await until(() => readable(page.root.firstElementChild!).includes('On-prem'), 'it is named');
    expect(readable(page.root.firstElementChild!)).to.equal('On-prem This takes no seat.');
    const without = await meterPage({ pool: 'on-prem', features: [] });
    await until(() => without.root.querySelector('.reason'), 'the reason is there');
    expect(readable(without.root.firstElementChild!)).to.equal(
      'On-prem This needs Meeting connector. Add Meeting connector to your account.',
    );
  });

  it('says what counts, by keyboard', async () => {
    const page = await counted();
    page.$('summary').focus();
    await press('Enter');
    expect(page.$<HTMLDetailsElement>('details').open).to.equal(true);
    expect(readable(page.$('details'))).to.contain('An open invitation takes one');
  });
});

describe('<seat-meter> moves', () => {
  it('ZM-8 at once when a licence is being given, and keeps it when it was', async () => {
    const line = gate();
    const page = await counted({ ...withFree(30), through: line.through });
    const { used } = takenIn(page);
    const outcome = license(page);
    await line.arrived();
    await until(() => page.text().includes('1 being assigned 29 free'), 'it is counted');
    expect(page.bar().getAttribute('aria-valuetext')).to.contain('1 being assigned');
    line.open();
    expect((await outcome).status).to.equal('done');
    await until(() => page.text().includes(`${used + 1} of ${used + 30} taken`), 'it is taken');
    await until(() => !page.text().includes('being assigned'), 'nothing is under way');
    expect(page.text()).to.contain('29 free');
  });

  it('ZM-8 back when it was refused', async () => {
    const page = await counted({
      ...withFree(3),
      through: (backend) => ({
        ...backend,
        run: () => Promise.reject(new AdapterError({ kind: 'rule', title: 'no' })),
      }),
    });
    const before = page.text();
    expect((await license(page)).status).to.equal('refused');
    await until(() => page.text() === before, 'the numbers are as they were');
  });

  it('ZM-8 with the words for the last one taken, which are also told', async () => {
    const page = await counted(withFree(1));
    expect(page.text()).to.contain('Nearly full');
    const told = page.$('[role=status]');
    expect(told.textContent, 'nothing was told yet').to.equal('');
    await license(page);
    await until(() => page.text().includes('Full'), 'it is full');
    expect(page.text()).to.contain('Nobody else can get one before one becomes free.');
    await until(() => /^Licensed: .+ 0 free, Full\./.test(told.textContent), 'it is told');
  });

  it('ZM-8 says what the policy decides by: none free here, and a licence refused', async () => {
    const page = await counted(withFree(0));
    expect(page.scope.seats('licensed')!.free).to.equal(0);
    expect(page.text()).to.contain('0 free');
    const outcome = await license(page);
    expect(outcome.status).to.equal('skipped');
  });

  it('follows what was bought elsewhere once the account is read again', async () => {
    const page = await counted(withFree(0));
    const command = { id: 'buy', action: 'license.add', change: { userType: 'licensed', count: 20 } } as const; // prettier-ignore
    await page.backend.run(command, {});
    await page.scope.refresh();
    await until(() => page.text().includes('20 free'), 'there is room');
    expect(page.text()).not.to.contain('Full');
  });

  it('shows more taken than there are, and by how many', async () => {
    const page = await counted({ pools: { licensed: 3 } });
    const { used } = takenIn(page);
    expect(page.text()).to.contain('Over the limit');
    expect(page.text()).to.contain(`${used} of 3 taken`);
    expect(page.text()).to.contain(`${used - 3} too many`);
    expect(page.bar().ariaValueNow, 'no more than the most').to.equal('3');
    expect(page.bar().getAttribute('aria-valuetext')).to.contain(`${used - 3} too many`);
  });
});

describe('<seat-meter> out of seats', () => {
  const button = (page: MeterPage) => page.$<HTMLButtonElement>('[part=buy-button]');

  it('ZM-8 asks the page for more, by keyboard, and leaves the rest to it', async () => {
    const page = await counted(withFree(0));
    const asked: SeatBuyEvent[] = [];
    page.meter.addEventListener('seat-buy', (event) => {
      event.preventDefault();
      asked.push(event);
    });
    expect(button(page).getAttribute('aria-label')).to.equal('Get more Licensed seats');
    button(page).focus();
    await press('Enter');
    expect(asked.map(({ pool, missing }) => ({ pool, missing }))).to.deep.equal([
      { pool: 'licensed', missing: 0 },
    ]);
    await page.meter.updateComplete;
    expect(page.root.querySelector('[role=alert]')).to.equal(null);
  });

  it('says so where the page does not sell any', async () => {
    const page = await counted(withFree(0));
    await mouse.click(button(page));
    await until(() => page.root.querySelector('[role=alert]'), 'it is said');
    expect(readable(page.$('[role=alert]'))).to.equal(
      'This page does not sell seats. Ask whoever runs it.',
    );
  });

  it('ZM-8 is closed to who may not buy, with the reason and whom to ask', async () => {
    const page = await counted({ ...withFree(0), as: 'member' });
    let asked = 0;
    page.meter.addEventListener('seat-buy', () => asked++);
    button(page).focus();
    expect(page.root.activeElement === button(page), 'it takes the focus').to.equal(true);
    await press('Enter');
    expect(asked).to.equal(0);
    expect(button(page).getAttribute('aria-disabled')).to.equal('true');
    const reason = page.$(`#${CSS.escape(button(page).getAttribute('aria-describedby')!)}`);
    expect(readable(reason)).to.equal(
      'Your role does not include this. Ask the owner or an admin.',
    );
  });

  it('gives its place to the host’s own way, and shows none while there is room', async () => {
    const content = html`<a slot="buy" href="#billing">Billing</a>`;
    const page = await counted({ ...withFree(0), content });
    await until(() => !page.root.querySelector('[part=buy-button]'), 'the kit’s own is gone');
    const link = page.meter.querySelector('a')!;
    expect(link.checkVisibility()).to.equal(true);
    const roomy = await counted({ ...withFree(30), content });
    expect(roomy.meter.querySelector('a')!.checkVisibility()).to.equal(false);
    expect(roomy.root.querySelector('[part=buy-button]')).to.equal(null);
  });

  it('has no button where the product sells none', async () => {
    const page = await counted({ ...withFree(0), without: ['license.add', 'seat.buy'] });
    expect(page.text()).to.contain('Full');
    expect(page.root.querySelector('[part=buy-button]')).to.equal(null);
  });
});

describe('<seat-meter> without numbers', () => {
  it('waits with an empty bar that says so', async () => {
    const page = await meterPage({
      through: (backend) => ({ ...backend, account: () => new Promise(() => undefined) }),
    });
    expect(readable(page.$('.pools'))).to.equal('Loading seats…');
    expect(page.$('[role=group]').ariaBusy).to.equal('true');
  });

  it('says that the account could not be read, and reads it again', async () => {
    let isDown = true;
    const page = await meterPage({
      through: (backend) => ({
        ...backend,
        account: (call) =>
          isDown
            ? Promise.reject(new AdapterError({ kind: 'forbidden', title: 'no' }))
            : backend.account(call),
      }),
    });
    await until(() => page.root.querySelector('.failed'), 'it is said');
    expect(readable(page.$('.failed'))).to.match(
      /^The seats could not be read\. The server did not allow this\./,
    );
    isDown = false;
    page.$('.failed button').focus();
    await press('Enter');
    await until(() => page.root.querySelector('[role=meter]'), 'the numbers are there');
  });

  it('says that the server decides where it does not tell', async () => {
    const page = await meterPage({
      through: (backend) => ({
        ...backend,
        account: async (call) => {
          const { facts, ...rest } = await backend.account(call);
          const { seats: _, ...told } = facts;
          return { ...rest, facts: told };
        },
        capabilities: async (call) => {
          const all = await backend.capabilities(call);
          return { ...all, facts: all.facts.filter((fact) => fact !== 'seats') };
        },
      }),
    });
    await until(() => page.root.querySelector('.reason'), 'it is said');
    expect(readable(page.$('.reason'))).to.equal(
      'How many seats are free is not told here. Your server decides.',
    );
  });

  it('says what the page forgot', async () => {
    const meter = await fixture<SeatMeterElement>(html`<seat-meter></seat-meter>`);
    await until(() => meter.shadowRoot!.querySelector('.note'), 'it is said');
    expect(readable(meter.shadowRoot!.querySelector('.note')!)).to.match(/^This meter is not connected\./); // prettier-ignore
  });
});
