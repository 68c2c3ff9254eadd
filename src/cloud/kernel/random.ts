/** The uniform numbers of ../../base/random.ts: mulberry32. @see Tommy Ettinger, mulberry32, public domain */
import { times } from './memory.js';

let state: i32 = 0;

export function seedRandom(seed: i32): void {
  state = seed;
}

/** The next number in [0, 1). */
export function random(): f64 {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = times(state ^ ((state >>> 15) | 0), 1 | state);
  mixed = (mixed + times(mixed ^ ((mixed >>> 7) | 0), 61 | mixed)) ^ mixed;
  const bits: i32 = mixed ^ ((mixed >>> 14) | 0);
  const value: f64 = bits as f64;
  return (bits < 0 ? value + 4294967296 : value) / 4294967296;
}
