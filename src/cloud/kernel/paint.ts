/** Paints words in few colours, a byte a pixel; see IndexedPixels in ../raster/indexed.ts. */
import { greaterInt, i32At, isClear4, lesserInt, quotient, setU8, u8At } from './memory.js';
import { FULL, stride, sums } from './raster.js';

// The picture: rows of one byte that is left alone and one for each pixel.
let picture: i32 = 0;
let pictureWidth: i32 = 0;
let pictureHeight: i32 = 0;
let levels: i32 = 1;

export function usePicture(at: i32, wide: i32, tall: i32, levelsOfInk: i32): void {
  picture = at;
  pictureWidth = wide;
  pictureHeight = tall;
  levels = levelsOfInk;
}

/**
 * Paints what the raster holds, its upper left corner at (left, top), in the ink of that index; where inks meet, the fuller
 * one stays.
 */
export function paint(wide: i32, tall: i32, left: i32, top: i32, ink: i32): void {
  const first = ink * levels;
  const toRow = lesserInt(tall, pictureHeight - top);
  const toColumn = lesserInt(wide, pictureWidth - left);
  for (let row: i32 = greaterInt(0, -top); row < toRow; row++) {
    const base = sums + 4 * stride * row;
    const line = picture + (top + row) * (pictureWidth + 1) + left + 1;
    let sum: i32 = 0;
    let level: i32 = 0;
    for (let column: i32 = 0; column < toColumn; column++) {
      if (level === 0) {
        while (column + 4 <= toColumn && isClear4(base + 4 * column)) column += 4;
        if (column === toColumn) break;
      }
      const change = i32At(base + 4 * column);
      if (change !== 0) {
        sum += change;
        const cover = sum < 0 ? -sum : sum;
        level = cover >= FULL ? levels : (cover * levels + (FULL >> 1)) >> 17;
      }
      if (level === 0 || column < -left) continue;
      const under = u8At(line + column);
      if (under === 0 || level > under - 1 - quotient(under - 1, levels) * levels + 1) {
        setU8(line + column, first + level);
      }
    }
  }
}
