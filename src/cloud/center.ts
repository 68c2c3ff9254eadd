import type { BitGrid } from './bit-grid.js';

/** Where the middle of the free cells is and how far they reach, in pixels. */
export interface Center {
  readonly x: number;
  readonly y: number;
  readonly radiusX: number;
  readonly radiusY: number;
}

/** Centre of gravity and half the extent of the free cells. */
export function findCenter(room: BitGrid, cell: number): Center {
  let [count, sumX, sumY, left, right, top, bottom] = [0, 0, 0, Infinity, 0, Infinity, 0];
  for (let row = 0; row < room.height; row++) {
    for (let word = 0; word < room.stride; word++) {
      let clear = ~room.bits[row * room.stride + word];
      if (clear === 0) continue;
      const start = 32 * word;
      left = Math.min(left, start + 31 - Math.clz32(clear & -clear));
      right = Math.max(right, start + 31 - Math.clz32(clear));
      top = Math.min(top, row);
      bottom = row;
      if (clear === -1) {
        count += 32;
        sumX += 32 * start + 496;
        sumY += 32 * row;
        continue;
      }
      for (; clear !== 0; clear &= clear - 1) {
        count++;
        sumX += start + 31 - Math.clz32(clear & -clear);
        sumY += row;
      }
    }
  }
  if (count === 0) return { x: 0, y: 0, radiusX: 0, radiusY: 0 };
  return {
    x: (sumX / count + 0.5) * cell,
    y: (sumY / count + 0.5) * cell,
    radiusX: ((right - left + 1) * cell) / 2,
    radiusY: ((bottom - top + 1) * cell) / 2,
  };
}
