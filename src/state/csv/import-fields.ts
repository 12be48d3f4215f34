/** What a column of a file may say of a person. A password is never read from a file. */
export const IMPORT_FIELDS = [
  'email', 'name', 'firstName', 'lastName', 'displayName', 'role', 'userType', 'addons', 'department', 'manager', 'jobTitle',
  'location', 'group',
] as const; // prettier-ignore
export type ImportField = (typeof IMPORT_FIELDS)[number];

/**
 * Headings by field, without capitals, accents and marks: in English and French, and as Google, Microsoft, Outlook and Zoom
 * write them in their exports.
 */
export const HEADINGS: Readonly<Record<ImportField, readonly string[]>> = {
  email: [
    'email', 'e mail', 'mail', 'email address', 'e mail address', 'email address required', 'primary email', 'work email',
    'user email', 'user principal name', 'userprincipalname', 'e mail 1 value', 'email 1 value', 'courriel', 'adresse e mail',
    'adresse email', 'adresse mail', 'adresse de courriel', 'adresse electronique',
  ],
  name: ['name', 'full name', 'user name', 'nom complet', 'nom et prenom', 'prenom et nom'],
  firstName: ['first name', 'firstname', 'given name', 'givenname', 'first name required', 'first', 'forename', 'prenom'],
  lastName: [
    'last name', 'lastname', 'surname', 'family name', 'familyname', 'last name required', 'last', 'nom de famille', 'nom',
  ],
  displayName: ['display name', 'displayname', 'nom affiche', 'nom d affichage'],
  role: ['role', 'user role', 'roles'],
  userType: [
    'user type', 'usertype', 'type', 'license', 'licence', 'licenses', 'license type', 'licence type', 'type d utilisateur',
    'type de licence',
  ],
  addons: ['add ons', 'addons', 'add on', 'add on licenses', 'modules complementaires', 'modules'],
  department: ['department', 'dept', 'organization 1 department', 'service', 'departement'],
  manager: ['manager', 'manager email', 'responsable', 'superieur'],
  jobTitle: [
    'job title', 'jobtitle', 'title', 'position', 'employee title', 'organization title', 'organization 1 title', 'fonction',
    'poste', 'intitule du poste', 'titre',
  ],
  location: ['location', 'office', 'office location', 'office name', 'city', 'site', 'lieu', 'bureau', 'ville'],
  group: ['group', 'user group', 'groups', 'groupe', 'groupe d utilisateurs'],
}; // prettier-ignore
