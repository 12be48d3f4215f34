import type { Problem } from '../../adapter/problem.ts';
import type { PersonRecord } from '../../domain/index.ts';
import type { Decision } from '../../policy/index.ts';
import type { NewCommand } from '../new-command.ts';
import type { Outcome } from '../outcome.ts';
import type { AccountScope } from '../scope.ts';
import type { DraftCommand, PersonDraft } from './person-draft.ts';

/** Why a field was not saved. */
export type FieldProblem =
  | { readonly kind: 'denied'; readonly decision: Decision }
  | { readonly kind: 'uncertain' }
  /** `code`: what the backend says is wrong with this very value. */
  | { readonly kind: 'refused'; readonly problem: Problem; readonly code?: string };

/** How a save went, in fields. */
export interface SaveReport {
  readonly saved: number;
  readonly failed: number;
  /** Somebody changed the person meanwhile: their record is newer than the one that was edited. */
  readonly isStale: boolean;
  readonly isCancelled: boolean;
}

/** What a policy says of everything that a draft would do, as one act: per field that it refuses, its word. */
export function refusedFields(
  draft: PersonDraft,
  scope: AccountScope,
): ReadonlyMap<string, Decision> {
  const { person, commands } = draft;
  const decisions = scope.decideAll(commands.map((each) => ask(each.command, person)));
  const refused = new Map<string, Decision>();
  commands.forEach((each, n) => {
    const decision = decisions[n] as Decision;
    if (scope.standing(decision) !== 'denied') return;
    for (const [field, why] of blamed(each, person, decision, scope)) refused.set(field, why);
  });
  return refused;
}

/** Sends what was edited of one person as one act, and remembers of each field why it was not saved. */
export class PersonSaving {
  readonly #problems = new Map<string, FieldProblem>();
  /** Commands of which it is not certain that they were done, by the first field that they set. */
  readonly #doubts = new Map<string, NewCommand & { readonly id: string }>();
  #underWay: AbortController | undefined;

  get isUnderWay(): boolean {
    return this.#underWay !== undefined;
  }

  problem(field: string): FieldProblem | undefined {
    return this.#problems.get(field);
  }

  /** Fields that were not saved. */
  get failed(): readonly string[] {
    return [...this.#problems.keys()];
  }

  /** The field is another now, or given up: what was said of it no longer holds. */
  forget(fields: readonly string[] = this.failed): void {
    for (const field of fields) this.#problems.delete(field);
  }

  /** Gives up what was not answered yet. */
  abort(): void {
    this.#underWay?.abort();
  }

  /** Saves the draft. What was done is no edit any more; the rest stays as it was typed. Never rejects. */
  async save(draft: PersonDraft, scope: AccountScope, source: string): Promise<SaveReport> {
    const parts = draft.commands;
    const abort = (this.#underWay = new AbortController());
    this.#problems.clear();
    const commands = parts.map((part) => this.#inDoubt(part, scope));
    const outcomes = await scope.run(commands, { source, signal: abort.signal });
    this.#underWay = undefined;
    let [saved, failed] = [0, 0];
    let isStale = false;
    outcomes.forEach((outcome, n) => {
      const part = parts[n] as DraftCommand;
      const [first = ''] = part.fields;
      this.#doubts.delete(first);
      if (outcome.status === 'done') {
        saved += part.fields.length;
        draft.discard(part.fields);
        return;
      }
      failed += part.fields.length;
      if (outcome.status === 'uncertain') this.#doubts.set(first, outcome.command);
      // It is said here; only of an uncertain one does the scope have to remember that it was tried.
      else scope.dismiss(outcome.command.id);
      if (outcome.status === 'refused' && outcome.problem.kind === 'stale') isStale = true;
      else this.#blame(part, outcome, draft.person, scope);
    });
    const isCancelled = outcomes.some(isGivenUp);
    return { saved, failed, isStale, isCancelled };
  }

  /**
   * Where it is not certain whether a command was done, and it is the same still, it keeps its id: a backend that did it does not do
   * it twice.
   */
  #inDoubt({ command, fields }: DraftCommand, scope: AccountScope): NewCommand {
    const doubt = this.#doubts.get(fields[0] ?? '');
    const isSame = doubt && JSON.stringify(doubt.change) === JSON.stringify(command.change);
    if (doubt && !isSame) scope.dismiss(doubt.id);
    return isSame ? doubt : command;
  }

  #blame(part: DraftCommand, outcome: Outcome, person: PersonRecord, scope: AccountScope): void {
    if (outcome.status === 'skipped') {
      for (const [field, decision] of blamed(part, person, outcome.decision, scope))
        this.#problems.set(field, { kind: 'denied', decision });
      return;
    }
    if (outcome.status === 'uncertain')
      for (const field of part.fields) this.#problems.set(field, { kind: 'uncertain' });
    if (outcome.status !== 'refused' || isGivenUp(outcome)) return;
    const { problem } = outcome;
    const named = (problem.fields ?? []).flatMap(({ pointer, code }) => {
      const field = part.fields.find((name) => pointer.endsWith(`/${name}`));
      return field === undefined ? [] : [[field, code] as const];
    });
    for (const [field, code] of named)
      this.#problems.set(field, { kind: 'refused', problem, code });
    if (named.length === 0)
      this.#problems.set(part.fields[0] as string, { kind: 'refused', problem });
  }
}

/** The person has cancelled it; nobody has said no. */
function isGivenUp(outcome: Outcome): boolean {
  if (outcome.status !== 'refused') return false;
  const { code, kind } = outcome.problem;
  return kind === 'aborted' && code !== 'vetoed';
}

/** Which of the fields of one command a refusal is about: those that would be refused alone, else the first. */
function blamed(
  { command, fields }: DraftCommand,
  person: PersonRecord,
  decision: Decision,
  scope: AccountScope,
): readonly (readonly [string, Decision])[] {
  const about = { action: command.action, target: person };
  if (command.action === 'user.change-role') {
    // What is open to this role, and refused with what goes along, is not the role's fault.
    const { roleId = '' } = command.change ?? {};
    const own = scope.decide({ ...about, change: { roleId }, draft: true });
    return [[scope.standing(own) === 'denied' ? 'roleId' : 'subaccountIds', decision]];
  }
  if (command.action !== 'user.edit') return [[fields[0] as string, decision]];
  const alone = fields.flatMap((field) => {
    const own = scope.decide({ ...about, change: { fields: [field] } });
    return scope.standing(own) === 'denied' ? [[field, own] as const] : [];
  });
  return alone.length > 0 ? alone : [[fields[0] as string, decision]];
}

function ask({ action, change }: NewCommand, target: PersonRecord) {
  const { values, ...parts } = change ?? {};
  return { action, target, change: { ...parts, ...(values && { fields: Object.keys(values) }) } };
}
