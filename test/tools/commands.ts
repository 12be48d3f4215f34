/**
 * What a person does, for tests: keys, mouse, window and system preferences, the same in every engine.
 * Use these rather than `@web/test-runner-commands`, which differ from engine to engine.
 */
import { executeServerCommand } from '@web/test-runner-commands';

export type Engine = 'chromium' | 'firefox' | 'webkit';

/** Where to point: an element means its middle; a point is in viewport coordinates. */
export type MouseTarget = Element | Readonly<{ x: number; y: number }>;

export interface MediaFeatures {
  colorScheme?: 'light' | 'dark' | 'no-preference' | null;
  reducedMotion?: 'reduce' | 'no-preference' | null;
  forcedColors?: 'active' | 'none' | null;
  contrast?: 'more' | 'no-preference' | null;
  media?: 'screen' | 'print' | null;
}

/** The size every page starts with, in all engines. */
export const defaultViewport = { width: 800, height: 600 } as const;

function engineOf(userAgent: string): Engine {
  if (userAgent.includes('Firefox/')) return 'firefox';
  return userAgent.includes('Chrome/') ? 'chromium' : 'webkit';
}

/** The engine this page runs in. */
export const engine: Engine = engineOf(navigator.userAgent);

/** Abilities that not every engine offers to tests. */
const ABILITIES = {
  media: ['chromium'],
  ariaSnapshot: ['chromium'],
  // WebKit's driver lets go of the left button instead of the right one.
  rightClick: ['chromium', 'firefox'],
} as const satisfies Record<string, readonly Engine[]>;

export type Ability = keyof typeof ABILITIES;

/** Guards a test: `(supports('media') ? it : it.skip)('…', …)`. */
export const supports = (ability: Ability): boolean =>
  (ABILITIES[ability] as readonly Engine[]).includes(engine);

let dirtyMedia = false;
let dirtyViewport = false;

async function send(verb: string, payload: unknown): Promise<unknown> {
  const answer = await executeServerCommand<{ result: unknown }, never>(
    `kit:${verb}`,
    payload as never,
  );
  return answer.result;
}

function need(ability: Ability): void {
  if (!supports(ability)) {
    throw new Error(`${engine} has no '${ability}': guard the test with supports('${ability}').`);
  }
}

function pointOf(target: MouseTarget): { x: number; y: number } {
  if (!(target instanceof Element)) return { x: target.x, y: target.y };
  const { left, top, width, height } = target.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** Resolves when what the page looks like now has reached the screen. */
async function painted(): Promise<void> {
  for (let frames = 0; frames < 3; frames++) {
    await new Promise((done) => requestAnimationFrame(done));
  }
}

/** Presses a key or chord: `Enter`, `Shift+Tab`, `Control+Shift+End`. Names are those of `KeyboardEvent.key`. */
export async function press(...chords: readonly string[]): Promise<void> {
  for (const chord of chords) await send('press', chord);
}

/** Types text into whatever has the focus. */
export async function type(text: string): Promise<void> {
  await send('type', text);
}

/** Sizes the page. Back to {@link defaultViewport} at the end of the test file, or by {@link reset}. */
export async function viewport(size: Readonly<{ width: number; height: number }>): Promise<void> {
  dirtyViewport = true;
  await send('viewport', size);
}

/** Plays the system's preferences; `null` puts one back. Only where `supports('media')`. */
export async function media(features: Readonly<MediaFeatures>): Promise<void> {
  need('media');
  dirtyMedia = true;
  await send('media', features);
}

/** Moves, clicks, drags and scrolls as a mouse does, so hover, focus and default actions are real. */
export const mouse = {
  /** Moves the pointer there. */
  async hover(target: MouseTarget): Promise<void> {
    await send('move', pointOf(target));
  },

  /** Clicks; `count: 2` is a double click. The right button only where `supports('rightClick')`. */
  async click(
    target: MouseTarget,
    { button = 'left', count = 1 }: { button?: 'left' | 'right'; count?: number } = {},
  ): Promise<void> {
    if (button === 'right') need('rightClick');
    await send('click', { ...pointOf(target), button, count });
  },

  async drag(from: MouseTarget, to: MouseTarget, { steps = 5 } = {}): Promise<void> {
    await send('drag', { from: pointOf(from), to: pointOf(to), steps });
  },

  /** Scrolls whatever is there, by so many pixels. */
  async wheel(
    target: MouseTarget,
    { deltaX = 0, deltaY = 0 }: { deltaX?: number; deltaY?: number },
  ): Promise<void> {
    // WebKit scrolls what has been painted, which need not be what a test has just made.
    await painted();
    await send('wheel', { ...pointOf(target), deltaX, deltaY });
  },

  /** Moves the pointer out of the way. */
  async away(): Promise<void> {
    await send('move', { x: 0, y: 0 });
  },
} as const;

/**
 * The accessibility tree under the first match, as indented lines; looks into open shadow roots.
 * Only where `supports('ariaSnapshot')`.
 */
export async function ariaSnapshot(selector: string): Promise<string> {
  need('ariaSnapshot');
  return (await send('ariaSnapshot', selector)) as string;
}

/** Undoes {@link media} and {@link viewport}. Runs by itself at the end of each test file. */
export async function reset(): Promise<void> {
  if (dirtyMedia) {
    await send('media', {
      colorScheme: null,
      reducedMotion: null,
      forcedColors: null,
      contrast: null,
      media: null,
    });
  }
  if (dirtyViewport) await send('viewport', defaultViewport);
  dirtyMedia = dirtyViewport = false;
}

after(reset);
