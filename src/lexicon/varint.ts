import { RedianError } from '../errors.js';

/**
 * Whole numbers from 0 on in as few bytes as they need: seven bits a byte, the lowest first, the high bit set where more
 * follow (LEB128).
 *
 * @see DWARF Debugging Information Format, version 5, 2017, section 7.6 (unsigned LEB128).
 */
export function packVarints(numbers: Iterable<number>): Uint8Array {
  const packed: number[] = [];
  for (const number of numbers) {
    let rest = number;
    for (; rest >= 0x80; rest >>>= 7) packed.push((rest & 0x7f) | 0x80);
    packed.push(rest);
  }
  return Uint8Array.from(packed);
}

/**
 * The `count` numbers of {@link packVarints}, in their order. O(bytes).
 *
 * @throws {RedianError} INVALID_DATA unless there are just so many.
 */
export function unpackVarints(packed: Uint8Array, count: number, file: string): Uint32Array {
  const numbers = new Uint32Array(count);
  let found = 0;
  let shift = 0;
  for (const byte of packed) {
    numbers[found] = (numbers[found] ?? 0) | ((byte & 0x7f) << shift);
    shift = byte < 0x80 ? 0 : shift + 7;
    if (shift === 0) found++;
  }
  if (found !== count || shift !== 0)
    throw new RedianError('INVALID_DATA', `${file}: expected ${count} numbers, found ${found}`);
  return numbers;
}
