import type { ListMenu } from '../../controllers/list-menu.ts';
import type { Group, GroupKind } from '../../domain/index.ts';
import type { Decision } from '../../policy/index.ts';
import type { AddressBox } from './address-box.ts';
import type { Foresight } from './foresight.ts';
import type { FormCore } from './form-core.ts';
import type { InviteeNames } from './invitee-names.ts';
import type { Sending } from './sending.ts';
import type { SubaccountChoice } from './subaccount-choice.ts';

/** Which list of options is open. */
export type Options = 'role' | 'type' | 'subaccount';

/** What the parts of the form are drawn of. */
export interface FormContext extends FormCore {
  readonly box: AddressBox;
  readonly sending: Sending;
  readonly names: InviteeNames;
  readonly subaccounts: SubaccountChoice;
  readonly foresight: Foresight;
  readonly menu: ListMenu<Options>;
  /** Groups of the account; none where it has none, or does not tell. */
  readonly groups: readonly Group[];
  /** How many would be invited now. */
  readonly count: number;
  /** The policy's word on inviting all of them as they are set; `undefined` while there is nobody to invite. */
  readonly decision: Decision | undefined;
  /** Something that would be lost if the form was emptied. */
  readonly hasContent: boolean;
  /** The question is on the screen whether to give up what was not sent. */
  readonly asksDiscard: boolean;
  /** Puts everybody into this group of its kind; an empty id into none. */
  setGroup(kind: GroupKind, id: string): void;
  /** An empty form, after everybody was invited. */
  startAgain(): void;
  /** Gives up what was not sent, and closes. */
  discard(): void;
  /** Goes on after all. */
  keep(): void;
  close(): void;
}
