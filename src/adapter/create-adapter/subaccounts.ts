import type { Page, Subaccount, SubaccountRequest } from '../../domain/index.ts';
import type { Paging } from '../capabilities.ts';
import { pageOf } from '../list/paging.ts';
import { fold } from '../list/text.ts';
import { malformed } from '../malformed.ts';
import type { Call } from '../port.ts';
import { Lister, type Scan } from './lister.ts';
import type { Guard } from './problems.ts';
import { thingOf } from './records.ts';
import { Scans } from './scans.ts';
import type { SubaccountSource } from './source.ts';

interface Asked {
  readonly search: string;
}

function subaccountOf(given: unknown, path: string): Subaccount {
  const one = thingOf(given, path) as Subaccount;
  if (typeof one.name !== 'string') throw malformed(`${path}.name should be a text`);
  return one;
}

/** The sub-accounts of a source, searched here where the backend does not. */
export class Subaccounts {
  readonly paging: Paging;
  readonly #lister: Lister<Asked, Subaccount>;
  readonly #scans = new Scans<Scan<Subaccount>>();
  readonly #source: SubaccountSource;
  readonly #limit: number;

  constructor(source: SubaccountSource, guard: Guard, limit: number) {
    const read: SubaccountSource['read'] = (asked, call) =>
      guard('subaccounts', call, (by) => source.read(asked, by));
    this.#source = source;
    this.#limit = limit;
    this.#lister = new Lister({ ...source, read }, 'subaccounts', subaccountOf);
    const { jump, totals, maxSize } = this.#lister;
    this.paging = { jump, totals, maxSize };
  }

  async page(request: SubaccountRequest, call: Call): Promise<Page<Subaccount>> {
    const { ids, size, at } = request;
    const search = (request.search ?? '').trim();
    const isSearched = this.#source.search === true || search === '';
    // They are the same whichever of them the page is about.
    const { subaccountId: _one, signal, ...rest } = call;
    const asked = { search: this.#source.search === true ? search : '' };
    const by = { ...rest, ...(signal && { signal }) };
    if (isSearched && !ids && this.#source.paging !== 'whole')
      return this.#lister.page(asked, request, by);
    const { items, partial } = await this.#scans.get(
      JSON.stringify(asked),
      typeof at === 'string',
      (until) => this.#lister.scan(asked, this.#limit, { ...rest, signal: until }),
      signal,
    );
    const text = isSearched ? '' : fold(search);
    const found = items.filter(
      ({ id, name }) => (!ids || ids.includes(id)) && fold(name).includes(text),
    );
    const most = Math.min(size ?? this.#lister.maxSize, this.#lister.maxSize);
    const page = pageOf(found, { size: most, ...(at !== undefined && { at }) }, (one) => one);
    return partial ? { ...page, totalIs: 'estimate', partial } : page;
  }

  changed(): void {
    this.#scans.clear();
  }
}
