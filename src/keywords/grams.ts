import { ln } from '../base/math.js';
import { PairIds } from './pair-ids.js';

/** A repeated string of words. */
interface Gram {
  /** Number of its words. */
  readonly size: number;
  /** Positions of its first occurrences in up to three texts. */
  readonly positions: readonly number[];
  readonly count: number;
  readonly texts: number;
  /** Normalized pointwise mutual information of the weakest split, -1 to 1 (Bouma, GSCL 2009). */
  readonly cohesion: number;
  /** Entropy of what stands before and behind, in nats; each border of a sentence counts as another. */
  readonly left: number;
  readonly right: number;
  /** Occurrences of the most frequent longer gram among the accepted that contains it. */
  readonly inside: number;
}

interface GramOptions {
  readonly minCount: number;
  readonly maxSize: number;
  /** Whether a gram may be given, by its size, position and figures. */
  readonly accept: (gram: Gram) => boolean;
}

const EXAMPLES = 3;

/**
 * Repeated strings of two words or more, with their cohesion and the entropy of their borders.
 *
 * A string of n words is looked at only where both of its parts of n − 1 words are frequent (Agrawal & Srikant, VLDB
 * 1994), and is the pair of their numbers, so that each length takes one pass and nothing is hashed but pairs.
 *
 * @param words  number of each word from 1, 0 for a border.
 * @param textOf  number of the text of each word, not falling.
 * @returns in order of size, then of first occurrence. O(words · maxSize).
 */
export function repeatedGrams(words: Int32Array, textOf: Int32Array, options: GramOptions): Gram[] {
  const { minCount, maxSize, accept } = options;
  const total = words.length;
  /** By gram from 1: occurrences, gram without its last and without its first word. */
  const counts: number[] = [0];
  const prefixes: number[] = [0];
  const suffixes: number[] = [0];
  let running = 0;
  let current = new Int32Array(total + 1);
  const singles = new Map<number, number>();
  const met = new PairIds();
  for (let at = 0; at < total; at++) {
    const word = words[at] as number;
    if (word === 0) continue;
    running++;
    met.add(word, 0);
  }
  for (let id = 0; id < met.size; id++) {
    if ((met.counts[id] as number) < minCount) continue;
    singles.set(met.first[id] as number, counts.length);
    counts.push(met.counts[id] as number);
    prefixes.push(0);
    suffixes.push(0);
  }
  for (let at = 0; at < total; at++) current[at] = singles.get(words[at] as number) ?? 0;
  const accepted: { gram: Gram; id: number }[] = [];
  for (let size = 2; size <= maxSize; size++) {
    const pairs = new PairIds();
    const next = new Int32Array(total + 1);
    for (let at = 0; at + size <= total; at++) {
      const left = current[at] as number;
      const right = current[at + 1] as number;
      if (left !== 0 && right !== 0) next[at] = pairs.add(left, right) + 1;
    }
    const base = counts.length;
    const ids = new Int32Array(pairs.size);
    for (let pair = 0; pair < pairs.size; pair++) {
      if ((pairs.counts[pair] as number) < minCount) continue;
      ids[pair] = counts.length;
      counts.push(pairs.counts[pair] as number);
      prefixes.push(pairs.first[pair] as number);
      suffixes.push(pairs.second[pair] as number);
    }
    if (counts.length === base) break;
    for (let at = 0; at < total; at++) if (next[at] !== 0) next[at] = ids[(next[at] as number) - 1] as number;
    current = next;
    const borders = bordersOf(current, words, textOf, size, base, counts);
    for (let id = base; id < counts.length; id++) {
      const count = counts[id] as number;
      const weakest = weakestSplit(id, size, running, counts, prefixes, suffixes);
      const local = id - base;
      const positions = [];
      for (let i = 0; i < EXAMPLES; i++) {
        const position = borders.positions[EXAMPLES * local + i] as number;
        if (position >= 0) positions.push(position);
      }
      const gram: Gram = {
        size,
        positions,
        count,
        texts: borders.texts[local] as number,
        cohesion: count === running ? 1 : ln(weakest) / ln(running / count),
        left: ln(count) - (borders.left[local] as number) / count,
        right: ln(count) - (borders.right[local] as number) / count,
        inside: 0,
      };
      if (accept(gram)) accepted.push({ gram, id });
    }
  }
  const inside = new Map<number, number>();
  for (const { gram, id } of accepted) markParts(id, gram, prefixes, suffixes, inside);
  return accepted.map(({ gram, id }) => ({ ...gram, inside: inside.get(id) ?? 0 }));
}

/** How much more often a gram stands than its two parts would beside each other by chance, split where that is least. */
function weakestSplit(
  id: number,
  size: number,
  running: number,
  counts: readonly number[],
  prefixes: readonly number[],
  suffixes: readonly number[],
): number {
  const count = counts[id] as number;
  let weakest = Infinity;
  for (let split = 1; split < size; split++) {
    let head = id;
    let tail = id;
    for (let step = split; step < size; step++) head = prefixes[head] as number;
    for (let step = 0; step < split; step++) tail = suffixes[tail] as number;
    weakest = Math.min(weakest, (count / (counts[head] as number)) * (running / (counts[tail] as number)));
  }
  return weakest;
}

/** Notes for every gram inside another how often the most frequent one around it stands. */
function markParts(
  id: number,
  { size, count }: Gram,
  prefixes: readonly number[],
  suffixes: readonly number[],
  inside: Map<number, number>,
): void {
  let starts = [id];
  for (let length = size - 1; length >= 2; length--) {
    const parts = new Set<number>();
    for (const start of starts) {
      parts.add(prefixes[start] as number);
      parts.add(suffixes[start] as number);
    }
    for (const part of parts) if ((inside.get(part) ?? 0) < count) inside.set(part, count);
    starts = [...parts];
  }
}

interface Borders {
  /** Sum of c · ln c over the counts c of the words at that side. */
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly texts: Int32Array;
  readonly positions: Int32Array;
}

function bordersOf(
  grams: Int32Array,
  words: Int32Array,
  textOf: Int32Array,
  size: number,
  base: number,
  counts: readonly number[],
): Borders {
  const number = counts.length - base;
  const texts = new Int32Array(number);
  const lastText = new Int32Array(number).fill(-1);
  const positions = new Int32Array(EXAMPLES * number).fill(-1);
  const before = new PairIds();
  const behind = new PairIds();
  for (let at = 0; at < words.length; at++) {
    const id = grams[at] as number;
    if (id === 0) continue;
    const local = id - base;
    const text = textOf[at] as number;
    if (lastText[local] !== text) {
      lastText[local] = text;
      const seen = texts[local] as number;
      if (seen < EXAMPLES) positions[EXAMPLES * local + seen] = at;
      texts[local] = seen + 1;
    }
    const left = at === 0 ? 0 : (words[at - 1] as number);
    const right = at + size >= words.length ? 0 : (words[at + size] as number);
    if (left !== 0) before.add(local, left);
    if (right !== 0) behind.add(local, right);
  }
  return { left: sums(before, number), right: sums(behind, number), texts, positions };
}

function sums(pairs: PairIds, number: number): Float64Array {
  const sums = new Float64Array(number);
  for (let pair = 0; pair < pairs.size; pair++) {
    const count = pairs.counts[pair] as number;
    const gram = pairs.first[pair] as number;
    sums[gram] = (sums[gram] as number) + count * ln(count);
  }
  return sums;
}
