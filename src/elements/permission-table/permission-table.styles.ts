import { css, type CSSResultGroup } from 'lit';
import { marks } from '../../views/controls-marks.ts';
import { permissionTableStyles } from '../../views/permission-table.ts';
import { tokens } from '../../views/tokens.ts';

export const permissionTableElementStyles: CSSResultGroup = [
  tokens,
  marks,
  permissionTableStyles,
  css`
    :host {
      display: block;
      min-inline-size: 0;
    }
    .none {
      margin: 0;
      color: var(--_text-muted);
    }
  `,
];
