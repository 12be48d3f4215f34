// better-auth with its organization plugin, on its own database in memory; seeded over HTTP, as its people would.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { betterAuth } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { toNodeHandler } from 'better-auth/node';
import { createAccessControl } from 'better-auth/plugins/access';
import {
  adminAc,
  defaultStatements,
  memberAc,
  ownerAc,
} from 'better-auth/plugins/organization/access';
import { admin, bearer, organization } from 'better-auth/plugins';
import { listen } from './listen.mjs';

/** One password for everyone. Hashing it with care would take most of the time that a test has. */
export const PASSWORD = 'correct horse battery';
const hash = async (password) => createHash('sha256').update(password).digest('hex');

/** Whoever signs up with this address runs the platform. */
export const ROOT = 'root@platform.example';

const MODELS = [
  ...['user', 'session', 'account', 'verification', 'rateLimit'],
  ...['organization', 'member', 'invitation', 'team', 'teamMember'],
];

/** Who is there: names as people have them, several owners and several roles. */
const PEOPLE = [
  { name: 'Olga Ortiz', email: 'olga@lumiere.example', role: 'owner' },
  { name: 'Ada Åberg', email: 'ada@lumiere.example', role: 'admin' },
  { name: 'Zoë Núñez', email: 'zoe@lumiere.example', role: 'member' },
  { name: 'Émile O’Brien', email: 'emile@lumiere.example', role: 'member' },
  { name: '山田 花子', email: 'hanako@lumiere.example', role: 'admin,member' },
];
const INVITED = [
  { email: 'noor@elsewhere.example', role: 'member' },
  { email: 'ravi@elsewhere.example', role: 'admin' },
];

/**
 * Of the organization plugin: a role beside the default ones.
 * @param {string} id
 * @param {Record<string, string[]>} statements what it may do
 */
export function withRole(id, statements) {
  const ac = createAccessControl(defaultStatements);
  const roles = { owner: ownerAc, admin: adminAc, member: memberAc, [id]: ac.newRole(statements) };
  return { ac, roles };
}

/**
 * @param {object} [options]
 * @param {number} [options.count] how many members at least; those after the first five are made up
 * @param {readonly { name: string, email: string, role: string }[]} [options.people] in place of them all; the first founds the organization
 * @param {readonly { email: string, role: string }[]} [options.invited] those who have not answered
 * @param {object} [options.plugin] of the organization plugin, besides
 * @param {object} [options.auth] of better-auth itself, besides
 */
export async function start({
  count = 0,
  people = PEOPLE,
  invited = INVITED,
  plugin,
  auth: more,
} = {}) {
  const server = createServer();
  const { url: origin, stop } = await listen(server);
  /** Addresses that an invitation was sent to, in order. */
  const mails = [];
  const auth = betterAuth({
    baseURL: origin,
    secret: createHash('sha256').update(origin).digest('base64'),
    database: memoryAdapter(Object.fromEntries(MODELS.map((model) => [model, []]))),
    // Whatever page of this machine the tests are run from.
    trustedOrigins: ['http://localhost:*', 'http://127.0.0.1:*'],
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      password: { hash, verify: async (given) => given.hash === (await hash(given.password)) },
    },
    // The one who runs the platform, which is nothing that an owner is.
    databaseHooks: {
      user: {
        create: {
          before: async (user) => ({
            data: { ...user, ...(user.email === ROOT && { role: 'admin' }) },
          }),
        },
      },
    },
    plugins: [
      admin(),
      organization({
        sendInvitationEmail: async ({ email }) => void mails.push(email),
        membershipLimit: 10_000,
        invitationLimit: 1000,
        ...plugin,
      }),
      bearer(),
    ],
    ...more,
  });
  server.on('request', toNodeHandler(auth));
  const url = `${origin}/api/auth`;

  /** Sends one request as somebody; answers what came, whatever its status. */
  async function ask(token, path, body) {
    const response = await fetch(url + path, {
      method: body ? 'POST' : 'GET',
      headers: {
        Origin: origin,
        ...(body && { 'Content-Type': 'application/json' }),
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = text ? JSON.parse(text) : undefined;
    return { status: response.status, json, token: response.headers.get('set-auth-token') };
  }

  /** The same, where anything but success is a mistake of the test. */
  async function must(token, path, body) {
    const answer = await ask(token, path, body);
    if (answer.status >= 300)
      throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.json)}`);
    return answer;
  }

  async function signUp({ name, email }) {
    const { json, token } = await must(undefined, '/sign-up/email', {
      name,
      email,
      password: PASSWORD,
    });
    return { userId: json.user.id, email, token };
  }

  let founder;
  let organizationId;
  const invite = async ({ email, role }, from = founder) =>
    (
      await must(from.token, '/organization/invite-member', {
        email,
        role: role.split(','),
        organizationId,
      })
    ).json.id;

  /** Signs somebody up and has them join: by invitation, which is the only way over HTTP. */
  async function join(person) {
    const one = await signUp(person);
    const invitationId = await invite(person);
    const { json } = await must(one.token, '/organization/accept-invitation', { invitationId });
    return { ...one, memberId: json.member.id, role: person.role };
  }

  const members = {};
  const [first, ...others] = people;
  founder = await signUp(first);
  const made = await must(founder.token, '/organization/create', {
    name: 'Lumière',
    slug: 'lumiere',
    metadata: { plan: 'team' },
  });
  organizationId = made.json.id;
  founder = { ...founder, memberId: made.json.members[0].id, role: 'owner' };
  members[first.email] = founder;
  for (const person of others) members[person.email] = await join(person);
  for (let n = people.length; n < count; n++) {
    const email = `person${n}@lumiere.example`;
    members[email] = await join({ name: `Person ${n}`, email, role: 'member' });
  }
  for (const one of invited) await invite(one);

  return {
    url,
    origin,
    organizationId,
    headers: { Authorization: `Bearer ${founder.token}` },
    /** By address: `{ userId, memberId, token, role }`. */
    members,
    mails,
    ask,
    invite,
    join,
    signUp,
    stop,
  };
}
