import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  PeopleSelection,
  type AccountScope,
  type PeopleWindow,
  type SelectedPeople,
} from '../../state/index.ts';
import { offersBulk } from './bulk/bulk-actions.ts';
import { SelectionChangedEvent } from './events.ts';
import type { SelectionParts } from './selection-boxes.ts';

export interface TableSelectionOptions {
  /** Absent: nothing can be changed, so there is nothing to select for. */
  readonly scope: () => AccountScope | undefined;
  readonly window: () => PeopleWindow | undefined;
  /** Places of the rows on the screen. */
  readonly shown: () => { readonly first: number; readonly last: number };
  /** Rows that Shift went over could not be read. */
  readonly failed: () => void;
}

/** Who is selected in a table: by checkbox, with Shift, by Space and Ctrl+A, or by the host. */
export class TableSelection implements ReactiveController {
  /** What the checkboxes do. */
  readonly parts: SelectionParts;
  readonly #options: TableSelectionOptions;
  readonly #people: PeopleSelection;
  #leave = new AbortController();

  constructor(host: ReactiveControllerHost & HTMLElement, options: TableSelectionOptions) {
    this.#options = options;
    this.#people = new PeopleSelection(() => {
      host.requestUpdate();
      host.dispatchEvent(new SelectionChangedEvent(this.#people.value, this.#people.count));
    });
    this.parts = {
      selection: this.#people,
      shown: () => this.#shown(),
      extend: (id: string) => this.#extend(id),
    };
    host.addController(this);
  }

  /** Who is selected; absent where nothing can be done to many. */
  get people(): PeopleSelection | undefined {
    const scope = this.#options.scope();
    return scope && offersBulk(scope) ? this.#people : undefined;
  }

  get value(): SelectedPeople | undefined {
    return this.#people.value;
  }

  set value(value: SelectedPeople | undefined) {
    this.#people.value = value;
  }

  clear(): void {
    this.#people.clear();
  }

  hostUpdate(): void {
    const window = this.#options.window();
    if (window?.status === 'ready') this.#people.shown(window.query, window.total);
    const scope = this.#options.scope();
    if (scope) this.#people.drop((id) => scope.isGone(id));
  }

  hostDisconnected(): void {
    this.#leave.abort();
    this.#leave = new AbortController();
  }

  /**
   * Space in a row selects it or lets it go, Shift+Space from the row before to this one, Ctrl+A everyone who matches (ARIA
   * grid pattern). Says whether it was one of these.
   */
  handleKeydown(event: KeyboardEvent, id: string | undefined): boolean {
    const { people } = this;
    if (!people || event.altKey) return false;
    const whole = event.ctrlKey || event.metaKey;
    const window = this.#options.window();
    if (whole && event.key.toLowerCase() === 'a' && window?.status === 'ready')
      people.selectMatching(window.query, window.total);
    else if (!whole && event.key === ' ' && id !== undefined) {
      if (event.shiftKey) this.#extend(id);
      else people.toggle(id);
    } else return false;
    event.preventDefault();
    return true;
  }

  /** Ids of those on the screen. */
  #shown(): readonly string[] {
    const { first, last } = this.#options.shown();
    const ids: string[] = [];
    for (let index = first; index <= last; index++) {
      const id = this.#options.window()?.at(index)?.id;
      if (id !== undefined) ids.push(id);
    }
    return ids;
  }

  /** From the row before to this one, also over rows that were never on the screen. */
  #extend(id: string): void {
    const window = this.#options.window();
    const scope = this.#options.scope();
    if (!window || !scope) return;
    const { signal } = this.#leave;
    this.#people
      .rangeTo(id, window, (first, last) => scope.idsBetween(window.query, first, last, signal))
      .catch(() => this.#options.failed());
  }
}
