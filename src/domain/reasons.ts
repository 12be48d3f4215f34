/**
 * Why something is refused: generic sentences with parameters, not one per rule, so that every locale
 * can carry all of them. The value lists the parameters; a locale that leaves one out fails the type check.
 */
export const REASONS = {
  unknownAction: ['action'],
  unknownRole: ['role'],
  notActive: [],
  restricted: [],
  noPermission: [],
  onlyRole: ['role'],
  exceptRole: ['role'],
  roleStays: ['role'],
  exactlyOneRole: ['role'],
  roleMin: ['role', 'min'],
  roleMax: ['role', 'max'],
  ownSubaccount: [],
  oneSubaccount: [],
  allSubaccounts: ['role'],
  chooseSubaccount: [],
  limit: ['max'],
  needsFeature: ['feature'],
  needsPlan: [],
  noSeat: ['pool', 'needed', 'free'],
  notYourself: [],
  ownField: [],
  ownedField: [],
  fixedField: ['field'],
  notPending: [],
  stillPending: [],
  viaDomain: [],
  ownEventsOnly: [],
  bySupportOnly: [],
  onlyHolder: [],
  billingContactOnly: [],
  subscriptionCancelled: [],
  isAddon: [],
  oneLevel: [],
  onlyType: ['type'],
  runningExport: [],
  byLink: ['role'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ReasonKey = keyof typeof REASONS;
