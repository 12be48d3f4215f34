import { html, nothing, type TemplateResult } from 'lit';
import type { Said, Translator } from '../../i18n/index.ts';
import type { SeatState } from '../../state/index.ts';
import { cssVars } from '../../views/css-vars.ts';
import { icon } from '../../views/icons.ts';
import { reasonView } from '../../views/reason.ts';
import { levelOf, type SeatLevel } from './level.ts';

export interface SeatLine {
  readonly seats: SeatState;
  /** What the pool is called. */
  readonly name: string;
  /** The way to more seats. Absent: there is none here. */
  readonly buying?: SeatBuying | undefined;
}

export interface SeatBuying {
  /** Why this person cannot; absent: they can. */
  readonly closed?: Said | undefined;
  /** What came of it, where it did not work. */
  readonly failure?: string | undefined;
  readonly buy: () => void;
}

/** A role of ARIA 1.2, which the template checker does not know. */
const METER = 'meter' as 'progressbar';

interface SeatNumber {
  /** Class of its mark, in the bar and below. */
  readonly mark: 'in-use' | 'invited' | 'reserved' | 'free' | 'too-many';
  readonly text: string;
  /** How much of the bar it fills. */
  readonly fills: number;
}

/** The numbers of a pool: what is taken, by what, and what is left. Those that are nothing are left out, but for the ends. */
function numbersOf(t: Translator, seats: SeatState): readonly SeatNumber[] {
  const { total, used, pending = 0, reserved, free } = seats;
  const number = (mark: 'invited' | 'reserved', count: number): readonly SeatNumber[] =>
    count > 0 ? [{ mark, text: t(`seats.${mark}`, { count }), fills: count }] : [];
  const held = Math.max(0, used - pending);
  return [
    { mark: 'in-use', text: t('seats.inUse', { count: held }), fills: held },
    ...number('invited', pending),
    ...number('reserved', reserved),
    used > total
      ? { mark: 'too-many', text: t('seats.tooMany', { count: used - total }), fills: 0 }
      : { mark: 'free', text: t('seats.free', { count: free }), fills: 0 },
  ];
}

const LEVEL_KEYS = {
  nearly: 'seats.nearly',
  full: 'seats.full',
  over: 'seats.over',
} as const satisfies Partial<Record<SeatLevel, string>>;

/** How a pool stands, in a word or two; nothing where there is room. */
function levelWord(t: Translator, level: SeatLevel): string | undefined {
  return level === 'none' || level === 'room' ? undefined : t(LEVEL_KEYS[level]);
}

/** The whole pool in words, for who does not see the bar: "94 of 100 taken, 82 in use, 12 invited, 6 free". */
export function seatText(t: Translator, seats: SeatState): string {
  const { total, used } = seats;
  const taken = t('seats.taken', { taken: used, total });
  const word = levelWord(t, levelOf(seats));
  const texts = [taken, ...numbersOf(t, seats).map(({ text }) => text), ...(word ? [word] : [])];
  return t.list(texts, 'unit');
}

/** One pool: its name, a meter, its numbers, and where it is short, why that matters and the way to more. */
export function seatLine({ seats, name, buying }: SeatLine, t: Translator): TemplateResult {
  const { pool, total, used } = seats;
  const level = levelOf(seats);
  const word = levelWord(t, level);
  return html`<div class="pool is-${level}" part="pool" role="group" aria-label=${name} data-pool=${pool}>
    <div class="head">
      <span class="name" dir="auto">${name}</span>
      ${word ? html`<span class="level" part="level">${icon(level === 'nearly' ? 'clock' : 'alert')}${word}</span>` : nothing}
      <span class="taken" dir="auto">${level === 'none' ? t('seats.noneBought') : t('seats.taken', { taken: used, total })}</span>
    </div>
    ${level === 'none' ? nothing : meter(seats, name, t)}
    <div class="foot">
      ${level === 'none' ? nothing : legend(seats, t)}
      ${level === 'room' || !buying ? nothing : buyButton(pool, name, buying, t)}
    </div>
    ${why(level, t)} ${level === 'room' || !buying ? nothing : buyWords(pool, buying)}
  </div>`;
}

function meter(seats: SeatState, name: string, t: Translator): TemplateResult {
  const { total, used, reserved } = seats;
  const all = Math.max(total, used + reserved, 1);
  const parts = numbersOf(t, seats).filter(({ fills }) => fills > 0);
  return html`<div
    class="bar"
    part="bar"
    role=${METER}
    aria-label=${name}
    aria-valuemin="0"
    aria-valuemax=${total}
    aria-valuenow=${Math.min(used, total)}
    aria-valuetext=${seatText(t, seats)}
  >
    ${parts.map(({ mark, fills }) => html`<span class="fill ${mark}" part="fill fill-${mark}" ${cssVars({ '--_share': fills / all })}></span>`)}
    ${used > total && total > 0 ? html`<span class="limit" ${cssVars({ '--_share': total / all })}></span>` : nothing}
  </div>`;
}

/** The numbers under the bar. The meter says them already. */
function legend(seats: SeatState, t: Translator): TemplateResult {
  return html`<ul class="legend" part="legend" aria-hidden="true">
    ${numbersOf(t, seats).map(({ mark, text }) => html`<li><span class="mark ${mark}"></span><span dir="auto">${text}</span></li> `)}
  </ul>`;
}

function why(level: SeatLevel, t: Translator): TemplateResult | typeof nothing {
  if (level !== 'full' && level !== 'over') return nothing;
  return html`<p class="why-full" dir="auto">${t(`seats.${level}.why`)}</p>`;
}

const closedId = (pool: string): string => `closed-${encodeURIComponent(pool)}`;

function buyButton(
  pool: string,
  name: string,
  { closed, buy }: SeatBuying,
  t: Translator,
): TemplateResult {
  return html`<button
    type="button"
    class="button small"
    part="buy-button"
    aria-label=${t('seats.buyMore', { pool: name })}
    aria-disabled=${closed ? 'true' : nothing}
    aria-describedby=${closed ? closedId(pool) : nothing}
    @click=${() => !closed && buy()}
  >
    ${closed ? icon('lock') : nothing}${t('seats.buy')}
  </button>`;
}

/** Why there is no buying here, or what came of it. */
function buyWords(
  pool: string,
  { closed, failure }: SeatBuying,
): readonly (TemplateResult | typeof nothing)[] {
  return [
    closed ? html`${reasonView(closed, { id: closedId(pool) })}` : nothing,
    failure
      ? html`<span role="alert">${reasonView({ reason: failure }, { tone: 'problem' })}</span>`
      : nothing,
  ];
}
