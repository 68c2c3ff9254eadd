import type { BitGrid } from './bit-grid.js';
import type { GlyphRun } from './font/glyph-run.js';
import { openKernel, wordBytes } from './kernel/kernel.js';
import { INK_FROM_CELLS, SLANTED, UPENDED } from './kernel/place.js';
import { turn } from './word-ink.js';

/** What every word of a layout has in common. */
export interface PlacementRules {
  /** Side of a cell in pixels. */
  readonly cell: number;
  /** Least distance between the ink of two words, in pixels. */
  readonly padding: number;
  /** Further room before and behind a word along its line, in ems. */
  readonly wordSpace: number;
  /** Most that `wordSpace` comes to, in pixels. */
  readonly maxWordSpace: number;
  /** Whether words may stand inside the counters of larger ones. */
  readonly nesting: boolean;
  /** Width over height of the room: words gather in an ellipse of these proportions. */
  readonly aspect: number;
  /** Where the words gather, in pixels. */
  readonly centerX: number;
  readonly centerY: number;
}

/** Places words one by one on a grid of taken cells, which it fills: kernel/place.ts. */
export class Placement {
  private readonly kernel = openKernel();
  /** Address of the first word; the others follow. */
  private readonly words: number;
  private isNew = true;

  constructor(
    room: BitGrid,
    private readonly rules: PlacementRules,
    private readonly runs: readonly GlyphRun[],
  ) {
    const { kernel } = this;
    const { width, height } = room;
    const { cell, padding, wordSpace, maxWordSpace, aspect, centerX, centerY, nesting } = rules;
    const at = kernel.take(80);
    kernel.doubles.set(
      [width, height, cell, padding, wordSpace, maxWordSpace, aspect, centerX, centerY, nesting ? 1 : 0],
      at >> 3,
    );
    const { functions } = kernel;
    functions.usePlacement(at, kernel.take(functions.placementBytes(width, height)));
    kernel.ints.set(room.bits, functions.roomAt() >> 2);
    this.words = kernel.words(runs);
  }

  /** Empties the room again. */
  clear(): void {
    this.kernel.functions.clearPlacement(this.isNew);
    this.isNew = false;
  }

  /**
   * Places a word where its centre comes nearest to a point in pixels.
   *
   * @returns whether there is a place; it is then at {@link x}, {@link y}
   */
  place(word: number, size: number, rotation: number, x: number, y: number): boolean {
    const { kernel } = this;
    const at = this.words + word * wordBytes;
    if (rotation === 0) {
      if (size >= INK_FROM_CELLS * this.rules.cell) kernel.setGlyphs(at, this.runs[word]);
      return kernel.functions.place(at, size, 0, 1, 0, x, y);
    }
    const turned = rotation % 90 !== 0 ? SLANTED : rotation % 180 !== 0 ? UPENDED : 0;
    if (turned === SLANTED || size >= INK_FROM_CELLS * this.rules.cell) kernel.setGlyphs(at, this.runs[word]);
    const { sin, cos } = turn(rotation);
    return kernel.functions.place(at, size, sin, cos, turned, x, y);
  }

  /** Where the baseline of the last word starts, in pixels. */
  get x(): number {
    return this.kernel.functions.foundX();
  }

  get y(): number {
    return this.kernel.functions.foundY();
  }

  /** The emptiest square of 32 by 32 cells, counted row by row; it counts as fuller the next time. */
  emptiestTile(): number {
    return this.kernel.functions.emptiestTile();
  }
}
