import { expect, waitUntil } from '@open-wc/testing';
import {
  ariaSnapshot,
  defaultViewport,
  engine,
  media,
  mouse,
  press,
  reset,
  supports,
  type,
  viewport,
} from './commands.ts';

let host: HTMLElement;

function mount(markup: string): HTMLElement {
  host.append(document.createRange().createContextualFragment(markup));
  return host.firstElementChild as HTMLElement;
}

/** Everything the element hears, as short lines. */
function listen<K extends keyof HTMLElementEventMap>(
  target: HTMLElement,
  types: readonly K[],
  line: (event: HTMLElementEventMap[K]) => string,
): string[] {
  const heard: string[] = [];
  for (const name of types) target.addEventListener(name, (event) => heard.push(line(event)));
  return heard;
}

const modifiers = (event: KeyboardEvent): string =>
  [event.ctrlKey && 'Control', event.shiftKey && 'Shift', event.altKey && 'Alt', event.key]
    .filter((part, index, all) => part && (index === 3 || part !== all[3]))
    .join('+');

describe(`test commands in ${engine}`, () => {
  beforeEach(() => {
    host = document.body.appendChild(document.createElement('main'));
  });

  afterEach(() => {
    host.remove();
  });

  describe('press', () => {
    for (const [chord, expected] of [
      ['Enter', 'Enter'],
      ['Space', ' '],
      ['ArrowDown', 'ArrowDown'],
      ['Escape', 'Escape'],
      ['F2', 'F2'],
      ['Control+z', 'Control+z'],
      ['Control+Shift+z', 'Control+Shift+Z'],
      ['Control+Home', 'Control+Home'],
      ['Control+Shift+End', 'Control+Shift+End'],
      ['Alt+ArrowDown', 'Alt+ArrowDown'],
    ] as const) {
      it(`sends ${chord}`, async () => {
        const input = mount('<textarea aria-label="Text"></textarea>');
        input.focus();
        const heard = listen(input, ['keydown'], modifiers);
        await press(chord);
        expect(heard.at(-1)).to.equal(expected);
      });
    }

    it('moves the focus with Tab and back with Shift+Tab', async () => {
      mount('<button>One</button><button>Two</button>');
      const [one, two] = host.querySelectorAll('button');
      one?.focus();
      await press('Tab');
      expect(document.activeElement).to.equal(two);
      await press('Shift+Tab');
      expect(document.activeElement).to.equal(one);
    });

    it('leaves no modifier held', async () => {
      const input = mount('<input aria-label="Text">') as HTMLInputElement;
      input.focus();
      await press('Control+Shift+End');
      await press('a');
      expect(input.value).to.equal('a');
    });
  });

  it('types into the focused field, accents and all, with an input event for each letter', async () => {
    const input = mount('<input aria-label="Name">') as HTMLInputElement;
    input.focus();
    const heard = listen(input, ['input'], () => input.value);
    await type('Zoë É');
    expect(input.value).to.equal('Zoë É');
    expect(heard).to.have.length(5);
  });

  it('selects what is typed over with Control+a', async () => {
    const input = mount('<input aria-label="Name" value="old">') as HTMLInputElement;
    input.focus();
    await press('Control+a');
    await type('new');
    expect(input.value).to.equal('new');
  });

  describe('viewport', () => {
    const size = () => ({ width: innerWidth, height: innerHeight });

    it('starts the same everywhere', () => {
      expect(size()).to.deep.equal(defaultViewport);
    });

    it('narrows and widens the page, and goes back', async () => {
      for (const wanted of [
        { width: 320, height: 480 },
        { width: 1280, height: 720 },
      ]) {
        await viewport(wanted);
        expect(size()).to.deep.equal(wanted);
        expect(matchMedia(`(width: ${String(wanted.width)}px)`).matches).to.equal(true);
      }
      await reset();
      expect(size()).to.deep.equal(defaultViewport);
    });
  });

  describe('mouse', () => {
    it('hovers', async () => {
      const button = mount('<button>Here</button>');
      await mouse.hover(button);
      expect(button.matches(':hover')).to.equal(true);
      await mouse.away();
      expect(button.matches(':hover')).to.equal(false);
    });

    it('clicks, once and twice, and moves the focus', async () => {
      const input = mount('<input aria-label="Here">');
      const heard = listen(input, ['click', 'dblclick'], (event) => event.type);
      await mouse.click(input);
      expect(document.activeElement).to.equal(input);
      expect(heard).to.deep.equal(['click']);
      heard.length = 0;
      await mouse.click({ x: input.offsetLeft + 9, y: input.offsetTop + 9 }, { count: 2 });
      expect(heard.filter((name) => name === 'dblclick')).to.have.length(1);
    });

    (supports('rightClick') ? it : it.skip)('asks for a context menu', async () => {
      const button = mount('<button>Here</button>');
      const heard = listen(button, ['click', 'contextmenu'], (event) => event.type);
      // Else the browser's own menu takes the next click.
      button.addEventListener('contextmenu', (event) => {
        event.preventDefault();
      });
      await mouse.click(button, { button: 'right' });
      expect(heard).to.deep.equal(['contextmenu']);
    });

    it('drags', async () => {
      const box = mount('<div>Drag me</div>');
      const heard = listen(
        box,
        ['pointerdown', 'pointerup'],
        (event) => `${event.type} ${String(event.clientX)},${String(event.clientY)}`,
      );
      let moves = 0;
      box.addEventListener('pointermove', (event) => (moves += event.buttons === 1 ? 1 : 0));
      const { left, top } = box.getBoundingClientRect();
      const [x, y] = [Math.round(left) + 5, Math.round(top) + 5];
      await mouse.drag({ x, y }, { x: x + 40, y });
      expect(heard).to.deep.equal([
        `pointerdown ${String(x)},${String(y)}`,
        `pointerup ${String(x + 40)},${String(y)}`,
      ]);
      expect(moves).to.be.greaterThan(2);
    });

    it('scrolls with the wheel, down and up', async () => {
      const box = mount('<div tabindex="0"><p></p></div>');
      box.style.cssText = 'height: 100px; overflow: auto';
      (box.firstElementChild as HTMLElement).style.height = '2000px';
      for (const [deltaY, expected] of [
        [200, 200],
        [300, 500],
        [-100, 400],
      ] as const) {
        await mouse.wheel(box, { deltaY });
        const arrived = () => Math.abs(box.scrollTop - expected) < 1;
        await waitUntil(arrived, `at ${String(expected)}`, { timeout: 30_000 });
      }
    });
  });

  describe('media', () => {
    const asks = (query: string): boolean => matchMedia(query).matches;

    (supports('media') ? it : it.skip)('plays the preferences of the system', async () => {
      await media({ colorScheme: 'dark', reducedMotion: 'reduce', forcedColors: 'active' });
      expect(asks('(prefers-color-scheme: dark)')).to.equal(true);
      expect(asks('(prefers-reduced-motion: reduce)')).to.equal(true);
      expect(asks('(forced-colors: active)')).to.equal(true);
      await media({ contrast: 'more' });
      expect(asks('(prefers-contrast: more)')).to.equal(true);
      await reset();
      expect(asks('(prefers-color-scheme: dark)')).to.equal(false);
      expect(asks('(forced-colors: active)')).to.equal(false);
    });

    (supports('media') ? it.skip : it)('says so where it cannot', async () => {
      const refusal = await media({ colorScheme: 'dark' }).catch(String);
      expect(refusal).to.contain(`${engine} has no 'media'`);
    });
  });

  (supports('ariaSnapshot') ? it : it.skip)(
    'reads the accessibility tree, through shadow roots',
    async () => {
      mount('<section aria-label="People"></section>');
      const root = host.firstElementChild?.attachShadow({ mode: 'open' });
      const button = document.createElement('button');
      button.textContent = 'Invite';
      button.ariaExpanded = 'false';
      root?.append(button);
      const tree = await ariaSnapshot('section');
      expect(tree).to.equal('- region "People":\n  - button "Invite"');
    },
  );
});
