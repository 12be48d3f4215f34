import type { Handlers } from '../act.ts';
import { checkRole } from './known.ts';

/** Event roles held through a link (CM-7 to CM-10): whoever opens it holds the role, and its seat, from then on. */
export const linkCommands: Handlers = {
  'link.create': (act) => {
    const { store, change, target } = act;
    checkRole(act, change.roleId);
    const link = {
      id: store.newId('l'),
      roleId: String(change.roleId),
      ...(target && { eventId: target.id }),
    };
    store.account = { ...store.account, links: [...store.account.links, link] };
    return { id: link.id, label: `https://event.example/enter/${link.id}` };
  },
  'link.revoke': ({ store, target }) => {
    store.account = {
      ...store.account,
      links: store.account.links.filter(({ id }) => id !== target?.id),
    };
    return null;
  },
};
