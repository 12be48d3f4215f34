import { css } from 'lit';

/** How the pages about what the kit is made of look. They take its own tokens. */
export const sheetStyles = css`
  :host {
    display: block;
    max-inline-size: 72rem;
    padding: 24px clamp(16px, 4vw, 48px) 48px;
  }
  :host(.is-side) {
    max-inline-size: none;
    padding-block: 24px 32px;
    background: var(--_surface);
  }
  h1 {
    margin: 0 0 8px;
    font-size: 1.625rem;
    font-weight: 650;
    letter-spacing: -0.015em;
    line-height: 1.25;
    text-wrap: balance;
  }
  h2 {
    margin: 32px 0 12px;
    font-size: 1rem;
    font-weight: 650;
  }
  .lead {
    max-inline-size: 44rem;
    margin: 0 0 24px;
    color: var(--_text-muted);
    font-size: 1rem;
    text-wrap: pretty;
  }
  p {
    max-inline-size: 44rem;
    text-wrap: pretty;
  }
  code {
    font: 0.8125rem/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, 'Noto Sans Mono', monospace;
    overflow-wrap: anywhere;
  }
  .quiet {
    color: var(--_text-muted);
  }
  .small {
    font-size: var(--_size-small);
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th {
    padding: 8px 12px;
    border-block-end: 1px solid var(--_border-strong);
    font-size: var(--_size-small);
    font-weight: var(--_strong);
    text-align: start;
    vertical-align: bottom;
  }
  td {
    padding: 8px 12px;
    border-block-end: 1px solid var(--_border);
    vertical-align: top;
  }
  tbody th {
    border-block-end: 1px solid var(--_border);
    font-size: inherit;
    font-weight: var(--_medium);
    vertical-align: top;
  }
  .number {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(11rem, 100%), 1fr));
    gap: 16px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .cards > li {
    min-inline-size: 0;
  }
  .name {
    display: block;
    font-weight: var(--_medium);
  }
`;
