import { expect, test } from 'vitest';
import { seededRandom } from '../../src/base/random.js';
import { UnitText } from '../../src/text/unit-text.js';
import { numeralEnd, numeralValue } from '../../src/tokenizer/numbers/numeral.js';
import { clean } from '../../src/tokenizer/numbers/reading.js';

const random = seededRandom(5);
const below = (limit: number): number => Math.floor(random() * limit);
const digits = (count: number): string => Array.from({ length: count }, () => below(10)).join('');

test('a numeral has the value that the language reads', () => {
  for (let i = 0; i < 20_000; i++) {
    const whole = digits(1 + below(8));
    const written = below(4) === 0 ? whole : `${whole}.${digits(1 + below(9))}`;
    const text = new UnitText().read(`${written}元`);
    expect(numeralEnd(text, 0)).toBe(written.length);
    expect(numeralValue(text, 0, written.length)).toBe(Number(written));
  }
});

test('what was written in decimal is given back in decimal', () => {
  for (let i = 0; i < 20_000; i++) {
    const value = Number(`${digits(1 + below(9))}.${digits(1 + below(9))}`);
    for (const factor of [1, 1e3, 1e4, 1e6, 1e8, 0.1, 0.01]) {
      const product = value * factor;
      expect(clean(product)).toBe(Number.isInteger(product) ? product : Number(product.toPrecision(15)));
    }
  }
  expect([2.3 * 1e6, 0.1 + 0.2, -0.7 * 100].map(clean)).toEqual([2_300_000, 0.3, -70]);
});
