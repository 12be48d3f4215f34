import { nothing, type TemplateResult } from 'lit';
import { toProblem } from '../../../adapter/problem.ts';
import type { ConfirmController } from '../../confirm-controller.ts';
import type { Group } from '../../../domain/index.ts';
import { actionName, sayProblem } from '../../../i18n/index.ts';
import type { BulkAct, BulkPlan, BulkRun } from '../../../state/index.ts';
import type { TableContext } from '../table-context.ts';
import { changeOf, type BulkAction } from './bulk-actions.ts';
import { bulkMenu } from './bulk-menu.ts';
import { bulkProgress, bulkReading, summary } from './bulk-progress.ts';
import { saveReport } from './bulk-report.ts';
import { bulkRequest } from './bulk-request.ts';

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
    if (!this.#run) return nothing;
    const { run, what } = this.#run;
    return bulkProgress(run, what, t, {
      retry: () => void run.retryFailed().then(() => this.#tell(run, what, table)),
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
  ): Promise<BulkPlan | undefined> {
    const stop = new AbortController();
    const reading = { count: 0, total: selection?.count, stop };
    this.#reading = reading;
    this.#host.update();
    try {
      return await scope.plan(act, selection?.value ?? { ids: [] }, {
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
    this.#host.update();
    void run.ended.then(() => {
      leave();
      this.#tell(run, what, table);
      // Those it went well for are not to be done to again by mistake.
      if (run.failed.length === 0 && run.progress.left === 0) table.selection?.clear();
    });
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
