import { nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Translator } from '../i18n/index.ts';
import type { AccountScope } from '../state/index.ts';
import { OnDemand } from '../state/on-demand.ts';
import type * as AccountNotes from './account-notes.ts';

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
    const few = fewHolders(scope);
    if (few.length === 0) return nothing;
    const { ready } = this.#notes;
    if (ready) return ready.accountNotes(few, scope, t, readonly);
    void this.#notes.fetch().then((isThere) => isThere && this.#host.requestUpdate());
    return nothing;
  }
}

/** A role that there had better be more holders of. */
export interface FewHolders {
  readonly roleId: string;
  readonly count: number;
  readonly recommended: number;
}

/** RI-7. Of a role that nobody counted, nothing is known. */
function fewHolders({ account, policy }: AccountScope): readonly FewHolders[] {
  const counts = account.status === 'ready' ? account.facts.roleCounts : undefined;
  return (policy?.roles ?? []).flatMap(({ id: roleId, recommended = 0 }) => {
    const count = counts?.[roleId] ?? 0;
    return counts && count < recommended ? [{ roleId, count, recommended }] : [];
  });
}
