import type { OptionNames } from '../base/check.js';
import type { Area } from './area.js';
import { CUBIC, MOVE, type Outline, OutlineBuilder, segmentPoints } from './font/outline.js';
import { maskEdge, type Polyline } from './mask-edge.js';
import { type MaskImage, type ShapeName, shapeOutline } from './shape.js';

/** How the edge of the shape is drawn. */
export interface ContourOptions {
  /** Pixels. Default 2. */
  readonly width?: number | undefined;
  /** CSS colour. Default: the first of the palette. */
  readonly color?: string | undefined;
}

export const contourOptions: OptionNames<ContourOptions> = { width: true, color: true };

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
    if (kind !== CUBIC) line.push(points[at], points[at + 1]);
    else {
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
    at += 2 * segmentPoints[kind];
  }
  for (const each of lines) each.push(each[0], each[1]);
  return lines;
}

/** Lines along the edge of the shape, a little outside of where words may stand. */
export function contourLines(
  shape: ShapeName,
  mask: MaskImage | undefined,
  area: Area,
  distance: number,
): readonly Polyline[] {
  if (mask) return maskEdge(mask, area);
  const edge = Math.max(0, area.margin - distance);
  return flatten(shapeOutline(shape, edge, edge, area.width - 2 * edge, area.height - 2 * edge));
}

/** Least sum of 1 and the cosine of a turn that counts: where a line turns back more sharply, its tip is cut. */
const BLUNT = 0.2;

/** Rings that cover closed lines of a width, with pointed corners. */
export function strokeOutline(lines: readonly Polyline[], width: number): Outline {
  const builder = new OutlineBuilder();
  for (const line of lines) {
    const loop = withoutRepeats(line);
    if (loop.length < 4) continue;
    addSide(builder, loop, width / 2);
    // The other way round: what lies within is outside of the ring.
    const back: number[] = [];
    for (let at = loop.length - 2; at >= 0; at -= 2) back.push(loop[at], loop[at + 1]);
    addSide(builder, back, width / 2);
  }
  return builder.build();
}

/** The points of a closed line, each once. */
function withoutRepeats(line: Polyline): number[] {
  const loop: number[] = [];
  for (let at = 0; at + 3 < line.length; at += 2) {
    if (line[at] !== line[at + 2] || line[at + 1] !== line[at + 3]) loop.push(line[at], line[at + 1]);
  }
  return loop;
}

/** A loop moved to its left by a distance. */
function addSide(builder: OutlineBuilder, loop: readonly number[], distance: number): void {
  const count = loop.length;
  for (let at = 0; at < count; at += 2) {
    const [x, y] = [loop[at], loop[at + 1]];
    const [inX, inY] = unit(x - loop[(at + count - 2) % count], y - loop[(at + count - 1) % count]);
    const [outX, outY] = unit(loop[(at + 2) % count] - x, loop[(at + 3) % count] - y);
    // The sum of both normals, as long as it has to be for the sides to lie at the distance.
    const stretch = distance / Math.max(BLUNT, 1 + inX * outX + inY * outY);
    const [toX, toY] = [x + (inY + outY) * stretch, y - (inX + outX) * stretch];
    if (at === 0) builder.moveTo(toX, toY);
    else builder.lineTo(toX, toY);
  }
}

function unit(x: number, y: number): readonly [number, number] {
  const length = Math.sqrt(x * x + y * y);
  return [x / length, y / length];
}
