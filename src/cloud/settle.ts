import type { BitGrid } from './bit-grid.js';
import type { Cell } from './free-search.js';

/** How far a free box can move up or down, `limit` cells at most. */
function verticalSteps(
  grid: BitGrid,
  x: number,
  y: number,
  width: number,
  height: number,
  up: boolean,
  limit: number,
) {
  let step = 0;
  while (step < limit && grid.isRunClear(up ? y - step - 1 : y + height + step, x, x + width)) step++;
  return step;
}

/** How far a free box can move left or right, `limit` cells at most. */
function sidewaysSteps(
  grid: BitGrid,
  x: number,
  y: number,
  width: number,
  height: number,
  left: boolean,
  limit: number,
) {
  let steps = limit;
  for (let row = y; row < y + height && steps > 0; row++) {
    steps = left ? grid.clearLeft(x, row, steps) : grid.clearRight(x + width, row, steps);
  }
  return steps;
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
    const up = y > centerRow;
    const vertical = verticalSteps(grid, x, y, width, height, up, Math.abs(Math.round(centerRow) - y));
    y += up ? -vertical : vertical;
    const left = x > centerColumn;
    const sideways = sidewaysSteps(grid, x, y, width, height, left, Math.abs(Math.round(centerColumn) - x));
    x += left ? -sideways : sideways;
    if (sideways === 0) break;
  }
  return { column: x, row: y };
}
