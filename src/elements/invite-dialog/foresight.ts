import type { Preview } from '../../adapter/port.ts';
import { emailKey, type InvitationMail } from '../../domain/index.ts';
import type { ListedAddress } from '../../state/index.ts';
import type { FormCore } from './form-core.ts';
import { inviteCommand, seatless } from './invite-settings.ts';

/** How long after the last change of the list the backend is asked, in ms. */
const PAUSE_MS = 400;
/** Addresses asked about in one question. */
const AT_ONCE = 50;
/** After how many answers it is said how far it has come. */
const SAID_EVERY = 500;
/** Questions under way at once. */
const LINES = 3;

/** What an invitation will be, by the backend's word. */
export interface Foreseen {
  /** Which of the two mails they will get (ZM-13). */
  readonly mail?: InvitationMail;
  /** They will be asked about the balance of their paid account (ZM-14). */
  readonly isAwaited: boolean;
}

/** How far the backend was asked about the list. */
export interface Foresights {
  /** Of how many it is known what they will get, or that the backend does not tell. */
  readonly known: number;
  /** How many have an account elsewhere, as far as that is known. */
  readonly joining: number;
}

/**
 * Asks the backend, where it can say so, what each address would get before anything is sent. Thousands are asked about a few at
 * a time, in the order in which they are drawn, and no longer than somebody is looking.
 */
export class Foresight {
  readonly #form: FormCore;
  readonly #known = new Map<string, Foreseen>();
  /** Asked about under the settings of now, whether or not there was an answer. */
  readonly #asked = new Set<string>();
  #askedWith = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;
  #counted:
    { readonly of: unknown; readonly size: number; readonly counts: Foresights } | undefined;

  constructor(form: FormCore) {
    this.#form = form;
  }

  /** The backend can say it at all. */
  get isOffered(): boolean {
    const { account, adapter } = this.#form.scope;
    return (
      adapter.preview !== undefined &&
      account.status === 'ready' &&
      account.capabilities.preview.includes('user.invite')
    );
  }

  /** Questions are under way. */
  get isAsking(): boolean {
    return this.#asking !== undefined;
  }

  of(key: string): Foreseen | undefined {
    return this.#known.get(key);
  }

  /** What is known of those in the list. Every render asks, so it is counted once for each answer. */
  get counts(): Foresights {
    const { sendable } = this.#form.list;
    const { size } = this.#known;
    if (this.#counted?.of !== sendable || this.#counted.size !== size) {
      const all = sendable.flatMap(({ key }) => this.#known.get(key) ?? []);
      const joining = all.filter(({ mail }) => mail === 'join').length;
      this.#counted = { of: sendable, size, counts: { known: all.length, joining } };
    }
    return this.#counted.counts;
  }

  /** Asks about those in the list that are not known yet, once typing has paused. */
  look(): void {
    clearTimeout(this.#timer);
    if (this.#form.list.sendable.length === 0) return;
    this.#timer = setTimeout(() => void this.#ask(), PAUSE_MS);
  }

  forget(): void {
    this.release();
    this.#known.clear();
    this.#counted = undefined;
  }

  /** Gives up what is under way; what was answered stays known. */
  release(): void {
    clearTimeout(this.#timer);
    this.#stop();
  }

  #stop(): void {
    this.#asking?.abort();
    this.#asking = undefined;
    this.#asked.clear();
  }

  async #ask(): Promise<void> {
    if (!this.isOffered) return;
    const settings = seatless(this.#form.settings, this.#form.scope);
    const askedWith = JSON.stringify(settings);
    // What was refused with other settings may be answered with these.
    if (askedWith !== this.#askedWith) this.#stop();
    this.#askedWith = askedWith;
    if (this.#asking) return;
    const asking = new AbortController();
    this.#asking = asking;
    const line = async (): Promise<void> => {
      for (let batch = this.#next(); batch.length > 0; batch = this.#next()) {
        const commands = batch.map((entry) => inviteCommand(entry, settings));
        const preview = await this.#form.scope.preview(commands, asking.signal);
        if (asking.signal.aborted) return;
        this.#take(batch, preview);
      }
    };
    try {
      await Promise.all(Array.from({ length: LINES }, line));
    } catch {
      // It is found out when the invitations are sent; until then nothing is promised, and asked again when the list changes.
      if (!asking.signal.aborted) this.#stop();
    }
    if (this.#asking === asking) this.#asking = undefined;
    this.#form.changed();
  }

  /** The next to be asked about. The list may have changed since the last. */
  #next(): readonly ListedAddress[] {
    const batch: ListedAddress[] = [];
    for (const entry of this.#form.list.sendable) {
      if (this.#known.has(entry.key) || this.#asked.has(entry.key)) continue;
      this.#asked.add(entry.key);
      if (batch.push(entry) === AT_ONCE) break;
    }
    return batch;
  }

  #take(batch: readonly ListedAddress[], preview: Preview | undefined): void {
    const before = this.counts;
    const told = new Map(preview?.perTarget.map((one) => [emailKey(one.id), one]));
    for (const { key } of batch) {
      const one = told.get(key);
      // One that is refused now may not be with other settings.
      if (!one?.problem) this.#known.set(key, foreseen(one?.effects ?? []));
    }
    // Of thousands nearly all are new: that is news now and then only.
    const { joining, known } = this.counts;
    if (joining > before.joining || known % SAID_EVERY < before.known % SAID_EVERY)
      this.#form.changed();
  }
}

function foreseen(effects: Preview['perTarget'][number]['effects']): Foreseen {
  const mail = effects.find(({ code }) => code === 'sends-mail')?.params?.['mail'];
  return {
    isAwaited: effects.some(({ code }) => code === 'awaiting-balance-choice'),
    ...((mail === 'join' || mail === 'activation') && { mail }),
  };
}
