import type { BitGrid } from './bit-grid.js';
import type { GlyphRun } from './font/glyph-run.js';
import { boxFootprint, type Footprint } from './footprint.js';
import { FreeSearch } from './free-search.js';
import type { CoverageRaster } from './raster/coverage.js';
import { settle } from './settle.js';
import type { TileMap } from './tile-map.js';
import { closedRows, inkCells, inkOf, type WordInk } from './word-ink.js';

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

/** A word's ink with its place: the start of its baseline, in pixels. */
export interface PlacedInk {
  readonly ink: WordInk;
  readonly x: number;
  readonly y: number;
}

/** Words of at least so many cells leave their true ink behind, smaller ones their box. */
const inkFromCells = 18;

/** Places words one by one on a grid of taken cells, which it fills. */
export class Placement {
  private readonly search: FreeSearch;
  /** Boxes that found no place: whatever is as wide and as high finds none either. */
  private readonly hopeless: Footprint[] = [];

  constructor(
    private readonly grid: BitGrid,
    private readonly tiles: TileMap,
    private readonly rules: PlacementRules,
    private readonly raster: CoverageRaster,
  ) {
    this.search = new FreeSearch(grid);
  }

  /**
   * Places a word where its centre comes nearest to a point.
   *
   * @param x  wanted centre in pixels
   * @returns undefined if there is no place
   */
  place(run: GlyphRun, size: number, rotation: number, x: number, y: number): PlacedInk | undefined {
    const { cell, padding, aspect, wordSpace, maxWordSpace } = this.rules;
    const ink = inkOf(run, size, rotation);
    const inkWidth = ink.bounds.xMax - ink.bounds.xMin;
    const inkHeight = ink.bounds.yMax - ink.bounds.yMin;
    const along = Math.min(wordSpace * size, maxWordSpace);
    const slanted = rotation % 90 !== 0;
    const upended = !slanted && rotation % 180 !== 0;
    const width = Math.max(1, Math.ceil((inkWidth + padding + (slanted || upended ? 0 : along)) / cell));
    const height = Math.max(1, Math.ceil((inkHeight + padding + (upended ? along : 0)) / cell));
    if (width > this.grid.width || height > this.grid.height) return undefined;
    const offsetX = (width * cell - inkWidth) / 2;
    const offsetY = (height * cell - inkHeight) / 2;
    const box = boxFootprint(width, height);
    const detailed = slanted || size >= inkFromCells * cell;
    const margin = Math.ceil(padding / 2 / cell);
    const frame = { cell, width, height, offsetX, offsetY, margin };
    const closed = detailed ? closedRows(this.raster, ink, frame) : box;
    const wanted = slanted ? closed : box;
    if (!slanted && this.isHopeless(box)) return undefined;
    const place = this.search.nearest(wanted, x / cell - width / 2, y / cell - height / 2, aspect);
    if (!place) {
      if (!slanted) this.hopeless.push(box);
      return undefined;
    }
    const { column, row } = slanted
      ? place
      : settle(
          this.grid,
          place,
          width,
          height,
          this.rules.centerX / cell - width / 2,
          this.rules.centerY / cell - height / 2,
        );
    this.tiles.take(column, row, width, height);
    this.search.take(closed, column, row);
    this.stamp(
      closed,
      column,
      row,
      detailed && this.rules.nesting ? inkCells(this.raster, ink, frame) : undefined,
    );
    return {
      ink,
      x: column * cell + offsetX - ink.bounds.xMin,
      y: row * cell + offsetY - ink.bounds.yMin,
    };
  }

  /** Takes the cells of a word: those of its ink if they are given, else its rows or its box. */
  private stamp(
    { width, height, runs }: Footprint,
    column: number,
    row: number,
    cells: Uint8Array | undefined,
  ): void {
    const { grid } = this;
    for (let line = 0; line < height; line++) {
      if (cells) {
        for (let at = 0; at < width; at++) {
          if (cells[line * width + at]) grid.set(column + at, row + line);
        }
      } else if (!runs) grid.setRun(row + line, column, column + width);
      else if (runs.ends[line] > runs.starts[line]) {
        grid.setRun(row + line, column + runs.starts[line], column + runs.ends[line]);
      }
    }
  }

  private isHopeless(box: Footprint): boolean {
    return this.hopeless.some(({ width, height }) => box.width >= width && box.height >= height);
  }
}
