// The table of docs/backend.md: backend × capability × what the page shows; with --check says whether it is current.
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { createBetterAuthAdapter } from '../src/adapter/better-auth/index.ts';
import { TRAITS } from '../src/adapter/doctor/index.ts';
import type { AccountAdapter } from '../src/adapter/index.ts';
import { createMemoryAdapter } from '../src/adapter/memory/index.ts';
import { createRestAdapter } from '../src/adapter/rest/index.ts';
import { createScimAdapter } from '../src/adapter/scim/index.ts';
import { zoomAccount } from '../src/mock/zoom-account.ts';
import zoom from '../src/policy/presets/zoom.ts';

const FILE = 'docs/backend.md';
const [BEGIN, END] = ['<!-- backends -->', '<!-- /backends -->'];
const now = Date.parse('2026-11-20T10:00:00Z');

const memory = createMemoryAdapter({
  ...zoomAccount({ seed: 1, count: 20, now }),
  subaccounts: [{ id: 's1', name: 'North' }],
  policy: zoom,
  now: () => now,
});

/** Answers what adapters ask before they say what they can do. */
const answers =
  (given: Readonly<Record<string, unknown>>) =>
  (url: string): Promise<Response> => {
    const found = Object.entries(given).find(([end]) => new URL(url).pathname.endsWith(end));
    return Promise.resolve(Response.json(found?.[1] ?? {}, { status: found ? 200 : 404 }));
  };
const empty = { totalResults: 0, startIndex: 1, itemsPerPage: 0, Resources: [] };
const scim = (given: Readonly<Record<string, unknown>>) =>
  createScimAdapter({ baseUrl: 'https://scim.example', actor: { id: 'me', roleId: 'admin' }, fetch: answers({ '/Users': empty, ...given }) }); // prettier-ignore

const bulk = { supported: true, maxOperations: 1000, maxPayloadSize: 2 ** 20 };
const user = { id: 'u', name: 'Ana', email: 'ana@auth.example' };
const member = { id: 'm', organizationId: 'o', userId: 'u', role: 'owner', createdAt: '2026-11-20T10:00:00Z', user }; // prettier-ignore
const backends: Readonly<Record<string, AccountAdapter>> = {
  memory,
  'rest ¹': createRestAdapter({
    baseUrl: 'https://api.example',
    fetch: answers({ '/capabilities': await memory.capabilities() }),
  }),
  'scim, rich': scim({ '/ServiceProviderConfig': { bulk }, '/Groups': empty }),
  'scim, lean': scim({}),
  'better-auth': createBetterAuthAdapter({
    baseUrl: 'https://auth.example',
    teams: true,
    fetch: answers({
      '/get-session': { session: { activeOrganizationId: 'o' }, user },
      '/list-members': { members: [member], total: 1 },
      '/list-invitations': [],
    }),
  }),
};

const SIGNS = { yes: 'yes', reduced: 'in part', no: '–' } as const;
const able = await Promise.all(
  Object.values(backends).map(async (one) => [one, await one.capabilities()] as const),
);
const rows = TRAITS.map((trait) => [
  trait.name,
  ...able.map(([adapter, capabilities]) => SIGNS[trait.level(capabilities, adapter)]),
  [trait.reduced && `in part: ${trait.reduced}`, trait.without].filter(Boolean).join('; without: '),
]);
const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const head = ['', ...Object.keys(backends), 'what the page shows then'];
const table = [head, head.map(() => '---'), ...rows].map(line).join('\n');

const before = readFileSync(FILE, 'utf8');
const [start, rest] = before.split(BEGIN);
const end = rest?.split(END)[1];
if (start === undefined || end === undefined) throw new Error(`${FILE}: no place for the table`);
const text = `${start}${BEGIN}\n\n${table}\n\n${END}${end}`;
if (!process.argv.includes('--check')) writeFileSync(FILE, text);
else if (text !== before) {
  console.error(`${FILE} is not current: run \`npm run backends\` and commit it.`);
  process.exit(1);
}
console.log(`${FILE}: ${able.length} backends, ${TRAITS.length} capabilities`);
