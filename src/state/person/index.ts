export { PersonDraft, type Clash, type DraftCommand } from './person-draft.ts';
export { actionOf, fieldOf, isAssigned, sameValue, type FieldValue } from './person-fields.ts';
export {
  PersonSaving,
  refusedFields,
  type FieldProblem,
  type SaveReport,
} from './person-saving.ts';
export type { PersonWindow } from './person-window.ts';
