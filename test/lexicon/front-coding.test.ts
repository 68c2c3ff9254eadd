import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packFrontCoded, unpackFrontCoded } from '../../src/lexicon/front-coding.js';

const word = fc
  .array(fc.constantFrom('中', '国', '人', 'a', 'B', '1', '·', '😀', ' '), { minLength: 1, maxLength: 40 })
  .map((letters) => letters.join(''));

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

describe('front coding', () => {
  it('gives back every sorted list of words', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 60 }), (words) => {
        const sorted = [...words].sort(byBytes);
        expect(unpackFrontCoded(packFrontCoded(sorted), 'x')).toEqual(sorted);
      }),
    );
  });

  it('takes a third of the bytes of words that begin alike', () => {
    const words = Array.from(
      { length: 500 },
      (_, index) => `中华人民共和国第${String(index).padStart(4, '0')}号`,
    );
    expect(packFrontCoded(words).length).toBeLessThan(Buffer.byteLength(words.join('\n')) / 3);
  });

  it('refuses bytes that begin no word', () => {
    expect(() => unpackFrontCoded(Uint8Array.of(0, 0x61, 5, 0x62), 'idf.bin')).toThrow(
      expect.objectContaining({ code: 'INVALID_DATA' }),
    );
    expect(() => unpackFrontCoded(Uint8Array.of(0x61), 'idf.bin')).toThrow(/idf\.bin: byte 0/);
  });
});
