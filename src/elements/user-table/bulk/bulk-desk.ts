import { nothing, type TemplateResult } from 'lit';
import { toProblem } from '../../../adapter/problem.ts';
import type { ConfirmController } from '../../confirm-controller.ts';
import type { Group } from '../../../domain/index.ts';
import { actionName, sayProblem } from '../../../i18n/index.ts';
import { unfinishedAct } from '../../../state/unfinished.ts';
import type {
  BulkAct,
  BulkPlan,
  BulkRun,
  SelectedPeople,
  UnfinishedCommand,
} from '../../../state/index.ts';
import { keepUnfinished } from '../../../controllers/unfinished-acts.ts';
import { actionRegistry } from '../../../domain/index.ts';
import {
  cutOff,
  cutOffActs,
  cutOffBar,
  sayCutOff,
  settle,
  valueOf,
  whatOf,
  type CutOff,
} from './cut-off.ts';
import type { TableContext } from '../table-context.ts';
import { changeOf, type BulkAction } from './bulk-actions.ts';
import { bulkMenu } from './bulk-menu.ts';
import { bulkProgress, bulkReading, summary } from './bulk-progress.ts';
import { saveReport } from './bulk-report.ts';
import { bulkRequest } from './bulk-request.ts';

/** Whom a plan is about, where it is not those selected. */
interface Asked {
  readonly selected: SelectedPeople;
  readonly earlier: readonly UnfinishedCommand[];
}

export interface BulkDeskHost {
  readonly confirm: ConfirmController;
  readonly close: () => void;
  readonly update: () => void;
  /** Puts the focus into the open menu, after what is in it was exchanged. */
  readonly enter: () => void;
}

/** One act on many people at a table: chosen, planned, asked about, under way, over. */
export class BulkDesk {
  readonly #host: BulkDeskHost;
  #choosing: BulkAction | undefined;
  #groups: readonly Group[] = [];
  #groupsOf: unknown;
  #reading:
    { count: number; total: number | undefined; readonly stop: AbortController } | undefined;
  #run: { readonly run: BulkRun; readonly what: string } | undefined;

  /** Of which account it was asked what a reload cut off, and what that was. */
  #askedFor: unknown;
  #cutOff: readonly CutOff[] = [];

  constructor(host: BulkDeskHost) {
    this.#host = host;
  }

  /** The menu begins with the actions again. */
  reset(): void {
    this.#choosing = undefined;
  }

  renderMenu(table: TableContext): TemplateResult {
    void this.#readGroups(table);
    const go = (choosing: BulkAction | undefined): void => {
      this.#choosing = choosing;
      this.#host.update();
      this.#host.enter();
    };
    return bulkMenu(
      {
        choosing: this.#choosing,
        groups: this.#groups,
        pick: (action) =>
          action.choose
            ? go(action)
            : void this.#start({ action: action.action }, undefined, table),
        choose: ({ action, choose }, value) =>
          choose &&
          void this.#start({ action, change: changeOf(choose, value) }, value.name, table),
        back: () => go(undefined),
      },
      table,
    );
  }

  /** What stands in the footer; nothing when no act is under way. */
  renderBar(table: TableContext): TemplateResult | typeof nothing {
    const { t } = table;
    if (this.#reading) {
      const { stop } = this.#reading;
      return bulkReading(this.#reading, t, () => stop.abort());
    }
    if (!this.#run) return this.#renderCutOff(table);
    const { run, what } = this.#run;
    return bulkProgress(run, what, t, {
      retry: () => void this.#retry(run, what, table),
      undo: () => {
        const undoing = run.undo();
        if (undoing) this.#follow(undoing, t('bulk.undoing', { what }), table);
      },
      report: () => saveReport(run, table),
      dismiss: () => {
        this.#run = undefined;
        this.#host.update();
      },
    });
  }

  #renderCutOff(table: TableContext): TemplateResult | typeof nothing {
    if (this.#askedFor !== table.scope && table.scope.account.status === 'ready') {
      this.#askedFor = table.scope;
      void this.#lookBack(table);
    }
    const [first] = this.#cutOff;
    if (!first) return nothing;
    const done = (): void => {
      settle(first);
      this.#cutOff = this.#cutOff.slice(1);
      this.#host.update();
    };
    const goOn = async (plan: BulkPlan): Promise<void> => {
      const value = valueOf(first.act, table);
      if (!(await this.#host.confirm.ask(bulkRequest(plan, value, table)))) return;
      done();
      this.#follow(plan.run(table.asking), whatOf(first.act, table), table);
    };
    return cutOffBar(
      first,
      { goOn: () => first.plan && void goOn(first.plan), leave: done },
      table,
    );
  }

  /** What a reload cut off is looked at as it is now, and told. */
  async #lookBack(table: TableContext): Promise<void> {
    const { scope, say, t } = table;
    for (const act of await cutOffActs(table)) {
      const { action, change, open } = act;
      const plan =
        open &&
        (await this.#plan({ action, ...(change && { change }) }, table, {
          selected: { ids: open.map(({ personId }) => personId) },
          earlier: open,
        }));
      const leaves = actionRegistry(scope.actions)[action]?.membership === 'leaves';
      const found = cutOff(act, plan, leaves);
      this.#cutOff = [...this.#cutOff, found];
      say(sayCutOff(found, whatOf(act, table), t));
      this.#host.update();
    }
  }

