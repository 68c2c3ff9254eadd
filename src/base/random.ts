/** A source of uniform numbers in [0, 1). */
export type Random = () => number;

/**
 * Seeded uniform generator: mulberry32, period 2^32, the same numbers in every JavaScript engine.
 *
 * @param seed  any number; its low 32 bits are used.
 * @see Tommy Ettinger, mulberry32, public domain.
 */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
