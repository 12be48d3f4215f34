import { EVENT_STATUSES } from '../../../domain/index.ts';
import type { Check } from '../check.ts';
import { ensure, skip } from '../ensure.ts';
import { NOBODY } from './records.ts';

/** Rows looked at. */
const SIZE = 50;

export const accessChecks: readonly Check[] = [
  {
    name: 'events-are-told',
    promise: 'gives every event an id, a name and a known standing, and only those asked for by id',
    run: async ({ adapter, capabilities }) => {
      if (!capabilities.events || !adapter.events) return skip('no events are told');
      const { items } = await adapter.events({ size: SIZE });
      for (const { id, name, status = 'planned' } of items) {
        ensure(id && typeof id === 'string', `an event has the id ${JSON.stringify(id)}`);
        ensure(name && typeof name === 'string', `the event ${id} has no name`);
        ensure(EVENT_STATUSES.includes(status), `the event ${id} has the status ${status}`);
      }
      const last = items.at(-1);
      if (!last) return;
      const asked = await adapter.events({ ids: [last.id, NOBODY] });
      ensure(
        asked.items.length === 1 && asked.items[0]?.id === last.id,
        `events({ ids: [${last.id}] }) answered ${asked.items.length} events`,
      );
    },
  },
  {
    name: 'links-keep-their-address',
    promise:
      'lists links without their addresses, and tells the address of one that is there alone',
    run: async (subject) => {
      const { adapter, capabilities } = subject;
      if (!capabilities.links || !adapter.links) return skip('no links are listed');
      const { items } = await adapter.links({ size: SIZE });
      const roles = (await adapter.roles()).map(({ id }) => id);
      for (const link of items) {
        ensure(link.id && typeof link.id === 'string', 'a link has no id');
        ensure(
          roles.includes(link.roleId),
          `the link ${link.id} is of ${link.roleId}, which roles() does not list`,
        );
        ensure(
          !Object.values(link).some((part) => typeof part === 'string' && /^https?:/.test(part)),
          `the link ${link.id} is listed with an address: whoever has it holds the role`,
        );
      }
      const into = items.find(({ eventId }) => eventId !== undefined)?.eventId;
      if (into !== undefined)
        for (const { id, eventId } of (await adapter.links({ eventIds: [into] })).items)
          ensure(eventId === into, `links({ eventIds: [${into}] }) answered ${id} of ${eventId}`);
      const addressOf = adapter.linkAddress?.bind(adapter);
      if (!addressOf) return;
      const [first] = items;
      if (first) ensure(URL.canParse(await addressOf(first.id)), 'an address is none');
      await subject.refused('linkAddress()', ['not-found', 'forbidden'], () => addressOf(NOBODY));
    },
  },
];
