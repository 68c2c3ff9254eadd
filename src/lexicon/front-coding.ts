import { RedianError } from '../errors.js';

/**
 * A sorted list of words in few bytes: of each word the number of bytes that it shares with the word before, and the
 * rest of its UTF-8. The number is one byte below 0x20, which no word holds, and so ends the word before as well.
 *
 * @see Witten, Moffat & Bell, "Managing Gigabytes", 2nd ed. 1999, section 4.1 (front coding).
 */

const MOST_SHARED = 0x1f;

/** @param words  in the order of their UTF-8, without control characters. */
export function packFrontCoded(words: readonly string[]): Uint8Array {
  const encoder = new TextEncoder();
  const packed: number[] = [];
  let before = new Uint8Array(0);
  for (const word of words) {
    const bytes = encoder.encode(word);
    let shared = 0;
    while (shared < MOST_SHARED && shared < bytes.length && bytes[shared] === before[shared]) shared++;
    packed.push(shared);
    for (let at = shared; at < bytes.length; at++) packed.push(bytes[at] as number);
    before = bytes;
  }
  return Uint8Array.from(packed);
}

/**
 * The words of {@link packFrontCoded}, in their order. O(bytes of all words).
 *
 * @throws {RedianError} INVALID_DATA if a word shares more bytes than the one before has.
 */
export function unpackFrontCoded(packed: Uint8Array, file: string): string[] {
  let size = 0;
  for (const byte of packed) size += byte < 0x20 ? byte + 1 : 1;
  // Words one after the other, each behind a line break.
  const bytes = new Uint8Array(size);
  let end = 0;
  let start = 0;
  for (let at = 0; at < packed.length; ) {
    const shared = packed[at++] as number;
    const before = start;
    if (shared > MOST_SHARED || shared > Math.max(0, end - before)) {
      throw new RedianError('INVALID_DATA', `${file}: byte ${at - 1} begins no word`);
    }
    bytes[end++] = 0x0a;
    start = end;
    bytes.copyWithin(end, before, before + shared);
    end += shared;
    while (at < packed.length && (packed[at] as number) >= 0x20) bytes[end++] = packed[at++] as number;
  }
  return end === 0 ? [] : new TextDecoder().decode(bytes.subarray(1, end)).split('\n');
}
