import { css, type CSSResultGroup } from 'lit';
import { buttons } from '../../views/controls-buttons.ts';
import { marks } from '../../views/controls-marks.ts';
import { iconStyles } from '../../views/icons.ts';
import { reasonStyles } from '../../views/reason.ts';
import { tokens } from '../../views/tokens.ts';

// What fills the bar differs by pattern as well as by colour: solid, striped, dotted.
const layout = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .pools {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr));
    gap: calc(var(--_space) * 4);
  }
  .pool {
    display: grid;
    align-content: start;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(var(--_space) * 2);
  }
  .name {
    font-weight: var(--_medium);
    overflow-wrap: anywhere;
  }
  .taken {
    margin-inline-start: auto;
    color: var(--_text-muted);
    font-variant-numeric: tabular-nums;
  }
  .level {
    display: inline-flex;
    align-items: center;
    align-self: center;
    gap: var(--_space);
    padding-inline: calc(var(--_space) * 1.5);
    border: 1px solid transparent;
    border-radius: 999px;
    background: var(--_warning-soft);
    color: var(--_warning);
    font-size: var(--_size-small);
    font-weight: var(--_medium);
  }
  .level > .icon {
    inline-size: 12px;
    block-size: 12px;
  }
  .is-over .level {
    background: var(--_danger-soft);
    color: var(--_danger);
  }

  .bar {
    --_fill: var(--seat-meter-fill, var(--_accent));
    position: relative;
    display: flex;
    block-size: var(--seat-meter-block-size, 10px);
    border: 1px solid var(--_border-strong);
    border-radius: 999px;
    background: var(--_surface-sunken);
    overflow: hidden;
  }
  .fill {
    inline-size: calc(var(--_share) * 100%);
    transition: inline-size var(--_slow) var(--_ease);
  }
  .fill + .fill {
    border-inline-start: 1px solid var(--_surface);
  }
  .limit {
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--_share) * 100%);
    border-inline-start: 2px solid var(--_danger);
  }
  :is(.fill, .mark).in-use {
    background: var(--_fill);
  }
  :is(.fill, .mark).invited {
    background: repeating-linear-gradient(
      135deg,
      var(--_fill) 0 2px,
      color-mix(in oklab, var(--_fill) 25%, var(--_surface)) 2px 5px
    );
  }
  :is(.fill, .mark).reserved {
    background: radial-gradient(var(--_fill) 1.5px, transparent 1.6px) 0 0 / 5px 4px;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 3);
    margin: 0;
    padding: 0;
    list-style: none;
    color: var(--_text-muted);
    font-size: var(--_size-small);
    font-variant-numeric: tabular-nums;
  }
  .legend > li {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
  }
  .legend .mark {
    --_fill: var(--seat-meter-fill, var(--_accent));
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    border: 1px solid var(--_border-strong);
    border-radius: 3px;
  }
  .legend .mark.too-many {
    border-color: var(--_danger);
    background: linear-gradient(to right, transparent 40%, var(--_danger) 40% 60%, transparent 60%);
  }

  .note,
  .why-full {
    margin: 0;
    color: var(--_text-muted);
    font-size: var(--_size-small);
    text-wrap: pretty;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
  }
  .foot > .button {
    margin-inline-start: auto;
  }
  /* It stands at the edge: what is hit beyond what is seen must not make the page wider. */
  .foot > .button::after {
    inset-inline: 0;
  }
  .buy-slot[hidden] {
    display: none;
  }
  .buy-slot,
  .counts {
    margin-block-start: calc(var(--_space) * 3);
  }
  .counts {
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }
  .counts > summary {
    inline-size: fit-content;
    padding-block: var(--_space);
    border-radius: var(--_radius-small);
    cursor: pointer;
  }
  .counts > ul {
    display: grid;
    gap: calc(var(--_space) * 0.5);
    margin: 0;
    padding-block: calc(var(--_space) * 1.5) var(--_space);
    padding-inline-start: 1.4em;
    text-wrap: pretty;
  }
  .billing {
    display: inline-block;
    margin-block-start: calc(var(--_space) * 2);
    border-radius: var(--_radius-small);
    color: var(--_accent-ink);
    font-size: var(--_size-small);
    text-underline-offset: 0.2em;
  }
  .failed {
    display: grid;
    justify-items: start;
    gap: calc(var(--_space) * 2);
  }
  .bar.is-loading {
    border-color: var(--_border);
  }

  @media (pointer: coarse) {
    .counts > summary {
      padding-block: calc(var(--_space) * 3);
    }
  }

  @media (forced-colors: active) {
    .level,
    .bar {
      border-color: CanvasText;
    }
    .bar,
    .legend .mark {
      --_fill: Highlight;
      forced-color-adjust: none;
      border-color: CanvasText;
      background-color: Canvas;
    }
    :is(.fill, .mark).in-use {
      background: Highlight;
    }
    .fill + .fill {
      border-color: CanvasText;
    }
    :is(.fill, .mark).invited {
      background: repeating-linear-gradient(135deg, Highlight 0 2px, Canvas 2px 5px);
    }
    .limit {
      border-color: CanvasText;
    }
  }
`;

export const seatMeterStyles: CSSResultGroup = [
  tokens,
  iconStyles,
  buttons,
  marks,
  reasonStyles,
  layout,
];
