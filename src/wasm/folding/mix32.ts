/** What src/base/hash.ts does in JavaScript. */
export function mix32(value: u32): u32 {
  let mix = (value ^ (value >>> 16)) * 0x85ebca6b;
  mix = (mix ^ (mix >>> 13)) * 0xc2b2ae35;
  return mix ^ (mix >>> 16);
}
