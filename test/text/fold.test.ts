/** Letters are folded as the engine folds them, though its tables are not asked for. */
import { describe, expect, it } from 'vitest';
import { fold, foldUnit, foldWidth, plainUnit } from '../../src/text/fold.js';
import { characterAt, plainAt, plainSlice, UnitText, unitAt } from '../../src/text/unit-text.js';

const ranges = [
  [0x41, 0x5a],
  [0xc0, 0x24f],
  [0x370, 0x52f],
  [0x1e00, 0x1eff],
] as const;

const latin = [
  [0xc0, 0x2af],
  [0x1d00, 0x1d22],
  [0x1e00, 0x1eff],
] as const;

/** Signs and clicks, and letters of which faces are made. */
const notLatin = '×÷ƻƾǀǁǂǃɁɂɞɸʔʕʖʗʘʚʡʢʬʭᴖᴗ';

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

  it('reads each Latin letter as a plain one, and no others', () => {
    const wrong: string[] = [];
    for (const [first, last] of latin) {
      for (let unit = first; unit <= last; unit++) {
        const letter = String.fromCharCode(unit);
        const base = letter.normalize('NFD').charAt(0).toLowerCase();
        const plain = String.fromCharCode(plainUnit(unit));
        const expected = /[a-z]/.test(base)
          ? base
          : notLatin.includes(letter)
            ? String.fromCharCode(lower(unit))
            : /[a-z]/.exec(plain)?.[0];
        if (plain !== expected) wrong.push(letter);
      }
    }
    for (let unit = 0x370; unit <= 0x52f; unit++)
      if (plainUnit(unit) !== lower(unit)) wrong.push(unit.toString(16));
    expect(wrong).toEqual([]);
    expect(plainSlice(new UnitText().read('Ørsted Łódź Əliyev Đà Nẵng'), 0, 26)).toBe(
      'orsted lodz eliyev da nang',
    );
  });

  it('makes full-width forms half-width, and keeps their case where asked', () => {
    expect(fold('ＧＰＴ－５　Ａ！')).toBe('gpt-5 a!');
    expect(foldWidth('ＧＰＴ－５　Ａ！')).toBe('GPT-5 A!');
    expect(fold('Erdős ’ ‐')).toBe("erdős ' -");
    expect(plainSlice(new UnitText().read('Erdős İ'), 0, 7)).toBe('erdos i');
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
