import type { AccountScope, NewCommand, Outcome } from '../../state/index.ts';

const SOURCE = 'subaccount-manager';

/** A name being given to a new sub-account, or another one to one that there is; kept until it is saved. */
export interface Draft {
  /** Absent: a new one. */
  readonly id?: string;
  readonly text: string;
  /** The person tried to save it without a name. */
  readonly isMissing?: true;
  readonly isSending?: true;
  /** How saving ended, if badly; what was typed is still there. */
  readonly failure?: Outcome;
}

/** Saves a draft. A second try of the same words is the same command where it may have been done already. */
export async function save(scope: AccountScope, draft: Draft): Promise<Outcome> {
  const { id, failure } = draft;
  const name = draft.text.trim();
  const tried = failure?.command;
  if (tried && tried.change?.values?.['name'] === name) {
    const again = await scope.retry(tried.id, { source: SOURCE });
    if (again) return again;
  }
  const command: NewCommand = {
    action: id === undefined ? 'subaccount.create' : 'subaccount.edit',
    ...(id !== undefined && { target: { kind: 'subaccount', id } as const }),
    change: { values: { name } },
  };
  return scope.run(command, { source: SOURCE });
}
