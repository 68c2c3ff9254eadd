import type { BitGrid } from './bit-grid.js';
import type { Cell } from './free-search.js';

/** How many cells a box may move in one direction. */
const farthest = 48;

/** How many steps up to `farthest` are free, Infinity if nothing stops the box by then. */
function stepsUntil(isClear: (step: number) => boolean): number {
  let step = 1;
  while (step <= farthest && isClear(step)) step++;
  return step > farthest ? Infinity : step - 1;
}

/**
 * Moves a free box up or down, then sideways, until it touches the nearest neighbour on either axis: a word
 * that floats in the middle of a gap would waste the room on all of its sides.
 */
export function settle(grid: BitGrid, { column, row }: Cell, width: number, height: number): Cell {
  let [x, y] = [column, row];
  for (let round = 0; round < 2; round++) {
    const up = stepsUntil((step) => grid.isRunClear(y - step, x, x + width));
    const down = stepsUntil((step) => grid.isRunClear(y + height - 1 + step, x, x + width));
    if (Math.min(up, down) < Infinity) y += up <= down ? -up : down;
    const left = stepsUntil((step) => grid.isColumnClear(x - step, y, y + height));
    const right = stepsUntil((step) => grid.isColumnClear(x + width - 1 + step, y, y + height));
    const before = x;
    if (Math.min(left, right) < Infinity) x += left <= right ? -left : right;
    if (x === before) break;
  }
  return { column: x, row: y };
}
