import { compareStrings } from '../base/compare.js';
import { termKey } from '../lexicon/term-key.js';
import { asksForCase, literalOf, withoutMark } from '../lexicon/term-surface.js';
import {
  ENTRY_WIDTH,
  EVERYDAY_FAMILY,
  FAMILY,
  FLAGS,
  INITIAL_CAPITAL,
  LITERAL,
  NEXT,
  RECORD,
} from '../lexicon/term-table.js';

/** Families that are ordinary words, or so short that they are. */
const everyday = new Set(
  (
    'seed step gen nova wan ring ling spark titan sam sd yi phi emu genie falcon command sora mai arctic cosmos orca swift ' +
    'reve mochi bonsai cogito composer hermes dolphin zephyr opus sonnet haiku eleven pika dino swe rt chronos evo inflection intellect kosmos ovis tripo vidi'
  ).split(' '),
);

/**
 * The ways in which terms and families are written, as the table of terms has them: {@link ENTRY_WIDTH} numbers for each, the
 * ways of one key in a list, and the columns of what they stand for.
 */
export class TermEntries {
  readonly numbers: number[] = [];
  readonly literals: string[] = [];
  readonly records: string[] = [];
  readonly #keys = new Map<string, number[]>();
  readonly #fold: Uint16Array;

  /** @param fold  the plain character of each UTF-16 unit, simplified and small. */
  constructor(fold: Uint16Array) {
    this.#fold = fold;
  }

  /** Notes what terms stand for: its number. */
  record(...columns: (string | undefined)[]): number {
    return (
      this.records.push(
        columns
          .map((column) => column ?? '')
          .join('\t')
          .trimEnd(),
      ) - 1
    );
  }

  /** Adds a way to write a term; one that begins with `=` holds in its very letters alone. */
  add(written: string, record: number, flags = 0): void {
    const surface = withoutMark(written);
    const { key, gaps } = termKey(surface, this.#fold);
    if (key === '') return;
    const literal = asksForCase(written) ? literalOf(surface, this.#fold) : undefined;
    const list = this.#keys.get(key) ?? [];
    this.#keys.set(key, list);
    for (const entry of list) {
      const at = entry * ENTRY_WIDTH;
      const known = this.numbers[at + LITERAL] as number;
      if ((known < 0 ? undefined : this.literals[known]) !== literal) continue;
      // The first term that has a surface keeps it; another way to write the same one widens its gaps.
      if (this.numbers[at + RECORD] === record) this.numbers[at] = (this.numbers[at] as number) | gaps;
      return;
    }
    const entry = this.numbers.length / ENTRY_WIDTH;
    const literalIndex = literal === undefined ? -1 : this.literals.push(literal) - 1;
    this.numbers.push(gaps, record, -1, flags, literalIndex, 0);
    if (literal === undefined) list.push(entry);
    else list.unshift(entry);
  }

  /** Adds a way to write a family of models. */
  family(surface: string, record: number): void {
    const { key, gaps } = termKey(surface, this.#fold);
    const flags = everyday.has(key) ? EVERYDAY_FAMILY : 0;
    const list = this.#keys.get(key) ?? [];
    this.#keys.set(key, list);
    const capital = flags !== 0 ? INITIAL_CAPITAL : 0;
    if (!list.some((entry) => this.numbers[entry * ENTRY_WIDTH + LITERAL] === -1)) {
      const entry = this.numbers.length / ENTRY_WIDTH;
      this.numbers.push(gaps, -1, record, flags | capital, -1, 0);
      list.push(entry);
    }
    for (const entry of list) {
      // Another way to write a family widens its gaps: 书生·浦语.
      if (this.numbers[entry * ENTRY_WIDTH + RECORD] === -1)
        this.numbers[entry * ENTRY_WIDTH] = (this.numbers[entry * ENTRY_WIDTH] as number) | gaps;
      this.numbers[entry * ENTRY_WIDTH + FAMILY] = record;
      this.numbers[entry * ENTRY_WIDTH + FLAGS] =
        (this.numbers[entry * ENTRY_WIDTH + FLAGS] as number) | flags;
    }
  }

  /** Whether a surface is there, with or without its `=`. */
  has(surface: string): boolean {
    return this.#keys.has(termKey(surface.replace(/^=/u, ''), this.#fold).key);
  }

  /** Ties the entries of each key together, the first of which the trie leads to: the keys in order, and the first entries. */
  link(): { readonly keys: readonly string[]; readonly first: readonly number[] } {
    const sorted = [...this.#keys].sort(([a], [b]) => compareStrings(a, b));
    for (const [, list] of sorted) {
      for (const [index, entry] of list.entries()) {
        this.numbers[entry * ENTRY_WIDTH + NEXT] = (list[index + 1] ?? -1) + 1;
      }
    }
    return { keys: sorted.map(([key]) => key), first: sorted.map(([, list]) => list[0] as number) };
  }
}
