import type { ListMenu } from '../../controllers/list-menu.ts';
import type { Action, PersonRecord } from '../../domain/index.ts';
import type { Said, Translator } from '../../i18n/index.ts';
import type { Decision } from '../../policy/index.ts';
import type { AccountScope, FieldValue, PersonDraft, PersonSaving } from '../../state/index.ts';
import type { Lookups } from './lookups.ts';

/** Fields of which the values are chosen from a list that opens. */
export type PanelMenu = 'roleId' | 'userType' | 'groupId' | 'chatGroupId' | 'subaccountIds';

/** What the parts of the panel are drawn from, and what they may ask of it. */
export interface PanelContext {
  readonly t: Translator;
  readonly scope: AccountScope;
  /** Whose page it is, as they are known now. */
  readonly person: PersonRecord;
  readonly draft: PersonDraft;
  readonly saving: PersonSaving;
  readonly lookups: Lookups;
  readonly menu: ListMenu<PanelMenu>;
  /** It is the page of whoever is signed in. */
  readonly isSelf: boolean;
  /** Nothing may be changed here. */
  readonly readonly: boolean;
  /** The fields of the profile that are shown, in their order. */
  readonly profile: readonly string[];
  /** Fields that changed elsewhere a moment ago. */
  readonly followed: readonly string[];
  /** What the policy refuses of the draft as it stands, by field. */
  readonly refused: ReadonlyMap<string, Decision>;
  /** Somebody changed the person while it was being saved. */
  readonly isStale: boolean;
  /** What the backend or the policy calls a role, if they have a word for it. */
  readonly roleLabel: (id: string) => string | undefined;
  /** A refusal in words; nothing where the field is open. */
  readonly say: (decision: Decision) => Said | undefined;
  readonly set: (field: string, value: FieldValue) => void;
  readonly keepMine: (field: string) => void;
  readonly takeTheirs: (field: string) => void;
  readonly save: () => void;
  readonly discard: () => void;
  /** Does this to the person, after asking where that is called for. */
  readonly act: (action: Action) => void;
  readonly undo: (changeIds: readonly string[]) => void;
}
