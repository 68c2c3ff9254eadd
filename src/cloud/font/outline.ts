import { CUBIC, LINE, MOVE } from '../kernel/segments.js';

export { CUBIC, LINE, MOVE };

/** Points that a segment of each kind takes. */
export const segmentPoints = [1, 1, 2, 3] as const;

/**
 * Closed contours in font units, y upwards. `kinds` has a number for each segment: 0 moves, 1 is a line, 2 a quadratic and 3
 * a cubic curve. They take 1, 1, 2 (control, end) and 3 points (two controls, end) from `points`, which holds x and y in turn.
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
  private kinds = new Uint8Array(64);
  private points = new Float32Array(256);
  private segments = 0;
  private numbers = 0;

  /** Starts anew; memory is kept. */
  clear(): void {
    this.segments = 0;
    this.numbers = 0;
  }

  moveTo(x: number, y: number): void {
    this.begin(MOVE);
    this.point(x, y);
  }

  lineTo(x: number, y: number): void {
    this.begin(LINE);
    this.point(x, y);
  }

  cubicTo(firstX: number, firstY: number, secondX: number, secondY: number, x: number, y: number): void {
    this.begin(CUBIC);
    this.point(firstX, firstY);
    this.point(secondX, secondY);
    this.point(x, y);
  }

  /** Adds another outline moved by the affine map (a b c d e f): x' = a·x + c·y + e, y' = b·x + d·y + f. */
  addTransformed(other: Outline, [a, b, c, d, e, f]: readonly number[]): void {
    let at = 0;
    for (const kind of other.kinds) {
      this.begin(kind);
      for (let rest = segmentPoints[kind]; rest > 0; rest--) {
        const x = other.points[at++];
        const y = other.points[at++];
        this.point(a * x + c * y + e, b * x + d * y + f);
      }
    }
  }

  build(): Outline {
    return { kinds: this.kinds.slice(0, this.segments), points: this.points.slice(0, this.numbers) };
  }

  /** Room for one more segment. */
  private begin(kind: number): void {
    if (this.segments === this.kinds.length) {
      const larger = new Uint8Array(2 * this.segments);
      larger.set(this.kinds);
      this.kinds = larger;
    }
    if (this.numbers + 6 > this.points.length) {
      const larger = new Float32Array(2 * this.points.length);
      larger.set(this.points);
      this.points = larger;
    }
    this.kinds[this.segments++] = kind;
  }

  private point(x: number, y: number): void {
    this.points[this.numbers++] = x;
    this.points[this.numbers++] = y;
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
