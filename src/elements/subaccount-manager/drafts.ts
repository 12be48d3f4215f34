import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Subaccount } from '../../domain/index.ts';
import type { AccountScope, NewCommand, Outcome } from '../../state/index.ts';
import { failureOf, isUntouched, nameIn, NEW, type Draft } from './draft.ts';
import { findNamesake } from './namesake.ts';

export interface DraftsOptions {
  readonly scope: () => AccountScope | undefined;
  /** A name is about to be asked after and sent. */
  readonly sending: (draft: Draft) => void;
  /** It is not being sent: the draft says why. */
  readonly stopped: (draft: Draft) => void;
  /** It is saved; called before the form goes. */
  readonly saved: (draft: Draft, outcome: Outcome & { readonly status: 'done' }) => void;
  /** It was given up, or nothing was changed; called before the form goes. */
  readonly closed: (draft: Draft) => void;
}

/** The names that are being typed or sent: of a new sub-account, and of any that there are. */
export class Drafts implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: DraftsOptions;
  readonly #drafts = new Map<string, Draft>();

  constructor(host: ReactiveControllerHost & HTMLElement, options: DraftsOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get(key: string): Draft | undefined {
    return this.#drafts.get(key);
  }

  get all(): readonly Draft[] {
    return [...this.#drafts.values()];
  }

  /** Begins to name a new one, or to rename one. Others in which nothing was typed close. */
  open(one?: Subaccount): void {
    const key = one?.id ?? NEW;
    for (const draft of this.all)
      if (draft.key !== key && isUntouched(draft)) this.#drafts.delete(draft.key);
    if (!this.#drafts.has(key)) this.#put({ key, text: one?.name ?? '', ...(one && { one }) });
  }

  change(key: string, text: string): void {
    const draft = this.#drafts.get(key);
    if (!draft || draft.sending) return;
    const { fault: _said, ...rest } = draft;
    this.#put({ ...rest, text });
  }

  /** Takes what went wrong off the screen; what was typed stays. */
  dismiss(key: string): void {
    const draft = this.#drafts.get(key);
    if (!draft) return;
    this.#forget(draft);
    const { fault: _said, failure: _failure, ...rest } = draft;
    this.#put(rest);
  }

  /** Gives it up, also when it is on its way: then what becomes of it decides. */
  close(key: string): void {
    const draft = this.#drafts.get(key);
    if (draft?.sending) draft.sending.abort();
    else if (draft) this.#end(draft);
  }

  async save(key: string): Promise<void> {
    const scope = this.#options.scope();
    const draft = this.#drafts.get(key);
    if (!scope || !draft || draft.sending) return;
    const name = nameIn(draft);
    if (!name) {
      this.#stop({ ...draft, fault: 'missing' });
      return;
    }
    if (name === draft.one?.name) {
      this.#end(draft);
      return;
    }
    const { fault, ...rest } = draft;
    const sending = new AbortController();
    const going: Draft = { ...rest, sending };
    this.#put(going);
    this.#options.sending(going);
    const isAsked = fault === 'taken' || failureOf(draft) !== undefined;
    if (!isAsked && (await findNamesake(scope, name, key, sending.signal))) {
      if (this.#drafts.get(key) === going) this.#stop({ ...rest, fault: 'taken' });
      return;
    }
    if (sending.signal.aborted) {
      this.#end(rest);
      return;
    }
    const outcome = await this.#send(scope, going);
    if (this.#drafts.get(key) !== going) return;
    if (outcome.status === 'done') {
      this.#options.saved(rest, outcome);
      this.#end(rest);
    } else if (isGivenUp(outcome)) this.#end({ ...rest, failure: outcome });
    else this.#stop({ ...rest, failure: outcome });
  }

  hostDisconnected(): void {
    // What nobody can see any more is given up where it was not sent; an element that is only moved comes back at once.
    queueMicrotask(() => {
      if (!this.#host.isConnected) for (const { sending } of this.all) sending?.abort();
    });
  }

  async #send(scope: AccountScope, draft: Draft): Promise<Outcome> {
    const { failure, one, sending } = draft;
    const options = {
      source: this.#host.localName,
      ...(sending && { signal: sending.signal }),
    };
    // The same name again is the same command where it may have been done already.
    const tried = failureOf(draft)?.command.id;
    const again = tried !== undefined && (await scope.retry(tried, options));
    if (again) return again;
    if (failure) scope.dismiss(failure.command.id);
    // After a refusal, the person has seen how it is by now, and goes by that.
    const { version } = (failure && one && scope.findSubaccount(one.id)) ?? one ?? {};
    const command: NewCommand = {
      action: one ? 'subaccount.edit' : 'subaccount.create',
      ...(one && {
        target: { kind: 'subaccount', id: one.id, ...(version !== undefined && { version }) },
      }),
      change: { values: { name: nameIn(draft) } },
    };
    return scope.run(command, options);
  }

  #put(draft: Draft): void {
    this.#drafts.set(draft.key, draft);
    this.#host.requestUpdate();
  }

  #stop(draft: Draft): void {
    this.#put(draft);
    this.#options.stopped(draft);
  }

  #end(draft: Draft): void {
    this.#forget(draft);
    this.#options.closed(draft);
    this.#drafts.delete(draft.key);
    this.#host.requestUpdate();
  }

  /** A bad ending that the person has turned away from. */
  #forget({ failure }: Draft): void {
    if (failure) this.#options.scope()?.dismiss(failure.command.id);
  }
}

/** The person gave it up, and it was not done. */
function isGivenUp(outcome: Outcome): boolean {
  return outcome.status === 'refused' && outcome.problem.kind === 'aborted';
}
