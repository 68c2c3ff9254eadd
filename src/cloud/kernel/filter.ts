/**
 * PNG's filter Up: each byte less the one above it. What stands upright, as most strokes do, becomes runs of 0.
 *
 * @see W3C, Portable Network Graphics (Third Edition), 9, "Filtering"
 */
import { copyBytes, setU8, subtractBytes } from './memory.js';

const UP: i32 = 2;

/** Bytes that {@link filterUp} keeps from one band to the next; 0 at the start of a picture. */
export function filterBytes(wide: i32): i32 {
  return 2 * wide;
}

/**
 * Filters the rows of a band in place, each of a byte for the name of the filter and `wide` more.
 *
 * @param kept  what {@link filterBytes} says: the row above the band
 */
export function filterUp(band: i32, rows: i32, wide: i32, kept: i32): void {
  const last = band + (wide + 1) * (rows - 1);
  copyBytes(kept + wide, last + 1, wide);
  for (let row = last; row > band; row -= wide + 1) {
    subtractBytes(row + 1, row - wide, wide);
    setU8(row, UP);
  }
  subtractBytes(band + 1, kept, wide);
  setU8(band, UP);
  copyBytes(kept, kept + wide, wide);
}
