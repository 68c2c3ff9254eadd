import type { Section } from '../lexicon/container.js';
import { ENTRY_WIDTH, GAPS } from '../lexicon/term-table.js';

/**
 * The sections that hold the trie and the entries of terms: units by code; bases and labels of the trie; gaps of the entries and all their
 * other columns, which need half a word each.
 *
 * @throws {Error} if a number does not fit.
 */
export function packTerms(codes: Uint16Array, units: Int32Array, entries: Int32Array): Section[] {
  const alphabet: number[] = [];
  for (const [unit, code] of codes.entries()) if (code !== 0) alphabet[code] = unit;
  const bases = units.filter((_, at) => at % 2 === 0);
  const columns = entries.filter((_, at) => at % ENTRY_WIDTH !== GAPS);
  if (
    bases.some((base) => base < 0 || base > 0xffff) ||
    columns.some((value) => value < -1 || value > 0x7fff)
  )
    throw new Error('the terms are too many for numbers of 16 bits');
  return [
    Uint16Array.from(alphabet, (unit) => unit ?? 0),
    Uint16Array.from(bases),
    units.filter((_, at) => at % 2 === 1),
    entries.filter((_, at) => at % ENTRY_WIDTH === GAPS),
    Uint16Array.from(columns),
  ];
}
