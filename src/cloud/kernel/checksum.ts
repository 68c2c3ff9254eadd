/** The checksum of PNG's chunks: CRC-32. @see W3C, Portable Network Graphics (Third Edition), annex D */
import { i32At, setI32, u8At } from './memory.js';

/**
 * @param table  address of 1,024 bytes that may be written
 * @param before  the checksum of what comes before, 0 if nothing does
 */
export function crc32(table: i32, before: i32, at: i32, count: i32): i32 {
  for (let index: i32 = 0; index < 256; index++) {
    let value = index;
    for (let bit: i32 = 0; bit < 8; bit++) {
      const half: i32 = (value >>> 1) | 0;
      value = (value & 1) !== 0 ? 0xedb88320 ^ half : half;
    }
    setI32(table + 4 * index, value);
  }
  let crc = ~before;
  const end = at + count;
  for (let next = at; next < end; next++) {
    crc = i32At(table + 4 * ((crc ^ u8At(next)) & 0xff)) ^ ((crc >>> 8) | 0);
  }
  return ~crc;
}
