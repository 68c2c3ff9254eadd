import { type Area, fitPicture } from './area.js';
import { type MaskImage, maskInside } from './shape.js';

/** Points x, y in turn, in pixels of the layout. */
export type Polyline = readonly number[];

/** From so many pixels of the layout for one of the mask on, its edge is smoothed: below that no stairs can be seen. */
const STAIRS = 2;

/** How often each point moves towards its neighbours: stairs go, corners are rounded by about a pixel of the mask. */
const ROUNDS = 6;

/** A loop around so few sides of pixels would vanish if it were smoothed. */
const FEW_SIDES = 16;

// Directions along the sides of pixels, the inside on the right hand.
const RIGHT = 0;
const DOWN = 1;
const LEFT = 2;
const UP = 3;

const stepX = [1, 0, -1, 0];
const stepY = [0, 1, 0, -1];

/** Bits of the directions in which a border leaves each corner of the mask's pixels, row by row. */
function borderSteps(inside: Uint8Array, width: number, height: number): Uint8Array {
  const wide = width + 1;
  const steps = new Uint8Array(wide * (height + 1));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (inside[at] === 0) continue;
      const corner = y * wide + x;
      if (y === 0 || inside[at - width] === 0) steps[corner] |= 1 << RIGHT;
      if (x === width - 1 || inside[at + 1] === 0) steps[corner + 1] |= 1 << DOWN;
      if (y === height - 1 || inside[at + width] === 0) steps[corner + wide + 1] |= 1 << LEFT;
      if (x === 0 || inside[at - 1] === 0) steps[corner + wide] |= 1 << UP;
    }
  }
  return steps;
}

/** The loops along the sides of pixels between inside and outside, each closed, in pixels of the mask. */
function borderLoops(inside: Uint8Array, width: number, height: number): number[][] {
  const wide = width + 1;
  const steps = borderSteps(inside, width, height);
  const loops: number[][] = [];
  for (let start = 0; start < steps.length; start++) {
    while (steps[start] !== 0) {
      const loop: number[] = [];
      let corner = start;
      let direction = 31 - Math.clz32(steps[corner]);
      do {
        // Where two pixels touch by a corner, each keeps to itself: the turn to the right comes first.
        for (const turn of [1, 0, 3]) {
          const next = (direction + turn) & 3;
          if (((steps[corner] >> next) & 1) === 1) {
            direction = next;
            break;
          }
        }
        steps[corner] &= ~(1 << direction);
        loop.push(corner % wide, Math.floor(corner / wide));
        corner += stepX[direction] + wide * stepY[direction];
      } while (corner !== start);
      loops.push(loop);
    }
  }
  return loops;
}

/** Without the stairs: the middles of the sides, moved towards their neighbours. */
function smoothed(loop: readonly number[]): number[] {
  const count = loop.length;
  let points = loop.map((value, at) => (value + loop[(at + 2) % count]) / 2);
  for (let round = 0; round < ROUNDS; round++) {
    const before = points;
    points = before.map(
      (value, at) => (before[(at + count - 2) % count] + 2 * value + before[(at + 2) % count]) / 4,
    );
  }
  return points;
}

/** Without the points that lie on a straight line between their neighbours. */
function withoutStraight(loop: readonly number[]): number[] {
  const count = loop.length;
  const kept: number[] = [];
  for (let at = 0; at < count; at += 2) {
    const [x, y] = [loop[at], loop[at + 1]];
    const [beforeX, beforeY] = [x - loop[(at + count - 2) % count], y - loop[(at + count - 1) % count]];
    const [afterX, afterY] = [loop[(at + 2) % count] - x, loop[(at + 3) % count] - y];
    if (Math.abs(beforeX * afterY - beforeY * afterX) > 1e-9) kept.push(x, y);
  }
  return kept;
}

/** Whether the pixels of a mask are so large in the picture that its edge is smoothed. */
export function isCoarse(mask: MaskImage, area: Area): boolean {
  return fitPicture(mask, area).scale > STAIRS;
}

/** Closed lines along the edge of a mask that is fitted into the area; smooth if its pixels are large. */
export function maskEdge(mask: MaskImage, area: Area): Polyline[] {
  const { left, top, scale } = fitPicture(mask, area);
  const smooth = isCoarse(mask, area);
  return borderLoops(maskInside(mask), mask.width, mask.height).map((loop) => {
    const line = withoutStraight(smooth && loop.length > 2 * FEW_SIDES ? smoothed(loop) : loop);
    for (let at = 0; at < line.length; at += 2) {
      line[at] = left + scale * line[at];
      line[at + 1] = top + scale * line[at + 1];
    }
    line.push(line[0], line[1]);
    return line;
  });
}
