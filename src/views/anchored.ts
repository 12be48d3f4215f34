import { css } from 'lit';

/** Where a `popover` with the class `anchored` opens: at the control that `MenuController` marks. */
export const anchored = css`
  [data-anchor] {
    anchor-name: --menu;
  }
  .anchored.popover {
    position: fixed;
    position-anchor: --menu;
    inset: auto;
    inset-block-start: calc(anchor(end) + 4px);
    inset-inline-start: anchor(start);
    max-block-size: min(36rem, 75vh);
    max-inline-size: calc(100vw - 1rem);
  }
  /* Set by MenuController: where the other side has more room, and on a phone. */
  .anchored.popover[data-above] {
    inset-block: auto calc(anchor(start) + 4px);
  }
  .anchored.popover[data-from-end] {
    inset-inline: auto anchor(end);
  }
  /* Without anchors the menu opens in the middle: it is a moment's work, and nothing is cut off. */
  @supports not (anchor-name: --menu) {
    .anchored.popover {
      inset: 0;
      margin: auto;
      block-size: fit-content;
      inline-size: fit-content;
    }
  }

  /* On a phone a menu is a sheet at the bottom, within reach of the thumb. */
  .anchored.popover[data-sheet] {
    inset: auto 0.5rem 0.5rem;
    inline-size: calc(100vw - 1rem);
    max-inline-size: none;
    padding-block-end: max(var(--_space), env(safe-area-inset-bottom));
  }
  .anchored.popover[data-sheet] > * {
    inline-size: auto;
  }
`;
