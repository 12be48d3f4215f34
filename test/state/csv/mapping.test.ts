import { expect } from 'chai';
import { guessMapping, type FieldLabels, type ImportField } from '../../../src/state/csv/index.ts';

/** The headings with the field that each is taken for. */
function read(
  headers: readonly string[],
  cells: readonly string[] = [],
  labels?: FieldLabels,
): string[] {
  const mapping = guessMapping({ headers, rows: [{ row: 2, cells }] }, labels);
  const fields = Object.entries(mapping) as [ImportField, number][];
  return headers.map((_, n) => fields.find(([, column]) => column === n)?.[0] ?? '-');
}

describe('guessMapping', () => {
  for (const [from, headers, fields] of [
    ['plain English', ['Email', 'First name', 'Last name', 'Role'], ['email', 'firstName', 'lastName', 'role']],
    ['plain French', ['Nom', 'Prénom', 'Adresse e-mail', 'Rôle', 'Service', 'Fonction', 'Lieu'],
      ['lastName', 'firstName', 'email', 'role', 'department', 'jobTitle', 'location']],
    ['French with whole names', ['Nom', 'Courriel'], ['name', 'email']],
    ['Zoom', ['Email', 'First Name', 'Last Name', 'Display name', 'Department', 'Manager', 'User Group', 'IM Group', 'User Type', 'Location', 'Job Title'],
      ['email', 'firstName', 'lastName', 'displayName', 'department', 'manager', 'group', '-', 'userType', 'location', 'jobTitle']],
    ['Google Workspace', ['First Name [Required]', 'Last Name [Required]', 'Email Address [Required]', 'Password [Required]', 'Org Unit Path [Required]', 'Employee Title', 'Department'],
      ['firstName', 'lastName', 'email', '-', '-', 'jobTitle', 'department']],
    ['Google Contacts', ['First Name', 'Last Name', 'Organization Title', 'Organization Department', 'E-mail 1 - Label', 'E-mail 1 - Value'],
      ['firstName', 'lastName', 'jobTitle', '-', '-', 'email']],
    ['Microsoft 365', ['User principal name', 'Display name', 'First name', 'Last name', 'Title', 'Department', 'Office', 'Licenses'],
      ['email', 'displayName', 'firstName', 'lastName', 'jobTitle', 'department', 'location', 'userType']],
    ['Entra', ['userPrincipalName', 'displayName', 'surname', 'givenName', 'mail'], ['-', 'displayName', 'lastName', 'firstName', 'email']],
    ['capitals and underscores', ['E_MAIL', 'FIRST_NAME', 'LAST-NAME'], ['email', 'firstName', 'lastName']],
    ['doubled headings', ['Email', 'Email', 'Name'], ['email', '-', 'name']],
    ['other languages', ['Foo', 'Bar'], ['-', '-']],
  ] as const)
    it(`ZM-4 knows the headings of ${from}`, () => expect(read(headers)).to.deep.equal(fields)); // prettier-ignore

  it('ZM-4 knows the column of addresses by what stands in it', () => {
    expect(read(['', ''], ['Ana', 'ana@example.com'])).to.deep.equal(['-', 'email']);
  });

  it('ZM-4 knows the headings of its own export in the language of the page', () => {
    const labels = { email: 'メール', department: '部署' };
    expect(read(['部署', 'メール'], [], labels)).to.deep.equal(['department', 'email']);
  });

  it('never takes a password from a file', () => {
    expect(read(['Email', 'Password', 'Mot de passe'])).to.deep.equal(['email', '-', '-']);
  });
});
