import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { personName, type Action, type ChangeData, type PersonRecord } from '../../domain/index.ts';
import { roleName, type Translator } from '../../i18n/index.ts';
import { roleLabels } from '../../controllers/role-labels.ts';
import {
  InviteRequestEvent,
  type AccountScope,
  type Outcome,
  type RunOptions,
} from '../../state/index.ts';
import type { TableContext } from './table-context.ts';

export interface TableActsOptions {
  readonly scope: () => AccountScope | undefined;
  readonly t: () => Translator;
  readonly say: (text: string) => void;
  readonly closeMenu: () => void;
  /** Puts the focus on the active cell of the grid. */
  readonly focus: () => void;
}

type Acts = Pick<TableContext, 'chooseRole' | 'act' | 'invite' | 'retry' | 'dismiss' | 'undo'>;

/** What a table does on behalf of its parts: it asks the account, in the element's name, until that leaves the page. */
export class TableActs implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: TableActsOptions;
  #leave = new AbortController();

  constructor(host: ReactiveControllerHost & HTMLElement, options: TableActsOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** What the parts of the table may ask for. */
  get forParts(): Acts {
    return {
      chooseRole: this.#chooseRole,
      act: (person, action) => this.#run(person, action),
      invite: this.#invite,
      retry: (commandId) => void this.#options.scope()?.retry(commandId, this.asking),
      dismiss: this.#dismiss,
      undo: (changeIds) => void this.#options.scope()?.undo(changeIds),
    };
  }

  hostDisconnected(): void {
    // A hold that nobody can see any more is given up; an element that is only moved comes back at once.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#leave.abort();
      this.#leave = new AbortController();
    });
  }

  /** Goes along with what is asked of the scope; ends with the element's stay on the page. */
  get asking(): RunOptions {
    return { source: this.#host.localName, signal: this.#leave.signal };
  }

  readonly #chooseRole: TableContext['chooseRole'] = (person, roleId) => {
    const { closeMenu, say, scope, t } = this.#options;
    closeMenu();
    const role = roleName(t(), roleId, roleLabels(scope())(roleId));
    say(t()('role.pending', { name: personName(person), role }));
    void this.#run(person, 'user.change-role', { roleId });
  };

  readonly #invite = (why?: string): void => {
    if (why !== undefined) return this.#options.say(why);
    const request = new InviteRequestEvent();
    this.#options.scope()?.dispatchEvent(request);
    if (!request.isAnswered)
      console.warn(
        `rosterkit: <${this.#host.localName}> asked for a form to invite people, and nothing opened. Put an <invite-dialog> into the same account, or cancel the event "invite-request".`,
      );
  };

  readonly #dismiss: TableContext['dismiss'] = (commandId) => {
    this.#options.scope()?.dismiss(commandId);
    this.#options.focus();
  };

  /** A command on one person, as they were when the person at the screen looked at them. */
  async #run(
    { id, version }: PersonRecord,
    action: Action,
    change?: ChangeData,
  ): Promise<Outcome | undefined> {
    const target = { kind: 'person', id, ...(version !== undefined && { version }) } as const;
    return this.#options.scope()?.run({ action, target, ...(change && { change }) }, this.asking);
  }
}
