import {
  PEOPLE_FIELDS,
  type Command,
  type Page,
  type PageRequest,
  type PeopleField,
  type PeopleQuery,
  type PersonRecord,
  type Ref,
} from '../../domain/index.ts';
import type { Capabilities } from '../capabilities.ts';
import type { AccountAdapter, RunValue } from '../port.ts';
import { PROBLEM_KINDS, type Problem } from '../problem.ts';
import { ensure, skip } from './ensure.ts';

export interface ConformanceOptions {
  /** Leaves out every check that changes something, for a backend whose data matters. */
  readonly readOnly?: boolean;
  /** More people than this are not read whole; checks that need all of them are skipped. Default 5000. */
  readonly maxPeople?: number;
  /** Locale whose collation sorted text is held against. Default `en`. */
  readonly locale?: string;
}

/** An adapter under test, with what every check needs of it. */
export class Subject {
  readonly adapter: AccountAdapter;
  readonly options: Required<ConformanceOptions>;
  readonly capabilities: Capabilities;
  #commands = 0;
  #everyone: Promise<readonly PersonRecord[]> | undefined;

  constructor(adapter: AccountAdapter, capabilities: Capabilities, options: ConformanceOptions) {
    this.adapter = adapter;
    this.capabilities = capabilities;
    this.options = { readOnly: false, maxPeople: 5000, locale: 'en', ...options };
  }

  /** All people, in the order in which the backend gives them. Read once for each check. */
  everyone(): Promise<readonly PersonRecord[]> {
    return (this.#everyone ??= this.read({}));
  }

  /** Everyone who matches a query, page after page. */
  async read(
    query: PeopleQuery,
    size = this.capabilities.people.maxSize,
  ): Promise<readonly PersonRecord[]> {
    const rows: PersonRecord[] = [];
    for await (const page of this.pages({ ...query, size })) rows.push(...page.items);
    return rows;
  }

  /** The pages of a query, following cursors. */
  async *pages(request: PageRequest): AsyncGenerator<Page<PersonRecord>> {
    const { maxPeople } = this.options;
    let at = request.at;
    for (let rows = 0, turn = 0; ; turn++) {
      const page = await this.adapter.people({ ...request, ...(at !== undefined && { at }) });
      ensure(Array.isArray(page.items), 'people() answered without a list of items');
      yield page;
      if (page.next === undefined) return;
      if ((rows += page.items.length) > maxPeople) skip(`more than ${maxPeople} people`);
      ensure(turn <= maxPeople, 'the pages never end: every one has a next cursor');
      ensure(
        page.next !== at,
        `page ${turn + 1} points at itself: next is the cursor it was asked for`,
      );
      at = page.next;
    }
  }

  /** Fields that can be sorted or filtered by, as far as a page could show them. */
  fields(): readonly PeopleField[] {
    const { sort, filter } = this.capabilities.people;
    return [...new Set([...PEOPLE_FIELDS, ...sort, ...(Object.keys(filter) as PeopleField[])])];
  }

  offers(action: string): boolean {
    return this.capabilities.commands[action] !== undefined;
  }

  /** A command under an id of its own. */
  command(action: string, target?: Ref, change?: Command['change']): Command {
    const id = `conformance-${Date.now().toString(36)}-${(this.#commands++).toString(36)}-${Math.random().toString(36).slice(2)}`;
    return { id, action, ...(target && { target }), ...(change && { change }) };
  }

  /** The problem a call ended with, or what it answered. Rejecting with anything else fails the check. */
  async outcome(
    what: string,
    call: () => Promise<unknown>,
  ): Promise<Problem | { readonly answer: unknown }> {
    let thrown: unknown;
    try {
      return { answer: await call() };
    } catch (reason) {
      thrown = reason;
    }
    const { problem } = (thrown ?? {}) as { readonly problem?: Partial<Problem> };
    ensure(
      (PROBLEM_KINDS as readonly unknown[]).includes(problem?.kind),
      `${what}: rejected with something that is no AdapterError: ${String(thrown)}`,
    );
    ensure(
      typeof problem?.title === 'string' && typeof problem.retryable === 'boolean',
      `${what}: the problem lacks title or retryable`,
    );
    return problem as Problem;
  }

  /** Fails unless a call ends with one of these problems. */
  async refused(
    what: string,
    kinds: readonly Problem['kind'][],
    call: () => Promise<unknown>,
  ): Promise<Problem> {
    const problem = await this.outcome(what, call);
    ensure(
      'kind' in problem,
      `${what}: was answered with ${JSON.stringify(problem)} instead of a problem`,
    );
    ensure(
      kinds.includes(problem.kind),
      `${what}: ended as ${problem.kind} instead of ${kinds.join(' or ')}`,
    );
    return problem;
  }

  /**
   * Someone whose profile the actor may edit, and a field of it: found by editing, and put back. Skips the check
   * where nobody is found.
   */
  async editable(): Promise<Editable> {
    if (this.options.readOnly) skip('read only');
    if (!this.offers('user.edit')) skip('user.edit is not offered');
    const offered = this.capabilities.commands['user.edit'];
    const fields = (typeof offered === 'object' && offered.fields) || FIELDS;
    const field =
      fields.find((one) => (FIELDS as readonly string[]).includes(one)) ??
      skip('no text field can be edited');
    const { actor } = await this.adapter.account();
    const people = (await this.everyone()).filter(
      ({ id, status }) => id !== actor.id && status === 'active',
    );
    const found: PersonRecord[] = [];
    for (const person of people.slice(0, TRIED)) {
      const change = (text: string) => this.edit(person.id, field, text);
      try {
        await change('Conformance');
        await change(textOf(person, field));
      } catch {
        continue;
      }
      found.push(await this.adapter.person(person.id));
      if (found.length === 2) break;
    }
    const [person, other] = found;
    if (!person) return skip('nobody may be edited');
    return { person, other, field, valueOf: (record) => textOf(record, field) };
  }

  edit(id: string, field: string, value: string): Promise<RunValue> {
    return this.adapter.run(
      this.command('user.edit', { kind: 'person', id }, { values: { [field]: value } }),
    );
  }
}

export interface Editable {
  readonly person: PersonRecord;
  readonly other: PersonRecord | undefined;
  readonly field: string;
  valueOf(record: PersonRecord): string;
}

/** Fields that mean little enough to be tried. */
const FIELDS = ['jobTitle', 'department', 'location', 'lastName', 'displayName'] as const;
const TRIED = 25;

function textOf(person: PersonRecord, field: string): string {
  const value: unknown = person[field as keyof PersonRecord];
  return typeof value === 'string' ? value : '';
}
