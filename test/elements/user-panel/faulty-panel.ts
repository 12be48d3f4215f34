import { expect, fixture, html } from '@open-wc/testing';
import { createMemoryAdapter } from '../../../src/adapter/memory/index.ts';
import type { Command, PersonRecord } from '../../../src/domain/index.ts';
import {
  createScope,
  provideAccount,
  type AccountScope,
  type SessionExpiredEvent,
} from '../../../src/index.ts';
import { zoomAccount } from '../../../src/mock/zoom-account.ts';
import zoom from '../../../src/policy/presets/zoom.ts';
import {
  createFaultClock,
  settle,
  withFaults,
  type Fault,
  type FaultKind,
  type FaultyAdapter,
} from '../../adapter/faults.ts';
import { NOW, readable, until, type Backend } from '../people-page.ts';
import { scopeClock } from '../scope-clock.ts';
import { PanelPage } from './panel-page.ts';

export type Faults = readonly (FaultKind | Fault)[];

/** As often as the kit tries. */
export const thrice = (fault: FaultKind | Fault): Faults => [fault, fault, fault];

const open: FaultyPanel[] = [];

afterEach(() => {
  for (const { scope } of open.splice(0)) scope.close();
});

/** One person's page between which and its backend things go wrong, and whose time a test moves. */
export class FaultyPanel extends PanelPage {
  readonly line: FaultyAdapter;
  /** Every time that the host was told to let the person sign in again. */
  readonly expiries: SessionExpiredEvent[] = [];

  constructor(
    backend: Backend,
    box: HTMLElement,
    provider: HTMLElement & { scope: AccountScope },
    line: FaultyAdapter,
  ) {
    super(backend, box, provider);
    this.line = line;
    provider.addEventListener('session-expired', (event) => this.expiries.push(event));
  }

  /** Every command that reached the line, with each of its tries. */
  get sent(): readonly Command[] {
    return this.line.calls
      .filter(({ kind }) => kind === 'run')
      .map(({ asked }) => asked as Command);
  }

  /** How often the backend did something. */
  done(action: string): number {
    return this.backend.trail.filter((entry) => entry.action === action).length;
  }

  /** Asks for someone’s page, and does not wait for what comes of it. */
  async startOpening(id: string): Promise<void> {
    void this.panel.show(id);
    await until(() => this.line.calls.some(({ kind }) => kind === 'person'), 'they are asked for');
    await this.settled();
  }

  /** Saves by the button, and does not wait for what comes of it. */
  async startSaving(): Promise<void> {
    const save = this.$('.save');
    save.focus();
    await this.start(() => save.click());
  }

  /** Does something, and waits until it has reached the line. */
  async start(act: () => void): Promise<void> {
    const before = this.sent.length;
    act();
    await until(() => this.sent.length > before, 'it is sent');
    await this.settled();
  }

  /** Lets this much of the scope's time pass, and what follows from it be drawn. */
  async pass(ms: number): Promise<void> {
    await this.line.clock.advance(ms);
    await this.settled();
  }

  /** Lets time pass until nothing is being saved any more: what comes over the network takes its own. */
  async ended(): Promise<void> {
    await this.pass(60_000);
    await until(() => !this.has('.bar .spinner'), 'the saving is over');
    await this.settled();
  }

  async settled(): Promise<void> {
    await settle();
    await this.drawn();
    await settle();
    await this.drawn();
  }

  /** What is said of a field, below it. */
  saidOf(field: string): string {
    const reason = this.row(field).querySelector('.reason');
    return reason ? readable(reason) : '';
  }

  /** Fails if the focus has left the panel, or fallen to the page’s body. */
  expectFocus(): void {
    expect(this.root.activeElement !== null, 'the focus is in the panel').to.equal(true);
  }
}

/** The panel of an account that tells nothing of changes made elsewhere. */
export async function faultyPanel(): Promise<FaultyPanel> {
  const account = zoomAccount({ seed: 7, count: 60, now: NOW });
  const backend = createMemoryAdapter({ ...account, policy: zoom, now: () => NOW });
  backend.actAs(backend.dump().people.find(({ roleId }) => roleId === 'owner')!.id);
  const { watch: _untold, ...silent } = backend;
  const clock = createFaultClock(NOW);
  const line = withFaults(silent, [], clock);
  const scope = createScope({ adapter: line, policy: zoom, clock: scopeClock(clock) });
  const host = Object.assign(document.createElement('main'), { scope });
  provideAccount(host, scope);
  host.append(document.createElement('user-panel'));
  const box = await fixture<HTMLElement>(html`<div lang="en">${host}</div>`);
  const page = new FaultyPanel(backend, box, host, line);
  open.push(page);
  await until(() => scope.account.status === 'ready', 'the account is known');
  await page.settled();
  return page;
}

/** The same with an active member open, of whom everything can be edited. */
export async function withMember(): Promise<{ page: FaultyPanel; member: PersonRecord }> {
  const page = await faultyPanel();
  const member = memberOf(page);
  await page.open(member.id);
  await page.settled();
  return { page, member };
}

export const memberOf = (page: FaultyPanel): PersonRecord =>
  page.find(
    ({ addons, department, roleId, status, userType }) =>
      roleId === 'member' &&
      status === 'active' &&
      Boolean(department) &&
      userType === 'basic' &&
      !addons,
  );
