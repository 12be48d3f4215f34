// Runs tests in WebKitGTK through its own W3C driver, on a display of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.mjs';

/** The size every engine's page starts with (the test runner sets it in the other two). */
export const VIEWPORT = { width: 800, height: 600 };

/** The browser's own toolbar must not keep the window wider than a phone. */
const GTK_CSS = 'button, entry, image { min-width: 0; padding: 0; margin: 0; }';

/** Holds the browser's settings and whatever it and its display leave behind. */
function makeScratch() {
  const folder = mkdtempSync(join(tmpdir(), 'rosterkit-webkit-'));
  mkdirSync(join(folder, 'gtk-3.0'));
  writeFileSync(join(folder, 'gtk-3.0', 'gtk.css'), GTK_CSS);
  return folder;
}

/** One browser window behind the W3C WebDriver protocol. */
export class WebDriver {
  #url;
  #process;
  #scratch = makeScratch();

  static async start({ path, driver, xvfb }) {
    const self = new WebDriver();
    const port = await freePort();
    // The shell leads a process group. It ends the group when its input closes, so nothing is left
    // behind even when this process is killed. `$1 -a` is xvfb-run, which picks a free display.
    const script =
      '"$1" -a "$2" --port="$3" --host=127.0.0.1 <&- & read -r _; trap : TERM; kill -TERM 0; wait';
    self.#process = spawn('sh', ['-c', script, 'webkit', xvfb, driver, String(port)], {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
      env: { ...process.env, XDG_CONFIG_HOME: self.#scratch, TMPDIR: self.#scratch },
    });
    self.#url = `http://127.0.0.1:${port}`;
    await self.#ready();
    const { sessionId } = await self.send('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary: path, args: ['--automation'] },
        },
      },
    });
    self.#url += `/session/${sessionId}`;
    await self.viewport(VIEWPORT);
    return self;
  }

  async #ready() {
    for (let tries = 0; tries < 600; tries++) {
      const answer = await fetch(`${this.#url}/status`).catch(() => undefined);
      if (answer?.ok) return;
      await sleep(100);
    }
    throw new Error('WebKitWebDriver did not start within a minute.');
  }

  async send(method, path, body) {
    const answer = await fetch(this.#url + path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`WebKit, ${path}: ${value?.message || value?.error}`);
    return value;
  }

  open(url) {
    return this.send('POST', '/url', { url });
  }

  run(script, ...args) {
    return this.send('POST', '/execute/sync', { script: `return (${script})`, args });
  }

  /** W3C speaks of the window; what tests mean is the page inside it. */
  async viewport({ width, height }) {
    const end = Date.now() + 60_000;
    while (Date.now() < end) {
      const { page, window } = await this.#sizes(end);
      if (page.width === width && page.height === height) return;
      await this.send('POST', '/window/rect', {
        width: window.width + width - page.width,
        height: window.height + height - page.height,
      });
    }
    throw new Error(`WebKit did not take the viewport ${width}×${height}.`);
  }

  /**
   * The window's size and its page's, read when they have come to rest: the page follows the window a while
   * later, and a difference taken in between is no measure of the toolbar.
   */
  async #sizes(end) {
    let last;
    while (Date.now() < end) {
      const [pageWidth, pageHeight] = await this.run('[innerWidth, innerHeight]');
      const { width, height } = await this.send('GET', '/window/rect');
      const now = [pageWidth, pageHeight, width, height].join();
      if (now === last && pageWidth <= width && pageHeight <= height) {
        return { page: { width: pageWidth, height: pageHeight }, window: { width, height } };
      }
      last = now;
      await sleep(20);
    }
    throw new Error(`WebKit's window did not come to rest: page and window are ${last}.`);
  }

  async stop() {
    await this.send('DELETE', '').catch(() => undefined);
    const gone = once(this.#process, 'exit');
    this.#process.stdin.end();
    await gone;
    rmSync(this.#scratch, { recursive: true, force: true });
  }
}

/** The shape the test runner asks of a browser. */
export function webkitLauncher(paths) {
  /** @type {Promise<WebDriver> | undefined} */
  let starting;
  let active;
  return {
    name: 'WebKit',
    type: 'webdriver',
    concurrency: 1,
    initialize() {},
    async startSession(id, url) {
      starting ??= WebDriver.start(paths);
      const driver = await starting;
      active = id;
      await driver.open(url);
    },
    isActive: (id) => id === active,
    getBrowserUrl: async () => (await starting)?.send('GET', '/url'),
    async stopSession() {
      const driver = await starting;
      active = undefined;
      await driver?.send('DELETE', '/actions');
      await driver?.open('about:blank');
      await driver?.viewport(VIEWPORT);
      return { errors: [] };
    },
    startDebugSession() {
      throw new Error('WebKit cannot be debugged from here: choose another engine.');
    },
    async stop() {
      await (await starting)?.stop();
      starting = undefined;
    },
    /** For the commands plugin. */
    getDriver: () => starting,
  };
}
