import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeFoldingKernel } from '../../src/corpus/fold/folding-kernel.js';
import { gramHash, Signatures } from '../../src/corpus/fold/min-hash.js';
import { orderByHash, Sorter } from '../../src/corpus/fold/radix-sort.js';
import { Room } from '../../src/corpus/fold/room.js';

function unitsOf(text: string): Uint16Array {
  return Uint16Array.from(text, (_, index) => text.charCodeAt(index));
}

function gramsOf(units: Uint16Array): Set<number> {
  return new Set(Array.from(units, (_, index) => gramHash(units, index, units.length)));
}

/** Signatures of texts, made by JavaScript or by the kernel. */
function signaturesOf(texts: readonly Uint16Array[], salts: readonly number[], withKernel: boolean) {
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const room = withKernel ? new Room(0, takeFoldingKernel(2 ** 20)) : new Room(0);
  const units = room.uint16(length + 1);
  const lengths = room.int32(texts.length);
  lengths.set(texts.map((text) => text.length));
  const signatures = new Signatures(room, texts.length, lengths);
  let start = 0;
  // Behind each text stands the next one, as in a corpus.
  for (const text of texts) {
    units.set(text, start);
    start += text.length;
  }
  start = 0;
  for (const [index, text] of texts.entries()) {
    signatures.read(index, units, start, salts[index]);
    start += text.length;
  }
  const keepAlike = (given: readonly number[], share: number): number[] => {
    const pairs = room.int32(given.length);
    pairs.set(given);
    return [...pairs.subarray(0, 2 * signatures.keepAlike(pairs, given.length / 2, share))];
  };
  return { signatures, keepAlike, room };
}

describe('bitmaps of n-grams', () => {
  const text = fc
    .string({ unit: fc.constantFrom(...'天地人工智能模型数据abcd12'), maxLength: 400 })
    .map(unitsOf);

  it('never say that texts differ in more than they do', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { keepAlike } = signaturesOf([a, b], [0, 0], false);
        const share = (differenceOf(a, b) + 1e-6) / Math.max(1, a.length + b.length);
        expect(keepAlike([0, 1, 0, 0], share)).toEqual([0, 1, 0, 0]);
      }),
    );
  });

  it('and keys are those of JavaScript where WebAssembly makes them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, fc.integer()), { minLength: 2, maxLength: 5 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (salted, share) => {
          const texts = salted.map(([of]) => of);
          const salts = salted.map(([, salt]) => salt);
          const own = signaturesOf(texts, salts, false);
          const kernel = signaturesOf(texts, salts, true);
          expect(kernel.room.kernel).toBeDefined();
          expect(kernel.signatures.keys).toEqual(own.signatures.keys);
          const pairs = texts.flatMap((_, a) => texts.flatMap((_, b) => [a, b]));
          expect(kernel.keepAlike(pairs, share)).toEqual(own.keepAlike(pairs, share));
        },
      ),
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
