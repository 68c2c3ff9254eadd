import { expect, test } from 'vitest';
import { readDataFileSync } from '../../src/base/data-file.js';
import { termKey } from '../../src/lexicon/term-key.js';
import { TermLexicon } from '../../src/lexicon/term-lexicon.js';
import { TermStarts } from '../../src/lexicon/term-starts.js';
import { readTermTable } from '../../src/lexicon/term-table.js';

const table = readTermTable(readDataFileSync('terms.bin'));
const starts = new TermStarts(table);
const { fold } = TermLexicon.empty();

test('every term may begin where it stands', () => {
  for (const record of table.records) {
    const { key } = termKey(record.split('\t')[0] as string, fold);
    const next = key.length > 1 ? key.charCodeAt(1) : 0x3002;
    expect(starts.mayBegin(key.charCodeAt(0), next), record).toBe(true);
    expect(starts.mayBegin(key.charCodeAt(0), 0x20)).toBe(true);
  }
});

test('few other pairs pass', () => {
  let pairs = 0;
  let passed = 0;
  for (let first = 0x4e00; first < 0x9fa5; first += 7)
    for (let next = 0x4e00; next < 0x9fa5; next += 97) {
      pairs++;
      if (starts.mayBegin(first, next)) passed++;
    }
  expect(passed / pairs).toBeLessThan(0.05);
});

test('a term that is added opens its pair, and one of a single unit opens all', () => {
  const own = new TermStarts(readTermTable(readDataFileSync('terms.bin')));
  own.add('齉龘');
  expect(own.mayBegin(0x9f49, 0x9f98)).toBe(true);
  expect(own.mayBegin(0x9f49, 0x4e00)).toBe(false);
  own.add('齉');
  expect(own.mayBegin(0x9f49, 0x4e00)).toBe(true);
});
