/** Where the free cells of the grid are, in cells. */
import { grid, rows, words } from './grid.js';
import { greaterInt, i32At, leadingZeros, lesserInt, onesIn } from './memory.js';

let count: i32 = 0;
let sumX: f64 = 0;
let sumY: f64 = 0;
let left: i32 = 0;
let right: i32 = 0;
let top: i32 = 0;
let bottom: i32 = 0;

/** Looks at every cell; gives the number of those that are free. */
export function survey(): i32 {
  count = 0;
  sumX = 0;
  sumY = 0;
  left = 32 * words;
  right = 0;
  top = -1;
  bottom = 0;
  for (let row: i32 = 0; row < rows; row++) {
    const bits = grid + 4 * row * words;
    const before = count;
    for (let word: i32 = 0; word < words; word++) {
      let clear = ~i32At(bits + 4 * word);
      if (clear === 0) continue;
      const start = 32 * word;
      left = lesserInt(left, start + 31 - leadingZeros(clear & -clear));
      right = greaterInt(right, start + 31 - leadingZeros(clear));
      if (clear === -1) {
        count += 32;
        sumX += 32 * start + 496;
        continue;
      }
      count += onesIn(clear);
      for (; clear !== 0; clear &= clear - 1) sumX += start + 31 - leadingZeros(clear & -clear);
    }
    if (count === before) continue;
    if (top < 0) top = row;
    bottom = row;
    sumY += (count - before) * row;
  }
  return count;
}

/** The middle of the free cells. */
export function meanX(): f64 {
  return sumX / count + 0.5;
}

export function meanY(): f64 {
  return sumY / count + 0.5;
}

/** How far they reach. */
export function extentX(): i32 {
  return right - left + 1;
}

export function extentY(): i32 {
  return bottom - top + 1;
}
