import { mix32 } from '../../base/hash.js';
import type { Classes } from './classes.js';
import { differInSense } from './differences.js';
import type { DisjointSets } from './disjoint-sets.js';
import { bandCount, Signatures } from './min-hash.js';
import { NameLists } from './name-lists.js';
import { orderByHash, Sorter } from './radix-sort.js';
import type { Room } from './room.js';
import { Comparer } from './similar.js';

/** How many texts of a bucket each one is compared with: spam fills buckets with thousands. */
const comparisons = 8;
/** How many pairs are looked at together, about. */
const together = 1024;

/** Pairs that were compared and are no copies; an old one is forgotten where a new one needs its place. */
class Rejected {
  private readonly pairs: Int32Array;
  private readonly mask: number;

  /** @param expected  pairs that are remembered, about. */
  constructor(room: Room, expected: number) {
    let size = 1024;
    while (size < expected) size *= 2;
    this.pairs = room.int32(2 * size).fill(-1);
    this.mask = size - 1;
  }

  has(a: number, b: number): boolean {
    const slot = this.slotOf(a, b);
    return this.pairs[slot] === a && this.pairs[slot + 1] === b;
  }

  add(a: number, b: number): void {
    const slot = this.slotOf(a, b);
    this.pairs[slot] = a;
    this.pairs[slot + 1] = b;
  }

  private slotOf(a: number, b: number): number {
    return (mix32(Math.imul(a, 0x9e3779b1) ^ b) & this.mask) << 1;
  }
}

/**
 * Unites classes whose texts are near copies: those that meet in a bucket, have signatures much alike, and stand the exact
 * comparison.
 *
 * @param textOf  the text of a class as it was written.
 */
export function uniteNear(
  room: Room,
  classes: Classes,
  sets: DisjointSets,
  similarity: number,
  shortest: number,
  textOf: (index: number) => string,
): void {
  const { count, starts, lengths, guards } = classes;
  const { units } = classes.normalizer;
  const signatures = new Signatures(room, count, lengths);
  for (let index = 0; index < count; index++) {
    if (lengths[index] >= shortest) signatures.read(index, units, starts[index], guards[index]);
  }
  /** The most n-grams that copies need not share, of all that both have. */
  const difference = (1 - similarity) / (1 + similarity) + 1e-9;
  const names = new NameLists(room, signatures, textOf);
  const comparer = new Comparer(room, units, starts, lengths);
  const rejected = new Rejected(room, 2 * count);
  const areCopies = (a: number, b: number): boolean =>
    guards[a] === guards[b] &&
    names.areSame(a, b, units, starts[a], starts[a] + lengths[a], starts[b], starts[b] + lengths[b]) &&
    comparer.areSimilar(a, b, similarity) &&
    !differInSense(units, starts[a], starts[a] + lengths[a], starts[b], starts[b] + lengths[b]);

  const sorter = new Sorter(room, count);
  // Bits of hashes have no order of input in them.
  const ranked = orderByHash(sorter, classes.highs, classes.lows).filter(
    (index) => lengths[index] >= shortest,
  );
  const pairs = room.int32(2 * (together + comparisons));
  /** Compares the first so many pairs, in order. */
  const compare = (count: number): void => {
    const kept = signatures.keepAlike(pairs, count, difference);
    for (let pair = 0; pair < 2 * kept; pair += 2) {
      const index = pairs[pair];
      const candidate = pairs[pair + 1];
      if (sets.find(candidate) === sets.find(index) || rejected.has(index, candidate)) continue;
      if (areCopies(index, candidate)) sets.unite(index, candidate);
      else rejected.add(index, candidate);
    }
  };
  for (let band = 0; band < bandCount; band++) {
    sorter.sort(ranked, signatures.keys.subarray(band * count, (band + 1) * count));
    const { items, keys } = sorter;
    let used = 0;
    for (let at = 1, first = 0; at < ranked.length; at++) {
      if (keys[at] !== keys[at - 1]) {
        first = at;
        continue;
      }
      const index = items[at];
      for (let other = at - 1; other >= first && other >= at - comparisons; other--) {
        const candidate = items[other];
        if (sets.find(candidate) === sets.find(index)) continue;
        pairs[2 * used] = index;
        pairs[2 * used++ + 1] = candidate;
      }
      if (used < together) continue;
      compare(used);
      used = 0;
    }
    compare(used);
  }
}
