import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createTranslator, onMessages } from '../i18n/index.ts';
import type { MessageOverrides, PolicyMessages, Translator } from '../i18n/index.ts';

/** Wording that goes before the kit's. Asked at each render, so it may change at any time. */
export interface LocalizeOptions {
  readonly messages?: () => MessageOverrides | undefined;
  readonly policy?: () => PolicyMessages | undefined;
}

// One observer for the whole page. It only hears of `lang` and `dir`, so it sleeps nearly always.
const controllers = new Set<LocalizeController>();
let observer: MutationObserver | undefined;
let release: (() => void) | undefined;

/**
 * Speaks the language of the place where its host stands: the nearest `lang`, across shadow roots, then
 * `<html lang>`, then the browser's. Follows changes of `lang` and `dir` and locales that are added later.
 */
export class LocalizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: LocalizeOptions;
  #lang: string | undefined;
  #dir: 'ltr' | 'rtl' | undefined;
  #translator: Translator | undefined;
  #from: readonly unknown[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement, options: LocalizeOptions = {}) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Says messages, numbers and dates: `t('people.count', { count })`. */
  get t(): Translator {
    const messages = this.#options.messages?.();
    const policy = this.#options.policy?.();
    const lang = (this.#lang ??= nearestLang(this.#host));
    const from = [messages, policy, lang];
    if (!this.#translator || from.some((each, i) => each !== this.#from[i])) {
      this.#from = from;
      this.#translator = createTranslator({ tags: [lang, ...browserTags(lang)], messages, policy });
    }
    return this.#translator;
  }

  /** The tag that is spoken; put it on text as `lang` where the page may be in another language. */
  get locale(): string {
    return this.t.locale;
  }

  /** The direction of the text around the host. */
  get dir(): 'ltr' | 'rtl' {
    return (this.#dir ??= direction(this.#host));
  }

  /** A number as the locale writes it. */
  number(value: number, options?: Intl.NumberFormatOptions): string {
    return this.t.number(value, options);
  }

  /** A date as the locale writes it. */
  date(value: Date | string | number, options?: Intl.DateTimeFormatOptions): string {
    return this.t.date(value, options);
  }

  /** How far from now: "3 days ago". */
  relativeTime(value: Date | string | number, now?: Date | string | number): string {
    return this.t.relativeTime(value, now);
  }

  hostConnected(): void {
    if (typeof MutationObserver === 'undefined') return; // On a server nothing changes.
    controllers.add(this);
    observer ??= new MutationObserver(() => refreshAll());
    release ??= onMessages(() => refreshAll(true));
    const filter = { attributeFilter: ['lang', 'dir'], subtree: true };
    for (const root of rootsOf(this.#host)) observer.observe(root, filter);
    this.refresh();
  }

  hostDisconnected(): void {
    controllers.delete(this);
    if (controllers.size) return;
    observer?.disconnect();
    release?.();
    observer = release = undefined;
  }

  /** Looks again, and renders if something is different; with `words` in any case. */
  refresh(words = false): void {
    const lang = nearestLang(this.#host);
    const dir = direction(this.#host);
    if (!words && lang === this.#lang && dir === this.#dir) return;
    this.#lang = lang;
    this.#dir = dir;
    this.#translator = undefined;
    this.#host.requestUpdate();
  }
}

function refreshAll(words = false): void {
  for (const controller of controllers) controller.refresh(words);
}

/** The document or shadow root the host is in, and every root around that one. */
function* rootsOf(element: Element): Iterable<Node> {
  for (let root: Node = element.getRootNode(); ; root = root.host.getRootNode()) {
    yield root;
    if (!(root instanceof ShadowRoot)) return;
  }
}

/** The nearest `lang`, the host's own first. An empty one says "unknown", and ends the search. */
function nearestLang(element: Element): string {
  if (typeof ShadowRoot === 'undefined') return '';
  for (let at: Element | null = element; at;) {
    const holder: Element | null = at.closest('[lang]');
    if (holder) return holder.getAttribute('lang') ?? '';
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return element.ownerDocument.documentElement.lang;
}

/** Only a page that names no language at all leaves it to the browser. */
function browserTags(lang: string): readonly string[] {
  return lang === '' && typeof navigator !== 'undefined' ? navigator.languages : [];
}

function direction(element: Element): 'ltr' | 'rtl' {
  return typeof ShadowRoot !== 'undefined' && element.matches(':dir(rtl)') ? 'rtl' : 'ltr';
}
