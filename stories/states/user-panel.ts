import type { PanelState } from '../../src/elements/user-panel/panel-state.ts';

/** Every state that a `<user-panel>` can be in, and what is to be seen of it. Each has a story of its name. */
export const states = {
  open: 'A person: profile, role and licences, groups, attributes, what can be done, what was done.',
  nobody: 'Nobody is open, and the panel keeps its place.',
  'own-page': 'One’s own page as a member: three fields are open, the others say why not.',
  closed: 'An admin on another admin: what may not be changed or done, why, and whom to ask.',
  invited: 'An invitation: since when, until when, and what can be done with it.',
  editing: 'Something is edited: marked at its label, with the bar that saves or discards.',
  'roles-open': 'The roles that can be given, closed ones with their reason.',
  invalid: 'Something is typed that cannot be right; saving waits.',
  followed: 'A field that is not edited changed elsewhere, and says so.',
  clash: 'A field that is edited changed elsewhere: mine or theirs.',
  saving: 'A save is on its way.',
  'not-saved': 'The backend said no: at the field, with what was typed.',
  done: 'What was done lately, with its undo.',
  leaving: 'Something would be lost: stay, or give it up.',
  deleting: 'What deleting does, before it is done.',
  readonly: 'The panel only shows.',
  loading: 'As much as will be there, so that nothing jumps.',
  missing: 'There is no such person.',
  'no-access': 'The person cannot be seen: why.',
  failed: 'The details could not be loaded; it can be tried again.',
  elsewhere: 'The page is about a sub-account that the person is not in.',
  gone: 'The person was deleted meanwhile; what was typed can still be copied.',
  'no-account': 'The panel stands outside of any account.',
  beside: 'Beside the list, for the row that is opened.',
  phone: 'Over the page where there is no room beside a list.',
} as const;

export type State = keyof typeof states;

/** What the code tells apart, and which state shows it. */
export const cases = [
  { nobody: 'nobody', 'no-scope': 'no-account', loading: 'loading', failed: 'failed', missing: 'missing', 'no-access': 'no-access', gone: 'gone', elsewhere: 'elsewhere', open: 'open' } satisfies Record<PanelState['status'], State>,
]; // prettier-ignore
