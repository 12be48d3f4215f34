/** What people say of a guest, in a calendar or a list. Compared in small letters. */
const STATUS = new Set([
  'organizer', 'organiser', 'organisateur', 'organisatrice', 'host', 'hôte', 'optional', 'facultatif', 'facultative',
  'required', 'obligatoire', 'accepted', 'accepté', 'acceptée', 'declined', 'refusé', 'refusée', 'tentative', 'provisoire',
  'awaiting', 'pending', 'attente', 'en', 'attending', 'invited', 'invité', 'invitée', 'yes', 'no', 'maybe', 'oui', 'non',
  'peut-être', 'response', 'réponse', 'none', 'aucune', 'guest', 'you', 'vous', 'member', 'membre', 'external', 'externe',
]); // prettier-ignore

/** What joins the last of several to the others. */
const JOINING = new Set(['and', 'or', 'et', 'ou', 'und', 'oder', 'y', 'e', 'o', 'en', '&', '+']);

/** In characters; longer is something else. */
const LONGEST = 100;

const MARKS_AROUND = /^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu;

/** Whether a text says nothing but how a guest answered, or which part they have. */
export function isStatus(text: string): boolean {
  if (text.length > LONGEST) return false;
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(MARKS_AROUND, ''))
    .filter(Boolean);
  return words.every((word) => STATUS.has(word));
}

/** "and" and its like. */
export function isJoining(word: string): boolean {
  return JOINING.has(word.toLowerCase());
}

/** `To:`, `Team:` and the numbers of a list. */
export function isLabel(word: string): boolean {
  return /[:\uff1a]$/.test(word) || /^\(?\d{1,5}[.)]$/.test(word);
}

const FIRST = /^(first|given|fore|pr[ée]nom|vorname|nombre$)/i;
const LAST = /^(last|sur|family|nom$|nom de famille|nachname|apellido)/i;
const FULL = /^(full |display ?)?name|^nom (complet|affich)/i;

/** Which name a column has, by its heading. */
export function nameColumn(heading: string): 'first' | 'last' | 'full' | undefined {
  const text = heading.trim().replace(/^["']|["']$/g, '');
  if (FIRST.test(text)) return 'first';
  if (LAST.test(text)) return 'last';
  return FULL.test(text) ? 'full' : undefined;
}
