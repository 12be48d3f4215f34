import type {
  FilterOperator, Page, PageRequest, PeopleField, PeopleQuery, PersonRecord,
} from '../../domain/index.ts'; // prettier-ignore
import type { PeopleCapabilities } from '../capabilities.ts';
import { fail } from '../fail.ts';
import { fieldsOf, type Field } from '../list/fields.ts';
import { filterMatches, searchMatches } from '../list/filter.ts';
import { pageOf } from '../list/paging.ts';
import type { Row } from '../list/row.ts';
import { sorter } from '../list/sorter.ts';
import type { Call } from '../port.ts';
import { AdapterError } from '../problem.ts';
import { Lister, type Scan } from './lister.ts';
import { checkQuery, planAlone, planOf, testsOf, type Plan } from './plan.ts';
import { personOf } from './records.ts';
import { Scans } from './scans.ts';
import type { PeopleAsked, PeopleSource } from './source.ts';

const NOTHING: PeopleAsked = { search: '', tests: [], sort: [] };
const OWN: readonly PeopleField[] = ['name', 'email', 'role', 'status'];

/** The people of a source: asked for as it can be asked, and over what was read where it cannot. */
export class People {
  readonly capabilities: PeopleCapabilities;
  readonly #source: PeopleSource;
  readonly #lister: Lister<PeopleAsked, PersonRecord>;
  readonly #scans = new Scans<Scan<PersonRecord>>();
  readonly #fields: ReadonlyMap<PeopleField, Field>;
  readonly #limit: number;
  /** What a backend refused to do although it said that it could. */
  readonly #refused = new Set<string>();

  constructor(source: PeopleSource, roles: readonly string[], limit: number) {
    const { fields = OWN, search = 'client', sort = [], filter = {}, values } = source;
    const attributes = [...fields, ...sort, ...(Object.keys(filter) as PeopleField[])]
      .filter((field) => field.startsWith('x-'))
      .map((field) => ({ id: field.slice(2) }));
    this.#source = source;
    this.#limit = limit;
    this.#lister = new Lister(source, 'people', personOf);
    this.#fields = fieldsOf({ attributes }, roles);
    const { jump, totals, maxSize } = this.#lister;
    this.capabilities = {
      search,
      sort: [...new Set([...sort, ...fields])],
      filter: this.#filters(fields, filter),
      ...(values && { values }),
      boolean: fields.length > 0 ? 'nested' : source.combine === 'nested' ? 'nested' : 'flat',
      jump,
      totals,
      maxSize,
      invitations: source.invitations ?? 'merged',
    };
  }

  /** One page of those who match. */
  async page(request: PageRequest, call: Call): Promise<Page<PersonRecord>> {
    checkQuery(request, this.capabilities);
    const plan = planOf(request, this.#source);
    const shape = shapeOf(plan.asked);
    if (!this.#refused.has(shape)) {
      try {
        return await this.#planned(plan, request, call);
      } catch (thrown) {
        if (!isUnsupported(thrown) || shape === shapeOf(NOTHING)) throw thrown;
        if (!isAboutValue(thrown)) this.#refused.add(shape);
      }
    }
    return this.#planned(planAlone(request), request, call);
  }

  /** Everyone, as far as they can be read. */
  everyone(call: Call): Promise<Scan<PersonRecord>> {
    return this.#scan(NOTHING, call, false);
  }

  /** Someone, looked for among all: for a source that cannot read one person. */
  async find(id: string, call: Call): Promise<PersonRecord> {
    const { items, partial } = await this.everyone(call);
    const found = items.find((person) => person.id === id);
    if (found) return found;
    return partial
      ? fail('unsupported', 'scan-limit', { title: 'Not among those that could be read' })
      : fail('not-found');
  }

  /** Something was changed: what was read is not true any more. */
  changed(): void {
    this.#scans.clear();
  }

  async #planned(
    { asked, left, isWhole }: Plan,
    request: PageRequest,
    call: Call,
  ): Promise<Page<PersonRecord>> {
    if (isWhole && this.#source.paging !== 'whole') return this.#lister.page(asked, request, call);
    const { size, at } = request;
    const { items, partial } = await this.#scan(asked, call, typeof at === 'string');
    const found = this.#matching(items, left, request.locale);
    const max = this.#lister.maxSize;
    const page = pageOf(
      found,
      { ...(size !== undefined && { size: Math.min(size, max) }), ...(at !== undefined && { at }) },
      (person) => person,
    );
    return partial ? { ...page, totalIs: 'estimate', partial } : page;
  }

  #scan(asked: PeopleAsked, call: Call, isBegun: boolean): Promise<Scan<PersonRecord>> {
    const { signal, ...rest } = call;
    return this.#scans.get(
      JSON.stringify([asked, rest]),
      isBegun,
      (until) => this.#lister.scan(asked, this.#limit, { ...rest, signal: until }),
      signal,
    );
  }

  #matching(
    people: readonly PersonRecord[],
    { search, filter, sort = [] }: PeopleQuery,
    locale: string | undefined,
  ): readonly PersonRecord[] {
    const [words, test] = [searchMatches(search), filterMatches(filter, this.#fields)];
    const rows = people
      .map((record, seq): Row => ({ record, seq }))
      .filter((row) => test(row) && words(row));
    if (sort.length === 0) return rows.map(({ record }) => record);
    const { entry, order } = sorter(sort, locale, this.#fields);
    return rows
      .map(entry)
      .sort(order)
      .map(({ row }) => row.record);
  }

  /** What either side can do with a field. What only the backend knows is left as it is. */
  #filters(
    fields: readonly PeopleField[],
    own: NonNullable<PeopleSource['filter']>,
  ): PeopleCapabilities['filter'] {
    const all = new Set([...(Object.keys(own) as PeopleField[]), ...fields]);
    const operators = (field: PeopleField): readonly FilterOperator[] => [
      ...new Set([
        ...(own[field] ?? []),
        ...(fields.includes(field) ? (this.#fields.get(field)?.operators ?? []) : []),
      ]),
    ];
    return Object.fromEntries([...all].map((field) => [field, operators(field)]));
  }
}

/** Two queries that a backend can do, or cannot, for the same reason. */
function shapeOf({ search, tests, filter, sort }: PeopleAsked): string {
  return JSON.stringify([
    search !== '',
    [...tests, ...testsOf(filter)].map(({ field, op }) => [field, op]),
    sort.map(({ field }) => field),
  ]);
}

function isUnsupported(thrown: unknown): boolean {
  return thrown instanceof AdapterError && thrown.problem.kind === 'unsupported';
}

/** It is this text that cannot be asked for; others like it can. */
function isAboutValue(thrown: unknown): boolean {
  return thrown instanceof AdapterError && thrown.problem.code === 'this-value';
}
