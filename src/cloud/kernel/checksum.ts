/**
 * The checksum of PNG's chunks: CRC-32, four bytes at a time.
 *
 * @see W3C, Portable Network Graphics (Third Edition), annex D; Michael E. Kounavis and Frank L. Berry, "A Systematic Approach
 *   to Building High Performance Software-Based CRC Generators", 2005
 */
import { i32At, setI32, u8At } from './memory.js';

/** Bytes of the tables: what a byte does to the checksum when none to three more follow it. */
export const CHECKSUM_BYTES: i32 = 4096;

/** Fills the tables, {@link CHECKSUM_BYTES}. */
export function startChecksums(tables: i32): void {
  for (let index: i32 = 0; index < 256; index++) {
    let value = index;
    for (let bit: i32 = 0; bit < 8; bit++) {
      const half: i32 = (value >>> 1) | 0;
      value = (value & 1) !== 0 ? 0xedb88320 ^ half : half;
    }
    setI32(tables + 4 * index, value);
  }
  for (let index: i32 = 0; index < 768; index++) {
    const before = i32At(tables + 4 * index);
    setI32(tables + 1024 + 4 * index, i32At(tables + 4 * (before & 0xff)) ^ ((before >>> 8) | 0));
  }
}

/** @param before  the checksum of what comes before, 0 if nothing does */
export function crc32(tables: i32, before: i32, at: i32, count: i32): i32 {
  let crc = ~before;
  const end = at + count;
  let next = at;
  for (; next < end && (next & 3) !== 0; next++) crc = afterByte(tables, crc, u8At(next));
  for (; next + 4 <= end; next += 4) {
    const mixed = crc ^ i32At(next);
    const far = i32At(tables + 3072 + 4 * (mixed & 0xff)) ^ i32At(tables + 2048 + 4 * ((mixed >> 8) & 0xff));
    crc =
      far ^ i32At(tables + 1024 + 4 * ((mixed >> 16) & 0xff)) ^ i32At(tables + 4 * ((mixed >> 24) & 0xff));
  }
  for (; next < end; next++) crc = afterByte(tables, crc, u8At(next));
  return ~crc;
}

function afterByte(tables: i32, crc: i32, byte: i32): i32 {
  return i32At(tables + 4 * ((crc ^ byte) & 0xff)) ^ ((crc >>> 8) | 0);
}
