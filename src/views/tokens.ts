import { css } from 'lit';

/**
 * The visual tokens. A page sets `--account-<name>` anywhere above an element; the elements read the private
 * twin `--_<name>`, which falls back to a value derived from `--account-accent` and `--account-radius`. So one colour
 * retints everything, in light and in dark, and lightness is fixed here so that contrast holds for any hue.
 *
 * Dark follows `color-scheme` of the page (`light-dark()`); a page that says nothing stays light.
 *
 * - `accent` fills; `accent-text` lies on it and turns dark on a light accent; an accent in between is darkened a little.
 * - `accent-ink` is the accent as text and lines: links, the chosen option, the focus ring.
 * - `border-strong` is for lines that carry meaning, such as the edge of a field: 3:1 at least.
 */
export const tokens = css`
  :host {
    --_brand: var(--account-accent, oklch(0.53 0.16 262));
    --_accent: oklch(
      from var(--_brand) calc(min(l, 0.54) + clamp(0, (l - 0.64) * 1000, 1) * max(0, l - 0.54)) c h
    );
    --_accent-text: var(
      --account-accent-text,
      oklch(from var(--_brand) calc(0.99 - clamp(0, (l - 0.64) * 1000, 1) * 0.8) min(c, 0.02) h)
    );
    --_accent-hover: oklch(from var(--_accent) calc(l - 0.045 + clamp(0, (l - 0.6) * 1000, 1) * 0.085) c h);
    --_accent-soft: var(
      --account-accent-soft,
      light-dark(
        oklch(from var(--_brand) 0.958 min(c * 0.16, 0.024) h),
        oklch(from var(--_brand) 0.3 min(c * 0.3, 0.048) h)
      )
    );
    --_accent-ink: var(
      --account-accent-ink,
      light-dark(oklch(from var(--_brand) min(l, 0.485) min(c, 0.2) h), oklch(from var(--_brand) max(l, 0.78) min(c, 0.13) h))
    );

    --_surface: var(
      --account-surface,
      light-dark(oklch(from var(--_brand) 1 0 h), oklch(from var(--_brand) 0.195 min(c * 0.06, 0.01) h))
    );
    --_surface-raised: var(
      --account-surface-raised,
      light-dark(oklch(from var(--_brand) 1 0 h), oklch(from var(--_brand) 0.24 min(c * 0.07, 0.012) h))
    );
    --_surface-sunken: var(
      --account-surface-sunken,
      light-dark(
        oklch(from var(--_brand) 0.977 min(c * 0.03, 0.005) h),
        oklch(from var(--_brand) 0.165 min(c * 0.06, 0.01) h)
      )
    );
    --_text: var(
      --account-text,
      light-dark(
        oklch(from var(--_brand) 0.235 min(c * 0.12, 0.02) h),
        oklch(from var(--_brand) 0.94 min(c * 0.04, 0.006) h)
      )
    );
    --_text-muted: var(
      --account-text-muted,
      light-dark(
        oklch(from var(--_brand) 0.49 min(c * 0.12, 0.02) h),
        oklch(from var(--_brand) 0.735 min(c * 0.09, 0.014) h)
      )
    );
    --_border: var(
      --account-border,
      light-dark(
        oklch(from var(--_brand) 0.922 min(c * 0.05, 0.008) h),
        oklch(from var(--_brand) 0.305 min(c * 0.08, 0.014) h)
      )
    );
    --_border-strong: var(
      --account-border-strong,
      light-dark(
        oklch(from var(--_brand) 0.645 min(c * 0.1, 0.016) h),
        oklch(from var(--_brand) 0.56 min(c * 0.1, 0.016) h)
      )
    );
    --_hover: color-mix(in oklab, var(--_text) 5%, transparent);
    --_pressed: color-mix(in oklab, var(--_text) 10%, transparent);
    --_skeleton: var(--account-skeleton, color-mix(in oklab, var(--_text) 9%, transparent));
    --_focus: var(--account-focus, var(--_accent-ink));

    --_danger: var(--account-danger, light-dark(oklch(0.505 0.185 26), oklch(0.78 0.125 25)));
    --_danger-soft: var(--account-danger-soft, light-dark(oklch(0.965 0.018 22), oklch(0.285 0.055 24)));
    --_warning: var(--account-warning, light-dark(oklch(0.5 0.11 66), oklch(0.83 0.12 82)));
    --_warning-soft: var(--account-warning-soft, light-dark(oklch(0.968 0.032 88), oklch(0.295 0.045 75)));
    --_success: var(--account-success, light-dark(oklch(0.485 0.11 155), oklch(0.8 0.13 157)));
    --_success-soft: var(--account-success-soft, light-dark(oklch(0.965 0.025 158), oklch(0.28 0.045 158)));

    --_radius: var(--account-radius, 8px);
    --_radius-small: calc(var(--_radius) * 0.625);
    --_radius-large: calc(var(--_radius) * 1.375);

    --_font: var(--account-font, ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    --_size: var(--account-font-size, 0.875rem);
    --_size-small: calc(var(--_size) * 0.857);
    --_size-large: calc(var(--_size) * 1.143);
    --_line: 1.4286;
    --_medium: var(--account-font-weight-medium, 500);
    --_strong: var(--account-font-weight-strong, 600);

    --_space: var(--account-space, 4px);
    --_row-compact: var(--account-row-compact, 36px);
    --_row-comfortable: var(--account-row-comfortable, 52px);
    --_control: var(--account-control, 32px);

    --_shadow-color: light-dark(oklch(from var(--_brand) 0.25 min(c, 0.04) h / 0.11), oklch(0 0 0 / 0.5));
    --_shadow-small: var(--account-shadow-small, 0 1px 2px light-dark(oklch(0 0 0 / 0.05), oklch(0 0 0 / 0.3)));
    --_shadow: var(--account-shadow, 0 1px 2px var(--_shadow-color), 0 10px 28px -6px var(--_shadow-color));

    --_fast: var(--account-duration-fast, 120ms);
    --_slow: var(--account-duration-slow, 180ms);
    --_ease: var(--account-ease, cubic-bezier(0.2, 0, 0, 1));

    color: var(--_text);
    font: 400 var(--_size) / var(--_line) var(--_font);
    letter-spacing: normal;
    text-align: start;
    text-transform: none;
    -webkit-tap-highlight-color: transparent;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  @media (pointer: coarse) {
    :host {
      --_control: var(--account-control-touch, 44px);
      --_row-compact: var(--account-row-compact, 44px);
    }
  }

  @media (prefers-contrast: more) {
    :host {
      --_text-muted: var(--_text);
      --_border: var(--_border-strong);
      --_hover: color-mix(in oklab, var(--_text) 12%, transparent);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_fast: 0.01ms;
      --_slow: 0.01ms;
    }
  }

  @media (forced-colors: active) {
    :host {
      --_text: CanvasText;
      --_text-muted: CanvasText;
      --_border: CanvasText;
      --_border-strong: ButtonBorder;
      --_focus: Highlight;
      --_accent-ink: Highlight;
      --_danger: CanvasText;
      --_warning: CanvasText;
      --_success: CanvasText;
      --_skeleton: GrayText;
    }
  }
`;
