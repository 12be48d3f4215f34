/** What a colour on the page looks like, as the browser paints it: red, green, blue from 0 to 255. */
export function painted(color: string, over = 'white'): [number, number, number] {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
  for (const fill of [over, color]) {
    context.fillStyle = fill;
    context.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** The contrast of WCAG 2 between two opaque colours. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(painted(one)), luminance(painted(other))].sort((a, b) => b - a);
  return ((light as number) + 0.05) / ((dark as number) + 0.05);
}

function luminance(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Pairs that carry text (4.5) or a meaningful line (3). */
export const PAIRS: readonly [of: string, on: string, least: number][] = [
  ['text', 'surface', 7],
  ['text', 'surface-raised', 7],
  ['text', 'surface-sunken', 7],
  ['text', 'accent-soft', 7],
  ['text-muted', 'surface', 4.5],
  ['text-muted', 'surface-raised', 4.5],
  ['text-muted', 'surface-sunken', 4.5],
  ['text-muted', 'accent-soft', 4.5],
  ['accent-text', 'accent', 4.5],
  ['accent-text', 'accent-hover', 4.5],
  ['accent-ink', 'surface', 4.5],
  ['accent-ink', 'surface-raised', 4.5],
  ['accent-ink', 'surface-sunken', 4.5],
  ['accent-ink', 'accent-soft', 4.5],
  ['danger', 'surface', 4.5],
  ['danger', 'danger-soft', 4.5],
  ['danger', 'accent-soft', 4.5],
  ['warning', 'surface', 4.5],
  ['warning', 'warning-soft', 4.5],
  ['success', 'surface', 4.5],
  ['success', 'success-soft', 4.5],
  ['text', 'danger-soft', 4.5],
  ['text', 'warning-soft', 4.5],
  ['border-strong', 'surface', 3],
  ['border-strong', 'surface-sunken', 3],
  ['focus', 'surface', 3],
  ['focus', 'accent-soft', 3],
];
