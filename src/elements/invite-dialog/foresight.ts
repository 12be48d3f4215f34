import type { Preview } from '../../adapter/port.ts';
import { emailKey, type InvitationMail } from '../../domain/index.ts';
import type { FormCore } from './form-core.ts';
import { inviteCommand } from './invite-settings.ts';

/** How long after the last change of the list the backend is asked, in ms. */
const PAUSE_MS = 400;
/** Addresses asked about at all: of thousands it is found out when they are sent. */
const MOST = 300;
/** Addresses asked about at once. */
const AT_ONCE = 50;

/** What an invitation will be, by the backend's word. */
export interface Foreseen {
  /** Which of the two mails they will get (ZM-13). */
  readonly mail?: InvitationMail;
  /** They will be asked about the balance of their paid account (ZM-14). */
  readonly isAwaited: boolean;
}

/** Asks the backend, where it can say so, what each address would get before anything is sent. */
export class Foresight {
  readonly #form: FormCore;
  readonly #known = new Map<string, Foreseen>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;

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

  of(key: string): Foreseen | undefined {
    return this.#known.get(key);
  }

  /** Somebody in the list has an account elsewhere. */
  get someoneJoins(): boolean {
    return this.#form.list.sendable.some(({ key }) => this.of(key)?.mail === 'join');
  }

  /** Asks about those in the list that are not known yet, once typing has paused. */
  look(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), PAUSE_MS);
  }

  forget(): void {
    this.release();
    this.#known.clear();
  }

  release(): void {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#asking = undefined;
  }

  async #ask(): Promise<void> {
    if (this.#asking || !this.isOffered) return;
    const { list, scope, settings } = this.#form;
    const asked = list.sendable.slice(0, MOST);
    const unknown = asked.filter(({ key }) => !this.#known.has(key)).slice(0, AT_ONCE);
    if (unknown.length === 0) return;
    const asking = new AbortController();
    this.#asking = asking;
    // A password is for sending only.
    const commands = unknown.map((entry) => inviteCommand(entry, { ...settings, password: '' }));
    try {
      const preview = await scope.preview(commands, asking.signal);
      if (asking.signal.aborted) return;
      for (const { key } of unknown) this.#known.set(key, { isAwaited: false });
      for (const { effects, id } of preview?.perTarget ?? [])
        this.#known.set(emailKey(id), foreseen(effects));
    } catch {
      if (asking.signal.aborted) return;
      // It is found out when the invitation is sent; until then nothing is promised.
      for (const { key } of unknown) this.#known.set(key, { isAwaited: false });
    }
    this.#asking = undefined;
    this.#form.changed();
    void this.#ask();
  }
}

function foreseen(effects: Preview['perTarget'][number]['effects']): Foreseen {
  const mail = effects.find(({ code }) => code === 'sends-mail')?.params?.['mail'];
  return {
    isAwaited: effects.some(({ code }) => code === 'awaiting-balance-choice'),
    ...((mail === 'join' || mail === 'activation') && { mail }),
  };
}
