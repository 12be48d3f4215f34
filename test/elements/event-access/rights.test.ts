import { expect } from '@open-wc/testing';
import { press } from '../../tools/commands.ts';
import { until } from '../people-page.ts';
import { EVENTS, LINKS, listed, type AccessPage } from './access-page.ts';

const right = (name: string) => `[data-link="l-ada"] [data-right="${name}"]`;

async function openRights(page: AccessPage): Promise<void> {
  page.$('[data-link="l-ada"] [data-do="rights"]').focus();
  await press('Enter');
  await until(() => page.root.querySelector('.rights'), 'the rights are open');
}

const restricted = (page: AccessPage) =>
  page.held().find(({ id }) => id === 'l-ada')?.restricted ?? [];

/** With its first event running, the second one planned. */
const RUNNING = [{ ...EVENTS[0]!, status: 'running' as const }, EVENTS[1]!];

describe('<event-access> rights', () => {
  it('CM-8 the host takes the start of an event from one presenter, and gives it back, by keyboard', async () => {
    const page = await listed();
    await openRights(page);
    page.$(right('event.start')).focus();
    await press('Space');
    await until(() => page.$(right('event.start')).getAttribute('aria-checked') === 'false', 'it is taken'); // prettier-ignore
    expect(restricted(page)).to.deep.equal(['event.start']);
    expect(page.text('[data-link="l-ada"] .without')).to.equal('Without: Start the event');
    page.$(right('event.start')).focus();
    await press('Enter');
    await until(() => page.$(right('event.start')).getAttribute('aria-checked') === 'true', 'it is back'); // prettier-ignore
    expect(restricted(page)).to.deep.equal([]);
  });

  it('CM-8 whoever holds a link that lacks a right is refused by the backend, too', async () => {
    const page = await listed();
    await openRights(page);
    page.$(right('event.start')).click();
    await until(() => restricted(page).length === 1, 'it is taken');
    page.backend.actAs('l-ada');
    let refusal: unknown;
    await page.backend
      .run({ id: 'x', action: 'event.start', target: { kind: 'event', id: 'tour' } })
      .catch((thrown: unknown) => (refusal = thrown));
    expect((refusal as { problem: { kind: string } }).problem.kind).to.equal('forbidden');
  });

  it('CM-8 what only support can change is shown locked, with that explanation', async () => {
    const page = await listed();
    await openRights(page);
    for (const name of ['event.record', 'event.view-attendees']) {
      const one = page.$(right(name));
      expect(one.getAttribute('aria-disabled'), name).to.equal('true');
      const why = page.root.getElementById(one.getAttribute('aria-describedby')!)!;
      expect(why.textContent).to.match(/support/i);
      one.click();
      await until(() => /support/i.test(page.announced()), 'it is said');
    }
    expect(restricted(page)).to.deep.equal([]);
  });

  it('CM-8 what was taken can be undone', async () => {
    const page = await listed();
    await openRights(page);
    page.$(right('event.end')).click();
    await until(() => page.root.querySelector('.offer .button'), 'undo is offered');
    expect(page.text('.offer-text')).to.equal(
      'Taken away: End the event, from Presenter, for Ada.',
    );
    page.$('.offer .button').click();
    await until(() => restricted(page).length === 0, 'it is given back');
    await until(() => page.$(right('event.end')).getAttribute('aria-checked') === 'true', 'and shown'); // prettier-ignore
  });

  it('CM-8 nobody but the host takes rights, and only presenters have some to take', async () => {
    const page = await listed();
    expect(page.$$('[data-do="rights"]')).to.have.length(1);
    const others = await listed({ as: 'ben' });
    expect(others.$$('[data-do="rights"]')).to.have.length(0);
  });
});

describe('<event-access> events', () => {
  it('CM-7 whoever came by a presenter’s link starts and ends the event, without an account', async () => {
    const page = await listed({ as: 'l-ada' });
    expect(page.$$('.event')).to.have.length(1);
    page.$('[data-do="create"]').click();
    await until(() => page.announced().includes('Your role does not include this'), 'no links of their own'); // prettier-ignore
    page.$('[data-do="run"]').focus();
    await press('Enter');
    await until(() => page.text('[data-do="run"]') === 'End', 'it runs');
    expect(page.backend.dump().events?.[0]?.status).to.equal('running');
    page.$('[data-do="run"]').click();
    await until(() => page.backend.dump().events?.[0]?.status === 'ended', 'it has ended');
  });

  it('CM-5 a multi-user starts the event they organise, and nobody else’s', async () => {
    const page = await listed({ as: 'ben' });
    const tour = page.$('[data-event="tour"] [data-do="run"]');
    expect(tour.getAttribute('aria-disabled')).to.equal('true');
    expect(page.text('[data-event="talk"] [data-organiser]')).to.include('Organiser (You)');
    page.$('[data-event="talk"] [data-do="run"]').click();
    await until(() => page.text('[data-event="talk"] [data-do="run"]') === 'End', 'it runs');
    const theirs = await listed();
    expect(theirs.text('[data-event="talk"] [data-organiser]')).to.include('Ben Okoye');
  });

  it('CM-6 a second event at a time needs the add-on: closed with the reason, open with it', async () => {
    const page = await listed({ events: RUNNING });
    const run = page.$('[data-event="talk"] [data-do="run"]');
    expect(run.getAttribute('aria-disabled')).to.equal('true');
    const why = page.text('[data-event="talk"] .why-closed');
    expect(why).to.include('“Product tour”').and.include('Parallel events');
    run.click();
    await until(() => page.announced().includes('Parallel events'), 'it is said');
    expect(page.backend.dump().events?.[1]?.status).to.equal('planned');
    page.backend.set({ features: ['parallel-events'] });
    await until(() => !page.$('[data-event="talk"] [data-do="run"]').hasAttribute('aria-disabled'), 'it is open'); // prettier-ignore
    page.$('[data-event="talk"] [data-do="run"]').click();
    await until(() => page.backend.dump().events?.[1]?.status === 'running', 'both run');
  });

  it('CM-6 another event that was started meanwhile is told, and the button explains itself', async () => {
    const page = await listed({ through: (line) => ({ ...line, watch: () => undefined }) });
    page.backend.set({ events: RUNNING });
    page.$('[data-event="talk"] [data-do="run"]').click();
    await until(() => page.announced().includes('Another event has been started meanwhile'), 'it is said'); // prettier-ignore
    await until(() => page.$('[data-event="talk"] [data-do="run"]').hasAttribute('aria-disabled'), 'it is closed by now'); // prettier-ignore
    expect(page.text('[data-event="talk"] .why-closed')).to.include('“Product tour”');
  });

  it('shows one event alone where the page names it, and says when it is no longer there', async () => {
    const page = await listed({ eventId: 'talk' });
    expect(page.$$('.event').map(({ dataset }) => dataset['event'])).to.deep.equal(['talk']);
    expect(page.$$('[data-link]').map(({ dataset }) => dataset['link'])).to.deep.equal(['l-mo']);
    page.backend.set({ events: EVENTS.slice(0, 1), links: LINKS.slice(0, 2) });
    await until(() => page.root.querySelector('.is-gone'), 'it is said');
  });
});
