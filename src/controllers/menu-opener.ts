import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { nothing } from 'lit';
import type { MenuController, MenuOptions } from './menu-controller.ts';
import { OnDemand } from '../state/on-demand.ts';

/** Menus that also know what is in them. */
export interface Menus<Name, Context> extends MenuController<Name> {
  /** What is in the menu that is open. */
  render(context: Context): TemplateResult | typeof nothing;
  /** What its entries ask before they do something, if they do; stands outside of the popover. */
  renderDialog?(context: Context): TemplateResult | typeof nothing;
  /** What stands in the host's bar while something begun by an entry is under way. */
  renderBar?(context: Context): TemplateResult | typeof nothing;
}

type Host = ReactiveControllerHost & HTMLElement;

export interface MenuOpenerOptions<Module, Name, Context> extends MenuOptions {
  /** Fetches the module of the menus; called again if it fails. */
  readonly load: () => Promise<Module>;
  /** Makes the menus of it; called once. */
  readonly start: (module: Module, host: Host, options: MenuOptions) => Menus<Name, Context>;
  /** Called when a menu was asked for and could not be fetched. */
  readonly failed: () => void;
}

/**
 * Opens an element's menus, which are fetched on demand: the control answers at once, the menu follows as soon as it is
 * there, unless the person has gone elsewhere meanwhile.
 */
export class MenuOpener<Module, Name, Context> implements ReactiveController {
  readonly #host: Host;
  readonly #options: MenuOpenerOptions<Module, Name, Context>;
  readonly #menus: OnDemand<Module, Menus<Name, Context>>;
  #asked: { readonly name: Name; readonly trigger: HTMLElement } | undefined;
  #hasFailed = false;
  #isAhead = false;

  constructor(host: Host, options: MenuOpenerOptions<Module, Name, Context>) {
    this.#host = host;
    this.#options = options;
    this.#menus = new OnDemand(options.load, (module) => options.start(module, host, options));
    host.addController(this);
  }

  /** The menu that is open, or about to be. */
  get name(): Name | undefined {
    return this.#asked?.name ?? this.#menus.ready?.name;
  }

  /** The last menu that was asked for could not be fetched. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Fetches them when the browser is idle; what they have to say by themselves is drawn then. */
  fetchAhead(): void {
    if (this.#isAhead) return;
    this.#isAhead = true;
    void this.#menus.fetchWhenIdle().then(() => this.#host.requestUpdate());
  }

  toggle(name: Name, trigger: HTMLElement): void {
    const { ready } = this.#menus;
    if (ready) return ready.toggle(name, trigger);
    this.#host.requestUpdate();
    // Not every browser gives the focus to a button that is pressed; where it is tells whether the person still waits.
    trigger.focus();
    const isWaiting = this.#asked !== undefined;
    this.#asked = this.#asked?.trigger === trigger ? undefined : { name, trigger };
    if (!isWaiting) void this.#openFetched();
  }

  /** Closes the menu and gives the focus back to what opened it. */
  close(): void {
    const asked = this.#asked;
    this.#asked = undefined;
    if (asked) this.#options.returnFocus(asked.trigger);
    else this.#menus.ready?.close();
  }

  render(context: Context): TemplateResult | typeof nothing {
    return this.#menus.ready?.render(context) ?? nothing;
  }

  renderDialog(context: Context): TemplateResult | typeof nothing {
    return this.#menus.ready?.renderDialog?.(context) ?? nothing;
  }

  renderBar(context: Context): TemplateResult | typeof nothing {
    return this.#menus.ready?.renderBar?.(context) ?? nothing;
  }

  hostDisconnected(): void {
    this.#asked = undefined;
  }

  readonly handleKeydown = (event: KeyboardEvent): void => this.#menus.ready?.handleKeydown(event);

  readonly handleFocusout = (event: FocusEvent): void => this.#menus.ready?.handleFocusout(event);

  async #openFetched(): Promise<void> {
    const isThere = await this.#menus.fetch();
    const asked = this.#asked;
    this.#asked = undefined;
    this.#hasFailed = !isThere;
    this.#host.requestUpdate();
    if (!asked) return;
    if (!isThere) this.#options.failed();
    else if (this.#host.shadowRoot?.activeElement === asked.trigger)
      this.#menus.ready?.toggle(asked.name, asked.trigger);
  }
}
