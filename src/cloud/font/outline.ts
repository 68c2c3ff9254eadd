/** Segment kinds of an {@link Outline}. */
export const MOVE = 0;
export const LINE = 1;
export const QUAD = 2;
export const CUBIC = 3;

/**
 * Closed contours in font units, y upwards. `kinds[i]` takes 1 (move, line), 2 (quadratic: control, end) or
 * 3 (cubic: two controls, end) points from `points`, which holds x and y in turn.
 */
export interface Outline {
  readonly kinds: Uint8Array;
  readonly points: Float32Array;
}

/** Smallest box around ink, in the unit of what it bounds. Empty when `xMax <= xMin`. */
export interface Bounds {
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

export const emptyBounds: Bounds = { xMin: 0, yMin: 0, xMax: 0, yMax: 0 };

/** Gathers segments; coordinates are given absolute. */
export class OutlineBuilder {
  private readonly kinds: number[] = [];
  private readonly points: number[] = [];

  moveTo(x: number, y: number): void {
    this.kinds.push(MOVE);
    this.points.push(x, y);
  }

  lineTo(x: number, y: number): void {
    this.kinds.push(LINE);
    this.points.push(x, y);
  }

  quadTo(controlX: number, controlY: number, x: number, y: number): void {
    this.kinds.push(QUAD);
    this.points.push(controlX, controlY, x, y);
  }

  cubicTo(firstX: number, firstY: number, secondX: number, secondY: number, x: number, y: number): void {
    this.kinds.push(CUBIC);
    this.points.push(firstX, firstY, secondX, secondY, x, y);
  }

  /** Adds another outline moved by the affine map (a b c d e f): x' = a·x + c·y + e, y' = b·x + d·y + f. */
  addTransformed(other: Outline, [a, b, c, d, e, f]: readonly number[]): void {
    for (const kind of other.kinds) this.kinds.push(kind);
    for (let at = 0; at < other.points.length; at += 2) {
      const x = other.points[at];
      const y = other.points[at + 1];
      this.points.push(a * x + c * y + e, b * x + d * y + f);
    }
  }

  build(): Outline {
    return { kinds: new Uint8Array(this.kinds), points: new Float32Array(this.points) };
  }
}

/** The smallest box around all of the given boxes. */
export function unionBounds(boxes: readonly Bounds[]): Bounds {
  if (boxes.length === 0) return emptyBounds;
  return {
    xMin: Math.min(...boxes.map(({ xMin }) => xMin)),
    yMin: Math.min(...boxes.map(({ yMin }) => yMin)),
    xMax: Math.max(...boxes.map(({ xMax }) => xMax)),
    yMax: Math.max(...boxes.map(({ yMax }) => yMax)),
  };
}
