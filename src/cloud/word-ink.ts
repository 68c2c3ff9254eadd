import type { GlyphRun, RunGlyph } from './font/glyph-run.js';
import type { Bounds } from './font/outline.js';
import type { CoverageRaster, Transform } from './raster/coverage.js';

/** To a 64th of a pixel, so that numbers are short and the same everywhere. */
export function snap(value: number): number {
  return Math.round(value * 64) / 64;
}

/** Sine and cosine of degrees, exact for right angles so that rotated boxes stay on the pixel grid. */
export function turn(degrees: number): { readonly sin: number; readonly cos: number } {
  const angle = ((degrees % 360) + 360) % 360;
  if (angle === 0) return { sin: 0, cos: 1 };
  if (angle === 90) return { sin: 1, cos: 0 };
  if (angle === 180) return { sin: 0, cos: -1 };
  if (angle === 270) return { sin: -1, cos: 0 };
  const radians = (angle * Math.PI) / 180;
  // Engines may differ in the last bits of sin and cos; 40 bits are the same in all of them.
  const round = (value: number) => Math.round(value * 2 ** 40) / 2 ** 40;
  return { sin: round(Math.sin(radians)), cos: round(Math.cos(radians)) };
}

/**
 * The box around a word's ink at a size and rotation, in pixels, y downwards, from the start of its baseline.
 *
 * @param bounds  in ems, y upwards
 */
export function inkBounds({ xMin, yMin, xMax, yMax }: Bounds, size: number, rotation: number): Bounds {
  if (rotation === 0) {
    return { xMin: xMin * size, yMin: -yMax * size, xMax: xMax * size, yMax: -yMin * size };
  }
  const { sin, cos } = turn(rotation);
  // The box turned about the origin: each product contributes its smaller end to the minimum.
  const [leftX, rightX] = [size * xMin * cos, size * xMax * cos];
  const [topX, bottomX] = [size * yMax * sin, size * yMin * sin];
  const [leftY, rightY] = [size * xMin * sin, size * xMax * sin];
  const [topY, bottomY] = [-size * yMax * cos, -size * yMin * cos];
  return {
    xMin: Math.min(leftX, rightX) + Math.min(topX, bottomX),
    yMin: Math.min(leftY, rightY) + Math.min(topY, bottomY),
    xMax: Math.max(leftX, rightX) + Math.max(topX, bottomX),
    yMax: Math.max(leftY, rightY) + Math.max(topY, bottomY),
  };
}

/** Map from the units of one glyph of the word to pixels, for a word whose baseline starts at (x, y). */
export function glyphTransform(
  glyph: GlyphRun['glyphs'][number],
  size: number,
  rotation: number,
  x: number,
  y: number,
): Transform {
  const { sin, cos } = turn(rotation);
  const scale = size / glyph.font.unitsPerEm;
  const along = glyph.x * size;
  return {
    a: scale * cos,
    b: scale * sin,
    c: scale * sin,
    d: -scale * cos,
    e: x + along * cos,
    f: y + along * sin,
  };
}

/**
 * Draws a word's coverage with its baseline starting at (x, y).
 *
 * @param only  draws only the glyphs for which it holds; colour glyphs are drawn as the union of their layers
 */
export function rasterWord(
  raster: CoverageRaster,
  run: GlyphRun,
  size: number,
  rotation: number,
  x: number,
  y: number,
  only?: (glyph: RunGlyph) => boolean,
): void {
  for (const glyph of run.glyphs) {
    if (only && !only(glyph)) continue;
    const transform = glyphTransform(glyph, size, rotation, x, y);
    const layers = glyph.font.layers(glyph.glyph);
    if (layers) for (const layer of layers) raster.add(glyph.font.outline(layer.glyph), transform);
    else raster.add(glyph.font.outline(glyph.glyph), transform);
  }
}
