import type { BitGrid } from './bit-grid.js';

/** About so many points a side are looked at. */
const pointsAside = 32;

/**
 * How far it is on average from a place in the room to the next word, in pixels: small where words are spread evenly and leave
 * no large gap.
 *
 * @param boxes  left, top, width and height of each word in pixels
 * @param cell  side of a cell of the room in pixels
 */
export function emptiness(room: BitGrid, boxes: Float64Array, cell: number): number {
  const step = Math.max(1, Math.floor(Math.max(room.width, room.height) / pointsAside));
  let sum = 0;
  let count = 0;
  for (let row = step >> 1; row < room.height; row += step) {
    for (let column = step >> 1; column < room.width; column += step) {
      if (room.has(column, row)) continue;
      const x = (column + 0.5) * cell;
      const y = (row + 0.5) * cell;
      let nearest = Infinity;
      for (let at = 0; at < boxes.length; at += 4) {
        const across = Math.max(0, boxes[at] - x, x - boxes[at] - boxes[at + 2]);
        const along = Math.max(0, boxes[at + 1] - y, y - boxes[at + 1] - boxes[at + 3]);
        nearest = Math.min(nearest, across * across + along * along);
      }
      sum += Math.sqrt(nearest);
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}