  async #start(act: BulkAct, value: string | undefined, table: TableContext): Promise<void> {
    const { selection, t, say, asking } = table;
    const selected = selection?.value;
    this.#host.close();
    if (!selected) return;
    const plan = await this.#plan(act, table);
    if (!plan) return;
    if (!(await this.#host.confirm.ask(bulkRequest(plan, value, table)))) return;
    const action = actionName(t, act.action);
    const what = value === undefined ? action : t('bulk.to', { action, value });
    say(t('bulk.started', { what, count: plan.going.length }));
    this.#follow(plan.run(asking), what, table);
  }

  /** Reads whom it is about; says so while it takes time, and if it could not be done. */
  async #plan(
    act: BulkAct,
    { scope, selection, t, say, asking }: TableContext,
    { selected = selection?.value ?? { ids: [] }, ...options }: Partial<Asked> = {},
  ): Promise<BulkPlan | undefined> {
    const stop = new AbortController();
    const total = 'ids' in selected ? selected.ids.length : selection?.count;
    const reading = { count: 0, total, stop };
    this.#reading = reading;
    this.#host.update();
    try {
      return await scope.plan(act, selected, {
        ...options,
        signal: AbortSignal.any([stop.signal, ...(asking.signal ? [asking.signal] : [])]),
        progress: (count, total) => {
          Object.assign(reading, { count, total: total ?? reading.total });
          this.#host.update();
        },
      });
    } catch (thrown) {
      const problem = toProblem(thrown);
      if (problem.kind === 'aborted') say(t('change.cancelled'));
      else {
        const { reason, remedy } = sayProblem(t, problem);
        await this.#host.confirm.ask({
          title: t('bulk.notRead'),
          names: [],
          consequences: [[reason, remedy].filter(Boolean).join(' ')],
          danger: false,
        });
      }
      return undefined;
    } finally {
      this.#reading = undefined;
      this.#host.update();
    }
  }

  #follow(run: BulkRun, what: string, table: TableContext): void {
    this.#run = { run, what };
    const leave = run.subscribe(() => this.#host.update());
    const letGo = this.#note(run, table);
    this.#host.update();
    void run.ended.then(() => {
      leave();
      letGo();
      this.#tell(run, what, table);
      // Those it went well for are not to be done to again by mistake.
      if (run.failed.length === 0 && run.progress.left === 0) table.selection?.clear();
    });
  }

  async #retry(run: BulkRun, what: string, table: TableContext): Promise<void> {
    const again = run.retryFailed();
    const letGo = this.#note(run, table);
    await again;
    letGo();
    this.#tell(run, what, table);
  }

  /** Keeps what a reload would cut off, until it is let go of. */
  #note(run: BulkRun, { scope: { account } }: TableContext): () => void {
    return keepUnfinished(() =>
      account.status === 'ready' && run.status !== 'ended'
        ? unfinishedAct(account.actor.id, { ...run.progress, open: run.open })
        : undefined,
    );
  }

  #tell(run: BulkRun, what: string, { t, say }: TableContext): void {
    say(summary(run, what, t));
    this.#host.update();
  }

  async #readGroups({ scope }: TableContext): Promise<void> {
    if (this.#groupsOf === scope || !scope.adapter.groups) return;
    this.#groupsOf = scope;
    this.#groups = await scope.adapter.groups().catch(() => []);
    this.#host.update();
  }
}
