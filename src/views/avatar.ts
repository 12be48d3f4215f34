import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { icon } from './icons.ts';

/** Whom an avatar shows. `id` only chooses the tint, which stays when the name changes. */
export interface AvatarPerson {
  readonly id: string;
  readonly name: string;
  readonly src?: string | undefined;
}

const TINTS = 8;

/** A picture, or initials on a tint until it has come or where there is none. The name stands beside it. */
export function avatar({ id, name, src }: AvatarPerson): TemplateResult {
  return html`<span class="avatar tint-${tintOf(id)}" part="avatar" aria-hidden="true"
    >${initials(name) || icon('user')}${src ? keyed(src, picture(src)) : nothing}</span
  >`;
}

function picture(src: string): TemplateResult {
  return html`<img
    src=${src}
    alt=""
    loading="lazy"
    decoding="async"
    referrerpolicy="no-referrer"
    draggable="false"
    @error=${hide}
  />`;
}

// The initials lie below the picture, so nothing else has to happen.
function hide(event: Event): void {
  (event.currentTarget as HTMLElement).hidden = true;
}

let segmenter: Intl.Segmenter | undefined;

/** The first character as a reader sees it: never half an emoji, nor a letter without its accent. */
function firstCharacter(text: string): string {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  for (const { segment } of segmenter.segment(text)) return segment;
  return '';
}

// Scripts in which one character already is a name, and two would not fit.
const WIDE = /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** One or two characters for a name or an address. Words that start with a letter go first: `🦊 Fox` is `F`. */
export function initials(name: string): string {
  const text = name.trim().normalize('NFC');
  const words = text
    .replace(/(.)@.*$/u, '$1')
    .split(/[\s.·・_]+/u)
    .filter(Boolean);
  const lettered = words.filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const [head = '', ...tail] = lettered.length ? lettered : words.slice(0, 1);
  const first = firstCharacter(head);
  return capital(first) + (WIDE.test(first) ? '' : capital(firstCharacter(tail.at(-1) ?? '')));
}

/** `ß` has no capital that is one character; it stays. */
function capital(character: string): string {
  const upper = character.toLocaleUpperCase();
  return upper.length > character.length ? character : upper;
}

/** A steady number from 0 to 7 for an id (FNV-1a). */
export function tintOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % TINTS;
}

export const avatarStyles = css`
  .avatar {
    --_hue: 262;
    position: relative;
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: var(--_avatar, 32px);
    block-size: var(--_avatar, 32px);
    border-radius: 50%;
    overflow: hidden;
    background: light-dark(oklch(0.93 0.036 var(--_hue)), oklch(0.34 0.045 var(--_hue)));
    color: light-dark(oklch(0.4 0.1 var(--_hue)), oklch(0.9 0.055 var(--_hue)));
    font-size: calc(var(--_avatar, 32px) * 0.375);
    font-weight: var(--_strong);
    line-height: 1;
    letter-spacing: 0.01em;
    user-select: none;
  }
  .avatar > img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .avatar > img[hidden] {
    display: none;
  }
  .tint-1 {
    --_hue: 300;
  }
  .tint-2 {
    --_hue: 345;
  }
  .tint-3 {
    --_hue: 25;
  }
  .tint-4 {
    --_hue: 65;
  }
  .tint-5 {
    --_hue: 115;
  }
  .tint-6 {
    --_hue: 160;
  }
  .tint-7 {
    --_hue: 210;
  }
  @media (forced-colors: active) {
    .avatar {
      border: 1px solid CanvasText;
    }
  }
`;
