import { buildDoubleArray } from './build-double-array.js';
import { HAN_FIRST, HAN_LAST } from './han.js';
import { naturalLog } from './natural-log.js';

/** Bit of {@link WordTable.codes} of the characters that jieba joins to blocks. */
export const BLOCK = 0x8000;
/** Bits of {@link WordTable.codes} that hold the code. */
export const CODE = 0x7fff;

/** Codes that no character of the table has, for words that are added later. */
export const SPARE_CODES = 1024;

/** A line of a dictionary. */
export interface WordEntry {
  readonly word: string;
  /** At least 1. */
  readonly frequency: number;
  readonly tag: string;
}

/** A dictionary as typed arrays; every array may be a view of a file. */
export interface WordTable {
  /** Code of each UTF-16 unit, 0 if no word has it, and {@link BLOCK}. */
  readonly codes: Uint16Array;
  /** Base of each character's children by its code, 0 if there are none. */
  readonly bases: Int32Array;
  /** Double array, see {@link buildDoubleArray}. */
  readonly units: Int32Array;
  /** Frequency by rank; rank 0 is no word. */
  readonly frequencies: Float64Array;
  /** Natural logarithm of the frequency by rank, −∞ for rank 0: what is no word is no candidate. */
  readonly logs: Float64Array;
  /** The same of each character as a word, by its code. */
  readonly singleLogs: Float64Array;
  /** Sum of the frequencies of all lines. */
  readonly total: number;
}

/** Parts of speech of a dictionary's words. */
export interface TagTable {
  /** Number of the tag by unit, 0 where the unit is no word. */
  readonly tags: Uint8Array;
  /** Tag by number. */
  readonly tagNames: readonly string[];
}

/**
 * Compiles a dictionary. As in jieba the last of several lines with one word holds, while the total counts all.
 *
 * Characters are coded by how much text they make up, so that the units of frequent ones lie together.
 */
export function buildWordTable(entries: Iterable<WordEntry>): WordTable & TagTable {
  const byWord = new Map<string, WordEntry>();
  let total = 0;
  for (const entry of entries) {
    byWord.set(entry.word, entry);
    total += entry.frequency;
  }
  const weightOf = new Map<number, number>();
  for (const { word, frequency } of byWord.values()) {
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      weightOf.set(unit, (weightOf.get(unit) ?? 0) + frequency + 1);
    }
  }
  const chars = Uint16Array.from(
    [...weightOf].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([unit]) => unit),
  );
  const codes = new Uint16Array(65536);
  for (let i = 0; i < chars.length; i++) codes[chars[i]] = i + 1;

  const distinct = [...new Set([...byWord.values()].map((entry) => entry.frequency))];
  const frequencies = Float64Array.from([0, ...distinct.filter((f) => f > 0).sort((a, b) => b - a)]);
  const rankOf = new Map(Array.from(frequencies, (frequency, rank) => [frequency, rank]));
  const logs = frequencies.map((frequency) =>
    frequency > 0 ? naturalLog(frequency) : Number.NEGATIVE_INFINITY,
  );
  const tagNames = ['', ...new Set([...byWord.values()].map((entry) => entry.tag))];
  const numberOf = new Map(tagNames.map((tag, number) => [tag, number]));

  // Recoded words as strings: the engine's own sort of strings orders them by code.
  const recoded = new Map<string, WordEntry>();
  for (const entry of byWord.values()) {
    let key = '';
    for (let i = 0; i < entry.word.length; i++) key += String.fromCharCode(codes[entry.word.charCodeAt(i)]);
    recoded.set(key, entry);
  }
  const keys = [...recoded.keys()].sort();
  const ranks = new Uint16Array(keys.length);
  const tagOf = new Uint8Array(keys.length);
  keys.forEach((key, i) => {
    const entry = recoded.get(key);
    ranks[i] = rankOf.get(entry?.frequency ?? 0) ?? 0;
    tagOf[i] = numberOf.get(entry?.tag ?? '') ?? 0;
  });
  const codeCount = chars.length + 1 + SPARE_CODES;
  const words = keys.map((key) => Uint16Array.from({ length: key.length }, (_, i) => key.charCodeAt(i)));
  const { units, wordUnits } = buildDoubleArray(words, ranks, codeCount);
  const tags = new Uint8Array(units.length / 2);
  for (let i = 0; i < wordUnits.length; i++) tags[wordUnits[i]] = tagOf[i];

  const bases = new Int32Array(codeCount + 1);
  const singleLogs = new Float64Array(codeCount + 1).fill(Number.NEGATIVE_INFINITY);
  for (let code = 1; code <= chars.length; code++) {
    bases[code] = units[2 * code];
    singleLogs[code] = logs[units[2 * code + 1] & 0xffff];
  }
  markBlocks(codes);
  return { codes, bases, units, tags, tagNames, frequencies, logs, singleLogs, total };
}

/** Han, ASCII letters and digits, and `+#&._%-`. */
function markBlocks(codes: Uint16Array): void {
  for (const [first, last] of [
    [HAN_FIRST, HAN_LAST],
    [0x30, 0x39],
    [0x41, 0x5a],
    [0x61, 0x7a],
  ] as const) {
    for (let unit = first; unit <= last; unit++) codes[unit] |= BLOCK;
  }
  for (const character of '+#&._%-') codes[character.charCodeAt(0)] |= BLOCK;
}
