import type { PersonRecord } from '../../domain/index.ts';
import type { PeopleView } from '../../state/index.ts';

/** The person changed how the list is looked at: search, filters, order, columns or density. */
export class ViewChangedEvent extends Event {
  static readonly eventName = 'view-changed';
  readonly view: PeopleView;

  constructor(view: PeopleView) {
    super(ViewChangedEvent.eventName, { bubbles: true, composed: true });
    this.view = view;
  }
}

/** Someone in the list was opened, by Enter or a double click on the row. */
export class PersonOpenEvent extends Event {
  static readonly eventName = 'person-open';
  readonly person: PersonRecord;

  constructor(person: PersonRecord) {
    super(PersonOpenEvent.eventName, { bubbles: true, composed: true });
    this.person = person;
  }
}

declare global {
  interface HTMLElementEventMap {
    'view-changed': ViewChangedEvent;
    'person-open': PersonOpenEvent;
  }
}
