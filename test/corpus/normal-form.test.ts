import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeFoldingKernel } from '../../src/corpus/fold/folding-kernel.js';
import { Normalizer } from '../../src/corpus/fold/normal-form.js';
import { Room } from '../../src/corpus/fold/room.js';

const parts =
  'a h H http:// https://t.co/x1 天地 一 三十 不 涨 é Ж ａ ３ 1 22 3.5 1,000 -4 +5 −4 －５ 6% 7％ ３．５ １，０ ￥ 亿 . ． , ， - + − % > < ≥ ≤ ± ↑ ▲ ▼ ⬆\ufe0f –3 ℃ ° 度 元 美元 -5℃ 至-3.2亿 ▲\u00a03.5% $ ¥0.5 -$4 ab aa c C# # C++ AA- e\u0301 ｶﾞ \ud835\udde2 ⺟ @ ＠ @ab_c @人民日报 👍 📉 😀 𠮷 \ud83d \udc4d 。 # …'
    .split(' ')
    .concat(' ', '\u3000', '\n', '\0');
const text = fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...parts) }, fc.string()), {
  maxLength: 60,
});

describe('normal forms', () => {
  it('of WebAssembly are those of JavaScript', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (lists) => {
        const texts = lists.map((list) => list.join(''));
        const units = texts.reduce((sum, { length }) => sum + length, 0);
        const kernel = new Room(0, takeFoldingKernel(2 ** 20));
        const [one, other] = [new Normalizer(new Room(0), units), new Normalizer(kernel, units)];
        let offset = 0;
        for (const of of texts) {
          const expected = { ...one.normalize(of, offset) };
          expect(other.normalize(of, offset)).toEqual(expected);
          offset += expected.length;
        }
        expect(kernel.kernel).toBeDefined();
        expect(other.units.subarray(0, offset)).toEqual(one.units.subarray(0, offset));
      }),
      { numRuns: 1000 },
    );
  });
});
