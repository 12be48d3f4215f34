import { isPersonRecord, type InvitationMail } from '../../domain/index.ts';
import { sayDecision, sayProblem, type Said } from '../../i18n/index.ts';
import { isPending, type ListedAddress, type NewCommand, type Outcome } from '../../state/index.ts';
import type { FormCore } from './form-core.ts';
import { inviteCommand, type InviteSettings } from './invite-settings.ts';

/** Somebody who was invited. */
export interface SentTo {
  readonly email: string;
  /** Which mail they got, where the backend says so (ZM-13). */
  readonly mail?: InvitationMail;
  /** They are asked about the balance of their paid account first (ZM-14). */
  readonly isAwaited: boolean;
}

/** Sends invitations, one command per address, and remembers what became of each. */
export class Sending {
  readonly #form: FormCore;
  /** How those that were not done ended, by entry. */
  readonly #endings = new Map<number, Outcome>();
  #sent: readonly SentTo[] = [];
  readonly #sentKeys = new Set<string>();
  #underWay:
    { readonly commands: readonly NewCommand[]; readonly abort: AbortController } | undefined;

  constructor(form: FormCore) {
    this.#form = form;
  }

  get isUnderWay(): boolean {
    return this.#underWay !== undefined;
  }

  /** How many are being sent. */
  get count(): number {
    return this.#underWay?.commands.length ?? 0;
  }

  /** Those that were invited since the form was empty. */
  get sent(): readonly SentTo[] {
    return this.#sent;
  }

  /** Whether an address was invited here just now. */
  wasSent(key: string): boolean {
    return this.#sentKeys.has(key);
  }

  /** How many were tried, and are still here. */
  get failed(): number {
    return this.#endings.size;
  }

  /** What keeps them: the host, or the sign-in that has expired. */
  get obstacle(): string | undefined {
    const { scope, t } = this.#form;
    if (!this.isUnderWay) return undefined;
    if (scope.sessionExpired) {
      const { reason, remedy } = sayProblem(t, { kind: 'unauthenticated' });
      return [reason, remedy].filter(Boolean).join(' ');
    }
    const isHeld = scope.activities.some((one) => isPending(one) && one.phase === 'holding');
    return isHeld ? t('change.waiting') : undefined;
  }

  /** Why an entry was not invited. */
  why(id: number): Said | undefined {
    const ending = this.#endings.get(id);
    const { roleLabel, t } = this.#form;
    if (ending?.status === 'refused') return sayProblem(t, ending.problem);
    if (ending?.status === 'skipped') return sayDecision(t, ending.decision, { roleLabel });
    return ending && { reason: t('invite.uncertain') };
  }

  /** Sends to everybody who can be sent to; those who were invited leave the list, the others say why not. */
  async send(): Promise<void> {
    const { list, scope, settings, t } = this.#form;
    if (this.isUnderWay) return;
    const entries = list.sendable;
    if (entries.length === 0) {
      this.#form.say(t('invite.nobody'));
      this.#form.focus('textarea');
      return;
    }
    this.#form.stopLooking();
    const commands = entries.map((entry) => this.#commandFor(entry, settings));
    const abort = new AbortController();
    this.#underWay = { commands, abort };
    this.#form.say(t('invite.sending', { count: commands.length }));
    this.#form.changed();
    const outcomes = await scope.run(commands, { source: 'invite-dialog', signal: abort.signal });
    this.#underWay = undefined;
    this.#take(entries, outcomes);
    const failed = outcomes.filter(({ status }) => status !== 'done').length;
    const done = outcomes.length - failed;
    this.#form.say(
      [
        ...(done > 0 ? [t('invite.sent', { count: done })] : []),
        ...(failed > 0 ? [t('invite.failed', { count: failed })] : []),
      ].join('. '),
    );
    this.#form.focus(failed > 0 ? '.chip.problem button, .send' : '.another');
  }

  /** Gives up what was not answered yet. */
  abort(): void {
    this.#underWay?.abort.abort();
  }

  /** Forgets the endings of entries that are gone, or are somebody else now. */
  forgetGone(): void {
    const keys = new Map(this.#form.list.entries.map(({ id, email }) => [id, email]));
    for (const [id, { command }] of this.#endings) {
      if (keys.get(id) === command.change?.people?.[0]?.email) continue;
      this.#endings.delete(id);
      this.#form.scope.dismiss(command.id);
    }
  }

  clear(): void {
    this.#sent = [];
    this.#sentKeys.clear();
  }

  /**
   * Where it is not certain whether an invitation was sent, and nothing about it has changed, it is the same command
   * again: a backend that did it does not do it twice.
   */
  #commandFor(entry: ListedAddress, settings: InviteSettings): NewCommand {
    const command = inviteCommand(entry, settings);
    const ending = this.#endings.get(entry.id);
    const isSame =
      ending?.status === 'uncertain' &&
      JSON.stringify(ending.command.change) === JSON.stringify(command.change);
    if (ending && !isSame) this.#form.scope.dismiss(ending.command.id);
    return isSame ? ending.command : command;
  }

  #take(entries: readonly ListedAddress[], outcomes: readonly Outcome[]): void {
    const { list, scope } = this.#form;
    const gone: number[] = [];
    const sent: SentTo[] = [];
    outcomes.forEach((outcome, n) => {
      const { id, email, key } = entries[n] as ListedAddress;
      if (outcome.status === 'done') {
        gone.push(id);
        this.#endings.delete(id);
        sent.push(sentTo(email, outcome));
        this.#sentKeys.add(key);
        return;
      }
      this.#endings.set(id, outcome);
      // It is said here; only of an uncertain one does the scope have to remember that it was tried.
      if (outcome.status !== 'uncertain') scope.dismiss(outcome.command.id);
    });
    this.#sent = [...this.#sent, ...sent];
    list.remove(...gone);
    // The default password has done its work.
    if (list.entries.length === 0) this.#form.set({ password: '' });
    this.#form.listChanged();
  }
}

function sentTo(email: string, { value }: Extract<Outcome, { status: 'done' }>): SentTo {
  const record = value && isPersonRecord(value) ? value : undefined;
  const { awaiting, mail } = record ?? {};
  return { email, isAwaited: awaiting !== undefined, ...(mail && { mail }) };
}
