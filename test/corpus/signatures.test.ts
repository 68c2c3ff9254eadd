import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gramHash, Signatures } from '../../src/corpus/fold/min-hash.js';
import { orderByHash, Sorter } from '../../src/corpus/fold/radix-sort.js';
import { Room } from '../../src/corpus/fold/room.js';

function unitsOf(text: string): Uint16Array {
  return Uint16Array.from(text, (_, index) => text.charCodeAt(index));
}

function gramsOf(units: Uint16Array): Set<number> {
  return new Set(Array.from(units, (_, index) => gramHash(units, index, units.length)));
}

describe('bitmaps of n-grams', () => {
  it('never say that texts differ in more than they do', () => {
    const text = fc.string({ unit: fc.constantFrom(...'天地人工智能模型数据abcd12'), maxLength: 400 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [a, b] = [unitsOf(one), unitsOf(other)];
        const signatures = new Signatures(new Room(0), 2);
        signatures.read(0, a, 0, a.length, 0);
        signatures.read(1, b, 0, b.length, 0);
        expect(signatures.leastDifference(0, 1)).toBeLessThanOrEqual(differenceOf(a, b));
        expect(signatures.leastDifference(0, 0)).toBe(0);
      }),
    );
  });
});

function differenceOf(a: Uint16Array, b: Uint16Array): number {
  const [one, other] = [gramsOf(a), gramsOf(b)];
  return (
    [...one].filter((gram) => !other.has(gram)).length + [...other].filter((gram) => !one.has(gram)).length
  );
}

describe('sorting by hash', () => {
  it('orders as a comparison of both words does', () => {
    const word = fc.integer({ min: 0, max: 0xffffffff });
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.oneof(word, fc.integer({ min: 0, max: 3 })))), (pairs) => {
        const highs = Uint32Array.from(pairs, ([, high]) => high);
        const lows = Uint32Array.from(pairs, ([low]) => low);
        const sorter = new Sorter(new Room(64), pairs.length);
        const expected = pairs
          .map((_, index) => index)
          .sort((a, b) => highs[a] - highs[b] || lows[a] - lows[b] || a - b);
        expect([...orderByHash(sorter, highs, lows)]).toEqual(expected);
      }),
    );
  });
});
