import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, ln, log2, log10, pow, tanh } from '../../src/base/math.js';
import { seededRandom } from '../../src/base/random.js';

/** Distance in units of the last place of `b`. */
function ulps(a: number, b: number): number {
  if (Object.is(a, b) || a === b) return 0;
  const unit = 2 ** Math.max(-1074, Math.floor(Math.log2(Math.abs(b))) - 52);
  return Math.abs(a - b) / unit;
}

describe('math', () => {
  it('is within two units of the last place of the engine', () => {
    fc.assert(
      fc.property(fc.double({ min: 5e-324, max: 1.7e308, noNaN: true }), (x) => {
        expect(ulps(ln(x), Math.log(x))).toBeLessThanOrEqual(2);
      }),
      { numRuns: 5000 },
    );
    fc.assert(
      fc.property(fc.double({ min: -700, max: 709, noNaN: true }), (x) => {
        expect(ulps(exp(x), Math.exp(x))).toBeLessThanOrEqual(2);
        expect(Math.abs(tanh(x) - Math.tanh(x))).toBeLessThanOrEqual(4e-16);
      }),
      { numRuns: 5000 },
    );
    const random = seededRandom(1);
    for (let i = 0; i < 20_000; i++) {
      const x = 0.5 + random() * 1.5;
      expect(ulps(ln(x), Math.log(x))).toBeLessThanOrEqual(2);
      expect(pow(x, 2.4) / x ** 2.4).toBeCloseTo(1, 14);
    }
  });

  it('has the values of its edges', () => {
    expect([ln(0), ln(1), ln(-1), ln(Number.NaN), ln(Infinity)]).toEqual([
      -Infinity,
      0,
      Number.NaN,
      Number.NaN,
      Infinity,
    ]);
    expect([exp(0), exp(-Infinity), exp(Infinity), exp(1000), exp(-1000), exp(Number.NaN)]).toEqual([
      1,
      0,
      Infinity,
      Infinity,
      0,
      Number.NaN,
    ]);
    expect(ulps(exp(709.7), Math.exp(709.7))).toBeLessThanOrEqual(2);
    expect(exp(-744)).toBeCloseTo(Math.exp(-744), 320);
    expect([tanh(0), tanh(-50), tanh(50)]).toEqual([0, -1, 1]);
    expect(pow(0, 2)).toBe(0);
    for (let n = 0; n <= 15; n++) expect([log10(Number(`1e${n}`)), log2(2 ** n)]).toEqual([n, n]);
  });

  it('gives these very bits in every engine', () => {
    const random = seededRandom(7);
    const values = new Float64Array(6000);
    for (let i = 0; i < 6000; i += 3) {
      const x = random() * 40;
      values.set([ln(x), exp(x - 20), tanh(x - 20)], i);
    }
    expect(createHash('sha256').update(values).digest('hex').slice(0, 16)).toBe('6d835ac7ed9c4683');
  });

  it('is what the sources use, and nothing that the engine may round as it likes', () => {
    const root = fileURLToPath(new URL('../../src/', import.meta.url));
    const approximate =
      /Math\.(?:exp|expm1|log|log2|log10|log1p|pow|sin|cos|tan|a?(?:sin|cos|tan)h?|atan2|[sc]inh|cosh|tanh|hypot|cbrt)\(/;
    // Rounded to a coarser grid, or corrected, where they are used.
    const known = new Set(['lexicon/natural-log.ts', 'cloud/word-ink.ts', 'cloud/shape.ts']);
    const found = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => name.endsWith('.ts') && !name.startsWith('compile/') && !known.has(name))
      .filter((name) => approximate.test(readFileSync(join(root, name), 'utf8')));
    expect(found).toEqual([]);
  });
});
