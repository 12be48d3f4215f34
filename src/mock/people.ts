import type { MemoryPerson } from '../adapter/memory/index.ts';
import type { InvitationMail, PersonRecord, PersonStatus } from '../domain/index.ts';
import { LONG_NAMES, NAMES, SINGLE_NAMES } from './names.ts';
import { createRandom, type Random } from './random.ts';
import { DEPARTMENTS, DOMAINS, GUEST_DOMAINS, LOCATIONS, VIA_DOMAIN } from './workplaces.ts';

export interface PeopleOptions {
  /** The same seed makes the same people. Default 1. */
  readonly seed?: number;
  /** How many. Default 100. */
  readonly count?: number;
  /** Dates are relative to this moment. Default: the real one, which is the only thing a seed does not fix. */
  readonly now?: Date | number;
  /** Whose roles and licences they hold. */
  readonly policy?: 'zoom';
  /** Custom roles that a few of them hold. */
  readonly roles?: readonly { readonly id: string }[];
  readonly groups?: readonly { readonly id: string }[];
  readonly chatGroups?: readonly { readonly id: string }[];
  /** Custom attributes that most of them have a value of. */
  readonly attributes?: readonly { readonly id: string }[];
}

interface Context {
  readonly random: Random;
  readonly now: number;
  readonly options: PeopleOptions;
  readonly emails: Map<string, number>;
  /** Who leads each department: the first of it that were made. */
  readonly managers: Map<string, string[]>;
}

interface Named {
  readonly firstName: string;
  readonly lastName?: string;
  readonly displayName?: string;
  /** What the address is made of. */
  readonly ascii: readonly string[];
}

const DAY = 86_400_000;

/**
 * People as a mid-sized company with a French head office would have them: names from many places, one owner,
 * some admins, mostly members; invitations under way, a few who left, dates that make sense together.
 */
export function generatePeople(options: PeopleOptions = {}): MemoryPerson[] {
  const { seed = 1, count = 100, now = Date.now() } = options;
  const context: Context = {
    random: createRandom(seed),
    now: Number(now),
    options,
    emails: new Map(),
    managers: new Map(),
  };
  return Array.from({ length: count }, (_, i) => person(i, context));
}

function person(i: number, context: Context): MemoryPerson {
  const { random, options } = context;
  const named = name(i, random);
  const status = i < 3 ? 'active' : random.weighted(STATUSES);
  const isPending = status === 'pending';
  const isGuest = isPending && random.chance(0.35);
  const domain = isGuest ? random.pick(GUEST_DOMAINS) : random.weighted(DOMAINS);
  const work = workplace(named, status, context);
  const { firstName, lastName, displayName } = named;
  return {
    id: idOf(i, random),
    email: email(named.ascii, domain, context),
    firstName,
    ...(lastName !== undefined && { lastName }),
    ...(displayName !== undefined && { displayName }),
    roleId: role(i, status, context),
    status,
    ...licences(i, status, random),
    ...work,
    ...(options.groups?.length &&
      random.chance(0.6) && { groupIds: [random.pick(options.groups).id] }),
    ...chatGroups(i, context),
    ...attributes(context),
    ...(!isPending && i > 0 && random.chance(0.25) && { externalContacts: 1 + random.int(24) }),
    ...(domain === VIA_DOMAIN && { viaDomain: true }),
    ...(i > 0 &&
      !isPending &&
      random.chance(0.05) && { ownedFields: ['firstName', 'lastName', 'email'] }),
    ...(isPending ? invitation(isGuest, context) : history(i, status, context)),
  };
}

/** By the place in the list rather than by the dice, so that everything else of a seed stays what it was. */
function chatGroups(
  i: number,
  { options: { chatGroups: all = [] } }: Context,
): Pick<PersonRecord, 'chatGroupIds'> {
  const one = all[i % (all.length + 1)];
  return one ? { chatGroupIds: [one.id] } : {};
}

/** A short code per attribute, as a payroll or an access system would give out. */
function attributes({ random, options }: Context): Pick<PersonRecord, 'attributes'> {
  const held = (options.attributes ?? []).filter(() => random.chance(0.7));
  const code = (id: string) => `${id.slice(0, 2).toUpperCase()}-${1000 + random.int(60)}`;
  return held.length
    ? { attributes: Object.fromEntries(held.map(({ id }) => [id, code(id)])) }
    : {};
}

const STATUSES: readonly (readonly [number, PersonStatus])[] = [
  [90, 'active'], [5.5, 'pending'], [3, 'deactivated'], [1.5, 'suspended'],
]; // prettier-ignore

function idOf(i: number, random: Random): string {
  // Opaque to whoever reads it; the count inside is what keeps it from coming twice.
  return `usr_${random.int(0x7fffffff).toString(36).padStart(6, '0')}${i.toString(36)}`;
}

