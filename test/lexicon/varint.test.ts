import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packVarints, unpackVarints } from '../../src/lexicon/varint.js';

describe('variable-length numbers', () => {
  it('gives back every list of numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0x7fffffff)), (numbers) => {
        expect([...unpackVarints(packVarints(numbers), numbers.length, 'x')]).toEqual(numbers);
      }),
    );
  });

  it('takes a byte below 128, as the standard writes them', () => {
    expect([...packVarints([0, 127, 128, 624485])]).toEqual([0, 127, 0x80, 1, 0xe5, 0x8e, 0x26]);
  });

  it.each([
    ['too few', [1], 2],
    ['too many', [1, 2, 3], 2],
    ['cut short', [1, 0x80], 1],
  ])('refuses %s', (_, bytes, count) => {
    expect(() => unpackVarints(Uint8Array.from(bytes), count, 'idf.bin')).toThrow(
      expect.objectContaining({ code: 'INVALID_DATA', message: expect.stringContaining('idf.bin') }),
    );
  });
});
