import { naturalLog } from '../lexicon/natural-log.js';
import { BLOCK, SPARE_CODES, type TagTable, type WordTable } from '../lexicon/word-table.js';
import { classOf, inBlock } from '../tokenizer/jieba-classes.js';
import { buildDoubleArray } from './double-array.js';

/** A line of a dictionary. */
export interface WordEntry {
  readonly word: string;
  /** At least 1. */
  readonly frequency: number;
  readonly tag: string;
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
  singleLogs[codeCount] = Number.NaN;
  for (let unit = 0; unit < codes.length; unit++) if (inBlock(classOf[unit])) codes[unit] |= BLOCK;
  return { codes, bases, units, tags, tagNames, frequencies, logs, singleLogs, total };
}
