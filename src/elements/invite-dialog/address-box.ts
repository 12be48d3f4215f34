import { parseAddresses, type AddressList, type ListedAddress } from '../../state/index.ts';
import type { FormCore } from './form-core.ts';

/** How many addresses are drawn at first, and how many more at a time: thousands would keep the page busy. */
const DRAWN = 120;

/** Of a long paste, after how many more it is said how far the reading has come. */
const SAID_EVERY = 1000;

/** Ends an address that is being typed. */
const ENDS = /[,;\n\uff0c\uff1b\u3001\u060c\u061b]\s*$/;

interface Drawn {
  readonly of: readonly ListedAddress[];
  readonly limit: number;
  readonly drawn: readonly ListedAddress[];
}

/** The addresses of the form: typing, pasting, editing in place, and which of them has the focus. */
export class AddressBox {
  readonly #form: FormCore;
  #draft = '';
  #editing: number | undefined;
  #active: number | undefined;
  #limit = DRAWN;
  /** What is drawn of which list: every address asks. */
  #drawn: Drawn = { of: [], limit: 0, drawn: [] };
  /** How many were read of a long paste that is still being read. */
  #reading: number | undefined;

  constructor(form: FormCore) {
    this.#form = form;
  }

  get list(): AddressList {
    return this.#form.list;
  }

  /** What was typed and is no address yet. */
  get draft(): string {
    return this.#draft;
  }

  get reading(): number | undefined {
    return this.#reading;
  }

  /** The entry that is being edited. */
  get editing(): number | undefined {
    return this.#editing;
  }

  /** The entry that Tab comes to. */
  get active(): number | undefined {
    const { drawn } = this;
    return drawn.find(({ id }) => id === this.#active)?.id ?? drawn[0]?.id;
  }

  /** What is drawn: as many as there is time for, those with something to say about them before the others. */
  get drawn(): readonly ListedAddress[] {
    const { entries } = this.list;
    const { of, limit } = this.#drawn;
    if (of !== entries || limit !== this.#limit)
      this.#drawn = { of: entries, limit: this.#limit, drawn: firstOf(entries, this.#limit) };
    return this.#drawn.drawn;
  }

  get hidden(): number {
    return this.list.entries.length - this.drawn.length;
  }

  showMore(): void {
    this.#limit += DRAWN * 5;
    this.#form.changed();
  }

  /** Takes what is being typed; ends an address where a separator says so. */
  type(text: string): void {
    this.#draft = text;
    const isEnded = ENDS.test(text) && text.includes('@');
    if (isEnded || (/\s$/.test(text) && isWhole(text))) this.commit();
    else this.#form.changed();
  }

  /** Takes the draft for complete. */
  commit(): void {
    const text = this.#draft;
    this.#draft = '';
    // The field is empty before the next key is pressed.
    this.#form.changed();
    if (text.trim() !== '') void this.add(text);
  }

  /** Reads a text by and by, so that the page can be used meanwhile, and says what came of it. */
  async add(text: string): Promise<void> {
    const from = this.list.entries.length;
    for (const count of this.list.adding(text)) {
      if (count - (this.#reading ?? 0) >= SAID_EVERY) {
        this.#reading = count;
        this.#form.changed();
      }
      await nextTurn();
    }
    this.#reading = undefined;
    this.#form.listChanged();
    const added = this.list.entries.slice(from);
    if (added.length === 0) return;
    const { t } = this.#form;
    const odd = added.filter(({ kind }) => kind !== 'valid').length;
    const said = t('invite.added', { count: added.length });
    this.#form.say(odd > 0 ? `${said} ${t('invite.attention', { count: odd })}` : said);
  }

  focusOn(id: number | undefined): void {
    this.#active = id;
    this.#form.changed();
    this.#form.focus(id === undefined ? 'textarea' : `[data-id="${id}"]`);
  }

  edit(id: number): void {
    this.#editing = id;
    this.#active = id;
    this.#form.changed();
    this.#form.focus('.chip-input');
  }

  /** Ends editing, with the new text or (`undefined`) as it was. */
  edited(text: string | undefined, isLeaving = false): void {
    const id = this.#editing;
    if (id === undefined) return;
    this.#editing = undefined;
    const before = this.list.entries.find((entry) => entry.id === id);
    if (text !== undefined && text !== before?.text) this.list.edit(id, text);
    this.#form.listChanged();
    const isThere = this.list.entries.some((entry) => entry.id === id);
    if (!isLeaving) this.focusOn(isThere ? id : undefined);
  }

  remove(id: number): void {
    const { drawn } = this;
    const at = drawn.findIndex((entry) => entry.id === id);
    const entry = drawn[at];
    this.list.remove(id);
    this.#form.listChanged();
    this.focusOn((drawn[at + 1] ?? drawn[at - 1])?.id);
    if (entry) this.#form.say(this.#form.t('invite.removed', { address: said(entry) }));
  }

  clear(): void {
    this.list.clear();
    this.#draft = '';
    this.#editing = undefined;
    this.#limit = DRAWN;
    this.#form.listChanged();
  }

  /** Moves between addresses, and removes them. */
  readonly handleKeydown = (event: KeyboardEvent): void => {
    if (this.#editing !== undefined) return;
    const { drawn } = this;
    const at = drawn.findIndex(({ id }) => id === this.active);
    const id = drawn[at]?.id;
    const [back, on] = this.#form.isRtl ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
    if (event.key === on || event.key === 'ArrowDown') this.focusOn(drawn[at + 1]?.id);
    else if (event.key === back || event.key === 'ArrowUp')
      this.focusOn(drawn[Math.max(0, at - 1)]?.id);
    else if (event.key === 'Home') this.focusOn(drawn[0]?.id);
    else if (event.key === 'End') this.focusOn(drawn.at(-1)?.id);
    else if (id === undefined) return;
    else if (event.key === 'Delete' || event.key === 'Backspace') this.remove(id);
    else if (event.key === 'F2') this.edit(id);
    else return;
    event.preventDefault();
  };
}

function firstOf(entries: readonly ListedAddress[], limit: number): readonly ListedAddress[] {
  if (entries.length <= limit) return entries;
  const said = entries.filter(({ kind }) => kind !== 'valid');
  const valid = entries.filter(({ kind }) => kind === 'valid');
  return [...said, ...valid].slice(0, limit);
}

/** What an address is called where there is no room for more. */
export function said({ email, text }: ListedAddress): string {
  return email || text;
}

/** Whether a space after it ends an address, rather than standing in a name. */
function isWhole(text: string): boolean {
  if (/[<"(]/.test(text)) return false;
  const entries = parseAddresses(text);
  return entries.length === 1 && entries[0]?.kind !== 'invalid';
}

function nextTurn(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}
