import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../src/adapter/problem.ts';
import type { AccountAdapter, Call, Preview } from '../../../src/adapter/port.ts';
import type { Command } from '../../../src/index.ts';
import { press, type } from '../../tools/commands.ts';
import { readable, until, type Backend } from '../people-page.ts';
import { invitePage, type InvitePage } from './invite-page.ts';

const emailsOf = (commands: readonly Command[]): string[] =>
  commands.map(({ change }) => change?.people?.[0]?.email ?? '');

/** A line to the backend that remembers what was asked beforehand, and how many questions were under way at once. */
class Line {
  asked: string[] = [];
  most = 0;
  aborted = 0;
  #underWay = 0;
  /** Set: a question is answered only when this resolves. */
  held: Promise<void> | undefined;
  fails = false;

  readonly through = (backend: Backend): AccountAdapter => ({
    ...backend,
    // Nobody in these lists is on the account.
    people: async () => ({ items: [], total: 0 }),
    preview: async (commands: readonly Command[], call?: Call): Promise<Preview> => {
      this.asked.push(...emailsOf(commands));
      this.most = Math.max(this.most, ++this.#underWay);
      call?.signal?.addEventListener('abort', () => this.aborted++, { once: true });
      await this.held;
      this.#underWay--;
      if (this.fails) throw new AdapterError({ kind: 'forbidden', title: 'No' });
      return backend.preview(commands, call);
    },
  });
}

/** What is said of all addresses beforehand. */
const foreseen = ({ root }: InvitePage): string => {
  const said = root.querySelector('.foreseen');
  return said ? readable(said) : '';
};

/** Every hundredth has an account elsewhere. */
const elsewhere = (email: string): boolean => email.includes('00@');
const many = (count: number): string =>
  Array.from({ length: count }, (_, n) => `new${n + 1}@example.com`).join(', ');

describe('<invite-dialog> which mail each address gets', () => {
  it('ZM-13 ZM-15 finds it out for every address, a few at a time and each once', async () => {
    const line = new Line();
    const page = await invitePage({ through: line.through, knownElsewhere: elsewhere });
    await page.paste(many(600));
    await until(
      () => foreseen(page) === '6 have an account elsewhere and get a mail to join.',
      'all are known',
    );
    expect(line.asked).to.have.length(600);
    expect(new Set(line.asked).size).to.equal(600);
    expect(line.most).to.equal(3);
    expect(page.root.querySelector('.moves[open]')).to.exist;
    // Who is added later is asked about alone.
    await page.paste('late00@example.com');
    await until(() => /^7 ha(s|ve) an account/.test(foreseen(page)), 'that is known as well');
    expect(line.asked.slice(600)).to.deep.equal(['late00@example.com']);
  });

  it('ZM-13 can be typed on while it asks, and says how far it has come', async () => {
    const line = new Line();
    let answer = (): void => undefined;
    line.held = new Promise((resolve) => (answer = resolve));
    const page = await invitePage({ through: line.through, knownElsewhere: elsewhere });
    await page.paste(many(400));
    await until(() => line.asked.length > 0, 'it asks');
    page.dialog.requestUpdate();
    await until(() => foreseen(page).includes('0 of 400 looked up'), 'it says so');
    await type('ana@example.com,');
    await until(() => page.chips.length > 0 && page.field.value === '', 'the address is taken');
    answer();
    await until(() => /^4 ha(s|ve) an account/.test(foreseen(page)), 'it goes on');
    expect(foreseen(page)).not.to.contain('looked up');
    expect(line.asked).to.include('ana@example.com');
  });

  it('ZM-13 ZM-8 finds it out of more people than there are licences for', async () => {
    const line = new Line();
    const page = await invitePage({ through: line.through, knownElsewhere: elsewhere });
    await page.choose('type', 'Lic');
    await page.paste(many(100));
    await until(() => /^1 ha(s|ve) an account/.test(foreseen(page)), 'it is known');
    expect(page.$('.send').getAttribute('aria-disabled')).to.equal('true');
  });

  it('ZM-13 asks no longer once the dialog is closed, and goes on when it is opened again', async () => {
    const line = new Line();
    line.held = new Promise(() => undefined);
    const page = await invitePage({ through: line.through, knownElsewhere: elsewhere });
    await page.paste(many(200));
    await until(() => line.asked.length === 150, 'three questions are under way');
    page.native.close();
    await until(() => line.aborted === 3, 'they are given up');
    expect(line.asked).to.have.length(150);
    line.held = undefined;
    page.opener.focus();
    await press('Enter');
    await until(() => /^2 ha(s|ve) an account/.test(foreseen(page)), 'it goes on');
  });

  it('ZM-13 promises nothing where it cannot be found out, and asks again when the list changes', async () => {
    const line = new Line();
    line.fails = true;
    const page = await invitePage({ through: line.through, knownElsewhere: elsewhere });
    await page.paste('ana00@example.com');
    await until(() => line.asked.length === 1, 'it asks');
    expect(page.chips).to.deep.equal(['ana00@example.com']);
    line.fails = false;
    await page.paste('bo@example.com');
    await until(() => /^1 ha(s|ve) an account/.test(foreseen(page)), 'it is known');
    expect(line.asked).to.deep.equal(['ana00@example.com', 'ana00@example.com', 'bo@example.com']);
    await page.expectAccessible();
  });
});
