/** Letters are folded as the engine folds them, though its tables are not asked for. */
import { describe, expect, it } from 'vitest';
import { fold, foldUnit, foldWidth, plainUnit } from '../../src/text/fold.js';
import { characterAt, plainAt, plainSlice, UnitText, unitAt } from '../../src/text/unit-text.js';

const ranges = [
  [0x41, 0x5a],
  [0xc0, 0x24f],
  [0x370, 0x52f],
] as const;

/** The small letter, if it is one unit. */
function lower(unit: number): number {
  const small = String.fromCharCode(unit).toLowerCase();
  return small.length === 1 ? small.charCodeAt(0) : unit;
}

function eachLetter(check: (unit: number) => void): void {
  for (const [first, last] of ranges) for (let unit = first; unit <= last; unit++) check(unit);
}

describe('folding of units', () => {
  it('makes capitals small', () => {
    const wrong: string[] = [];
    eachLetter((unit) => {
      if (foldUnit(unit) !== lower(unit)) wrong.push(unit.toString(16));
    });
    expect(wrong).toEqual([]);
  });

  it('takes accents off Latin letters, and off no others', () => {
    const wrong: string[] = [];
    eachLetter((unit) => {
      const small = lower(unit);
      const plain = unit < 0x250 ? String.fromCharCode(small).normalize('NFD').charCodeAt(0) : small;
      if (plainUnit(unit) !== plain) wrong.push(unit.toString(16));
    });
    expect(wrong).toEqual([]);
  });

  it('makes full-width forms half-width, and keeps their case where asked', () => {
    expect(fold('ＧＰＴ－５　Ａ！')).toBe('gpt-5 a!');
    expect(foldWidth('ＧＰＴ－５　Ａ！')).toBe('GPT-5 A!');
    expect(fold('Erdős ’ ‐')).toBe("erdős ' -");
    expect(plainSlice(new UnitText().read('Erdős İ'), 0, 7)).toBe('erdos I');
  });

  it('leaves Han and marks alone', () => {
    for (const unit of [0, 0x2f, 0x40, 0x5b, 0xd7, 0xf7, 0x4e2d, 0xd83d, 0xfffd, 0xffff]) {
      expect(foldUnit(unit)).toBe(unit);
      expect(plainUnit(unit)).toBe(unit);
    }
  });
});

describe('a look beside a text', () => {
  it('finds nothing before and behind it', () => {
    const text = new UnitText().read('É中');
    expect([-1, 0, 1, 2].map((at) => unitAt(text, at))).toEqual([0, 0xc9, 0x4e2d, 0]);
    expect([-1, 0, 1, 2].map((at) => plainAt(text, at))).toEqual([0, 0x65, 0x4e2d, 0]);
    expect([-1, 0, 1, 2].map((at) => characterAt(text, at))).toEqual(['', 'É', '中', '']);
  });
});
