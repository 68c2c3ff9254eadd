import { describeValue, RedianError } from '../errors.js';

/** Colours that read well together on their background. */
export interface Palette {
  /** CSS colour `#rrggbb`. */
  readonly background: string;
  /** CSS colours `#rrggbb`, each with a contrast of at least 4.5 to the background. */
  readonly colors: readonly string[];
}

/** The built-in palettes by name. */
export const palettes = {
  /** Deep blues with one warm accent, on white. */
  light: {
    background: '#ffffff',
    colors: ['#0b3c6f', '#1667a8', '#0d7f83', '#c2410c', '#475569', '#1e3a8a'],
  },
  /** Clear blues, mint and amber, on near-black. */
  dark: {
    background: '#0b1220',
    colors: ['#7cc4ff', '#4aa3ff', '#5eead4', '#fbbf24', '#cbd5e1', '#a5b4fc'],
  },
  /** Ink and vermilion on paper. */
  paper: {
    background: '#faf6ee',
    colors: ['#1f2328', '#b3261e', '#4a4f57', '#7a3b12', '#2d4a5e', '#6b5d4a'],
  },
  /** Greens of a forest, on white. */
  forest: {
    background: '#ffffff',
    colors: ['#14532d', '#166534', '#0f766e', '#4d7c0f', '#365314', '#854d0e'],
  },
  /** Magenta to orange, on deep violet. */
  sunset: {
    background: '#1a1026',
    colors: ['#ff7eb6', '#ffa657', '#ffd166', '#c792ea', '#f78c6c', '#ffb4a2'],
  },
  /** Sea colours, on deep blue. */
  ocean: {
    background: '#06202f',
    colors: ['#8bd3ff', '#5eead4', '#bae6fd', '#38bdf8', '#a7f3d0', '#e0f2fe'],
  },
  /** Reds of good luck, on white. */
  festive: {
    background: '#ffffff',
    colors: ['#b91c1c', '#c2410c', '#9f1239', '#92400e', '#7f1d1d', '#be123c'],
  },
  /** Greys alone. */
  mono: {
    background: '#ffffff',
    colors: ['#111827', '#374151', '#4b5563', '#1f2937', '#6b7280'],
  },
} as const satisfies Record<string, Palette>;

export type PaletteName = keyof typeof palettes;

/** The palette of a name, or the palette itself. */
export function resolvePalette(palette: PaletteName | Palette): Palette {
  if (typeof palette === 'string') {
    if (Object.hasOwn(palettes, palette)) return palettes[palette];
    throw new RedianError(
      'INVALID_ARGUMENT',
      `palette: expected one of ${Object.keys(palettes).join(', ')}, got ${describeValue(palette)}`,
    );
  }
  if (typeof palette !== 'object' || palette === null || !Array.isArray(palette.colors)) {
    throw new RedianError(
      'INVALID_ARGUMENT',
      `palette: expected a name or { background, colors }, got ${describeValue(palette)}`,
    );
  }
  if (palette.colors.length === 0) {
    throw new RedianError('INVALID_ARGUMENT', 'palette.colors: expected at least one colour, got none');
  }
  return palette;
}
