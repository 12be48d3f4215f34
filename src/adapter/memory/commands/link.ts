import type { Handlers } from '../act.ts';
import { checkRole } from './known.ts';

/** Event roles held through a link (CM-7 to CM-10): whoever opens it holds the role, and its seat, from then on. */
export const linkCommands: Handlers = {
  'link.create': (act) => {
    const { store, change, target } = act;
    checkRole(act);
    const id = store.newId('l');
    const link = { id, roleId: change.roleId ?? '', ...(target && { eventId: target.id }) };
    store.account = { ...store.account, links: [...store.account.links, link] };
    return { id, label: `https://event.example/enter/${id}` };
  },
  'link.revoke': ({ store, target }) => {
    store.account = {
      ...store.account,
      links: store.account.links.filter(({ id }) => id !== target?.id),
    };
    return null;
  },
};
