import { css } from 'lit';

/** The page around a story: what a host's would be, and no more. For the document, not for an element. */
export const stageStyles = css`
  body {
    margin: 0;
  }
  .stage {
    color-scheme: light;
    background: light-dark(#f6f7f9, #101216);
    color: light-dark(#1b1f27, #eceef2);
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
