// Every server there is, by the name of its module.

/**
 * Starts a server on a free port of the loopback address, seeded. To add one: a module here that exports
 * `start(options)`, and its name in `servers.d.mts`.
 */
export async function startServer(name, options) {
  if (!/^[a-z-]+$/.test(name)) throw new Error(`No server ${name}`);
  const { start } = await import(`./${name}.mjs`);
  return start(options);
}
