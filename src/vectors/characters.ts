import { isHanUnit } from '../text/unit-kinds.js';
import { fromEntries } from './build-csr.js';
import type { CsrMatrix } from './csr-matrix.js';

/**
 * Which Han characters a word is written with, of words that have two or more: 篮球, 足球 and 排球 share 球. What only one word
 * has is left out. Characters say most about words that stand in few lines.
 *
 * @returns shape (words, characters), 1 for each that a word has. O(characters).
 */
export function charactersOf(words: readonly string[]): CsrMatrix {
  const ofWord = words.map((word) => {
    const units: number[] = [];
    for (let i = 0; i < word.length; i++) if (isHanUnit(word.charCodeAt(i))) units.push(word.charCodeAt(i));
    return units.length > 1 ? new Set(units) : new Set<number>();
  });
  const wordsWith = new Map<number, number>();
  for (const units of ofWord) for (const unit of units) wordsWith.set(unit, (wordsWith.get(unit) ?? 0) + 1);
  const columns = new Map<number, number>();
  const row: number[] = [];
  const column: number[] = [];
  for (const [word, units] of ofWord.entries()) {
    for (const unit of units) {
      if ((wordsWith.get(unit) ?? 0) < 2) continue;
      const id = columns.get(unit) ?? columns.size;
      columns.set(unit, id);
      row.push(word);
      column.push(id);
    }
  }
  return fromEntries({
    rows: words.length,
    columns: columns.size,
    row,
    column,
    value: new Float64Array(row.length).fill(1),
  });
}
