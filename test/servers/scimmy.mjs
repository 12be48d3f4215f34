// A rich SCIM server: scimmy with scimmy-routers, on express 4 (5 breaks its paging).
import { startChild } from './child.mjs';
import { seedScim } from './scim-people.mjs';

/** @param {{ count?: number, sparse?: boolean, express?: 4 | 5 }} [options] who is on it; 5: its paging is broken as on express 5 */
export async function start(options) {
  // Its registry of resources is one for the whole process.
  const child = await startChild('scimmy-main.mjs', options);
  const server = { ...child, headers: { Authorization: 'Bearer rich' } };
  await seedScim(server, options);
  return server;
}
