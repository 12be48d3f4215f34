import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import express from 'express';
import SCIMMY from 'scimmy';
import SCIMMYRouters from 'scimmy-routers';
import { listen } from './listen.mjs';
import { givenOptions, tellParent } from './child.mjs';
import { ADMIN } from './scim-people.mjs';

/** Storage is all that scimmy asks of its host: in memory, in the order in which it came. */
function store(isTaken) {
  const held = new Map();
  const stamp = (old) => {
    const now = new Date().toISOString();
    return { created: old?.meta.created ?? now, lastModified: now };
  };
  return {
    held,
    handlers: {
      ingress: ({ id }, given) => {
        const old = held.get(id);
        if (id && !old) throw new SCIMMY.Types.Error(404, null, `Resource ${id} not found`);
        const plain = JSON.parse(JSON.stringify(given));
        if (isTaken?.(plain, id, [...held.values()]))
          throw new SCIMMY.Types.Error(409, 'uniqueness', `${plain.userName} is taken`);
        const one = { ...plain, id: id ?? randomUUID() };
        one.meta = stamp(old);
        held.set(one.id, one);
        return structuredClone(one);
      },
      egress: ({ id, filter }) => {
        if (id) {
          if (!held.has(id)) throw new SCIMMY.Types.Error(404, null, `Resource ${id} not found`);
          return structuredClone(held.get(id));
        }
        const all = structuredClone([...held.values()]);
        return filter ? filter.match(all) : all;
      },
      degress: ({ id }) => {
        if (!held.delete(id)) throw new SCIMMY.Types.Error(404, null, `Resource ${id} not found`);
      },
    },
  };
}

const users = store(({ userName }, id, all) =>
  all.some((one) => one.id !== id && one.userName.toLowerCase() === userName.toLowerCase()),
);
SCIMMY.Resources.declare(SCIMMY.Resources.User, users.handlers);
SCIMMY.Resources.declare(SCIMMY.Resources.Group, store().handlers);
SCIMMY.Resources.User.extend(SCIMMY.Schemas.EnterpriseUser);

const app = express();
// What express 5 makes of it: a query that is parsed anew whenever it is read, so that nothing written into it stays.
if (givenOptions().express === 5)
  app.use((request, _response, next) => {
    const { query } = request;
    Object.defineProperty(request, 'query', { get: () => ({ ...query }) });
    next();
  });
app.use(
  '/scim',
  new SCIMMYRouters({
    type: 'bearer',
    handler: (request) => {
      if (request.header('Authorization') !== 'Bearer rich') throw new Error('Unauthorized');
      return [...users.held.values()].find(({ userName }) => userName === ADMIN)?.id ?? '';
    },
  }),
);

const { url } = await listen(createServer(app));
tellParent(`${url}/scim`);
