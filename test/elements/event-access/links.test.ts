import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../src/adapter/problem.ts';
import { press, type } from '../../tools/commands.ts';
import { until } from '../people-page.ts';
import { LINKS, listed, openForm, type AccessPage } from './access-page.ts';

const count = (page: AccessPage) => page.text('.seat-count');

/** What the page gave to the clipboard while something was done, as a browser that lets it. */
async function clipboardWhile(act: () => Promise<void>): Promise<readonly string[]> {
  const written: string[] = [];
  const { clipboard } = navigator;
  const fake = {
    write: async (items: readonly ClipboardItem[]) => {
      for (const item of items) written.push(await (await item.getType('text/plain')).text());
    },
    writeText: async (text: string) => void written.push(text),
  };
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: fake });
  try {
    await act();
  } finally {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  }
  return written;
}

describe('<event-access>', () => {
  it('CM-7 creates a presenter link by keyboard: no account is needed, and it can be sent at once', async () => {
    const page = await listed();
    page.$('[data-event="tour"] [data-do="create"]').focus();
    await press('Enter');
    await until(() => page.focused()?.matches('input[type=radio]'), 'the roles have the focus');
    expect(page.text('.link-form .abilities')).to.include('Start the event').and.include('attendees’ data'); // prettier-ignore
    await press('Tab');
    await type('Zoë');
    await press('Enter');
    await until(() => page.held().length === 4, 'the backend has it');
    expect(page.held().at(-1)).to.include({ roleId: 'presenter', eventId: 'tour', label: 'Zoë' });
    await until(() => page.focused()?.dataset['do'] === 'copy', 'the way to copy it has the focus');
    expect(page.focused()?.getAttribute('aria-label')).to.equal('Copy link: Presenter, for Zoë');
    expect(page.backend.dump().people).to.have.length(2);
  });

  it('CM-7 CM-11 the seat is taken from the moment the link is created, and freed when it is revoked', async () => {
    const page = await listed();
    expect(count(page)).to.equal('Presenter: 3 of 5 seats used');
    await openForm(page, 'tour', 'speaker');
    page.$('.link-form [part=create]').click();
    await until(() => count(page) === 'Presenter: 4 of 5 seats used', 'the line has moved');
    expect(page.$('[role=meter]').getAttribute('aria-valuenow')).to.equal('4');
    page.$('[data-link="l-sam"] [data-do="revoke"]').click();
    await until(() => page.root.querySelector('dialog[open]'), 'it is asked first');
    page.$('dialog button[type=submit]').click();
    await until(() => count(page) === 'Presenter: 3 of 5 seats used', 'the seat is free again');
  });

  it('CM-9 a speaker is offered with what they may do, and without attendee data; CM-10 so is a moderator, with it', async () => {
    const page = await listed();
    await openForm(page);
    expect(page.text('#role-speaker-may'))
      .to.match(/May: Camera, microphone, screen, slides, annotations and the team’s chat/)
      .and.match(/May not: .*attendees’ data/);
    expect(page.text('#role-moderator-may')).to.match(/May: See attendees’ data and Moderate the chat/); // prettier-ignore
    await openFormAgain(page, 'moderator');
    page.$('.link-form [part=create]').click();
    await until(() => page.held().at(-1)?.roleId === 'moderator', 'the backend has it');
    await until(() => count(page) === 'Presenter: 4 of 5 seats used', 'it took a seat');
  });

  it('CM-2 the host’s place is shown beside the links, and takes no seat', async () => {
    const page = await listed();
    const kept = page.$('[data-event="tour"] [data-role="host"]');
    expect(kept.textContent.replace(/\s+/g, ' '))
      .to.include('Host (You)')
      .and.include('Takes no seat');
    expect(page.$$('[data-role]').every((row) => row.dataset['role'] === 'host')).to.equal(true);
    expect(page.$$('[data-link]')).to.have.length(3);
    expect(count(page)).to.equal('Presenter: 3 of 5 seats used');
  });

  it('copies a link to the clipboard, and keeps its address nowhere', async () => {
    const page = await listed();
    const address = await page.backend.linkAddress('l-ada');
    const written = await clipboardWhile(async () => {
      page.$('[data-link="l-ada"] [data-do="copy"]').click();
      await until(() => page.announced().includes('Copied'), 'it is said');
    });
    expect(written).to.deep.equal([address]);
    const kept = [
      JSON.stringify(localStorage), JSON.stringify(sessionStorage), location.href, page.root.innerHTML,
      JSON.stringify(page.scope.recent),
    ]; // prettier-ignore
    expect(kept.filter((text) => text.includes(address))).to.deep.equal([]);
  });

  it('shows the address until it is put away where the browser does not let it be copied', async () => {
    const page = await listed();
    const { clipboard } = navigator;
    const no = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { write: no, writeText: no } }); // prettier-ignore
    try {
      page.$('[data-link="l-ada"] [data-do="copy"]').click();
      await until(() => page.focused()?.matches('.address'), 'it is there to be copied by hand');
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
    expect(page.$<HTMLInputElement>('.address').value).to.equal(await page.backend.linkAddress('l-ada')); // prettier-ignore
    page.$('.uncopied button').click();
    await until(() => !page.root.querySelector('.address'), 'it is gone');
    await until(() => page.focused()?.dataset['do'] === 'copy', 'the focus is where it was');
  });

  it('CM-11 with no seat left, says why and who can; after seats are bought goes on, but never without a click', async () => {
    const page = await listed({ pools: { presenter: 3 } });
    await openForm(page, 'tour', 'speaker');
    const create = page.$('.link-form [part=create]');
    expect(create.getAttribute('aria-disabled')).to.equal('true');
    expect(page.text('.link-form .why-closed')).to.include('Needs a Presenter seat, none is free');
    create.click();
    await until(() => page.announced().includes('No link was created'), 'it is said');
    let asked = '';
    page.element.addEventListener('seat-buy', (event) => {
      event.preventDefault();
      asked = event.pool;
      void page.scope.run({ action: 'seat.buy', change: { values: { pool: event.pool } } });
    });
    page.$('.link-form [part=buy-button]').click();
    await until(() => page.root.querySelector('.freed'), 'it says that one is free');
    expect(asked).to.equal('presenter');
    expect(page.held()).to.have.length(3);
    expect(page.$<HTMLInputElement>('.link-form input[value=speaker]').checked).to.equal(true);
    page.$('.link-form [part=create]').click();
    await until(() => page.held().length === 4, 'the click made it');
  });

  it('CM-4 CM-11 a multi-user is told that only the host buys', async () => {
    const page = await listed({ as: 'ben', pools: { presenter: 3 } });
    await openForm(page, 'talk');
    const buy = page.$('.link-form [part=buy-button]');
    expect(buy.getAttribute('aria-disabled')).to.equal('true');
    expect(page.text('.link-form .why-closed')).to.match(/Ask .*host/i);
  });

  describe('changed behind its back', () => {
    it('a link that was revoked meanwhile is gone, and revoking it says so', async () => {
      const page = await listed({ through: (line) => ({ ...line, watch: () => undefined }) });
      page.backend.set({ links: LINKS.filter(({ id }) => id !== 'l-sam') });
      page.$('[data-link="l-sam"] [data-do="revoke"]').click();
      await until(() => page.root.querySelector('dialog[open]'), 'it is asked first');
      page.$('dialog button[type=submit]').click();
      await until(() => !page.root.querySelector('[data-link="l-sam"]'), 'it is shown no more');
      expect(page.announced()).to.match(/no longer exists/i);
    });

    it('CM-11 a seat that was taken meanwhile is refused with the reason, and what was typed stays', async () => {
      const page = await listed({ pools: { presenter: 4 }, through: (line) => ({ ...line, watch: () => undefined }) }); // prettier-ignore
      await openForm(page, 'tour', 'speaker');
      page.$('.link-form input[name=label]').focus();
      await type('Yan');
      page.backend.set({ links: [...LINKS, { id: 'l-x', roleId: 'speaker', eventId: 'talk' }] });
      await press('Enter');
      await until(() => page.root.querySelector('.link-form .why-closed'), 'the reason is in the form'); // prettier-ignore
      expect(count(page)).to.equal('Presenter: 4 of 4 seats used');
      expect(page.$<HTMLInputElement>('.link-form input[name=label]').value).to.equal('Yan');
      expect(page.held()).to.have.length(4);
    });

    it('a link made by somebody else appears by itself', async () => {
      const page = await listed();
      page.backend.set({ links: [...LINKS, { id: 'l-new', roleId: 'presenter', eventId: 'talk', label: 'Noa' }] }); // prettier-ignore
      await until(() => page.root.querySelector('[data-link="l-new"]'), 'it is there');
      await until(() => count(page) === 'Presenter: 4 of 5 seats used', 'its seat is counted');
    });
  });

  describe('when it goes wrong', () => {
    it('a lost answer is said to be uncertain, and tried again as the same command', async () => {
      const ids: string[] = [];
      let isLost = true;
      const page = await listed({
        through: (line) => ({
          ...line,
          capabilities: async () => ({ ...(await line.capabilities()), idempotency: false }),
          run: async (command, call) => {
            ids.push(command.id);
            const value = await line.run(command, call);
            if (!isLost) return value;
            isLost = false;
            throw new AdapterError({ kind: 'network', title: 'lost' });
          },
        }),
      });
      await openForm(page, 'tour', 'speaker');
      page.$('.link-form [part=create]').click();
      await until(() => page.root.querySelector('.link-form [part=failure]'), 'it is said');
      expect(page.text('.link-form [part=failure]')).to.include('not certain');
      await until(() => page.$$('[data-event="tour"] [data-link]').length === 3, 'what there is, is shown'); // prettier-ignore
      page.$('.link-form [part=create]').click();
      await until(() => !page.root.querySelector('.link-form'), 'it was done');
      expect(new Set(ids).size).to.equal(1);
      expect(page.held()).to.have.length(4);
    });

    it('an undone link is revoked, and its seat is free', async () => {
      const page = await listed();
      await openForm(page);
      page.$('.link-form [part=create]').click();
      await until(() => page.root.querySelector('.offer .button'), 'undo is offered');
      page.$('.offer .button').click();
      await until(() => page.held().length === 3, 'the link is gone');
      await until(() => count(page) === 'Presenter: 3 of 5 seats used', 'so is its seat');
    });
  });
});

async function openFormAgain(page: AccessPage, role: string): Promise<void> {
  page.$(`.link-form input[value="${role}"]`).click();
  await until(
    () => page.$<HTMLInputElement>(`.link-form input[value="${role}"]`).checked,
    'chosen',
  );
}
