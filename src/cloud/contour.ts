import { CUBIC, LINE, MOVE, type Outline, OutlineBuilder, QUAD } from './font/outline.js';
import { type Area, fitPicture } from './room.js';
import { type MaskImage, maskInside, type ShapeName, shapeOutline } from './shape.js';

/** How the edge of the shape is drawn. */
export interface ContourOptions {
  /** Pixels. Default 2. */
  readonly width?: number;
  /** CSS colour. Default: the first of the palette. */
  readonly color?: string;
}

/** Points x, y in turn, in pixels of the layout. */
export type Polyline = readonly number[];

/** The edge of the shape, ready to be drawn. */
export interface Contour {
  readonly lines: readonly Polyline[];
  readonly width: number;
  readonly color: string;
}

/** Curves are drawn as so many chords. */
const chords = 48;

/** Closed polylines along an outline without quadratic curves. */
function flatten({ kinds, points }: Outline): Polyline[] {
  const lines: number[][] = [];
  let line: number[] = [];
  let at = 0;
  for (const kind of kinds) {
    if (kind === MOVE) {
      line = [];
      lines.push(line);
    }
    const count = kind === CUBIC ? 6 : kind === QUAD ? 4 : 2;
    if (kind === MOVE || kind === LINE) line.push(points[at], points[at + 1]);
    else if (kind === CUBIC) {
      const [x0, y0] = line.slice(-2);
      const [x1, y1, x2, y2, x3, y3] = points.subarray(at, at + 6);
      for (let step = 1; step <= chords; step++) {
        const t = step / chords;
        const s = 1 - t;
        line.push(
          s * s * s * x0 + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t * t * t * x3,
          s * s * s * y0 + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t * t * t * y3,
        );
      }
    }
    at += count;
  }
  for (const each of lines) each.push(each[0], each[1]);
  return lines;
}

/** The borders between the inside and the outside of a mask, in runs along its pixels. */
function maskBorders(mask: MaskImage, area: Area): Polyline[] {
  const inside = maskInside(mask);
  const { left, top, scale } = fitPicture(mask, area);
  const isInside = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < mask.width && y < mask.height && inside[y * mask.width + x] === 1;
  const lines: Polyline[] = [];
  for (let y = 0; y <= mask.height; y++) {
    let start = -1;
    for (let x = 0; x <= mask.width; x++) {
      const border = x < mask.width && isInside(x, y - 1) !== isInside(x, y);
      if (border && start < 0) start = x;
      if (!border && start >= 0) {
        lines.push([left + start * scale, top + y * scale, left + x * scale, top + y * scale]);
        start = -1;
      }
    }
  }
  for (let x = 0; x <= mask.width; x++) {
    let start = -1;
    for (let y = 0; y <= mask.height; y++) {
      const border = y < mask.height && isInside(x - 1, y) !== isInside(x, y);
      if (border && start < 0) start = y;
      if (!border && start >= 0) {
        lines.push([left + x * scale, top + start * scale, left + x * scale, top + y * scale]);
        start = -1;
      }
    }
  }
  return lines;
}

/** Lines along the edge of the shape, a little outside of where words may stand. */
export function contourLines(
  shape: ShapeName,
  mask: MaskImage | undefined,
  area: Area,
  distance: number,
): readonly Polyline[] {
  if (mask) return maskBorders(mask, area);
  const edge = Math.max(0, area.margin - distance);
  return flatten(shapeOutline(shape, edge, edge, area.width - 2 * edge, area.height - 2 * edge));
}

/** Polygons that cover lines of a width: one for each piece, with its ends squared so that corners close. */
export function strokeOutline(lines: readonly Polyline[], width: number): Outline {
  const builder = new OutlineBuilder();
  const half = width / 2;
  for (const line of lines) {
    for (let at = 0; at + 3 < line.length; at += 2) {
      const [x0, y0, x1, y1] = line.slice(at, at + 4);
      const length = Math.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
      if (length === 0) continue;
      const [ux, uy] = [((x1 - x0) / length) * half, ((y1 - y0) / length) * half];
      // Always in the same direction of turn: the raster adds coverages and cuts them at 1.
      builder.moveTo(x0 - ux + uy, y0 - uy - ux);
      builder.lineTo(x1 + ux + uy, y1 + uy - ux);
      builder.lineTo(x1 + ux - uy, y1 + uy + ux);
      builder.lineTo(x0 - ux - uy, y0 - uy + ux);
    }
  }
  return builder.build();
}

/** The lines as SVG, drawn under the words. */
export function contourToSvg({ lines, width, color }: Contour): string {
  const number = (value: number) => String(Math.round(value * 100) / 100);
  const path = lines
    .map((line) => {
      let text = '';
      for (let at = 0; at < line.length; at += 2) {
        text += `${at === 0 ? 'M' : 'L'}${number(line[at])} ${number(line[at + 1])}`;
      }
      return text;
    })
    .join('');
  return `<path d="${path}" fill="none" stroke="${color}" stroke-width="${number(width)}" stroke-linecap="square"/>`;
}
