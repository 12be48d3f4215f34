import type { EventRecord, EventStatus } from '../../../domain/index.ts';
import type { Act, Handlers } from '../act.ts';
import { fail, invalid } from '../../fail.ts';

/** Puts an event where it stands from now on. */
function stand(act: Act, status: EventStatus): null {
  const { store, target, event } = act;
  if (!target) return invalid('/target', 'missing');
  const next: EventRecord = { ...event, status, version: `e${store.accountRevision + 1}` };
  store.account = {
    ...store.account,
    events: store.account.events?.map((one) => (one.id === next.id ? next : one)) ?? [],
  };
  return null;
}

function start(act: Act): null {
  if (act.target && act.event.status === 'running') fail('conflict', 'already-running');
  return stand(act, 'running');
}

/** Starting and ending; what happens in the room between is the room's own (CM-5 to CM-7). */
export const eventCommands: Handlers = {
  // CM-6: beside another one it is an action of its own, which has a rule of its own.
  'event.start': (act) => {
    const isOtherRunning = act.store.account.events?.some(
      ({ id, status }) => status === 'running' && id !== act.target?.id,
    );
    if (isOtherRunning) fail('conflict', 'another-event-runs');
    return start(act);
  },
  'event.start-parallel': start,
  'event.end': (act) => {
    if (act.target && act.event.status !== 'running') fail('conflict', 'not-running');
    return stand(act, 'ended');
  },
};
