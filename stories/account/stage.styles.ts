import { css } from 'lit';

/** The page around a story: what a host's would be, and no more. For the document, not for an element. */
export const stageStyles = css`
  body {
    margin: 0;
  }
  .stage {
    color-scheme: light;
    background: var(--page, light-dark(#f6f7f9, #101216));
    color: var(--text, light-dark(#1b1f27, #eceef2));
    font:
      400 0.875rem / 1.43 ui-sans-serif,
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Noto Sans',
      sans-serif;
  }
  .stage[data-theme='dark'] {
    color-scheme: dark;
  }
  .stage[data-theme='system'] {
    color-scheme: light dark;
  }
  .stage:not(.is-bare) {
    padding: 24px;
  }
  .stage .stack {
    display: grid;
    gap: 24px;
  }
  .stage .sides {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(30rem, 100%), 1fr));
  }
  .stage .live {
    max-inline-size: 72rem;
    padding-inline: clamp(16px, 4vw, 48px);
  }
  .stage .is-low {
    --user-table-block-size: 22rem;
  }
  .stage .beside {
    display: flex;
    gap: 16px;
    align-items: start;
  }
  .stage .beside > user-table {
    flex: 1;
    min-inline-size: 0;
  }
  .stage .is-narrow {
    max-inline-size: 22rem;
  }
  .stage .is-medium {
    max-inline-size: 44rem;
  }
  .stage .form {
    display: grid;
    gap: 8px;
  }
  .stage .form :is(input, button) {
    padding: 6px 10px;
    border: 1px solid light-dark(#b4bac6, #4a5160);
    border-radius: 6px;
    background: light-dark(#fff, #1b1f27);
    color: inherit;
    font: inherit;
  }
  .stage .form .actions {
    display: flex;
    justify-content: flex-end;
    gap: 8px;
    margin-block-start: 8px;
  }
  .stage.is-page {
    box-sizing: border-box;
    min-block-size: 100vh;
  }
  @media (max-width: 480px) {
    .stage:not(.is-bare) {
      padding: 12px;
    }
  }
`;
