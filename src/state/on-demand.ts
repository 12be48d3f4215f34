/** How long a page that is never idle keeps it waiting, in ms. */
const BUSY_MS = 2_000;
/** How long after the first paint a browser that cannot say when it is idle is taken to be, in ms. */
const IDLE_MS = 300;

/**
 * Code that the first paint does without: fetched ahead once the browser has nothing else to do, and at the latest when
 * it is needed. A fetch that failed is tried again by the next call.
 */
export class OnDemand<Module, Ready> {
  readonly #import: () => Promise<Module>;
  readonly #start: (module: Module) => Ready;
  #ready: Ready | undefined;
  #fetching: Promise<boolean> | undefined;
  #ahead: Promise<boolean> | undefined;
  #failures = 0;

  /** @param start makes of the module what its user needs; called once */
  constructor(load: () => Promise<Module>, start: (module: Module) => Ready) {
    this.#import = load;
    this.#start = start;
  }

  /** What `start` made, once the module is there. */
  get ready(): Ready | undefined {
    return this.#ready;
  }

  /** Fetches it when the browser is idle. Call it with something to look at on the screen; later calls do nothing. */
  fetchAhead(): void {
    void this.fetchWhenIdle();
  }

  /** The same, for whoever wants to know: resolves to whether it is there; never rejects. */
  fetchWhenIdle(): Promise<boolean> {
    return (this.#ahead ??= new Promise((resolve) => {
      const fetch = (): void => void this.fetch().then(resolve);
      if ('requestIdleCallback' in globalThis) requestIdleCallback(fetch, { timeout: BUSY_MS });
      else setTimeout(fetch, IDLE_MS);
    }));
  }

  /** Fetches it now. Resolves to whether it is there; never rejects. */
  fetch(): Promise<boolean> {
    return (this.#fetching ??= this.#fetch());
  }

  async #fetch(): Promise<boolean> {
    try {
      this.#ready = this.#start(await this.#load());
      return true;
    } catch (failure) {
      console.warn(
        'rosterkit: a part could not be fetched; it is tried again when needed.',
        failure,
      );
      this.#failures++;
      this.#fetching = undefined;
      return false;
    }
  }

  async #load(): Promise<Module> {
    try {
      return await this.#import();
    } catch (failure) {
      // Many a browser answers the import of what it once could not fetch with the same failure for as long as the page
      // lives (whatwg/html#6768), and names the file. By another address it is another module to it.
      const [file] = /\bhttps?:\S+/.exec(String(failure)) ?? [];
      if (!file || this.#failures === 0) throw failure;
      const again = new URL(file);
      again.searchParams.set('again', String(this.#failures));
      return (await import(/* @vite-ignore */ /* webpackIgnore: true */ again.href)) as Module;
    }
  }
}
