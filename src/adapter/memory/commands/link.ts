import type { EventLink } from '../../../domain/index.ts';
import { withoutAddress } from '../access-lists.ts';
import type { Link } from '../account-data.ts';
import { iso, type Act, type Handlers } from '../act.ts';
import { textValue } from './choices.ts';
import { checkRole } from './known.ts';

/** Event roles held through a link (CM-7 to CM-10): whoever opens it holds the role, and its seat, from then on. */
export const linkCommands: Handlers = {
  'link.create': (act) => {
    const { change, target, now } = act;
    checkRole(act);
    const label = textValue(act, 'label');
    return putLink(act, {
      id: newLinkId(act),
      roleId: change.roleId ?? '',
      ...(target && { eventId: target.id }),
      ...(label && { label }),
      createdAt: iso(now),
      address: `https://event.example/enter/${secret()}`,
    });
  },
  'link.revoke': ({ store, target }) => {
    store.account = {
      ...store.account,
      links: store.account.links.filter(({ id }) => id !== target?.id),
    };
    return null;
  },
};

/** Puts a link in, or in place of what it was; its address is told to nobody. */
export function putLink({ store }: Act, next: Link): EventLink {
  const { links } = store.account;
  const made: Link = { ...next, version: `l${store.accountRevision + 1}` };
  const isNew = !links.some(({ id }) => id === made.id);
  store.account = {
    ...store.account,
    links: isNew ? [...links, made] : links.map((one) => (one.id === made.id ? made : one)),
  };
  return withoutAddress(made);
}

/** One that is no link's yet: some may have been given to the backend with ids of their own. */
function newLinkId({ store }: Act): string {
  let id: string;
  do id = store.newId('l');
  while (store.account.links.some((one) => one.id === id));
  return id;
}

/** Nobody can guess it. */
function secret(): string {
  const words = crypto.getRandomValues(new Uint32Array(4));
  return Array.from(words, (word) => word.toString(36).padStart(7, '0')).join('');
}
