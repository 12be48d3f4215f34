import type { ReactiveControllerHost } from 'lit';
import type { PeopleQuery } from '../domain/index.ts';
import type { AccountScope, PeopleWindow } from '../state/index.ts';
import { WindowController } from './window-controller.ts';

/** The same for people. */
export class PeopleController extends WindowController<PeopleQuery, PeopleWindow> {
  constructor(host: ReactiveControllerHost, scope: () => AccountScope | undefined) {
    super(host, scope, (from, query) => from.query(query));
  }
}
