import { EVENT_STATUSES, type EventLink, type EventRecord, type Page } from '../../domain/index.ts';
import { date, id, malformed, object, pageOf, words } from '../answers.ts';

function checkEvent(value: unknown, path: string): EventRecord {
  const event = object(path, value);
  for (const key of ['id', 'name']) id(`${path}.${key}`, event[key]);
  const { status, startsAt } = event;
  if (status !== undefined && !(EVENT_STATUSES as readonly unknown[]).includes(status))
    throw malformed(`${path}.status`, `one of ${EVENT_STATUSES.join(', ')}`, status);
  date(`${path}.startsAt`, startsAt);
  return value as EventRecord;
}

function checkLink(value: unknown, path: string): EventLink {
  const link = object(path, value);
  for (const key of ['id', 'roleId']) id(`${path}.${key}`, link[key]);
  if (link['restricted'] !== undefined) words(`${path}.restricted`, link['restricted']);
  date(`${path}.createdAt`, link['createdAt']);
  return value as EventLink;
}

export function checkEvents(value: unknown): Page<EventRecord> {
  return pageOf(value, 'events()', checkEvent);
}

export function checkLinks(value: unknown): Page<EventLink> {
  return pageOf(value, 'links()', checkLink);
}