function name(i: number, random: Random): Named {
  if (i > 4 && random.chance(0.004)) {
    const [firstName, lastName] = random.pick(LONG_NAMES);
    return { firstName, lastName, ascii: [firstName, lastName] };
  }
  if (i > 4 && random.chance(0.006)) {
    const firstName = random.pick(SINGLE_NAMES);
    return { firstName, ascii: [firstName] };
  }
  const names = random.weighted(NAMES);
  const [first, last] = [random.int(names.first.length), random.int(names.last.length)];
  const [firstName = '', lastName = ''] = [names.first[first], names.last[last]];
  return {
    firstName,
    lastName,
    ...(names.isFamilyFirst && { displayName: lastName + firstName }),
    ascii: [names.ascii?.first[first] ?? firstName, names.ascii?.last[last] ?? lastName],
  };
}

/** `first.last`, with a number where someone came before: `elodie.martin2@lumiere.example`. */
function email(ascii: readonly string[], domain: string, { emails }: Context): string {
  const local = ascii.map(letters).join('.').slice(0, 60);
  const address = `${local}@${domain}`;
  const before = emails.get(address) ?? 0;
  emails.set(address, before + 1);
  return before ? `${local}${before + 1}@${domain}` : address;
}

const kept = new Map<string, string>();

/** What is left of a name in an address: plain small letters and hyphens. */
function letters(text: string): string {
  let plain = kept.get(text);
  if (plain === undefined) {
    plain = text
      .replace(/[ıðþßæœøłđ]/gi, (letter) => SPELLED[letter.toLowerCase()] ?? letter)
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^a-z -]/g, '')
      .replace(/ +/g, '-');
    kept.set(text, plain);
  }
  return plain;
}

const SPELLED: Readonly<Record<string, string>> = {
  ı: 'i', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd',
}; // prettier-ignore

function role(i: number, status: PersonStatus, { random, options: { roles } }: Context): string {
  if (i === 0) return 'owner';
  // Someone who has left or was never here runs nothing.
  if (i < 3 || (status === 'active' && random.chance(0.015))) return 'admin';
  return roles?.length && random.chance(i < 30 ? 0.08 : 0.01) ? random.pick(roles).id : 'member';
}

function licences(
  i: number,
  status: PersonStatus,
  random: Random,
): Pick<PersonRecord, 'userType' | 'addons'> {
  const userType = i === 0 ? 'licensed' : random.weighted(USER_TYPES);
  const addons = ['large-meeting', 'webinar'].filter(
    () => userType === 'licensed' && random.chance(0.06),
  );
  if (status === 'active' || status === 'pending')
    return { userType, ...(addons.length && { addons }) };
  // Their seats went back to the pool when they stopped.
  return { userType: 'basic' };
}

const USER_TYPES: readonly (readonly [number, string])[] = [
  [52, 'basic'], [46, 'licensed'], [2, 'on-prem'],
]; // prettier-ignore

function workplace(
  { firstName, lastName }: Named,
  status: PersonStatus,
  { random, managers }: Context,
): Partial<PersonRecord> {
  // Some were invited by their address alone, and a few never said where they work.
  if (random.chance(status === 'pending' ? 0.4 : 0.03)) return {};
  const department = random.weighted(DEPARTMENTS);
  const leads = managers.get(department.name) ?? [];
  managers.set(department.name, leads);
  const manager = leads.length && random.chance(0.9) ? random.pick(leads) : undefined;
  if (leads.length < 6) leads.push([firstName, lastName].filter(Boolean).join(' '));
  return {
    department: department.name,
    jobTitle: random.pick(department.jobs),
    location: random.weighted(LOCATIONS),
    ...(manager !== undefined && { manager }),
  };
}

/** ZM-13, ZM-14, ZM-18: under way for some days, and not lapsed yet. */
function invitation(isGuest: boolean, { random, now }: Context): Partial<PersonRecord> {
  const at = now - Math.floor((random.next() ** 2 * 29 + 0.01) * DAY);
  const mail: InvitationMail = isGuest && random.chance(0.6) ? 'join' : 'activation';
  return {
    createdAt: iso(at),
    invitedAt: iso(at),
    expiresAt: iso(at + 30 * DAY),
    mail,
    ...(mail === 'join' && random.chance(0.2) && { awaiting: 'balance-choice' }),
  };
}

/** Joined at some time in six years; most were here this week, and those who left were not. */
function history(i: number, status: PersonStatus, { random, now }: Context): Partial<PersonRecord> {
  const created = now - (i === 0 ? 6 * 365 : 3 + random.next() * (6 * 365 - 10)) * DAY;
  if (status === 'active' && i > 2 && random.chance(0.02)) return { createdAt: iso(created) };
  const idle =
    i === 0 ? 0.02 : random.next() ** 6 * 200 + (status === 'active' ? 0 : 20 + random.int(300));
  const last = Math.max(created, now - idle * DAY - random.int(DAY / 2));
  return { createdAt: iso(created), lastActiveAt: iso(Math.min(last, now)) };
}

function iso(ms: number): string {
  return new Date(Math.floor(ms / 1000) * 1000).toISOString();
}
