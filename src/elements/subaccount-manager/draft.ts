import type { Subaccount } from '../../domain/index.ts';
import type { Outcome } from '../../state/index.ts';

/** Stands for the one that is being added, where the others go by their ids. */
export const NEW = '';

/** Why a name was not sent. `taken` is only said: the same name sent again is the person's wish. */
export type NameFault = 'missing' | 'taken';

/** A name being given to a new sub-account, or another one to one that there is. Kept until it is saved or given up. */
export interface Draft {
  /** The id of the sub-account, or `NEW`. */
  readonly key: string;
  /** The one that gets another name, as it was when that began. */
  readonly one?: Subaccount;
  readonly text: string;
  readonly fault?: NameFault;
  /** On its way; abort it to give it up. */
  readonly sending?: AbortController;
  /** How saving ended, if badly. What was typed is still there. */
  readonly failure?: Outcome;
}

/** The name as it would be saved. */
export function nameIn({ text }: Draft): string {
  return text.trim();
}

/** Whether nothing would be lost if it were given up. */
export function isUntouched(draft: Draft): boolean {
  return !draft.sending && nameIn(draft) === (draft.one?.name ?? '');
}

/** What went wrong, as long as the very name stands in the field that it went wrong with. */
export function failureOf(draft: Draft): Outcome | undefined {
  return draft.failure?.command.change?.values?.['name'] === nameIn(draft)
    ? draft.failure
    : undefined;
}
