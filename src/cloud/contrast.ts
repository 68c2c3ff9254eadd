import { pow } from '../base/math.js';
import type { Rgba } from './color.js';

/** Relative luminance, from 0 to 1; the alpha does not count. @see WCAG 2.1, "relative luminance" */
function luminance([red, green, blue]: Rgba): number {
  const linear = (value: number) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/**
 * Contrast ratio of two colours, from 1 to 21.
 * @see W3C, Web Content Accessibility Guidelines 2.1, "contrast ratio"
 */
export function contrastRatio(a: Rgba, b: Rgba): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** The colour at a share of the way from `a` to `b`, opaque. */
export function mix(a: Rgba, b: Rgba, share: number): Rgba {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share, 255];
}

/** True of a ground on which light colours are read better. */
export function isDark(ground: Rgba): boolean {
  return luminance(ground) <= 0.3;
}

/** Darkens or lightens a colour until its contrast to the ground is at least `ratio`. */
export function readable(color: Rgba, ground: Rgba, ratio: number): Rgba {
  const target: Rgba = isDark(ground) ? [255, 255, 255, 255] : [0, 0, 0, 255];
  let result = color;
  for (let share = 0.1; contrastRatio(result, ground) < ratio && share <= 1; share += 0.1) {
    result = mix(color, target, share);
  }
  return result;
}
