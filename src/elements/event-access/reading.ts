import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { EventLink, EventRecord } from '../../domain/index.ts';
import { toProblem, type Problem } from '../../adapter/problem.ts';
import type { AccountScope, EventWindow, LinkWindow } from '../../state/index.ts';

/** How many are shown at first, and how many more each time. */
const STEP = 50;

/** What is read of events and of links, for one event or all of them; anew whenever another is asked for. */
export class AccessReading implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #owner: AccountScope | undefined;
  #eventId: string | undefined;
  #events: EventWindow | undefined;
  #single: EventWindow | undefined;
  #links: LinkWindow | undefined;
  #problem: Problem | undefined;
  #opening: AbortController | undefined;
  #eventsShown = STEP;
  #linksShown = STEP;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Follows a scope, and one event of it, or (`undefined`) all. Opens nothing twice. */
  follow(scope: AccountScope | undefined, eventId: string | undefined): void {
    if (scope === this.#owner && eventId === this.#eventId) return;
    this.#release();
    this.#owner = scope;
    this.#eventId = eventId;
    if (scope) void this.#open(scope, eventId);
  }

  get status(): 'loading' | 'ready' | 'failed' {
    // Of events and links, half is not enough: what was read once stays, what never was is missing.
    if (this.#problem || this.#windows.some(({ status }) => status === 'failed')) return 'failed';
    const isOpen = this.#opening === undefined && this.#owner !== undefined;
    return isOpen && this.#windows.every(({ status }) => status === 'ready') ? 'ready' : 'loading';
  }

  get problem(): Problem | undefined {
    return this.#problem ?? this.#windows.find(({ problem }) => problem)?.problem;
  }

  /** The events to show; `undefined`: the backend tells nothing of events. */
  get events(): readonly EventRecord[] | undefined {
    return this.#events && recordsOf(this.#single ?? this.#events, this.#eventsShown);
  }

  get links(): readonly EventLink[] {
    return recordsOf(this.#links, this.#linksShown);
  }

  /** An event that runs, other than this one. */
  runningBeside(eventId: string): EventRecord | undefined {
    return recordsOf(this.#events, STEP).find(
      ({ id, status }) => status === 'running' && id !== eventId,
    );
  }

  get hasMoreEvents(): boolean {
    return (this.#single ?? this.#events)?.at(this.#eventsShown) !== undefined;
  }

  get hasMoreLinks(): boolean {
    return (this.#links?.length ?? 0) > this.#linksShown;
  }

  readonly moreEvents = (): void => {
    this.#eventsShown += STEP;
    this.#show();
    this.#host.requestUpdate();
  };

  readonly moreLinks = (): void => {
    this.#linksShown += STEP;
    this.#show();
    this.#host.requestUpdate();
  };

  readonly retry = (): void => {
    const scope = this.#owner;
    if (scope && this.#problem) {
      this.#release();
      this.#owner = scope;
      void this.#open(scope, this.#eventId);
    } else for (const window of this.#windows) if (window.problem) window.retry();
    this.#host.requestUpdate();
  };

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#release();
  }

  get #windows(): readonly (EventWindow | LinkWindow)[] {
    return [this.#events, this.#single, this.#links].filter((window) => window !== undefined);
  }

  async #open(scope: AccountScope, eventId: string | undefined): Promise<void> {
    const opening = (this.#opening = new AbortController());
    const { account } = scope;
    const { events, links } = account.status === 'ready' ? account.capabilities : {};
    const keep = <Window extends { release(): void }>(window: Window): Window | undefined => {
      if (!opening.signal.aborted) return window;
      window.release();
      return undefined;
    };
    try {
      if (events) this.#events = keep(await scope.events()) ?? this.#events;
      if (events && eventId && !opening.signal.aborted)
        this.#single = keep(await scope.events({ ids: [eventId] })) ?? this.#single;
      if (links && !opening.signal.aborted)
        this.#links =
          keep(await scope.links(eventId ? { eventIds: [eventId] } : {})) ?? this.#links;
    } catch (thrown) {
      if (!opening.signal.aborted) this.#problem = toProblem(thrown);
    }
    if (opening.signal.aborted) return;
    this.#opening = undefined;
    this.#show();
    this.#host.requestUpdate();
  }

  #show(): void {
    this.#events?.show(0, this.#single ? STEP - 1 : this.#eventsShown);
    this.#single?.show(0, 0);
    this.#links?.show(0, this.#linksShown);
  }

  #release(): void {
    this.#opening?.abort();
    for (const window of this.#windows) window.release();
    this.#events = this.#single = this.#links = this.#opening = undefined;
    this.#owner = this.#problem = undefined;
    this.#eventsShown = this.#linksShown = STEP;
  }
}

function recordsOf<T>(
  window: { readonly length: number; at(index: number): T | undefined } | undefined,
  most: number,
): readonly T[] {
  const count = Math.min(window?.length ?? 0, most);
  return Array.from({ length: count }, (_, index) => window?.at(index)).filter(
    (one) => one !== undefined,
  );
}
