import type { BitGrid } from './bit-grid.js';
import type { Cell } from './free-search.js';

/** How many cells a box may move in one direction. */
const farthest = 400;

/** How many steps are free, `farthest` at most. */
function stepsUntil(isClear: (step: number) => boolean): number {
  let step = 1;
  while (step <= farthest && isClear(step)) step++;
  return step - 1;
}

/**
 * Moves a free box up or down, then sideways, towards a point until a neighbour stops it: a word that floats in the middle
 * of a gap would waste the room on all of its sides.
 *
 * @param centerColumn  where the box would like its upper left cell
 */
export function settle(
  grid: BitGrid,
  { column, row }: Cell,
  width: number,
  height: number,
  centerColumn: number,
  centerRow: number,
): Cell {
  let [x, y] = [column, row];
  for (let round = 0; round < 2; round++) {
    const before = x;
    const up = y > centerRow;
    const tall = Math.abs(Math.round(centerRow) - y);
    const vertical = Math.min(
      tall,
      stepsUntil((step) => grid.isRunClear(up ? y - step : y + height - 1 + step, x, x + width)),
    );
    y += up ? -vertical : vertical;
    const leftwards = x > centerColumn;
    const wide = Math.abs(Math.round(centerColumn) - x);
    const sideways = Math.min(
      wide,
      stepsUntil((step) => grid.isColumnClear(leftwards ? x - step : x + width - 1 + step, y, y + height)),
    );
    x += leftwards ? -sideways : sideways;
    if (x === before) break;
  }
  return { column: x, row: y };
}
