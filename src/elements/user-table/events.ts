import type { PersonRecord } from '../../domain/index.ts';
import type { PeopleView, SelectedPeople } from '../../state/index.ts';

/** The person changed how the list is looked at: search, filters, order, columns or density. */
export class ViewChangedEvent extends Event {
  static readonly eventName = 'view-changed';
  readonly view: PeopleView;

  constructor(view: PeopleView) {
    super(ViewChangedEvent.eventName, { bubbles: true, composed: true });
    this.view = view;
  }
}

/** Others are selected than before. */
export class SelectionChangedEvent extends Event {
  static readonly eventName = 'selection-changed';
  /** Ids, or a query with exceptions; `undefined`: nobody. */
  readonly selection: SelectedPeople | undefined;
  /** How many; `undefined` where nobody knows how many match. */
  readonly count: number | undefined;

  constructor(selection: SelectedPeople | undefined, count: number | undefined) {
    super(SelectionChangedEvent.eventName, { bubbles: true, composed: true });
    this.selection = selection;
    this.count = count;
  }
}

/**
 * Someone in the list was opened, by Enter or a double click on the row. Unless it is cancelled, the scope is asked for their page
 * (`PersonRequestEvent`), which a `<user-panel>` of the same scope shows.
 */
export class PersonOpenEvent extends Event {
  static readonly eventName = 'person-open';
  readonly person: PersonRecord;

  constructor(person: PersonRecord) {
    super(PersonOpenEvent.eventName, { bubbles: true, cancelable: true, composed: true });
    this.person = person;
  }
}

declare global {
  interface HTMLElementEventMap {
    'view-changed': ViewChangedEvent;
    'selection-changed': SelectionChangedEvent;
    'person-open': PersonOpenEvent;
  }
}
