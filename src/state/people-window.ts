import type { Capabilities } from '../adapter/capabilities.ts';
import type { AccountAdapter, Call } from '../adapter/port.ts';
import type { PeopleQuery, PersonRecord } from '../domain/index.ts';
import { checkPage } from './answers.ts';
import { ListWindow } from './list-window.ts';
import type { ListWindows } from './list-windows.ts';
import type { Line } from './read.ts';

/** What windows read from, whatever they are of. */
export interface WindowSource {
  readonly adapter: AccountAdapter;
  readonly line: Line;
  readonly capabilities: () => Promise<Capabilities>;
  readonly call: () => Call;
  readonly changed: () => void;
}

/** Everything on the page that shows people. */
export type PeopleWindows = ListWindows<PeopleQuery, PersonRecord, PeopleWindow>;

/** A live view onto the people who match a query. */
export class PeopleWindow extends ListWindow<PersonRecord> {
  readonly query: PeopleQuery;

  constructor(query: PeopleQuery, source: WindowSource, released: () => void) {
    const { adapter, call, capabilities, changed, line } = source;
    super({
      line,
      changed,
      released,
      action: 'user.list',
      path: 'people()',
      paging: async () => (await capabilities()).people,
      ask: async (part, signal) =>
        checkPage(await adapter.people({ ...query, ...part }, { ...call(), signal })),
    });
    this.query = query;
  }
}
