import { nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Translator } from '../i18n/index.ts';
import type { AccountScope } from '../state/index.ts';
import { OnDemand } from '../state/on-demand.ts';
import type * as AccountNotes from './account-notes.ts';
import { fewHolders, isCancelled } from './account-standing.ts';

/** What has to be said of the account as a whole, above what an element shows. Words and looks are fetched where there is something. */
export class Notes {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #notes: OnDemand<typeof AccountNotes, typeof AccountNotes>;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#notes = new OnDemand(
      () => import('./account-notes.ts'),
      (module) => (module.begin(host), module),
    );
  }

  /** @param readonly nothing can be done about it here */
  render(
    scope: AccountScope,
    t: Translator,
    readonly = false,
  ): readonly TemplateResult[] | typeof nothing {
    if (!isCancelled(scope) && fewHolders(scope).length === 0) return nothing;
    const { ready } = this.#notes;
    if (ready) return ready.accountNotes(scope, t, readonly);
    void this.#notes.fetch().then((isThere) => isThere && this.#host.requestUpdate());
    return nothing;
  }
}
