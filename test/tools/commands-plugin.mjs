// The server side of commands.ts: what a test asks for, done by each engine's own means.

const asKey = (name, shift) => {
  if (name === 'Space') return ' ';
  return shift && name.length === 1 ? name.toUpperCase() : name;
};

/** `Control+Shift+End` → its keys, in the order they go down; `Control++` ends with the plus. */
export function keysOf(chord) {
  const names = chord.split(/(?<=[^+])\+/);
  return names.map((name) => asKey(name, names.includes('Shift')));
}

/** Playwright (Chromium) and Puppeteer (Firefox) share nearly all of their page's shape. */
function pageHands(page, isPlaywright) {
  const { keyboard, mouse } = page;
  return {
    async press(chord) {
      const keys = keysOf(chord);
      for (const key of keys) await keyboard.down(key);
      for (const key of keys.reverse()) await keyboard.up(key);
    },
    type: (text) => keyboard.type(text),
    move: ({ x, y }) => mouse.move(x, y),
    click: ({ x, y, button, count }) =>
      mouse.click(x, y, isPlaywright ? { button, clickCount: count } : { button, count }),
    async drag({ from, to, steps }) {
      await mouse.move(from.x, from.y);
      await mouse.down();
      await mouse.move(to.x, to.y, { steps });
      await mouse.up();
    },
    async wheel({ x, y, deltaX, deltaY }) {
      await mouse.move(x, y);
      await (isPlaywright ? mouse.wheel(deltaX, deltaY) : mouse.wheel({ deltaX, deltaY }));
    },
    viewport: (size) => (isPlaywright ? page.setViewportSize(size) : page.setViewport(size)),
    media: (features) => page.emulateMedia(features),
    ariaSnapshot: (selector) => page.locator(selector).first().ariaSnapshot(),
  };
}

/** Keys that W3C WebDriver names by a code point (https://w3c.github.io/webdriver/#keyboard-actions). */
const W3C_KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Insert: '\uE016',
  Delete: '\uE017',
  F1: '\uE031',
  F2: '\uE032',
  F3: '\uE033',
  F4: '\uE034',
  F5: '\uE035',
  F6: '\uE036',
  F7: '\uE037',
  F8: '\uE038',
  F9: '\uE039',
  F10: '\uE03A',
  F11: '\uE03B',
  F12: '\uE03C',
  Meta: '\uE03D',
};

/** WebKit, by W3C actions. */
function driverHands(driver) {
  const act = (type, actions, parameters) =>
    driver.send('POST', '/actions', {
      actions: [{ type, id: type, actions, ...(parameters && { parameters }) }],
    });
  const keys = (actions) => act('key', actions);
  const pointer = (actions) => act('pointer', actions, { pointerType: 'mouse' });
  const move = ({ x, y }) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y) });
  const value = (key) => {
    const code = W3C_KEYS[key] ?? key;
    if (code.length > 1) throw new Error(`Unknown key ${key}.`);
    return code;
  };
  return {
    async press(chord) {
      const codes = keysOf(chord).map(value);
      await keys([
        ...codes.map((code) => ({ type: 'keyDown', value: code })),
        ...codes.reverse().map((code) => ({ type: 'keyUp', value: code })),
      ]);
    },
    type: (text) =>
      keys(
        [...text].flatMap((letter) => [
          { type: 'keyDown', value: letter },
          { type: 'keyUp', value: letter },
        ]),
      ),
    move: (point) => pointer([move(point)]),
    click: ({ x, y, count }) =>
      pointer([
        move({ x, y }),
        ...Array.from({ length: count }, () => [
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ]).flat(),
      ]),
    drag: ({ from, to, steps }) =>
      pointer([
        move(from),
        { type: 'pointerDown', button: 0 },
        ...Array.from({ length: steps }, (_, index) => {
          const share = (index + 1) / steps;
          return move({
            x: from.x + (to.x - from.x) * share,
            y: from.y + (to.y - from.y) * share,
          });
        }),
        { type: 'pointerUp', button: 0 },
      ]),
    async wheel({ x, y, deltaX, deltaY }) {
      // The driver scrolls by the difference to its last scroll, so it has to forget that one.
      await driver.send('DELETE', '/actions');
      await act('wheel', [{ type: 'scroll', x: Math.round(x), y: Math.round(y), deltaX, deltaY }]);
    },
    viewport: (size) => driver.viewport(size),
  };
}

async function handsOf({ browser, id }) {
  if (browser.type === 'webdriver') return driverHands(await browser.getDriver());
  return pageHands(browser.getPage(id), browser.type === 'playwright');
}

/** Commands are named `kit:<verb>`, so they never meet the test runner's own. */
export function commandsPlugin() {
  return {
    name: 'kit-commands',
    async executeCommand({ command, payload, session }) {
      if (!command.startsWith('kit:')) return undefined;
      const verb = command.slice('kit:'.length);
      const hands = await handsOf(session);
      if (!hands[verb]) throw new Error(`${session.browser.name} has no command ${verb}.`);
      const result = await hands[verb](payload);
      // A falsy answer means "not executed" to the test runner.
      return { result: result ?? null };
    },
  };
}
