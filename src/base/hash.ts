/**
 * A 64-bit hash of text as two unsigned 32-bit halves, the same on every engine. Not for secrets: whoever
 * wants two texts with one hash can make them.
 *
 * Each half multiplies and shifts the UTF-16 units in with its own odd constants and ends with the finalizer
 * of MurmurHash3. O(n).
 */
export function hashText(text: string): readonly [number, number] {
  let low = 0x9e3779b9;
  let high = 0x85ebca6b;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    low ^= low >>> 15;
    high = Math.imul(high + unit, 0x2c1b3c6d);
    high ^= high >>> 13;
  }
  return [mix32(low ^ text.length), mix32(high ^ (low >>> 7))];
}

/** Spreads 32 bits so that each input bit moves half of the output bits; a bijection. MurmurHash3's finalizer. */
export function mix32(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
