// Made-up people, as SCIM has them: accents, several scripts, several roles, and what a record may lack.

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

const FIRST = [
  'Zoë',
  'Bjørn',
  'Amélie',
  'José',
  'Mei',
  'Łukasz',
  'Priya',
  'Ñusta',
  'Omar',
  'Saoirse',
  'Kenji',
];
const LAST = [
  'Ångström',
  'Müller',
  'O’Brien',
  'García',
  'Lindqvist',
  'Nowak',
  'Dubois',
  'Yılmaz',
  'Okafor',
];
const DEPARTMENTS = ['Research', 'Sales', 'Éditions', 'Support'];
const TITLES = ['Engineer', 'Buyer', 'Editor', 'Agent', 'Lead'];

const plain = (text) =>
  text
    .normalize('NFKD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase() || 'x';

/** The address everyone knows: whoever provisions is one of the people, and an administrator. */
export const ADMIN = 'admin@scim.example';

function userAt(n) {
  const [givenName, familyName] = [FIRST[n % FIRST.length], LAST[n % LAST.length]];
  const isAdmin = n === 0;
  const userName = isAdmin ? ADMIN : `${plain(givenName)}.${plain(familyName)}${n}@scim.example`;
  const roles = isAdmin
    ? ['admin']
    : n % 7 === 3
      ? ['agent', 'auditor']
      : [n % 5 === 1 ? 'admin' : 'agent'];
  return {
    schemas: [USER, ENTERPRISE],
    userName,
    name: { givenName, familyName },
    displayName: `${givenName} ${familyName}`,
    title: TITLES[n % TITLES.length],
    active: n % 9 !== 5,
    emails: [{ value: userName, type: 'work', primary: true }],
    roles: roles.map((value, i) => ({ value, ...(i === 0 && { primary: true }) })),
    ...(n % 4 === 2 && { entitlements: [{ value: n % 8 === 2 ? 'large-meeting' : 'webinar' }] }),
    [ENTERPRISE]: {
      department: DEPARTMENTS[n % DEPARTMENTS.length],
      employeeNumber: `E${1000 + n}`,
    },
  };
}

/** Someone of whom the server knows next to nothing, as provisioning leaves them. */
const sparse = { schemas: [USER], userName: 'sparse@scim.example', active: true };

/** @param {{ count?: number, sparse?: boolean }} options how many; whether one of them is a record with gaps */
export function scimUsers({ count = 47, sparse: withSparse = true } = {}) {
  const users = Array.from({ length: count }, (_, n) => userAt(n));
  if (withSparse && count > 1) users[count - 1] = sparse;
  return users;
}

async function post(url, headers, resource) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/scim+json', ...headers },
    body: JSON.stringify(resource),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** Puts them on a server as any client would, with two groups. */
export async function seedScim({ url, headers }, options) {
  const ids = [];
  for (const user of scimUsers(options)) ids.push((await post(`${url}/Users`, headers, user)).id);
  const members = (from, to) => ids.slice(from, to).map((value) => ({ value }));
  for (const [displayName, list] of [
    ['Berlin', members(1, 6)],
    ['Zürich', members(4, 12)],
  ])
    await post(`${url}/Groups`, headers, { schemas: [GROUP], displayName, members: list });
}
