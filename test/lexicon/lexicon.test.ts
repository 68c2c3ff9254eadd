import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Place } from '../../src/base/place.js';
import { buildWordTable } from '../../src/compile/word-table.js';
import { packSections, unpackSections } from '../../src/lexicon/container.js';
import { naturalLog } from '../../src/lexicon/natural-log.js';
import { WordLexicon } from '../../src/lexicon/word-lexicon.js';
import { hasOracle } from '../tokenizer/support/oracle.js';

const word = fc.string({
  unit: fc.constantFrom('a', 'b', '中', '文', '龘', '\ud83d', '\0'),
  minLength: 1,
  maxLength: 6,
});

describe('a word lexicon', () => {
  it('answers like a Map of words and their beginnings', () => {
    const entries = fc.uniqueArray(fc.tuple(word, fc.integer({ min: 1, max: 99 })), {
      selector: ([key]) => key,
    });
    fc.assert(
      fc.property(entries, entries, fc.array(word), (words, changes, probes) => {
        const table = buildWordTable(words.map(([key, frequency]) => ({ word: key, frequency, tag: 'n' })));
        const lexicon = new WordLexicon(table, Place.ofOwn(0));
        const model = new Map<string, number>();
        const set = (key: string, frequency: number): void => {
          model.set(key, frequency);
          for (let i = 1; i < key.length; i++) if (!model.has(key.slice(0, i))) model.set(key.slice(0, i), 0);
        };
        for (const [key, frequency] of words) set(key, frequency);
        const probe = [...probes, ...model.keys()];
        for (const key of probe) expect(lexicon.frequency(key)).toBe(model.get(key));
        for (const [key, frequency] of changes) {
          set(key, frequency % 3 === 0 ? 0 : frequency);
          lexicon.set(key, frequency % 3 === 0 ? 0 : frequency, undefined, 1);
        }
        for (const key of [...probe, ...model.keys()]) expect(lexicon.frequency(key)).toBe(model.get(key));
      }),
    );
  });
});

describe('the natural logarithm', () => {
  it.skipIf(!hasOracle)('is that of the C library on whole numbers, which Math.log is not', () => {
    const numbers = Array.from({ length: 20_000 }, (_, i) => i * i + 1);
    const { stdout } = spawnSync(
      '/usr/bin/python3',
      ['-c', 'import math\nfor i in range(20000): print(repr(math.log(i * i + 1)))'],
      { encoding: 'utf8', maxBuffer: 1 << 24 },
    );
    const expected = stdout.trim().split('\n').map(Number);
    const differences = numbers.filter((n, i) => naturalLog(n) !== expected[i]).length;
    // The C library itself is not correctly rounded on a few in a hundred thousand.
    expect(differences).toBeLessThan(3);
    expect(numbers.filter((n, i) => Math.log(n) !== expected[i]).length).toBeGreaterThan(differences);
  });
});

describe('a container', () => {
  it('gives back the sections that were put in', () => {
    const sections = [Uint8Array.of(1, 2, 3), Float64Array.of(0.5), new Int32Array(0), Uint16Array.of(9)];
    expect(unpackSections(packSections('TEST', 2, sections), 'TEST', 2, 'test')).toEqual(sections);
  });

  it('says which kind or version it found', () => {
    const bytes = packSections('TEST', 2, []);
    expect(() => unpackSections(bytes, 'ELSE', 2, 'file')).toThrow(/file: .*kind/);
    expect(() => unpackSections(bytes, 'TEST', 3, 'file')).toThrow(/file: version 2; expected version 3/);
  });
});
